// Compiles everything to dist/, only when a source is newer than the last build, and removes what lost its source.
// The server and the web app (dist/web) have a fingerprint each.

import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
const sourceRoots = ['apps', 'libs', 'test'];
const web = join(root, 'apps', 'web');

function* files(folder, keep, without) {
  if (!existsSync(folder) || folder === without) return;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* files(path, keep, without);
    else if (keep(entry.name)) yield path;
  }
}

function fingerprint(whole, sources) {
  const hash = createHash('sha256');
  for (const file of whole) hash.update(readFileSync(join(root, file)));
  for (const file of sources) {
    const { mtimeMs, size } = statSync(file);
    hash.update(`${file}:${mtimeMs}:${size}\n`);
  }
  return hash.digest('hex');
}

function* serverSources() {
  for (const folder of sourceRoots) yield* files(join(root, folder), (name) => name.endsWith('.ts'), web);
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

let told = false;

/** Runs one step of the build unless its fingerprint is that of the last time. Ends the process when it fails. */
function step(stampName, now, command) {
  const stamp = join(root, 'dist', stampName);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === now) return undefined;
  mkdirSync(join(root, 'dist'), { recursive: true });
  rmSync(stamp, { force: true });
  if (!told) console.log('Building … / 正在构建 …');
  told = true;
  const run = spawnSync(process.execPath, command, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
  if (run.status !== 0) process.exit(run.status ?? 1);
  return () => writeFileSync(stamp, now);
}

function buildServer() {
  const now = fingerprint(['tsconfig.json', 'package-lock.json'], serverSources());
  const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  const done = step('.stamp', now, [tsc, '-p', join(root, 'tsconfig.json'), '--noEmitOnError']);
  if (done) prune();
  done?.();
  return done !== undefined;
}

function buildWeb() {
  const now = fingerprint(
    ['package-lock.json', 'scripts/build-web.mjs'],
    files(web, () => true),
  );
  const done = step('.stamp-web', now, [join(root, 'scripts', 'build-web.mjs')]);
  done?.();
  return done !== undefined;
}

/** Returns true when it had to build. Ends the process with the compiler's messages when that fails. */
export function build({ quiet = false } = {}) {
  const started = Date.now();
  const parts = [buildServer, buildWeb];
  const built = parts.map((part) => part()).some(Boolean);
  if (built && !quiet) console.log(`Built in ${((Date.now() - started) / 1000).toFixed(1)} s. / 构建完成。`);
  return built;
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) build();
