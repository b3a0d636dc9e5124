import { type Absence, repair } from '#engines/schedule/repair';
import type { Instance, Meeting } from '#engines/schedule/types';

/** A meeting that is lost, and one that would take its place. */
export interface Suggestion {
  readonly lost: Meeting;
  readonly added: Meeting;
  /** Who does not come. */
  readonly absent: string;
}

/** What a seat can be filled with. */
export interface Seating {
  /** The event without those who are away. */
  readonly instance: Instance;
  readonly gone: readonly Absence[];
  readonly standbys: readonly string[];
}

const has = ({ leader, sme }: Meeting, party: string) => leader === party || sme === party;

/**
 * Who could take each seat that is left empty, one seat after the other, as {@link repair} chooses. `maybe` says whether a standby
 * comes into question for a seat; a seat for which nobody does, or that `maybe` refuses to everybody, has no suggestion. Pure.
 */
export function suggestSeats(
  { instance, gone, standbys }: Seating,
  meetings: readonly Meeting[],
  maybe: (lost: Meeting, standby: string) => boolean,
): Suggestion[] {
  const found: Suggestion[] = [];
  let now = meetings;
  for (const { party: absent, from, to = instance.slots - 1 } of gone) {
    const lost = now.filter((one) => has(one, absent) && one.slot >= from && one.slot <= to);
    for (const one of [...lost].sort((a, b) => a.slot - b.slot)) {
      const asked = standbys.filter((standby) => maybe(one, standby));
      if (asked.length === 0) continue;
      const seat = { party: absent, from: one.slot, to: one.slot };
      const { added, meetings: after } = repair(seatOnly(instance, now, one), now, seat, asked);
      if (!added[0]) continue;
      found.push({ lost: one, added: added[0], absent });
      now = after;
    }
  }
  return found;
}

/**
 * The meetings with one seat filled as was suggested; undefined where that is not possible any more: the meeting that was
 * lost is elsewhere, or the standby has no time, no table or too many meetings. Pure.
 */
export function fillSeat(
  instance: Instance,
  meetings: readonly Meeting[],
  { lost, added, absent }: Suggestion,
): Meeting[] | undefined {
  const held = meetings.find(
    (one) => one.leader === lost.leader && one.sme === lost.sme && one.slot === lost.slot && has(one, absent),
  );
  if (!held) return undefined;
  const standby = has(lost, added.leader) ? added.sme : added.leader;
  const seat = { party: absent, from: lost.slot, to: lost.slot };
  const { added: filled, meetings: after } = repair(seatOnly(instance, meetings, held), meetings, seat, [standby]);
  const isIt = (one: Meeting) => one.leader === added.leader && one.sme === added.sme && one.slot === added.slot;
  return filled.some(isIt) ? after : undefined;
}

/** The event with those pairs only that matter for a seat: who meets already, and whom the one who waits may meet. */
function seatOnly(instance: Instance, meetings: readonly Meeting[], lost: Meeting): Instance {
  const held = new Set(meetings.map(({ leader, sme }) => `${leader}\n${sme}`));
  const matters = ({ leader, sme }: { leader: string; sme: string }) =>
    leader === lost.leader || sme === lost.sme || held.has(`${leader}\n${sme}`);
  return { ...instance, pairs: instance.pairs.filter(matters) };
}
