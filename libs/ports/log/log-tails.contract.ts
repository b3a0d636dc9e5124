import { describe, expect, it } from '@jest/globals';
import type { Position } from './log.js';
import { eventOf, firsts, Heard, nameOf, type Open, patience, series, unique, using } from './log-kit.contract.js';

const limit = patience * 2;

export function tailContract(open: Open): void {
  describe('tails', () => {
    it(
      'hear everything from the start and what comes after, each on its own',
      using(open, async ({ log }) => {
        const topic = unique('topic');
        const [one, two] = [new Heard(), new Heard()];
        await log.append(series(topic, 'a', 3));
        await log.tail([topic], '', async (events) => void (await one.handle(events)));
        await log.tail([topic], '', async (events) => void (await two.handle(events)));
        await log.append([eventOf(topic, 'a', 4)]);
        await Promise.all([one.has('a4'), two.has('a4')]);
        expect(firsts(one.names)).toEqual(['a1', 'a2', 'a3', 'a4']);
        expect(firsts(two.names)).toEqual(firsts(one.names));
      }),
      limit,
    );

    it(
      'go on after a position of a former tail, also after a restart',
      using(open, async ({ log, reopen }) => {
        const topic = unique('topic');
        const positions: Position[] = [];
        const before = new Heard();
        await log.append(series(topic, 'a', 3));
        const tail = await log.tail([topic], '', async (events, position) => {
          await before.handle(events);
          positions.push(position);
        });
        await tail.reached(await log.end([topic]));
        const again = await reopen();
        await again.append([eventOf(topic, 'a', 4)]);
        const after = new Heard();
        await again.tail([topic], positions.at(-1) ?? '', async (events) => void (await after.handle(events)));
        await after.has('a4');
        expect(after.names).toEqual(['a4']);
      }),
      limit,
    );

    it(
      'have handled everything acknowledged before end() once reached(end) resolves',
      using(open, async ({ log }) => {
        const [topic, quiet, noisy] = [unique('topic'), unique('quiet'), unique('noisy')];
        const heard = new Heard();
        const tail = await log.tail([topic, quiet], '', async (events) => void (await heard.handle(events)));
        for (let n = 1; n <= 20; n++) {
          await log.append([eventOf(topic, 'a', n), eventOf(noisy, 'x', n)]);
          await tail.reached(await log.end([topic, quiet]));
          expect(heard.names.at(-1)).toBe(`a${n}`);
        }
        await tail.reached(tail.position());
      }),
      limit,
    );

    it(
      'are at the end of empty topics at once',
      using(open, async ({ log }) => {
        const topics = [unique('empty'), unique('empty')];
        const tail = await log.tail(topics, '', () => {});
        await tail.reached(await log.end(topics));
      }),
      limit,
    );

    it(
      'started at the end hear only what comes after',
      using(open, async ({ log }) => {
        const topic = unique('topic');
        const heard = new Heard();
        await log.append(series(topic, 'a', 3));
        await log.tail([topic], await log.end([topic]), async (events) => void (await heard.handle(events)));
        await log.append([eventOf(topic, 'a', 4)]);
        await heard.has('a4');
        expect(heard.names).toEqual(['a4']);
      }),
      limit,
    );

    it(
      'get a batch again when the handler fails',
      using(open, async ({ log }) => {
        const topic = unique('topic');
        let failures = 2;
        const heard = new Heard(async () => {
          if (failures-- > 0) throw new Error('not now');
        });
        await log.append(series(topic, 'a', 2));
        const tail = await log.tail([topic], '', async (events) => void (await heard.handle(events)));
        await tail.reached(await log.end([topic]));
        expect(heard.batches.length).toBeGreaterThanOrEqual(3);
        expect(firsts(heard.names)).toEqual(['a1', 'a2']);
      }),
      limit,
    );

    it(
      'reject those who wait when they are closed, and hear nothing after',
      using(open, async ({ log }) => {
        const topic = unique('topic');
        const [closed, open_] = [new Heard(), new Heard()];
        const tail = await log.tail([topic], '', async () => {
          throw new Error('never');
        });
        await log.append([eventOf(topic, 'a', 1)]);
        const waiting = expect(tail.reached(await log.end([topic]))).rejects.toThrow(/closed/);
        await tail.close();
        await waiting;
        const second = await log.tail([topic], '', async (events) => void (await closed.handle(events)));
        await closed.has('a1');
        await second.close();
        await log.tail([topic], '', async (events) => void (await open_.handle(events)));
        await log.append([eventOf(topic, 'a', 2)]);
        await open_.has('a2');
        expect(closed.names).toEqual(['a1']);
      }),
      limit,
    );
  });

  describe('compaction', () => {
    it(
      'keeps the newest event of each key for new groups and new tails',
      using(open, async ({ log, reopen }) => {
        const topic = unique('topic');
        const keys = ['a', 'b', 'c'];
        const first = new Heard();
        await log.subscribe(unique('first'), [topic], first.handle);
        for (let n = 1; n <= 200; n++) await log.append(keys.map((key) => eventOf(topic, key, n)));
        await log.append([eventOf(topic, 'once', 1)]);
        await first.all(['a200', 'b200', 'c200', 'once1']);
        await log.close();
        const again = await reopen();
        await again.append([eventOf(topic, 'd', 1)]);
        const [group, tail] = [new Heard(), new Heard()];
        await again.subscribe(unique('late'), [topic], group.handle);
        await again.tail([topic], '', async (events) => void (await tail.handle(events)));
        for (const heard of [group, tail]) {
          await heard.all(['a200', 'b200', 'c200', 'once1', 'd1']);
          for (const key of keys) {
            const all = series(topic, key, 200).map(nameOf);
            expect(all.filter((name) => heard.of(key).includes(name))).toEqual(firsts(heard.of(key)));
          }
        }
      }),
      limit,
    );
  });
}
