import type { EventSide, SeatOfferState, SeatOfferStatus, Span } from '#contracts/matchmaking';
import { EVENTS, TOPICS } from '#contracts/topics';
import { fail, ok, type Result } from '#platform/errors/errors';
import { idFrom } from '#platform/ids';
import type { Decision } from '#platform/store/change';
import type { EventDraft } from '#ports/event';
import { type Act, changeOf } from '../act.js';
import { slotsOf } from '../event/slots.js';
import { eventsErrors } from '../events.errors.js';
import type { Matchmaking, Registration, SeatOffer } from '../events.store.js';
import { plannedMeeting } from '../plan/plan.rules.js';
import { partyOf } from '../scheduling/instance.js';
import type { Suggestion } from './suggest-seats.js';

type Written = Omit<SeatOffer, 'version'>;

/** What others may know of a stored offer: all but the keys by which it is found, and what only placing it needs. */
function seatOfferState(offer: SeatOffer): SeatOfferState {
  const { dueAt: _d, openKey: _o, leaderKey: _l, smeKey: _s, ...rest } = offer;
  const { lostId: _li, lostSlot: _ls, absentParty: _a, absentSide: _as, absentWasThere: _t, ...state } = rest;
  return state;
}

const eventOf = (doc: Written, version: number, type: string, act: Act, action: string): EventDraft => {
  const { leaderName, smeName } = doc;
  const data = {
    seatOffer: seatOfferState({ ...doc, version }),
    change: changeOf(act, action, `${leaderName} × ${smeName}`),
  };
  return { topic: TOPICS.seatOffer, type, time: act.at, data };
};

/** One offer for a meeting that is lost and a standby, however often it is made. */
export const seatOfferId = (lostId: string, { leader, sme }: Suggestion['added']): string =>
  idFrom('seat-offer', lostId, leader, sme);

export interface Asking {
  readonly event: Matchmaking;
  readonly absent: Registration;
  readonly suggestion: Suggestion;
  /** Names of organisations. */
  readonly nameOf: (organisationId: string) => string;
  /** How long one may take to answer; never past the beginning of the slot. */
  readonly minutes: number;
}

/** Both sides are asked; undefined where the slot has begun. */
export function askForSeat(
  { event, absent, suggestion, nameOf, minutes }: Asking,
  act: Act,
): { doc: Written; events: EventDraft[] } | undefined {
  const { lost, added, absent: absentParty } = suggestion;
  const slots = slotsOf(event);
  const span = slots[added.slot] as Span;
  const begins = [span.from, slots[lost.slot]?.from ?? span.from].sort()[0] as string;
  if (begins <= act.at) return undefined;
  const until = Date.parse(act.at) + minutes * 60_000;
  const answerBy = new Date(Math.min(until, Date.parse(begins))).toISOString();
  const [asks, can] = [partyOf(added.leader), partyOf(added.sme)];
  const lostId = plannedMeeting(event.id, lost).id;
  const doc: Written = {
    id: seatOfferId(lostId, added),
    matchmakingId: event.id,
    matchmakingTitle: event.title,
    absentId: absent.organisationId,
    absentName: absent.organisationName,
    ...{ leaderId: asks.organisationId, leaderName: nameOf(asks.organisationId), leaderPerson: asks.person },
    ...{ smeId: can.organisationId, smeName: nameOf(can.organisationId), smePerson: can.person },
    ...{ slot: added.slot, ...span, status: 'open' as const, answerBy, answers: {} },
    ...{ createdAt: act.at, updatedAt: act.at },
    ...{
      lostId,
      lostSlot: lost.slot,
      absentParty,
      absentSide: absent.side,
      absentWasThere: absent.checkedInAt !== undefined,
    },
    ...{ dueAt: answerBy, openKey: lostId },
    leaderKey: `${event.id}:${asks.organisationId}`,
    smeKey: `${event.id}:${can.organisationId}`,
  };
  return { doc, events: [eventOf(doc, 1, EVENTS.seatOffered, act, 'seat-ask')] };
}

export const sideIn = ({ leaderId, smeId }: SeatOfferState, organisationId: string): EventSide | undefined =>
  leaderId === organisationId ? 'leader' : smeId === organisationId ? 'sme' : undefined;

/** One side says whether it can. The second yes has the seat put into the plan; a no frees it. */
export function answerSeat(offer: SeatOffer, side: EventSide, yes: boolean, act: Act): Result<Decision<SeatOffer>> {
  const { status, answers } = offer;
  const before = answers[side];
  // Two taps, or two people of one side who say the same.
  if (before?.yes === yes && status !== 'lapsed' && status !== 'void') return ok({ doc: offer });
  const inTime = offer.answerBy > act.at;
  if (status !== 'open' || !inTime)
    return fail(eventsErrors.offer_closed({ status: status === 'open' ? 'lapsed' : status }));
  const { byName } = changeOf(act, '');
  const said = { ...offer, answers: { ...answers, [side]: { yes, at: act.at, byName } }, updatedAt: act.at };
  if (!yes) return ok(closed(said, 'refused', act));
  const both = said.answers.leader?.yes && said.answers.sme?.yes;
  const doc = both ? { ...said, status: 'agreed' as const, dueAt: act.at } : said;
  return ok({ doc, events: [eventOf(doc, offer.version + 1, EVENTS.seatAnswered, act, 'seat-yes')] });
}

/** Nobody has to answer any more. */
export function closeSeat(offer: SeatOffer, status: 'placed' | 'lapsed' | 'void', act: Act): Decision<SeatOffer> {
  const isOver = offer.status === 'placed' || offer.status === 'refused' || offer.status === 'void';
  return isOver ? { doc: offer } : closed(offer, status, act);
}

function closed(offer: SeatOffer, status: SeatOfferStatus, act: Act): Decision<SeatOffer> {
  const { dueAt: _d, openKey: _o, leaderKey: _l, smeKey: _s, ...rest } = offer;
  const doc = { ...rest, status, updatedAt: act.at };
  return { doc, events: [eventOf(doc, offer.version + 1, EVENTS.seatClosed, act, `seat-${status}`)] };
}
