import { describe, expect, it } from '@jest/globals';
import type { AgendaState, PlannedMeeting } from '#contracts/matchmaking';
import { EVENTS, TOPICS } from '#contracts/topics';
import type { EventDraft } from '#ports/event';
import type { Matchmaking, Plan } from '../events.store.js';
import { adoptSchedule, changePlan, lockMeeting, plannedMeeting, publishPlan } from './plan.rules.js';

const NOW = '2027-03-01T00:00:00.000Z';
const act = { by: { role: 'staff' as const, personName: '陈静' }, at: NOW };
const event: Matchmaking = {
  ...{ id: 'e', version: 1, title: '活动', phase: 'final', slotMinutes: 20, tables: 4, createdAt: NOW, updatedAt: NOW },
  ...{ sessions: [], breaks: [], programme: [], musts: { leader: 1, sme: 1 } },
  limits: { leader: { min: 0, max: 9 }, sme: { min: 0, max: 9 } },
};
const slots = ['01:00', '01:20', '01:40'].map((time) => ({
  from: `2027-03-01T${time}:00.000Z`,
  to: `2027-03-01T${time}:30.000Z`,
}));

const meeting = (leader: string, sme: string, slot: number, table = 1): PlannedMeeting =>
  plannedMeeting('e', { leader: `${leader}:p1`, sme: `${sme}:p1`, slot, table });
const plan = (meetings: readonly PlannedMeeting[], publishedAt?: string): Plan => ({
  ...{ id: 'e', version: 3, scheduleId: 's1', meetings, cancelled: [], updatedAt: NOW },
  ...(publishedAt ? { publishedAt } : {}),
});
const told = (events: readonly EventDraft[] = []) =>
  events
    .filter(({ topic }) => topic === TOPICS.agenda)
    .map(({ type, key, data }) => {
      const { organisationId, meetings, added, moved, cancelled } = data as AgendaState;
      return { type, key, organisationId, meetings: meetings.length, added, moved, cancelled };
    });
const of = (organisationId: string, type: string, [meetings, added, moved, cancelled]: readonly number[]) => ({
  ...{ type, key: `e:${organisationId}`, organisationId, meetings, added, moved, cancelled },
});

const before = [meeting('l', 's', 0), meeting('l', 't', 1), meeting('k', 't', 0, 2)];

describe('a plan', () => {
  it('tells each organisation of its own meetings when it is published', () => {
    const { doc, events } = publishPlan(plan(before), event, slots, act);
    expect(doc.publishedAt).toBe(NOW);
    expect(told(events)).toEqual([
      of('l', EVENTS.agendaSettled, [2, 2, 0, 0]),
      of('s', EVENTS.agendaSettled, [1, 1, 0, 0]),
      of('t', EVENTS.agendaSettled, [2, 2, 0, 0]),
      of('k', EVENTS.agendaSettled, [1, 1, 0, 0]),
    ]);
    expect(events?.[1]?.data).toMatchObject({
      meetings: [{ organisationId: 's', from: slots[0]?.from }, { organisationId: 't' }],
    });
  });

  it('tells those whom a change concerns and nobody else, and keeps what is cancelled', () => {
    const after = [meeting('l', 't', 2), meeting('k', 't', 0, 2), meeting('l', 'u', 0)];
    const { doc, events } = changePlan(plan(before, NOW), { meetings: after, because: 'absent' }, event, slots, act);
    expect(told(events)).toEqual([
      of('l', EVENTS.agendaChanged, [2, 1, 1, 1]),
      of('s', EVENTS.agendaChanged, [0, 0, 0, 1]),
      of('u', EVENTS.agendaChanged, [1, 1, 0, 0]),
      of('t', EVENTS.agendaChanged, [2, 0, 1, 0]),
    ]);
    expect(doc.cancelled).toMatchObject([{ smeId: 's', because: 'absent' }]);
    const again = changePlan({ ...doc, version: 4 }, { meetings: before, because: 'absent' }, event, slots, act);
    expect(again.doc.cancelled.map(({ smeId }) => smeId)).toEqual(['u']);
  });

  it('tells nobody of a change before it is published', () => {
    const { events } = changePlan(plan(before), { meetings: [], because: 'absent' }, event, slots, act);
    expect(events?.map(({ topic }) => topic)).toEqual([TOPICS.plan]);
  });

  it('keeps locks on the meetings that another schedule has as well', () => {
    const locked = lockMeeting(plan(before), before[0]?.id ?? '', true, act);
    if (!locked.ok) throw new Error(locked.failure.code);
    const { doc } = adoptSchedule(locked.value.doc, 's2', before, act);
    expect(doc.meetings.map((one) => one.locked)).toEqual([true, undefined, undefined]);
    const free = lockMeeting(doc, before[0]?.id ?? '', false, act);
    expect(free).toMatchObject({ ok: true, value: { doc: { meetings: before } } });
    expect(lockMeeting(doc, 'nobody', true, act)).toMatchObject({ failure: { code: 'matchmaking.no_such_meeting' } });
  });
});
