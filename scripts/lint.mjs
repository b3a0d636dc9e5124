// Formatting and lint rules (Biome), the layer rules and cycles (dependency-cruiser), the types of the web app. All must pass.

import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from './build.mjs';
import { install } from './install.mjs';

install();
const bin = (name) => join(root, 'node_modules', '.bin', name);
const steps = [
  ['formatting and rules', bin('biome'), ['check', '--error-on-warnings', '.']],
  ['layers and cycles', bin('depcruise'), ['--config', '.dependency-cruiser.mjs', 'apps', 'libs', 'test']],
  ['types of the web app', bin('tsc'), ['-p', join('apps', 'web', 'tsconfig.json')]],
];
let failed = 0;
for (const [name, command, args] of steps) {
  const run = spawnSync(command, args, { cwd: root, stdio: 'inherit' });
  console.log(`${run.status === 0 ? 'ok' : 'FAILED'}: ${name}`);
  if (run.status !== 0) failed += 1;
}
console.log(`${steps.length - failed} passed, ${failed} failed, 0 skipped`);
process.exit(failed === 0 ? 0 : 1);
