import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, it } from '@jest/globals';
import type { FullReport } from './store-full.process.js';

it('answers Unavailable on a full disk, keeps what was answered and nothing else', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'rulian-full-'));
  const module = fileURLToPath(new URL('./store-full.process.js', import.meta.url));
  const script = 'ulimit -f 3000 && exec "$0" "$1" "$2"';
  const { stdout } = await promisify(execFile)('sh', ['-c', script, process.execPath, module, folder]);
  const { answered, present, errors, events } = JSON.parse(stdout) as FullReport;
  expect(errors).toEqual(['Unavailable', 'Unavailable', 'Unavailable']);
  expect(answered.length).toBeGreaterThan(3);
  expect(present).toEqual(answered);
  expect(events).toBe(answered.length);
  await rm(folder, { recursive: true });
});
