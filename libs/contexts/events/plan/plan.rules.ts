import type { AgendaState, CancelledMeeting, PlannedMeeting, Span } from '#contracts/matchmaking';
import { EVENTS, TOPICS } from '#contracts/topics';
import type { Meeting } from '#engines/schedule/types';
import { type Failure, fail, ok, type Result } from '#platform/errors/errors';
import { idFrom } from '#platform/ids';
import type { Decision } from '#platform/store/change';
import type { EventDraft } from '#ports/event';
import { type Act, changeOf } from '../act.js';
import { eventsErrors } from '../events.errors.js';
import type { Matchmaking, Plan } from '../events.store.js';
import { partyOf } from '../scheduling/instance.js';
import { organisationsIn } from './organisations-in.js';

/** A meeting of the engine as the event keeps it: its id is made of event and parties, who meet once. */
export function plannedMeeting(matchmakingId: string, { leader, sme, slot, table }: Meeting): PlannedMeeting {
  const [asks, can] = [partyOf(leader), partyOf(sme)];
  return {
    id: idFrom('meeting', matchmakingId, leader, sme),
    leaderId: asks.organisationId,
    leaderPerson: asks.person,
    smeId: can.organisationId,
    smePerson: can.person,
    slot,
    table,
  };
}

/** Of one organisation. */
export const isOf = (organisationId: string) => (meeting: PlannedMeeting) =>
  meeting.leaderId === organisationId || meeting.smeId === organisationId;

export interface PlanChange {
  readonly meetings: readonly PlannedMeeting[];
  readonly because: CancelledMeeting['because'];
}

/** The plan of an event that has none yet. */
export function firstPlan(
  event: Matchmaking,
  scheduleId: string,
  meetings: readonly PlannedMeeting[],
  act: Act,
): { doc: Omit<Plan, 'version'>; events: EventDraft[] } {
  const doc = { id: event.id, scheduleId, meetings, cancelled: [], updatedAt: act.at };
  return { doc, events: [planEvent(doc, 1, EVENTS.planAdopted, act, 'adopt')] };
}

/** Another schedule in place of the one before; locks stay with their meetings. */
export function adoptSchedule(
  plan: Plan,
  scheduleId: string,
  meetings: readonly PlannedMeeting[],
  act: Act,
): Decision<Plan> {
  const locked = new Set(plan.meetings.filter((meeting) => meeting.locked).map(({ id }) => id));
  const kept = meetings.map((meeting) => (locked.has(meeting.id) ? { ...meeting, locked: true } : meeting));
  const doc = { ...plan, scheduleId, meetings: kept, updatedAt: act.at };
  return { doc, events: [planEvent(doc, plan.version + 1, EVENTS.planAdopted, act, 'adopt')] };
}

/** Those who take part are asked whom they want to meet. */
export function askWishes(event: Matchmaking, organisationIds: readonly string[], act: Act): EventDraft[] {
  const nothing = { added: 0, moved: 0, cancelled: 0 };
  return organisationIds.map((id) => agendaEvent(event, id, [], nothing, [], EVENTS.agendaWishesAsked, act));
}

/** Everybody who meets somebody hears of it, each of their own meetings. */
export function publishPlan(plan: Plan, event: Matchmaking, slots: readonly Span[], act: Act): Decision<Plan> {
  const doc = { ...plan, publishedAt: act.at, updatedAt: act.at };
  const told = organisationsIn(doc.meetings).map((organisationId) => {
    const own = doc.meetings.filter(isOf(organisationId));
    const counts = { added: own.length, moved: 0, cancelled: 0 };
    return agendaEvent(event, organisationId, own, counts, slots, EVENTS.agendaSettled, act);
  });
  return { doc, events: [planEvent(doc, plan.version + 1, EVENTS.planPublished, act, 'publish'), ...told] };
}

/** Everybody who meets somebody is reminded of their own meetings. */
export function remindOfMeetings(plan: Plan, event: Matchmaking, slots: readonly Span[], act: Act): EventDraft[] {
  const nothing = { added: 0, moved: 0, cancelled: 0 };
  return organisationsIn(plan.meetings).map((id) =>
    agendaEvent(event, id, plan.meetings.filter(isOf(id)), nothing, slots, EVENTS.agendaReminded, act),
  );
}

/** Other meetings than before: once the plan is published, those whom it concerns hear what has changed for them. */
export function changePlan(
  plan: Plan,
  { meetings, because }: PlanChange,
  event: Matchmaking,
  slots: readonly Span[],
  act: Act,
  note?: string,
): Decision<Plan> {
  const now = new Map(meetings.map((meeting) => [meeting.id, meeting]));
  const before = new Map(plan.meetings.map((meeting) => [meeting.id, meeting]));
  const gone = plan.meetings.filter(({ id }) => !now.has(id));
  // What nobody was told of is not cancelled.
  const lost = plan.publishedAt ? gone.map((meeting) => ({ ...meeting, because, at: act.at })) : [];
  const cancelled = [...plan.cancelled.filter(({ id }) => !now.has(id)), ...lost];
  const doc = { ...plan, meetings, cancelled, updatedAt: act.at };
  const planned = planEvent(doc, plan.version + 1, EVENTS.planChanged, act, because, note);
  if (!plan.publishedAt) return { doc, events: [planned] };
  const added = meetings.filter(({ id }) => !before.has(id));
  const moved = meetings.filter((meeting) => isElsewhere(meeting, before.get(meeting.id)));
  const told = organisationsIn([...gone, ...added, ...moved]).map((organisationId) => {
    const count = (list: readonly PlannedMeeting[]) => list.filter(isOf(organisationId)).length;
    const counts = { added: count(added), moved: count(moved), cancelled: count(gone) };
    const own = meetings.filter(isOf(organisationId));
    return agendaEvent(event, organisationId, own, counts, slots, EVENTS.agendaChanged, act);
  });
  return { doc, events: [planned, ...told] };
}

const isElsewhere = (now: PlannedMeeting, before: PlannedMeeting | undefined): boolean =>
  before !== undefined && (before.slot !== now.slot || before.table !== now.table);

/** Staff keep a meeting as it is, or let it go again. */
export function lockMeeting(plan: Plan, meetingId: string, locked: boolean, act: Act): Result<Decision<Plan>> {
  const found = plan.meetings.find(({ id }) => id === meetingId);
  if (!found) return fail(noMeeting());
  const { locked: _was, ...free } = found;
  const meetings = plan.meetings.map((one) => (one === found ? { ...free, ...(locked ? { locked } : {}) } : one));
  const doc = { ...plan, meetings, updatedAt: act.at };
  const action = locked ? 'lock' : 'unlock';
  return ok({ doc, events: [planEvent(doc, plan.version + 1, EVENTS.planChanged, act, action)] });
}

export const noMeeting = (): Failure => eventsErrors.no_such_meeting();

function planEvent(
  doc: Omit<Plan, 'version'>,
  version: number,
  type: string,
  act: Act,
  action: string,
  note?: string,
): EventDraft {
  return {
    topic: TOPICS.plan,
    type,
    time: act.at,
    data: { plan: { ...doc, version }, change: changeOf(act, action, note) },
  };
}

function agendaEvent(
  event: Matchmaking,
  organisationId: string,
  own: readonly PlannedMeeting[],
  counts: Pick<AgendaState, 'added' | 'moved' | 'cancelled'>,
  slots: readonly Span[],
  type: string,
  act: Act,
): EventDraft {
  const data: AgendaState = {
    matchmakingId: event.id,
    matchmakingTitle: event.title,
    organisationId,
    meetings: own.map(({ id, leaderId, leaderPerson, smeId, smePerson, slot, table }) => {
      const asks = leaderId === organisationId;
      const other = { organisationId: asks ? smeId : leaderId, person: asks ? leaderPerson : smePerson };
      return { id, ...(slots[slot] as Span), ...other, table };
    }),
    ...counts,
  };
  return { topic: TOPICS.agenda, type, time: act.at, data, key: `${event.id}:${organisationId}` };
}
