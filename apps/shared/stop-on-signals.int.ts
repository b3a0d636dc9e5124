import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, it } from '@jest/globals';

/** A process that stops as `stop` says, told to end as soon as it runs. */
async function ended(stop: string): Promise<{ code: number; said: string }> {
  const script = `
    import { stopOnSignals } from '#apps/shared/app';
    const alive = setInterval(() => undefined, 1000);
    stopOnSignals(${stop}, () => undefined, 300);
    console.log('runs');`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  await once(child.stdout, 'data');
  child.kill('SIGTERM');
  const [code] = (await once(child, 'close')) as [number];
  return { code, said };
}

it('ends a process that has stopped', async () => {
  expect(await ended('() => Promise.resolve()')).toEqual({ code: 0, said: '' });
});

it('says why when stopping fails', async () => {
  expect(await ended("() => Promise.reject(new Error('the disk is full'))")).toMatchObject({
    code: 1,
    said: expect.stringContaining('the disk is full'),
  });
});

it('ends a process all the same when something keeps it waiting', async () => {
  expect(await ended('() => new Promise(() => undefined)')).toMatchObject({
    code: 1,
    said: expect.stringContaining('Did not stop within 300 ms'),
  });
});
