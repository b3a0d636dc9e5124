import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Collection } from '#ports/store/store';
import { TemporaryStore } from '#test/kit/embedded';
import { NOW } from '#test/kit/makers';
import { IMPORTS, type ImportJob } from '../capability.store.js';
import { ImportTurn, withoutTurn } from './import-turn.js';

let temporary: TemporaryStore;
let jobs: Collection<ImportJob>;
let stopping: AbortController;
beforeEach(async () => {
  temporary = await TemporaryStore.open();
  jobs = await temporary.store.collection(IMPORTS);
  stopping = new AbortController();
});
afterEach(() => temporary.destroy());

async function job(id: string): Promise<ImportJob> {
  const [written] = await jobs.insert([
    {
      doc: {
        ...{ id, fileName: 'f.csv', format: 'csv', checkOnly: false, status: 'importing', createdAt: NOW },
        ...{ createdBy: 'operator', rows: 1, handled: 0, created: 0, updated: 0, unchanged: 0, kept: 0 },
        ...{ problemCount: 0, problems: [], notices: [] },
      },
    },
  ]);
  if (written?.status !== 'done') throw new Error('not inserted');
  return written.doc;
}
const turn = (silentMs = 60_000) => new ImportTurn(jobs, { lookMs: 2, silentMs });
const holders = async () => (await jobs.manyBy('turn', ['import'])).map(({ id }) => id);

describe('the turn', () => {
  it('is one job’s, and the next one’s when it is over', async () => {
    const [a, b] = [await turn().take(await job('a'), stopping.signal), await job('b')];
    let waits = true;
    const next = turn()
      .take(b, stopping.signal)
      .finally(() => {
        waits = false;
      });
    // Work of the holder: more of it than there is time for a look.
    let current = a;
    for (let handled = 1; handled <= 20; handled += 1) {
      const written = await jobs.save({ ...current, handled });
      if (written.status !== 'done') throw new Error(written.status);
      current = written.doc;
      expect([waits, await holders()]).toEqual([true, ['a']]);
    }
    await jobs.save(withoutTurn(current));
    expect(await next).toMatchObject({ id: 'b', version: 2 });
    expect(await holders()).toEqual(['b']);
  });

  it('is taken from a job that writes nothing any more, which notices it when it comes back', async () => {
    const dead = await turn().take(await job('a'), stopping.signal);
    expect(await turn(20).take(await job('b'), stopping.signal)).toMatchObject({ id: 'b' });
    expect(await holders()).toEqual(['b']);
    expect(await jobs.save({ ...dead, handled: 1 })).toEqual({ status: 'stale' });
  });

  it('is not waited for by a process that stops', async () => {
    await turn().take(await job('a'), stopping.signal);
    const waiting = turn().take(await job('b'), stopping.signal);
    stopping.abort();
    await expect(waiting).rejects.toMatchObject({ name: 'AbortError' });
  });

  it('is not given to a job that was changed meanwhile', async () => {
    const read = await job('a');
    await jobs.save({ ...read, handled: 1 });
    await expect(turn().take(read, stopping.signal)).rejects.toThrow('was changed (stale)');
  });
});
