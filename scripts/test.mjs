// npm test [-- jest arguments]: installs and builds if needed, then runs every test of the standalone shape.

import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { build, root } from './build.mjs';
import { install } from './install.mjs';

install();
build();
const jest = join(root, 'node_modules', 'jest', 'bin', 'jest.js');
const run = spawnSync(
  process.execPath,
  ['--experimental-vm-modules', '--no-warnings', jest, '--maxWorkers=2', ...process.argv.slice(2)],
  { cwd: root, stdio: 'inherit' },
);
process.exit(run.status ?? 1);
