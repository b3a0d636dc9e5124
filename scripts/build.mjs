// Compiles everything to dist/, only when a source is newer than the last build, and removes what lost its source.

import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
const sourceRoots = ['apps', 'libs', 'test'];

function* files(folder, keep) {
  if (!existsSync(folder)) return;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* files(path, keep);
    else if (keep(entry.name)) yield path;
  }
}

function fingerprint() {
  const hash = createHash('sha256');
  for (const file of ['tsconfig.json', 'package-lock.json']) hash.update(readFileSync(join(root, file)));
  for (const folder of sourceRoots) {
    for (const file of files(join(root, folder), (name) => name.endsWith('.ts'))) {
      const { mtimeMs, size } = statSync(file);
      hash.update(`${file}:${mtimeMs}:${size}\n`);
    }
  }
  return hash.digest('hex');
}

/** Removes compiled files whose source is gone: a deleted test must not go on running. */
function prune() {
  for (const folder of sourceRoots) {
    for (const file of files(join(root, 'dist', folder), (name) => /\.js(\.map)?$/.test(name))) {
      const source = join(root, relative(join(root, 'dist'), file).replace(/\.js(\.map)?$/, '.ts'));
      if (!existsSync(source)) rmSync(file);
    }
  }
}

/** Returns true when it had to build. Ends the process with the compiler's messages when that fails. */
export function build({ quiet = false } = {}) {
  const stamp = join(root, 'dist', '.stamp');
  const now = fingerprint();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === now) return false;
  const started = Date.now();
  if (!quiet) console.log('Building … / 正在构建 …');
  mkdirSync(join(root, 'dist'), { recursive: true });
  const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  const run = spawnSync(process.execPath, [tsc, '-p', join(root, 'tsconfig.json'), '--noEmitOnError'], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  if (run.status !== 0) {
    rmSync(stamp, { force: true });
    process.exit(run.status ?? 1);
  }
  prune();
  writeFileSync(stamp, now);
  if (!quiet) console.log(`Built in ${((Date.now() - started) / 1000).toFixed(1)} s.`);
  return true;
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) build();
