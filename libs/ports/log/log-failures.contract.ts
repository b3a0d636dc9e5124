import { describe, expect, it } from '@jest/globals';
import type { LogEvent } from '#ports/event';
import { Unavailable } from '#ports/unavailable';
import { ack, skip, stop } from './log.js';
import {
  eventOf,
  eventually,
  firsts,
  Heard,
  nameOf,
  type Open,
  patience,
  series,
  unique,
  using,
} from './log-kit.contract.js';

const limit = patience * 2;

/** Fails every batch that holds `poison`, `times` times at most when the poison stands alone. */
function failing(poison: string, times = Number.POSITIVE_INFINITY) {
  const alone = { tries: 0 };
  const heard = new Heard(async (events: readonly LogEvent[]) => {
    if (!events.some((event) => nameOf(event) === poison)) return;
    if (events.length === 1) alone.tries += 1;
    if (alone.tries <= times) throw new Error(`no ${poison} today`);
  });
  return { heard, alone };
}

export function failureContract(open: Open): void {
  describe('outcomes', () => {
    it(
      'goes on after acks and skips, a skipped event is a dead letter with its reason',
      using(open, async ({ log }) => {
        const [topic, group] = [unique('topic'), unique('group')];
        const heard = new Heard(async (events) => events.map((e) => (e.sequence === 2 ? skip('not for us') : ack)));
        await log.append(series(topic, 'a', 4));
        await log.subscribe(group, [topic], heard.handle);
        await heard.has('a4');
        expect(heard.names).toEqual(['a1', 'a2', 'a3', 'a4']);
        const [letter] = await eventually(async () => {
          const letters = await log.deadLetters({ group, limit: 10 });
          return letters.length > 0 && letters;
        });
        expect(letter).toMatchObject({ group, reason: 'not for us', event: eventOf(topic, 'a', 2) });
      }),
      limit,
    );

    it(
      'never goes past a stop, tells of it, and comes back to it after a restart',
      using(open, async ({ log, reopen }) => {
        const [topic, group] = [unique('topic'), unique('group')];
        const heard = new Heard(async (events) => events.map((e) => (e.sequence === 3 ? stop('unknown schema') : ack)));
        await log.append(series(topic, 'a', 4));
        const subscription = await log.subscribe(group, [topic], heard.handle, { batch: 1 });
        await eventually(async () => subscription.stopped !== undefined);
        expect(subscription.stopped).toBe('unknown schema');
        expect(heard.names).toEqual(['a1', 'a2', 'a3']);
        expect(await log.lag(group)).toEqual([{ group, topic, events: 2, stopped: 'unknown schema' }]);
        await log.close();
        const after = new Heard();
        const again = await reopen();
        await again.subscribe(group, [topic], after.handle);
        await after.has('a4');
        expect(after.names).toEqual(['a3', 'a4']);
        expect(await again.deadLetters({ group, limit: 10 })).toEqual([]);
      }),
      limit,
    );

    it(
      'commits what stands before a stop within its batch, and no more',
      using(open, async ({ log }) => {
        const [topic, group] = [unique('topic'), unique('group')];
        await log.append(series(topic, 'a', 5));
        const subscription = await log.subscribe(group, [topic], async (events) =>
          events.map((e) => (e.sequence === 3 ? stop('halt') : ack)),
        );
        await eventually(async () => subscription.stopped !== undefined);
        await subscription.close();
        const after = new Heard();
        await log.subscribe(group, [topic], after.handle);
        await after.has('a5');
        expect(after.names).toEqual(['a3', 'a4', 'a5']);
      }),
      limit,
    );

    it(
      'takes a wrong number of outcomes for an error',
      using(open, async ({ log }) => {
        const [topic, group] = [unique('topic'), unique('group')];
        await log.append([eventOf(topic, 'a', 1)]);
        await log.subscribe(group, [topic], async () => [ack, ack], { tries: 1 });
        const [letter] = await eventually(async () => {
          const letters = await log.deadLetters({ group, limit: 10 });
          return letters.length > 0 && letters;
        });
        expect(letter?.reason).toMatch(/2 outcomes for 1/);
      }),
      limit,
    );
  });

  describe('a handler that throws', () => {
    it(
      'sees the failing event `tries` times, then it is a dead letter with the message; its key goes on in order',
      using(open, async ({ log }) => {
        const [topic, group] = [unique('topic'), unique('group')];
        const { heard, alone } = failing('a2');
        const others = ['b', 'c', 'd'].flatMap((key) => series(topic, key, 3));
        await log.append([...series(topic, 'a', 3), ...others]);
        await log.subscribe(group, [topic], heard.handle, { tries: 3 });
        await heard.all([...others.map(nameOf), 'a3']);
        expect(alone.tries).toBe(3);
        const letters = await eventually(async () => {
          const found = await log.deadLetters({ group, limit: 10 });
          return found.length > 0 && found;
        });
        expect(letters.map(({ reason, event }) => [reason, nameOf(event)])).toEqual([['no a2 today', 'a2']]);
        expect(heard.names.lastIndexOf('a2')).toBeLessThan(heard.names.lastIndexOf('a3'));
      }),
      limit,
    );

    it(
      'does not hear the other events of the batch over and over',
      using(open, async ({ log }) => {
        const topic = unique('topic');
        const { heard, alone } = failing('p1', 4);
        await log.append([...series(topic, 'a', 8), eventOf(topic, 'p', 1), ...series(topic, 'b', 7)]);
        await log.subscribe(unique('group'), [topic], heard.handle, { tries: 9 });
        await heard.all(['a8', 'b7']);
        await heard.until(() => alone.tries > 4);
        for (const name of [...series(topic, 'a', 8), ...series(topic, 'b', 7)].map(nameOf)) {
          expect(heard.names.filter((heardName) => heardName === name).length).toBeLessThanOrEqual(6);
        }
      }),
      limit,
    );

    it(
      'gets later events of the key only after the failing one has gone through, other keys meanwhile',
      using(open, async ({ log }) => {
        const [topic, group] = [unique('topic'), unique('group')];
        const { heard } = failing('a1', 3);
        await log.append([...series(topic, 'a', 3), ...series(topic, 'b', 3)]);
        await log.subscribe(group, [topic], heard.handle);
        await heard.all(['a3', 'b3']);
        const ended = firsts(heard.handled);
        expect(ended.filter((name) => name.startsWith('a'))).toEqual(['a1', 'a2', 'a3']);
        expect(ended.indexOf('b3')).toBeLessThan(ended.indexOf('a1'));
        expect(await log.deadLetters({ group, limit: 10 })).toEqual([]);
      }),
      limit,
    );

    it(
      'Unavailable pauses without counting as a try and goes on after',
      using(open, async ({ log }) => {
        const [topic, group] = [unique('topic'), unique('group')];
        let refusals = 4;
        const heard = new Heard(async () => {
          if (refusals-- > 0) throw new Unavailable('the store');
        });
        await log.append(series(topic, 'a', 3));
        await log.subscribe(group, [topic], heard.handle, { tries: 2 });
        await heard.until(() => refusals < 0);
        await heard.has('a3');
        expect(await log.deadLetters({ group, limit: 10 })).toEqual([]);
        expect(firsts(heard.names)).toEqual(['a1', 'a2', 'a3']);
      }),
      limit,
    );

    it(
      'that is order-free gets later events of the key while the failing one waits, and that one again later',
      using(open, async ({ log }) => {
        const [topic, group] = [unique('topic'), unique('group')];
        // Until the last of its key is through: where that waited for the first, neither would come.
        const heard: Heard = new Heard(async (events) => {
          if (events.some((event) => nameOf(event) === 'a1') && !heard.handled.includes('a3'))
            throw new Error('no a1 yet');
        });
        await log.append(series(topic, 'a', 3));
        await log.subscribe(group, [topic], heard.handle, { orderFree: true, batch: 1, tries: 100 });
        await heard.all(['a1', 'a2', 'a3']);
        expect(heard.batches[0]).toEqual(['a1']);
        expect(await log.deadLetters({ group, limit: 10 })).toEqual([]);
      }),
      limit,
    );

    it(
      'that is order-free and never takes the event leaves a dead letter',
      using(open, async ({ log }) => {
        const [topic, group] = [unique('topic'), unique('group')];
        const { heard } = failing('a1');
        await log.append(series(topic, 'a', 2));
        await log.subscribe(group, [topic], heard.handle, { orderFree: true, tries: 2 });
        await heard.has('a2');
        const letters = await eventually(async () => {
          const found = await log.deadLetters({ group, limit: 10 });
          return found.length > 0 && found;
        });
        expect(letters.map(({ event }) => nameOf(event))).toEqual(['a1']);
      }),
      limit,
    );
  });
}
