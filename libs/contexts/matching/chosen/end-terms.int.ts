import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { ChosenEventData } from '#contracts/match';
import { TOPICS } from '#contracts/topics';
import { FixedClock } from '#test/kit/clock';
import { TemporaryStore } from '#test/kit/embedded';
import { demandState, NOW } from '#test/kit/makers';
import { CHOSEN_LISTS } from './chosen.store.js';
import { ChosenLists } from './chosen-lists.js';
import { EndTerms } from './end-terms.js';

const FIRMS = ['a', 'b', 'c'].map((firmId) => ({ firmId, firmName: firmId }));
const onDay = (days: number): string => new Date(Date.parse(NOW) + days * 86_400_000).toISOString();

let temporary: TemporaryStore;
let clock: FixedClock;
let lists: ChosenLists;
beforeEach(async () => {
  temporary = await TemporaryStore.open();
  clock = new FixedClock();
  lists = new ChosenLists(await temporary.store.collection(CHOSEN_LISTS), clock);
});
afterEach(() => temporary.destroy());

const process = () => new EndTerms(lists, clock);
const endOn = (day: number): Promise<number> => {
  clock.set(onDay(day));
  return process().run();
};
const open = (id: string) => lists.follow(demandState(id, { chosen: { order: 'in-turn', days: 7, firms: FIRMS } }));
const told = async () =>
  (await temporary.events<ChosenEventData>(TOPICS.chosen)).flatMap(({ subject, data }) =>
    data.moved.map(({ firmId, state }) => `${subject} ${firmId} ${state}`),
  );

describe('the term of a chosen firm', () => {
  it('is ended once, and the next is asked in the same write, until nobody is left', async () => {
    await open('d');
    expect([
      await endOn(6.9),
      await endOn(7),
      await endOn(7),
      await endOn(14),
      await endOn(21),
      await endOn(90),
    ]).toEqual([0, 1, 0, 1, 1, 0]);
    expect(await told()).toEqual([
      ...['d a asked', 'd b waiting', 'd c waiting'],
      ...['d a ran-out', 'd b asked', 'd b ran-out', 'd c asked', 'd c ran-out'],
    ]);
  });

  it('that came due while nothing ran is ended at the next start; the next firm has its whole term from then', async () => {
    await open('d');
    expect(await endOn(30)).toBe(1);
    const list = (await lists.of(['d'])).get('d');
    expect(list?.firms[1]).toMatchObject({ state: 'asked', askedAt: onDay(30), askedUntil: onDay(37) });
  });

  it('is ended once by several processes at once', async () => {
    for (let at = 0; at < 200; at += 1) await open(`d${at}`);
    clock.set(onDay(8));
    const counts = await Promise.all([1, 2, 3].map(() => process().run()));
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(200);
    const ended = (await told()).filter((line) => line.endsWith('ran-out'));
    const asked = (await told()).filter((line) => line.endsWith('b asked'));
    expect([ended.length, new Set(ended).size, asked.length]).toEqual([200, 200, 200]);
  });
});
