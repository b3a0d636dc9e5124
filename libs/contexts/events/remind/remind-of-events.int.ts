import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { AgendaState, MatchmakingEventData } from '#contracts/matchmaking';
import { EVENTS, TOPICS } from '#contracts/topics';
import type { Collection } from '#ports/store/store';
import { FixedClock } from '#test/kit/clock';
import { TemporaryStore } from '#test/kit/embedded';
import { moveMatchmaking } from '../event/matchmaking.rules.js';
import { MATCHMAKINGS, type Matchmaking, PLANS, type Plan } from '../events.store.js';
import { plannedMeeting } from '../plan/plan.rules.js';
import { RemindOfEvents } from './remind-of-events.js';

const NOW = '2027-03-01T00:00:00.000Z';
const act = { by: { role: 'staff' as const, personName: '陈静' }, at: NOW };

/** An event on a day, one step before its schedule is final. */
const event = (day: string): Matchmaking => ({
  ...{ id: 'e', version: 1, title: '活动', phase: 'provisional', slotMinutes: 20, tables: 4 },
  sessions: [{ from: `${day}T01:00:00.000Z`, to: `${day}T02:00:00.000Z` }],
  ...{ breaks: [], programme: [], musts: { leader: 1, sme: 1 }, createdAt: NOW, updatedAt: NOW },
  limits: { leader: { min: 0, max: 9 }, sme: { min: 0, max: 9 } },
});

/** What the event is after it has become final. */
function final(day: string): Matchmaking {
  const moved = moveMatchmaking(event(day), 'final', act);
  if (!moved.ok) throw new Error(moved.failure.code);
  return moved.value.doc;
}

let temporary: TemporaryStore;
let events: Collection<Matchmaking>;
let plans: Collection<Plan>;
let clock: FixedClock;
let reminding: RemindOfEvents;
beforeEach(async () => {
  temporary = await TemporaryStore.open();
  events = (await temporary.store.collection(MATCHMAKINGS)) as Collection<Matchmaking>;
  plans = (await temporary.store.collection(PLANS)) as Collection<Plan>;
  clock = new FixedClock('2027-03-03T00:59:59.000Z');
  reminding = new RemindOfEvents(events, plans, clock);
  const meetings = ['s', 't'].map((sme, slot) =>
    plannedMeeting('e', { leader: 'l:p1', sme: `${sme}:p1`, slot, table: 1 }),
  );
  await plans.insert([{ doc: { id: 'e', scheduleId: 's1', meetings, cancelled: [], updatedAt: NOW } }]);
});
afterEach(() => temporary.destroy());

describe('an event that is final', () => {
  it('reminds all who meet somebody a day before its first meeting, once', async () => {
    const { version: _v, ...doc } = final('2027-03-04');
    await events.insert([{ doc }]);
    expect(await reminding.run()).toBe(0);
    clock.pass(1);
    const other = new RemindOfEvents(events, plans, clock);
    const counts = await Promise.all([reminding.run(), other.run()]);
    expect(counts[0] + counts[1]).toBe(1);
    expect(await reminding.run()).toBe(0);
    const told = await temporary.events<AgendaState>(TOPICS.agenda);
    expect(told.map(({ type, data }) => [type, data.organisationId, data.meetings.length]).sort()).toEqual([
      [EVENTS.agendaReminded, 'l', 2],
      [EVENTS.agendaReminded, 's', 1],
      [EVENTS.agendaReminded, 't', 1],
    ]);
    const [changed] = await temporary.events<MatchmakingEventData>(TOPICS.matchmaking);
    expect(changed?.data.change).toMatchObject({ action: 'remind', byName: '系统' });
    expect(JSON.stringify(changed?.data)).not.toContain('remindAt');
  });

  it('does not remind where it has become final on the day before, or is under way', () => {
    expect(final('2027-03-04').remindAt).toBe('2027-03-03T01:00:00.000Z');
    expect(final('2027-03-01').remindAt).toBeUndefined();
    const live = moveMatchmaking(final('2027-03-04'), 'live', act);
    expect(live.ok && live.value.doc.remindAt).toBeUndefined();
  });
});
