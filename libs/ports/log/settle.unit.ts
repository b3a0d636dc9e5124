import { describe, expect, it } from '@jest/globals';
import { Unavailable } from '#ports/unavailable';
import { backoff, pause, reasonOf } from './backoff.js';
import { ack, type HandleBatch, skip, stop } from './log.js';
import { eventOf, nameOf, series } from './log-kit.contract.js';
import { type SettleOptions, settle, type Verdict } from './settle.js';

const words = (verdicts: readonly (Verdict | undefined)[]) => verdicts.map((verdict) => verdict?.kind);

/** Settles events named key and number, waits taking no time, and notes the calls and the waits. */
async function run(events: ReturnType<typeof series>, answer: HandleBatch, options: Partial<SettleOptions> = {}) {
  const calls: string[] = [];
  const waits: number[] = [];
  const handle: HandleBatch = async (batch) => {
    calls.push(batch.map(nameOf).join(' '));
    return answer(batch);
  };
  const settled = await settle(
    events.map((event) => ({ event, attempts: 0 })),
    handle,
    {
      tries: 3,
      orderFree: false,
      signal: new AbortController().signal,
      wait: async (ms) => void waits.push(ms),
      ...options,
    },
  );
  return { calls, waits, ...settled };
}

const refuse = (poison: string) => async (batch: readonly Parameters<typeof nameOf>[0][]) => {
  if (batch.some((event) => nameOf(event) === poison)) throw new Error(`no ${poison}`);
};

describe('settling a batch', () => {
  const a = series('t', 'a', 2);
  const b = series('t', 'b', 2);

  it('takes nothing for an ack of each, and outcomes in order', async () => {
    expect(words((await run(a, async () => {})).verdicts)).toEqual(['done', 'done']);
    const { verdicts } = await run(a, async () => [skip('old'), ack]);
    expect(verdicts).toEqual([{ kind: 'dead', reason: 'old' }, { kind: 'done' }]);
  });

  it('halves a batch that throws, repeats the failing event only, and holds its key alone', async () => {
    const { calls, waits, verdicts } = await run([...a, ...b], refuse('a1'));
    expect(calls).toEqual(['a1 a2 b1 b2', 'a1 a2', 'a1', 'b1 b2', 'a1', 'a1', 'a2']);
    expect(waits).toEqual([50, 100]);
    expect(verdicts).toEqual([{ kind: 'dead', reason: 'no a1' }, ...Array(3).fill({ kind: 'done' })]);
  });

  it('counts each failing event of one key on its own', async () => {
    const { calls, verdicts } = await run(
      [...a, eventOf('t', 'a', 3)],
      async () => {
        throw new Error('no');
      },
      { tries: 2 },
    );
    expect(words(verdicts)).toEqual(['dead', 'dead', 'dead']);
    expect(calls.filter((call) => call === 'a3')).toHaveLength(2);
  });

  it('leaves failing events for later when the group needs no order', async () => {
    const { calls, waits, verdicts } = await run(a, refuse('a1'), { orderFree: true });
    expect(calls).toEqual(['a1 a2', 'a1', 'a2']);
    expect(waits).toEqual([]);
    expect(verdicts).toEqual([{ kind: 'later', attempts: 1 }, { kind: 'done' }]);
  });

  it('ends at a stop: nothing after it has a verdict', async () => {
    const { calls, verdicts, stopped } = await run([...a, ...b], async () => [ack, stop('halt'), ack, ack]);
    expect([calls.length, words(verdicts), stopped]).toEqual([1, ['done', undefined, undefined, undefined], 'halt']);
  });

  it('waits while the handler is not available, longer each time, and counts no try', async () => {
    let refusals = 8;
    const { calls, waits, verdicts } = await run(a, async () => {
      if (refusals-- > 0) throw new Unavailable('the store');
    });
    expect(waits).toEqual([50, 100, 200, 400, 800, 1600, 2000, 2000]);
    expect([calls.length, words(verdicts)]).toEqual([9, ['done', 'done']]);
  });

  it('leaves when it is told to, without verdict on what was not settled', async () => {
    const leaving = new AbortController();
    const { calls, verdicts } = await run([...a, ...b], refuse('a1'), {
      signal: leaving.signal,
      wait: async () => leaving.abort(),
    });
    expect(calls.at(-1)).toBe('b1 b2');
    expect(words(verdicts)).toEqual([undefined, undefined, 'done', 'done']);
  });
});

describe('waiting', () => {
  it('doubles up to two seconds', () => {
    expect([1, 2, 3, 6, 7, 100].map(backoff)).toEqual([50, 100, 200, 1600, 2000, 2000]);
  });

  it('ends at once when it is aborted', async () => {
    const leaving = new AbortController();
    const long = pause(3_600_000, leaving.signal);
    leaving.abort();
    await long;
    await pause(3_600_000, leaving.signal);
  });

  it('has a sentence for whatever is thrown', () => {
    expect([new Error('no'), 'text', { message: '' }, null].map(reasonOf)).toEqual([
      'no',
      'text',
      '[object Object]',
      'null',
    ]);
  });
});
