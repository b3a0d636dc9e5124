import { describe, expect, it } from '@jest/globals';
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

export function deliveryContract(open: Open): void {
  describe('delivery', () => {
    it(
      'gives a new group everything from the beginning, whole and as it was appended',
      using(open, async ({ log }) => {
        const topic = unique('topic');
        const event = {
          ...eventOf(topic, 'a', 1),
          data: { 名称: '海尔', list: [1, null, { deep: true }] },
          causationid: 'c',
        };
        await log.append([event]);
        const got: unknown[] = [];
        const heard = new Heard(async (events) => {
          got.push(...events);
        });
        await log.subscribe(unique('group'), [topic], heard.handle);
        await heard.has('a1');
        expect(got[0]).toEqual(event);
      }),
      limit,
    );

    it(
      'gives what is appended after the subscription, on every topic subscribed and on no other',
      using(open, async ({ log }) => {
        const [one, two, other] = [unique('one'), unique('two'), unique('other')];
        const heard = new Heard();
        await log.subscribe(unique('group'), [one, two], heard.handle);
        await log.append([eventOf(other, 'x', 1), eventOf(one, 'a', 1)]);
        await log.append([eventOf(two, 'b', 1)]);
        await heard.all(['a1', 'b1']);
        expect(heard.of('x')).toEqual([]);
      }),
      limit,
    );

    it(
      'keeps the order of each key, within and across batches and calls of append',
      using(open, async ({ log }) => {
        const topic = unique('topic');
        const heard = new Heard();
        const rounds = Array.from({ length: 40 }, (_, i) => ['a', 'b', 'c'].map((key) => eventOf(topic, key, i + 1)));
        await log.append(rounds.slice(0, 20).flat());
        await log.subscribe(unique('group'), [topic], heard.handle, { batch: 7 });
        for (const round of rounds.slice(20)) await log.append(round);
        await heard.all(['a40', 'b40', 'c40']);
        for (const key of ['a', 'b', 'c']) {
          expect(firsts(heard.of(key))).toEqual(series(topic, key, 40).map(nameOf));
        }
        expect(Math.max(...heard.batches.map((batch) => batch.length))).toBeLessThanOrEqual(7);
      }),
      limit,
    );

    it(
      'keeps the order of appends that were not awaited one by one',
      using(open, async ({ log }) => {
        const topic = unique('topic');
        const heard = new Heard();
        await log.subscribe(unique('group'), [topic], heard.handle);
        await Promise.all(series(topic, 'a', 50).map((event) => log.append([event])));
        await heard.has('a50');
        expect(firsts(heard.names)).toEqual(series(topic, 'a', 50).map(nameOf));
      }),
      limit,
    );

    it(
      'gives every group all events',
      using(open, async ({ log }) => {
        const topic = unique('topic');
        const [one, two] = [new Heard(), new Heard()];
        await log.subscribe(unique('one'), [topic], one.handle);
        await log.append(series(topic, 'a', 10));
        await log.subscribe(unique('two'), [topic], two.handle);
        await Promise.all([one.has('a10'), two.has('a10')]);
        expect(firsts(one.names)).toEqual(firsts(two.names));
      }),
      limit,
    );

    it(
      'has one batch in flight at most',
      using(open, async ({ log }) => {
        const topic = unique('topic');
        let inFlight = 0;
        let most = 0;
        const heard = new Heard(async () => {
          inFlight += 1;
          most = Math.max(most, inFlight);
          await new Promise((resolve) => setTimeout(resolve, 5));
          inFlight -= 1;
        });
        await log.append(series(topic, 'a', 30));
        await log.subscribe(unique('group'), [topic], heard.handle, { batch: 5 });
        await log.append(series(topic, 'b', 30));
        await heard.all(['a30', 'b30']);
        expect(most).toBe(1);
      }),
      limit,
    );

    it(
      'loses none of 10,000 events appended while it is subscribed',
      using(open, async ({ log }) => {
        const topic = unique('topic');
        const heard = new Heard();
        const keys = Array.from({ length: 100 }, (_, i) => `k${i}-`);
        const append = async (from: number) => {
          for (let s = from; s <= 100; s += 4) await log.append(keys.map((key) => eventOf(topic, key, s)));
        };
        const subscribed = log.subscribe(unique('group'), [topic], heard.handle, { batch: 500 });
        await Promise.all([subscribed, ...[1, 2, 3, 4].map(append)]);
        const all = keys.flatMap((key) => series(topic, key, 100).map(nameOf));
        await heard.until((handled) => handled.length >= all.length);
        await heard.all(all);
      }),
      limit,
    );

    it(
      'refuses a second subscription of a group until the first is closed',
      using(open, async ({ log }) => {
        const [topic, group] = [unique('topic'), unique('group')];
        const first = await log.subscribe(group, [topic], new Heard().handle);
        await expect(log.subscribe(group, [topic], new Heard().handle)).rejects.toThrow(group);
        await first.close();
        const heard = new Heard();
        await log.subscribe(group, [topic], heard.handle);
        await log.append([eventOf(topic, 'a', 1)]);
        await heard.has('a1');
      }),
      limit,
    );

    it(
      'goes on where a closed subscription has ended',
      using(open, async ({ log }) => {
        const [topic, group] = [unique('topic'), unique('group')];
        const [before, after] = [new Heard(), new Heard()];
        const subscription = await log.subscribe(group, [topic], before.handle);
        await log.append(series(topic, 'a', 3));
        await before.has('a3');
        await subscription.close();
        await log.append([eventOf(topic, 'a', 4)]);
        await log.subscribe(group, [topic], after.handle);
        await after.has('a4');
        expect(after.names).toEqual(['a4']);
        expect(before.of('a4')).toEqual([]);
      }),
      limit,
    );

    it(
      'gives a topic added to a known group from its beginning',
      using(open, async ({ log }) => {
        const [old, added, group] = [unique('old'), unique('added'), unique('group')];
        const [before, after] = [new Heard(), new Heard()];
        await log.append([eventOf(added, 'b', 1), ...series(old, 'a', 5), eventOf(added, 'b', 2)]);
        const subscription = await log.subscribe(group, [old], before.handle);
        await before.has('a5');
        await subscription.close();
        await log.subscribe(group, [old, added], after.handle);
        await log.append([eventOf(old, 'a', 6)]);
        await after.all(['b1', 'b2', 'a6']);
        expect(after.of('a')).toEqual(['a6']);
      }),
      limit,
    );
  });

  describe('after a restart', () => {
    it(
      'has what was acknowledged and does not repeat what was handled before a clean close',
      using(open, async ({ log, reopen }) => {
        const [topic, group] = [unique('topic'), unique('group')];
        const [before, after] = [new Heard(), new Heard()];
        await log.append(series(topic, 'a', 5));
        await log.subscribe(group, [topic], before.handle);
        await before.has('a5');
        await log.close();
        const again = await reopen();
        await again.append([eventOf(topic, 'a', 6)]);
        await again.subscribe(group, [topic], after.handle);
        await after.has('a6');
        expect(after.names).toEqual(['a6']);
      }),
      limit,
    );

    it(
      'delivers again what was being handled when it crashed',
      using(open, async ({ log, reopen }) => {
        const [topic, group] = [unique('topic'), unique('group')];
        let begun: () => void = () => {};
        let release: () => void = () => {};
        const [started, hangs] = [new Promise<void>((r) => (begun = r)), new Promise<void>((r) => (release = r))];
        await log.append(series(topic, 'a', 3));
        await log.subscribe(group, [topic], () => {
          begun();
          return hangs;
        });
        await started;
        const after = new Heard();
        const again = await reopen();
        release();
        await again.subscribe(group, [topic], after.handle);
        await after.has('a3');
        expect(firsts(after.names)).toEqual(['a1', 'a2', 'a3']);
      }),
      limit,
    );
  });

  describe('lag and reset', () => {
    it(
      'counts per group and topic what was not handled yet',
      using(open, async ({ log }) => {
        const [one, two, group] = [unique('one'), unique('two'), unique('group')];
        const heard = new Heard();
        const subscription = await log.subscribe(group, [one, two], heard.handle);
        await log.append([...series(one, 'a', 2), ...series(two, 'b', 2)]);
        await heard.all(['a2', 'b2']);
        await subscription.close();
        await log.append(series(one, 'c', 3));
        const lag = await log.lag(group);
        expect(lag.sort((a, b) => b.events - a.events)).toEqual([
          { group, topic: one, events: 3 },
          { group, topic: two, events: 0 },
        ]);
        expect(await log.lag()).toEqual(expect.arrayContaining(lag));
      }),
      limit,
    );

    it(
      'falls to nothing once everything is handled',
      using(open, async ({ log }) => {
        const [topic, group] = [unique('topic'), unique('group')];
        await log.append(series(topic, 'a', 10));
        await log.subscribe(group, [topic], new Heard().handle);
        await eventually(async () => (await log.lag(group)).every(({ events }) => events === 0));
      }),
      limit,
    );

    it(
      'moves a group to the start and to a position, but not while it is subscribed',
      using(open, async ({ log }) => {
        const [topic, group] = [unique('topic'), unique('group')];
        const first = new Heard();
        await log.append(series(topic, 'a', 2));
        const middle = await log.end([topic]);
        await log.append([eventOf(topic, 'a', 3)]);
        let subscription = await log.subscribe(group, [topic], first.handle);
        await first.has('a3');
        await expect(log.reset(group, '')).rejects.toThrow(group);
        for (const [position, expected] of [
          ['', ['a1', 'a2', 'a3']],
          [middle, ['a3']],
        ] as const) {
          await subscription.close();
          await log.reset(group, position);
          const heard = new Heard();
          subscription = await log.subscribe(group, [topic], heard.handle);
          await heard.has('a3');
          expect(heard.names).toEqual(expected);
        }
      }),
      limit,
    );
  });
}
