// npm run web-client            writes apps/web/src/api/schema.d.ts, the types of the web app's client, from the OpenAPI document
// npm run web-client -- --check  writes nothing; tells whether the committed file is what the controllers give

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, root } from './build.mjs';

const file = join(root, 'apps', 'web', 'src', 'api', 'schema.d.ts');

/** The text of the file as the controllers give it. Needs the compiled server. */
async function generate() {
  await import('reflect-metadata');
  const { wholeApi } = await import('../dist/apps/gateway/routes.js');
  const { readConfig } = await import('../dist/libs/platform/config/config.js');
  const { default: openapiTS, astToString } = await import('openapi-typescript');
  const document = JSON.parse(JSON.stringify(await wholeApi(readConfig())));
  const types = astToString(await openapiTS(document, { defaultNonNullable: false }));
  return `// Made by npm run web-client from the OpenAPI document. Not for editing.\n\n${types}`;
}

const check = process.argv.includes('--check');
if (!check) build();
const text = await generate();
if (!check) {
  writeFileSync(file, text);
  console.log(`Wrote ${file}`);
} else if (readFileSync(file, 'utf8') !== text) {
  console.error(`${file} is not what the controllers give: npm run web-client`);
  process.exitCode = 1;
}
