import type { Absence } from '#engines/schedule/repair';
import type { Instance } from '#engines/schedule/types';
import { fail, ok, type Result } from '#platform/errors/errors';
import { eventsErrors } from '../events.errors.js';
import type { Registration } from '../events.store.js';
import type { Gathered } from '../scheduling/gather.js';
import { partyId } from '../scheduling/instance.js';
import type { AbsenceInput } from './day.dto.js';

/** Somebody that does not come, as the engine takes it. */
export interface Away {
  readonly registration: Registration;
  /** One for each representative that is missed. */
  readonly gone: readonly Absence[];
  /** The event in which nobody who is away takes the seat of another who is. */
  readonly instance: Instance;
  /** Parties that have come and may take a further meeting. */
  readonly standbys: readonly string[];
}

/** Who is missed, when, and who stands by. `firstOpen` is the first slot that has not begun. Pure. */
export function awayOf({ instance, registrations }: Gathered, asked: AbsenceInput, firstOpen: number): Result<Away> {
  const { organisationId, person, to, from = firstOpen } = asked;
  const registration = registrations.find((one) => one.organisationId === organisationId);
  const people = (registration?.representatives ?? []).filter((one) => person === undefined || one.id === person);
  if (!registration || people.length === 0)
    return fail(eventsErrors.no_such_party({ id: person ?? organisationId }, '/organisationId'));
  const late = to !== undefined && to < from;
  if (from >= instance.slots || late) return fail(eventsErrors.no_such_slot({ last: instance.slots - 1 }, '/from'));
  const last = to === undefined ? {} : { to: Math.min(to, instance.slots - 1) };
  const gone = people.map(({ id }) => ({ party: partyId(organisationId, id), from, ...last }));
  return ok({
    registration,
    gone,
    instance: withoutThem(instance, gone),
    standbys: standbysOf(registrations, organisationId),
  });
}

/** The event without those who are away. */
export const withoutThem = (instance: Instance, gone: readonly Absence[]): Instance => ({
  ...instance,
  parties: instance.parties.map((party) => awayFor(party, gone, instance.slots)),
});

/** Those who have come and may take a further meeting; who is at the door of another's absence does not stand by. */
function standbysOf(registrations: readonly Registration[], absent: string): string[] {
  return registrations
    .filter((one) => one.checkedInAt !== undefined && one.organisationId !== absent && one.status === 'approved')
    .flatMap(({ organisationId, representatives }) => representatives.map(({ id }) => partyId(organisationId, id)));
}

function awayFor<P extends { id: string; unavailable: readonly number[] }>(
  party: P,
  gone: readonly Absence[],
  slots: number,
): P {
  const absence = gone.find((one) => one.party === party.id);
  if (!absence) return party;
  const missed = Array.from({ length: slots }, (_, at) => at).filter(
    (at) => at >= absence.from && at <= (absence.to ?? slots),
  );
  return { ...party, unavailable: [...new Set([...party.unavailable, ...missed])] };
}
