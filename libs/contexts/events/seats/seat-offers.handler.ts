import { Injectable } from '@nestjs/common';
import type { Phase } from '#contracts/matchmaking';
import type { Meeting } from '#engines/schedule/types';
import { SYSTEM } from '#platform/access/access';
import { commonErrors } from '#platform/errors/common.errors';
import { fail, ok, type Result } from '#platform/errors/errors';
import type { Asked } from '#platform/http/request';
import { changeDocument } from '#platform/store/change';
import { InjectCollection } from '#platform/store/collections';
import { Clock } from '#platform/time/clock';
import type { Collection } from '#ports/store/store';
import type { Act } from '../act.js';
import { awayOf, withoutThem } from '../day/absence.js';
import { PlanChanges, type WantedChange } from '../day/plan-changes.js';
import { slotsOf } from '../event/slots.js';
import { eventsErrors } from '../events.errors.js';
import { type Registration, SEAT_OFFERS, type SeatOffer } from '../events.store.js';
import { plannedMeeting } from '../plan/plan.rules.js';
import { partyId, partyOf } from '../scheduling/instance.js';
import { asMeeting } from '../scheduling/questions.js';
import type { SeatsInput } from './seat-offer.dto.js';
import { answerSeat, askForSeat, closeSeat, sideIn } from './seat-offer.rules.js';
import { fillSeat, type Suggestion, suggestSeats } from './suggest-seats.js';

const PHASES: readonly Phase[] = ['final', 'live'];
/** How long one may take to answer, unless staff say. */
const MINUTES = 5;
/** The newest offers of an event that are looked at; a day has some dozens. */
const MOST = 500;
const TRIES = 5;

/** Both sides of a seat that somebody leaves empty are asked; when both agree, the plan holds it. */
@Injectable()
export class SeatOffersHandler {
  constructor(
    @InjectCollection(SEAT_OFFERS) private readonly offers: Collection<SeatOffer>,
    private readonly changes: PlanChanges,
    private readonly clock: Clock,
  ) {}

  /** For each seat that is not asked about yet, the next standby and who waits there are asked. Answers the new offers. */
  async ask(id: string, { minutes = MINUTES, ...absence }: SeatsInput, asked: Asked): Promise<Result<SeatOffer[]>> {
    const found = await this.changes.found(id, PHASES);
    if (!found.ok) return found;
    const { event, plan, registrations } = found.value;
    const away = awayOf(found.value, absence, this.changes.firstOpenSlot(found.value));
    if (!away.ok) return away;
    const maybe = mayBeAsked(id, await this.of(id));
    const names = new Map(registrations.map((one) => [one.organisationId, one.organisationName]));
    const act = { by: asked.caller, at: this.clock.iso() };
    const absent = away.value.registration;
    const nameOf = (organisationId: string) => names.get(organisationId) ?? organisationId;
    const made = suggestSeats(away.value, plan.meetings.map(asMeeting), maybe).flatMap((suggestion) => {
      const offer = askForSeat({ event, absent, suggestion, nameOf, minutes }, act);
      return offer ? [offer] : [];
    });
    if (made.length === 0) return ok([]);
    const written = await this.offers.insert(made, asked.command.cause);
    // Two at the desk who ask at once ask the same, or find the seat asked about.
    return ok(written.flatMap((one) => ('doc' in one ? [one.doc] : [])));
  }

  /** The offers of an event, the newest first. */
  async of(id: string): Promise<SeatOffer[]> {
    return (await this.offers.find('byEvent', { eq: [id], limit: MOST, descending: true })).items;
  }

  /** What an organisation is asked at an event and can still answer. */
  async openFor({ matchmakingId, organisationId, side }: Registration): Promise<SeatOffer[]> {
    const index = side === 'leader' ? 'ofLeader' : 'ofSme';
    const asked = await this.offers.manyBy(index, [`${matchmakingId}:${organisationId}`]);
    const now = this.clock.iso();
    return asked.filter(({ status, answerBy }) => status === 'agreed' || answerBy > now);
  }

  /** The caller's organisation says yes or no; the second yes puts the seat into the plan before it is answered. */
  async answer(id: string, offerId: string, yes: boolean, { caller, command }: Asked): Promise<Result<SeatOffer>> {
    const before = await this.offers.get(offerId);
    const side = before && sideIn(before, caller.organisation?.id ?? '');
    if (!before || before.matchmakingId !== id || !side) return fail(eventsErrors.no_such_offer());
    const act = { by: caller, at: this.clock.iso() };
    const answered = await changeDocument(this.offers, offerId, { cause: command.cause }, (offer) =>
      answerSeat(offer, side, yes, act),
    );
    if (!answered.ok || answered.value.status !== 'agreed') return answered;
    const settled = await this.settle(answered.value, SYSTEM);
    // Where another change of the plan was in the way, it is tried again within a second.
    return settled.ok ? settled : ok((await this.offers.get(offerId)) ?? answered.value);
  }

  /** Staff put the seat into the plan without waiting for answers. */
  async place(id: string, offerId: string, { caller }: Asked): Promise<Result<SeatOffer>> {
    const offer = await this.offers.get(offerId);
    if (offer?.matchmakingId !== id) return fail(eventsErrors.no_such_offer());
    if (offer.status === 'placed') return ok(offer);
    if (offer.status === 'refused' || offer.status === 'void')
      return fail(eventsErrors.offer_closed({ status: offer.status }));
    return this.settle(offer, caller);
  }

  /** Number of offers that were done with: one that was not answered in time lapses, one that both agreed to is placed. */
  async due(offer: SeatOffer, at: string): Promise<number> {
    if (offer.status === 'agreed') return (await this.settle(offer, SYSTEM)).ok ? 1 : 0;
    const lapsed = await changeDocument(this.offers, offer.id, { version: offer.version }, (one) =>
      ok(closeSeat(one, 'lapsed', { by: SYSTEM, at })),
    );
    return lapsed.ok ? 1 : 0;
  }

  /**
   * Puts the seat into the plan and closes the offer, or closes it as void. The plan is written first: what is cut off in
   * between finds its meeting there.
   */
  private async settle(offer: SeatOffer, by: Act['by']): Promise<Result<SeatOffer>> {
    const placed = await this.intoPlan(offer, by);
    if (!placed.ok && placed.failure.code === commonErrors.stale().code) return placed;
    const act = { by, at: this.clock.iso() };
    const closed = await changeDocument(this.offers, offer.id, {}, (one) =>
      ok(closeSeat(one, placed.ok ? 'placed' : 'void', act)),
    );
    return placed.ok ? closed : placed;
  }

  private async intoPlan(offer: SeatOffer, by: Act['by']): Promise<Result<unknown>> {
    const stale = commonErrors.stale();
    for (let tries = 0; tries < TRIES; tries += 1) {
      const found = await this.changes.found(offer.matchmakingId, PHASES);
      if (!found.ok) return found;
      const gathered = found.value;
      const suggestion = suggestionOf(offer);
      if (gathered.plan.meetings.some(({ id }) => id === plannedMeeting(offer.matchmakingId, suggestion.added).id))
        return ok(undefined);
      if (this.isTooLate(offer, gathered)) return fail(eventsErrors.offer_taken());
      const wanted = { gathered, because: 'absent' as const, next: filling(offer, gathered), note: noteOf(offer) };
      const { version } = gathered.plan;
      const command = { key: undefined, cause: undefined };
      const made = await this.changes.make(wanted, { caller: by, command, version });
      if (made.ok || made.failure.code !== stale.code) return made;
    }
    return fail(stale);
  }

  /** One of the slots has begun, or who was awaited has come since. */
  private isTooLate(offer: SeatOffer, { event, registrations }: WantedChange['gathered']): boolean {
    const slots = slotsOf(event);
    const now = this.clock.iso();
    const begun = [offer.slot, offer.lostSlot].some((slot) => (slots[slot]?.from ?? '') <= now);
    const absent = registrations.find(({ organisationId }) => organisationId === offer.absentId);
    return begun || (!offer.absentWasThere && absent?.checkedInAt !== undefined);
  }
}

const noteOf = ({ absentName, leaderName, smeName }: SeatOffer) => `${absentName} → ${leaderName} × ${smeName}`;

/** The seat of an offer as the engine takes it. */
function suggestionOf(offer: SeatOffer): Suggestion {
  const { leaderId, leaderPerson, smeId, smePerson, slot, lostSlot, absentParty } = offer;
  const added = { leader: partyId(leaderId, leaderPerson), sme: partyId(smeId, smePerson), slot, table: 1 };
  const lost = { ...added, slot: lostSlot, [offer.absentSide]: absentParty };
  return { added, lost, absent: absentParty };
}

/** Fills the seat of an offer, as far as it is still to be filled. */
const filling =
  (offer: SeatOffer, { instance }: WantedChange['gathered']): WantedChange['next'] =>
  (meetings) => {
    const away = withoutThem(instance, [{ party: offer.absentParty, from: offer.lostSlot }]);
    const filled = fillSeat(away, meetings, suggestionOf(offer));
    return filled ? ok(filled) : fail(eventsErrors.offer_taken());
  };

/** A seat is asked about once at a time, nobody twice about one seat, and nobody about two seats at one time. */
function mayBeAsked(id: string, offers: readonly SeatOffer[]): (lost: Meeting, standby: string) => boolean {
  const open = offers.filter(({ openKey }) => openKey !== undefined);
  const seats = new Set(open.map(({ lostId }) => lostId));
  const sides = ({ leaderId, smeId }: SeatOffer) => [leaderId, smeId];
  const busy = new Set(open.flatMap((one) => sides(one).map((side) => `${one.slot} ${side}`)));
  const known = new Set(offers.flatMap((one) => sides(one).map((side) => `${one.lostId} ${side}`)));
  return (lost, standby) => {
    const lostId = plannedMeeting(id, lost).id;
    const { organisationId } = partyOf(standby);
    return (
      !seats.has(lostId) && !busy.has(`${lost.slot} ${organisationId}`) && !known.has(`${lostId} ${organisationId}`)
    );
  };
}
