import { describe, expect, it } from '@jest/globals';
import type { DeadLetter, Log } from './log.js';
import { skip } from './log.js';
import { eventually, Heard, nameOf, type Open, patience, series, unique, using } from './log-kit.contract.js';

const limit = patience * 2;

/** A group that has put events 1 to `count` of key a among the dead letters. */
async function withLetters(log: Log, count: number) {
  const [topic, group] = [unique('topic'), unique('group')];
  await log.append(series(topic, 'a', count));
  const subscription = await log.subscribe(group, [topic], async (events) => events.map(nameOf).map(skip));
  await lettersOf(log, group, count);
  return { topic, group, subscription };
}

function lettersOf(log: Log, group: string, count: number): Promise<DeadLetter[]> {
  return eventually(async () => {
    const letters = await log.deadLetters({ group, limit: 1000 });
    return letters.length === count && letters;
  });
}

export function letterContract(open: Open): void {
  describe('dead letters', () => {
    it(
      'are listed oldest first, page by page, with their time, and survive a crash',
      using(open, async ({ log, reopen }) => {
        const { group } = await withLetters(log, 5);
        const again = await reopen();
        const first = await again.deadLetters({ group, limit: 3 });
        const rest = await again.deadLetters({ group, after: first[2]?.id ?? '', limit: 3 });
        expect([...first, ...rest].map(({ event }) => nameOf(event))).toEqual(['a1', 'a2', 'a3', 'a4', 'a5']);
        expect(first[0]?.reason).toBe('a1');
        expect(first[0]?.at).toBe(new Date(first[0]?.at ?? '').toISOString());
        const every = await again.deadLetters({ limit: 1000 });
        expect(every.filter((letter) => letter.group === group)).toHaveLength(5);
      }),
      limit,
    );

    it(
      'are delivered again by a replay, to their group only, and are gone then',
      using(open, async ({ log }) => {
        const { topic, group, subscription } = await withLetters(log, 3);
        await subscription.close();
        const [mine, other] = [new Heard(), new Heard()];
        await log.subscribe(group, [topic], mine.handle);
        await log.subscribe(unique('other'), [topic], other.handle);
        await other.has('a3');
        const [, letter] = await log.deadLetters({ group, limit: 10 });
        expect(await log.replayDeadLetter(letter?.id ?? '')).toBe(true);
        await mine.has('a2');
        expect((await lettersOf(log, group, 2)).map(({ event }) => nameOf(event))).toEqual(['a1', 'a3']);
        expect(await log.replayDeadLetter(letter?.id ?? '')).toBe(false);
        expect(mine.names).toEqual(['a2']);
        expect(other.names).toEqual(['a1', 'a2', 'a3']);
      }),
      limit,
    );

    it(
      'replayed while nobody is subscribed are delivered at the next subscription',
      using(open, async ({ log, reopen }) => {
        const { topic, group, subscription } = await withLetters(log, 1);
        await subscription.close();
        const [letter] = await log.deadLetters({ group, limit: 1 });
        await log.replayDeadLetter(letter?.id ?? '');
        const again = await reopen();
        const heard = new Heard();
        await again.subscribe(group, [topic], heard.handle);
        await heard.has('a1');
      }),
      limit,
    );

    it(
      'that fail again after a replay are dead letters again',
      using(open, async ({ log }) => {
        const { group } = await withLetters(log, 1);
        const [letter] = await log.deadLetters({ group, limit: 1 });
        expect(await log.replayDeadLetter(letter?.id ?? '')).toBe(true);
        const [again] = await lettersOf(log, group, 1);
        expect(again?.event).toEqual(letter?.event);
      }),
      limit,
    );

    it(
      'are gone when dropped',
      using(open, async ({ log }) => {
        const { group } = await withLetters(log, 2);
        const [letter] = await log.deadLetters({ group, limit: 1 });
        expect(await log.dropDeadLetter(letter?.id ?? '')).toBe(true);
        expect(await log.dropDeadLetter(letter?.id ?? '')).toBe(false);
        expect((await log.deadLetters({ group, limit: 10 })).map(({ event }) => nameOf(event))).toEqual(['a2']);
      }),
      limit,
    );

    it(
      'are read one by one, by an id that can stand in an address',
      using(open, async ({ log }) => {
        const { group } = await withLetters(log, 3);
        const letters = await log.deadLetters({ group, limit: 10 });
        for (const letter of letters) {
          expect(letter.id).toMatch(/^[\w.-]{1,200}$/);
          expect(await log.deadLetter(letter.id)).toEqual(letter);
        }
        const [first, second] = letters;
        await log.dropDeadLetter(first?.id ?? '');
        expect(await log.deadLetter(first?.id ?? '')).toBeUndefined();
        expect(await log.deadLetter(second?.id ?? '')).toEqual(second);
        expect(await log.deadLetters({ group, after: first?.id ?? '', limit: 10 })).toEqual(letters.slice(1));
      }),
      limit,
    );

    it(
      'are counted by group, up to a cap',
      using(open, async ({ log }) => {
        const [some, many] = [await withLetters(log, 2), await withLetters(log, 5)];
        const [letter] = await log.deadLetters({ group: many.group, limit: 1 });
        await log.dropDeadLetter(letter?.id ?? '');
        const of = async (cap: number) => {
          const counts = await log.deadLetterCounts(cap);
          expect(counts.map(({ group }) => group)).toEqual(counts.map(({ group }) => group).sort());
          return [some, many].map(({ group }) => counts.find((count) => count.group === group)?.letters);
        };
        expect(await of(100)).toEqual([2, 4]);
        expect(await of(3)).toEqual([2, 3]);
        for (const { id } of await log.deadLetters({ group: some.group, limit: 10 })) await log.dropDeadLetter(id);
        expect(await of(100)).toEqual([undefined, 4]);
      }),
      limit,
    );

    it(
      'that do not exist are neither read nor replayed nor dropped',
      using(open, async ({ log }) => {
        expect(await log.replayDeadLetter('999999999')).toBe(false);
        expect(await log.dropDeadLetter('no-such-letter')).toBe(false);
        for (const id of ['999999999', 'no-such-letter', '', '1e3', '-1', '1-1-group', `1-1-${'x'.repeat(300)}`]) {
          expect([id, await log.deadLetter(id)]).toEqual([id, undefined]);
        }
      }),
      limit,
    );
  });
}
