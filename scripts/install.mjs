// Installs the packages of package-lock.json when they are not there yet. Uses nothing but Node itself.

import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './build.mjs';

export function install() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    console.error(`Node.js 20.19 or newer is needed, this is ${process.version}. / 需要 Node.js 20.19 或更高版本。`);
    process.exit(1);
  }
  const stamp = join(root, 'node_modules', '.rulian-lock');
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  console.log('Installing packages (once, about half a minute) … / 正在安装依赖（仅首次，约半分钟）…');
  const npm = process.env.npm_execpath;
  // Not 'npm ci': it refuses the lock file when one platform's optional package is missing from a mirror.
  // With what it is built with, also where NODE_ENV says production.
  const args = ['install', '--include=dev', '--no-save', '--no-fund', '--no-audit', '--loglevel=error'];
  const run = npm?.endsWith('.js')
    ? spawnSync(process.execPath, [npm, ...args], { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] })
    : spawnSync('npm', args, {
        cwd: root,
        stdio: ['ignore', 'inherit', 'inherit'],
        shell: process.platform === 'win32',
      });
  if (run.status !== 0) {
    console.error('The packages could not be installed; see the message above. / 依赖安装失败，原因见上。');
    process.exit(run.status ?? 1);
  }
  writeFileSync(stamp, lock);
}
