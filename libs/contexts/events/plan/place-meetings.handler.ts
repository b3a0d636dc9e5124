import { Injectable } from '@nestjs/common';
import type { Phase } from '#contracts/matchmaking';
import { addMeeting } from '#engines/schedule/add';
import { moveMeeting, type Place } from '#engines/schedule/move';
import type { Meeting } from '#engines/schedule/types';
import type { Violation } from '#engines/schedule/validate';
import { type Failure, fail, ok, type Result } from '#platform/errors/errors';
import { PlanChanges, pairOf, type WantedChange } from '../day/plan-changes.js';
import { eventsErrors } from '../events.errors.js';
import type { Registration } from '../events.store.js';
import { partyId } from '../scheduling/instance.js';
import type { ExtraMeetingInput } from './plan.dto.js';
import { noMeeting } from './plan.rules.js';

const PHASES: readonly Phase[] = ['provisional', 'final', 'live'];

/** What becomes of the plan when staff put a meeting elsewhere, or have two meet who do not. */
@Injectable()
export class PlaceMeetingsHandler {
  constructor(private readonly changes: PlanChanges) {}

  /** A meeting goes to another slot or table; what is in its way finds another place or is cancelled. */
  async move(id: string, meetingId: string, to: Place): Promise<Result<WantedChange>> {
    const found = await this.changes.found(id, PHASES);
    if (!found.ok) return found;
    const { instance, plan } = found.value;
    const planned = plan.meetings.find((one) => one.id === meetingId);
    if (!planned) return fail(noMeeting());
    const { leader, sme } = pairOf(planned);
    const from = this.changes.firstOpenSlot(found.value);
    const next = (meetings: readonly Meeting[]): Result<readonly Meeting[]> => {
      const which = meetings.find((one) => one.leader === leader && one.sme === sme);
      if (!which) return fail(noMeeting());
      const move = moveMeeting(instance, meetings, which, to, { from });
      const wrong = move.against[0];
      return wrong ? fail(faultOf(wrong, instance.slots)) : ok(move.meetings);
    };
    return ok({ gathered: found.value, because: 'replanned', next, note: `${to.slot} / ${to.table}` });
  }

  /** Two who do not meet do, in a slot: what the rules have against it, staff have agreed with them. */
  async add(id: string, { leaderId, smeId, slot }: ExtraMeetingInput): Promise<Result<WantedChange>> {
    const found = await this.changes.found(id, PHASES);
    if (!found.ok) return found;
    const { instance, registrations, plan } = found.value;
    if (slot >= instance.slots) return fail(eventsErrors.no_such_slot({ last: instance.slots - 1 }, '/slot'));
    const asks = registrations.find((one) => one.organisationId === leaderId && one.side === 'leader');
    const can = registrations.find((one) => one.organisationId === smeId && one.side === 'sme');
    if (!asks) return fail(eventsErrors.not_a_participant({ id: leaderId }, '/leaderId'));
    if (!can) return fail(eventsErrors.not_a_participant({ id: smeId }, '/smeId'));
    const engineMeetings = plan.meetings.map((one) => ({ ...pairOf(one), slot: one.slot, table: one.table }));
    const wish = pairsOf(asks, can).find((pair) => addMeeting(instance, engineMeetings, pair, slot));
    if (!wish) return fail(eventsErrors.no_way_to_meet());
    const next = (meetings: readonly Meeting[]) => {
      const added = addMeeting(instance, meetings, wish, slot);
      return added ? ok([...meetings, added]) : fail(eventsErrors.no_way_to_meet());
    };
    const note = `${asks.organisationName} · ${can.organisationName}`;
    return ok({ gathered: found.value, because: 'replanned', next, note, agreed: wish });
  }
}

const pairsOf = (asks: Registration, can: Registration) =>
  asks.representatives.flatMap((one) =>
    can.representatives.map((other) => ({
      leader: partyId(asks.organisationId, one.id),
      sme: partyId(can.organisationId, other.id),
    })),
  );

function faultOf({ fault }: Violation, slots: number): Failure {
  switch (fault) {
    case 'no-such-slot':
      return eventsErrors.no_such_slot({ last: slots - 1 }, '/slot');
    case 'unavailable':
      return eventsErrors.place_away({}, '/slot');
    case 'locked-meeting-moved':
      return eventsErrors.place_locked({}, '/table');
    default:
      return eventsErrors.place_table({}, '/table');
  }
}
