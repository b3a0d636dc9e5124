import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { DemandEventData } from '#contracts/demand';
import { EVENTS, TOPICS } from '#contracts/topics';
import type { Collection } from '#ports/store/store';
import { FixedClock } from '#test/kit/clock';
import { CountingCollection } from '#test/kit/counting-collection';
import { TemporaryStore } from '#test/kit/embedded';
import { demandState } from '#test/kit/makers';
import { DEMANDS, type Demand } from '../demand.store.js';
import { CloseExpiredDemands } from './close-expired.js';

let temporary: TemporaryStore;
let demands: CountingCollection<Demand>;
let clock: FixedClock;
let closing: CloseExpiredDemands;
beforeEach(async () => {
  temporary = await TemporaryStore.open();
  demands = new CountingCollection((await temporary.store.collection(DEMANDS)) as Collection<Demand>);
  clock = new FixedClock('2026-12-31T16:00:00.000Z');
  closing = new CloseExpiredDemands(demands, clock);
});
afterEach(() => temporary.destroy());

const put = async (id: string, deadline: string, status: Demand['status'] = 'published') => {
  const { version: _v, ...state } = demandState(id, { deadline, status });
  await demands.insert([{ doc: { ...state, ...(status === 'published' ? { dueKey: deadline } : {}) } }]);
};
const states = async () =>
  (await demands.scan({ limit: 1000 })).items.map(({ id, status, closeReason }) => [id, status, closeReason]);

describe('published demands whose deadline has passed', () => {
  beforeEach(async () => {
    await put('a-past', '2026-12-30T15:59:59.999Z');
    await put('b-just', '2026-12-31T16:00:00.000Z');
    await put('c-next', '2026-12-31T16:00:00.001Z');
    await put('d-draft', '2026-12-30T15:59:59.999Z', 'draft');
    await put('e-closed', '2026-12-30T15:59:59.999Z', 'closed');
  });
  const after = [
    ['a-past', 'closed', 'expired'],
    ['b-just', 'closed', 'expired'],
    ['c-next', 'published', undefined],
    ['d-draft', 'draft', undefined],
    ['e-closed', 'closed', undefined],
  ];

  it('are closed, those and no others', async () => {
    expect(await closing.run()).toBe(2);
    expect(await states()).toEqual(after);
    const events = await temporary.events<DemandEventData>(TOPICS.demand);
    // Several processes begin in different places: no order is promised.
    expect(events.map(({ type, subject, data }) => [type, subject, data.change.byName]).sort()).toEqual([
      [EVENTS.demandClosed, 'a-past', '系统'],
      [EVENTS.demandClosed, 'b-just', '系统'],
    ]);
  });

  it('are closed once when it runs twice, also at the same time', async () => {
    const closed = await Promise.all([closing.run(), new CloseExpiredDemands(demands, clock).run()]);
    expect(closed[0] + closed[1]).toBe(2);
    expect(await closing.run()).toBe(0);
    expect(await states()).toEqual(after);
    expect(await temporary.types(TOPICS.demand)).toHaveLength(2);
  });

  it('are closed when their time comes', async () => {
    await closing.run();
    clock.pass(1);
    expect(await closing.run()).toBe(1);
    expect((await demands.get('c-next'))?.closedAt).toBe('2026-12-31T16:00:01.000Z');
  });

  it('stay open when they are renewed just before', async () => {
    // The one that is due by then.
    clock.set('2026-12-30T16:00:00.000Z');
    demands.before = async (method) => {
      if (method !== 'save') return;
      demands.before = async () => undefined;
      const demand = (await demands.get('a-past')) as Demand;
      await demands.save({ ...demand, deadline: '2027-03-31T15:59:59.999Z', dueKey: '2027-03-31T15:59:59.999Z' });
    };
    expect(await closing.run()).toBe(0);
    expect(await demands.get('a-past')).toMatchObject({ status: 'published', deadline: '2027-03-31T15:59:59.999Z' });
  });
});

it('closes more than a page of them', async () => {
  const doc = (at: number) => {
    const { version: _v, ...state } = demandState(`d${at}`, { deadline: '2026-12-01T15:59:59.999Z' });
    return { doc: { ...state, dueKey: state.deadline } };
  };
  await demands.insert(Array.from({ length: 250 }, (_, at) => doc(at)));
  expect(await closing.run()).toBe(250);
  expect(await demands.count('due', [], 1000)).toBe(0);
});

it('closes each once in several processes at once, of which one has a clock an hour behind', async () => {
  const deadline = (at: number) => (at % 2 === 0 ? '2026-12-31T14:30:00.000Z' : '2026-12-31T15:30:00.000Z');
  await demands.insert(
    Array.from({ length: 250 }, (_, at) => {
      const { version: _v, ...state } = demandState(`d${at}`, { deadline: deadline(at) });
      return { doc: { ...state, dueKey: state.deadline } };
    }),
  );
  const behind = new CloseExpiredDemands(demands, new FixedClock('2026-12-31T15:00:00.000Z'));
  const closed = await Promise.all([closing.run(), behind.run(), new CloseExpiredDemands(demands, clock).run()]);
  expect(closed.reduce((sum, count) => sum + count, 0)).toBe(250);
  expect(await demands.count('due', [], 1000)).toBe(0);
  const events = await temporary.events<DemandEventData>(TOPICS.demand);
  expect(new Set(events.map(({ subject }) => subject)).size).toBe(250);
  expect(events).toHaveLength(250);
});
