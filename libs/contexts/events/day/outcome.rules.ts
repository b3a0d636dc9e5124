import type { EventSide, PlannedMeeting, SideOutcome } from '#contracts/matchmaking';
import { EVENTS, TOPICS } from '#contracts/topics';
import type { EventDraft } from '#ports/event';
import type { MeetingOutcome } from '../events.store.js';

export interface SaidOfMeeting {
  readonly outcome: SideOutcome;
  readonly note?: string | undefined;
}

/** What a side says of a meeting, in place of what it said before. `before` is what both have said so far. */
export function saidOf(
  matchmakingId: string,
  { id, leaderId, smeId }: PlannedMeeting,
  before: MeetingOutcome | undefined,
  side: EventSide,
  { outcome, note }: SaidOfMeeting,
): { doc: Omit<MeetingOutcome, 'version'>; events: EventDraft[] } {
  const notes: MeetingOutcome['notes'] = { ...before?.notes, [side]: note };
  const both = { leader: before?.leader, sme: before?.sme, [side]: outcome };
  const sides = { ...(both.leader ? { leader: both.leader } : {}), ...(both.sme ? { sme: both.sme } : {}) };
  const met = sides.leader?.met || sides.sme?.met;
  const state = { id, matchmakingId, leaderId, smeId, ...sides };
  const data = { ...state, version: (before?.version ?? 0) + 1 };
  return {
    doc: { ...state, notes: withoutEmpty(notes), ...(met ? { metKey: leaderId, metSmeKey: smeId } : {}) },
    events: [{ topic: TOPICS.meeting, type: EVENTS.meetingOutcomeGiven, time: outcome.at, data }],
  };
}

const withoutEmpty = ({ leader, sme }: MeetingOutcome['notes']): MeetingOutcome['notes'] => ({
  ...(leader ? { leader } : {}),
  ...(sme ? { sme } : {}),
});
