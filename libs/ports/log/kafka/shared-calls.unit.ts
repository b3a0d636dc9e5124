import { describe, expect, it } from '@jest/globals';
import type { LogEvent } from '#ports/event';
import { Unavailable } from '#ports/unavailable';
import { ack, type Outcome, skip } from '../log.js';
import { SharedCalls } from './shared-calls.js';

const events = (...ids: string[]) => ids.map((id) => ({ id }) as LogEvent);
const stays = new AbortController().signal;

/** A handler that notes its calls, and answers as `answer` does. */
function shared(answer: (ids: readonly string[]) => readonly Outcome[] | undefined = () => undefined, most = 10) {
  const seen: string[][] = [];
  let now = 0;
  const handle = async (given: readonly LogEvent[]) => {
    const ids = given.map(({ id }) => id);
    seen.push(ids);
    now += 1;
    expect(now).toBe(1);
    await new Promise((resolve) => setTimeout(resolve, 5));
    now -= 1;
    return answer(ids);
  };
  return { seen, calls: new SharedCalls('g', handle, most) };
}

describe('calls of a handler', () => {
  it('are one for partitions that ask at once, and one for those that ask meanwhile', async () => {
    const { seen, calls } = shared();
    const first = [calls.call(events('a1', 'a2'), stays), calls.call(events('b1'), stays)];
    await new Promise((resolve) => setTimeout(resolve, 2));
    const second = [calls.call(events('c1'), stays), calls.call(events('d1'), stays)];
    expect(await Promise.all([...first, ...second])).toEqual([undefined, undefined, undefined, undefined]);
    expect(seen).toEqual([
      ['a1', 'a2', 'b1'],
      ['c1', 'd1'],
    ]);
  });

  it('hold no more events than the group wants', async () => {
    const { seen, calls } = shared(() => undefined, 3);
    await Promise.all([['a', 'b'], ['c', 'd'], ['e']].map((ids) => calls.call(events(...ids), stays)));
    expect(seen).toEqual([
      ['a', 'b'],
      ['c', 'd', 'e'],
    ]);
  });

  it('give each partition the outcomes of its own events', async () => {
    const { calls } = shared((ids) => ids.map((id) => (id === 'b' ? skip('no') : ack)));
    const answers = await Promise.all([['a'], ['b', 'c']].map((ids) => calls.call(events(...ids), stays)));
    expect(answers).toEqual([[ack], [skip('no'), ack]]);
  });

  it('are made for each partition by itself after one that failed, so that one fault stays one', async () => {
    const { seen, calls } = shared((ids) => {
      if (ids.includes('bad')) throw new Error('bad');
      return undefined;
    });
    const asked = [['a'], ['bad'], ['c']].map((ids) => calls.call(events(...ids), stays));
    const ended = await Promise.allSettled(asked);
    expect(ended.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(seen).toEqual([['a', 'bad', 'c'], ['a'], ['bad'], ['c']]);
  });

  it('fail for the partition whose events need something that is not there', async () => {
    const { seen, calls } = shared((ids) => {
      if (ids.includes('a')) throw new Unavailable('the store');
      return undefined;
    });
    const ended = await Promise.allSettled(['a', 'b'].map((id) => calls.call(events(id), stays)));
    expect(ended.map(({ status }) => status)).toEqual(['rejected', 'fulfilled']);
    expect(seen).toEqual([['a', 'b'], ['a'], ['b']]);
  });

  it('tell each partition when the handler answers for another number of events', async () => {
    const { calls } = shared((ids) => [...ids.map(() => ack), ack]);
    const alone = ['a', 'b'].map((id) => calls.call(events(id), stays));
    expect((await Promise.allSettled(alone)).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  });

  it('leave out partitions that are let go meanwhile', async () => {
    const { seen, calls } = shared();
    const leaving = new AbortController();
    const asked = [calls.call(events('a'), leaving.signal), calls.call(events('b'), stays)];
    leaving.abort();
    const ended = await Promise.allSettled(asked);
    expect(ended.map(({ status }) => status)).toEqual(['rejected', 'fulfilled']);
    expect(seen).toEqual([['b']]);
  });
});
