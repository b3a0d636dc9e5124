import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Folders of code that decide what an index holds and how. */
const CODE = ['.', '../../../engines/match', '../../../contracts'];

/**
 * What makes images, as a digest: this code, the words of the region, the segmentation and the form in which Node.js writes values. An image
 * of another maker could be read and mean something else.
 */
export function imageMaker(dictionary: string): string {
  const hash = createHash('sha256');
  for (const folder of CODE) {
    const path = fileURLToPath(new URL(folder, import.meta.url));
    const files = readdirSync(path, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.js'));
    for (const name of files.sort()) hash.update(name).update(readFileSync(join(path, name)));
  }
  const { version } = createRequire(import.meta.url)('@node-rs/jieba/package.json') as { version: string };
  return hash.update(JSON.stringify([dictionary, version, process.versions.v8])).digest('hex');
}
