// Builds the web app to dist/web and lays compressed copies beside what compresses well.

import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { build } from 'vite';
import { root } from './build.mjs';

await build({ configFile: join(root, 'apps', 'web', 'vite.config.ts'), logLevel: 'warn' });

const folder = join(root, 'dist', 'web');
for (const name of readdirSync(folder, { recursive: true })) {
  // index.html is filled in for each page when it is asked for.
  if (!/\.(js|css|svg|json)$/.test(name)) continue;
  const content = readFileSync(join(folder, name));
  if (content.length < 1024) continue;
  const quality = { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_SIZE_HINT]: content.length };
  writeFileSync(join(folder, `${name}.br`), brotliCompressSync(content, { params: quality }));
  writeFileSync(join(folder, `${name}.gz`), gzipSync(content, { level: 9 }));
}
