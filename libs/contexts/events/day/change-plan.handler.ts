import { Injectable } from '@nestjs/common';
import type { Phase } from '#contracts/matchmaking';
import { delayTable, repair } from '#engines/schedule/repair';
import type { Meeting } from '#engines/schedule/types';
import { fail, ok, type Result } from '#platform/errors/errors';
import { eventsErrors } from '../events.errors.js';
import type { Registration } from '../events.store.js';
import { partyId } from '../scheduling/instance.js';
import type { AbsenceInput, DelayInput } from './day.dto.js';
import { PlanChanges, type WantedChange } from './plan-changes.js';

const PHASES: readonly Phase[] = ['final', 'live'];

/** What becomes of the plan on the day: somebody does not come, a table runs late. */
@Injectable()
export class ChangePlanHandler {
  constructor(private readonly changes: PlanChanges) {}

  /** The seats that an absence leaves empty are filled with those who are there and may meet more. */
  async absence(id: string, asked: AbsenceInput): Promise<Result<WantedChange>> {
    const { organisationId, person, to } = asked;
    const found = await this.changes.found(id, PHASES);
    if (!found.ok) return found;
    const { instance, registrations } = found.value;
    const from = asked.from ?? this.changes.firstOpenSlot(found.value);
    const absent = registrations.find((one) => one.organisationId === organisationId);
    const people = (absent?.representatives ?? []).filter((one) => person === undefined || one.id === person);
    if (!absent || people.length === 0)
      return fail(eventsErrors.no_such_party({ id: person ?? organisationId }, '/organisationId'));
    const late = to !== undefined && to < from;
    if (from >= instance.slots || late) return fail(eventsErrors.no_such_slot({ last: instance.slots - 1 }, '/from'));
    const standbys = standbysOf(registrations, organisationId);
    const last = to === undefined ? {} : { to: Math.min(to, instance.slots - 1) };
    const gone = people.map(({ id: one }) => ({ party: partyId(organisationId, one), from, ...last }));
    const away = { ...instance, parties: instance.parties.map((party) => awayFor(party, gone, instance.slots)) };
    const next = (meetings: readonly Meeting[]) =>
      ok(gone.reduce((now, absence) => repair(away, now, absence, standbys).meetings, meetings));
    return ok({ gathered: found.value, because: 'absent', next, note: absent.organisationName });
  }

  /** The meetings of one table move back; those that cannot be held then are cancelled. */
  async delay(id: string, delay: DelayInput): Promise<Result<WantedChange>> {
    const found = await this.changes.found(id, PHASES);
    if (!found.ok) return found;
    const { instance, event } = found.value;
    if (delay.table > event.tables)
      return fail(eventsErrors.tables_few({ table: delay.table, tables: event.tables }, '/table'));
    if (delay.from >= instance.slots) return fail(eventsErrors.no_such_slot({ last: instance.slots - 1 }, '/from'));
    const next = (meetings: readonly Meeting[]) => ok(delayTable(instance, meetings, delay).meetings);
    return ok({ gathered: found.value, because: 'delay', next, note: `${delay.table}` });
  }
}

/** Those who have come and may take a further meeting; who is at the door of another's absence does not stand by. */
function standbysOf(registrations: readonly Registration[], absent: string): string[] {
  return registrations
    .filter((one) => one.checkedInAt !== undefined && one.organisationId !== absent && one.status === 'approved')
    .flatMap(({ organisationId, representatives }) => representatives.map(({ id }) => partyId(organisationId, id)));
}

/** Nobody who is away takes the seat of another who is. */
function awayFor<P extends { id: string; unavailable: readonly number[] }>(
  party: P,
  gone: readonly { party: string; from: number; to?: number }[],
  slots: number,
): P {
  const absence = gone.find((one) => one.party === party.id);
  if (!absence) return party;
  const missed = Array.from({ length: slots }, (_, at) => at).filter(
    (at) => at >= absence.from && at <= (absence.to ?? slots),
  );
  return { ...party, unavailable: [...new Set([...party.unavailable, ...missed])] };
}
