// npm run contracts             writes libs/contracts/schemas/<topic>.json from the types in libs/contracts/public-events.ts
// npm run contracts -- --check  writes nothing; tells which committed file is not what the code gives
// npm run contracts -- --release  takes the schemas as released, unless a consumer of what was released could break

import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, root } from './build.mjs';
import { install } from './install.mjs';

const TOPICS = {
  'public.demand': 'PublicDemandEvent',
  'public.firm': 'PublicFirmEvent',
  'public.match': 'PublicMatchEvent',
};
const folder = join(root, 'libs', 'contracts');

export const schemaFile = (topic) => join(folder, 'schemas', `${topic}.json`);
const releasedFile = (topic) => join(folder, 'released', `${topic}.v1.json`);
const read = (file) => (existsSync(file) ? readFileSync(file, 'utf8') : undefined);

/** The text of each schema file, by topic, as the types give it. */
export async function generate() {
  const { createGenerator } = await import('ts-json-schema-generator');
  const generator = createGenerator({
    path: join(folder, 'public-events.ts'),
    tsconfig: join(root, 'tsconfig.json'),
    // Consumers must bear properties that are added later.
    additionalProperties: true,
    skipTypeCheck: true,
    sortProps: false,
    topRef: false,
  });
  const entries = Object.entries(TOPICS).map(([topic, type]) => {
    const { $schema, ...schema } = generator.createSchema(type);
    const named = { $schema, $id: `urn:rulian:${topic}:v1`, title: `Event on ${topic}`, ...schema };
    return [topic, `${JSON.stringify(named, null, 2)}\n`];
  });
  return Object.fromEntries(entries);
}

/** Names of committed files that are not what the code gives. */
export async function stale() {
  const made = Object.entries(await generate());
  return made.filter(([topic, text]) => read(schemaFile(topic)) !== text).map(([topic]) => `${topic}.json`);
}

async function write() {
  for (const [topic, text] of Object.entries(await generate())) {
    if (read(schemaFile(topic)) === text) continue;
    mkdirSync(dirname(schemaFile(topic)), { recursive: true });
    writeFileSync(schemaFile(topic), text);
    console.log(`wrote libs/contracts/schemas/${topic}.json`);
  }
}

async function release() {
  build({ quiet: true });
  const { breakingChanges } = await import('../dist/test/contracts/breaking-changes.js');
  const made = Object.entries(await generate());
  const broken = made.flatMap(([topic, text]) => {
    const released = read(releasedFile(topic));
    return released ? breakingChanges(JSON.parse(released), JSON.parse(text)).map((place) => `${topic}: ${place}`) : [];
  });
  for (const line of broken) console.error(line);
  if (broken.length > 0) return 1;
  for (const [topic, text] of made) {
    mkdirSync(dirname(releasedFile(topic)), { recursive: true });
    writeFileSync(releasedFile(topic), text);
  }
  return 0;
}

async function main(option) {
  install();
  if (option === '--check') {
    const files = await stale();
    for (const file of files)
      console.error(`libs/contracts/schemas/${file} is not what the code gives: npm run contracts`);
    return files.length === 0 ? 0 : 1;
  }
  await write();
  return option === '--release' ? release() : 0;
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) process.exitCode = await main(process.argv[2]);
