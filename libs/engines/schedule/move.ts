import { freeTable } from './free-table.js';
import type { Instance, Meeting, Pair } from './types.js';
import { type Violation, violations } from './validate.js';

/** Where a meeting is held. */
export interface Place {
  /** From 0. */
  readonly slot: number;
  /** From 1. */
  readonly table: number;
}

/** What becomes of a schedule when one meeting is put in another place. */
export interface Move {
  readonly meetings: readonly Meeting[];
  /** Other meetings that change their place for it. */
  readonly moved: readonly Meeting[];
  /** Meetings that find no other place. */
  readonly lost: readonly Meeting[];
  /** What the total loses with them. */
  readonly cost: number;
  /** Why it cannot be put there, whatever gives way; empty when it can. */
  readonly against: readonly Violation[];
}

const samePair = (a: Pick<Pair, 'leader' | 'sme'>) => (b: Pick<Pair, 'leader' | 'sme'>) =>
  a.leader === b.leader && a.sme === b.sme;

/**
 * Puts a meeting in another place. Those in its way, at the table or of its two parties at the time, go to the slot that it
 * leaves, else to another table at their time, else to the first slot from `from` on that is free for them; what finds none is
 * lost. Locked meetings do not give way. Pure.
 */
export function moveMeeting(
  instance: Instance,
  meetings: readonly Meeting[],
  which: Meeting,
  to: Place,
  { from = 0 }: { readonly from?: number } = {},
): Move {
  const rest = meetings.filter((other) => other !== which);
  const placed = { ...which, ...to };
  const locked = (instance.locked ?? []).filter((one) => !samePair(one)(which));
  const inWay = rest.filter((other) => isInWay(instance, rest, other, placed));
  const against: Violation[] = [
    ...violations({ ...instance, locked: [] }, [placed]),
    ...inWay.filter((other) => locked.some(samePair(other))).map((meeting) => lockedFault(meeting)),
  ];
  if (against.length > 0) return { meetings, moved: [], lost: [], cost: 0, against };
  const held = [...rest.filter((other) => !inWay.includes(other)), placed];
  const [moved, lost]: [Meeting[], Meeting[]] = [[], []];
  for (const other of inWay) {
    const place = placeFor(instance, held, other, [which.slot, other.slot, ...slotsFrom(instance, from)]);
    if (place) {
      moved.push({ ...other, ...place });
      held.push({ ...other, ...place });
    } else lost.push(other);
  }
  return { meetings: held, moved, lost, cost: weightOf(instance, lost), against };
}

const lockedFault = (meeting: Meeting): Violation => ({ fault: 'locked-meeting-moved', meeting });

const slotsFrom = ({ slots }: Instance, from: number): number[] =>
  Array.from({ length: Math.max(0, slots - from) }, (_, at) => from + at);

/** The sum of what meetings count. */
export function weightOf(instance: Instance, meetings: readonly Meeting[]): number {
  return meetings.reduce((sum, meeting) => sum + (instance.pairs.find(samePair(meeting))?.weight ?? 0), 0);
}

/** Whether another meeting cannot stay where it is when the meeting is put there. */
function isInWay(
  { parties }: Instance,
  rest: readonly Meeting[],
  other: Meeting,
  { slot, table, leader, sme }: Meeting,
): boolean {
  if (other.slot !== slot) return false;
  if (other.table === table) return true;
  return [leader, sme].some((id) => {
    const own = rest.filter((one) => one.slot === slot && (one.leader === id || one.sme === id));
    const capacity = parties.find((party) => party.id === id)?.capacity ?? 1;
    // As many as are too many give way, from the first on.
    return own.slice(0, Math.max(0, own.length + 1 - capacity)).includes(other);
  });
}

/** The first of the slots in which both have a seat and a table is free. */
function placeFor(
  instance: Instance,
  held: readonly Meeting[],
  meeting: Meeting,
  slots: readonly number[],
): Place | undefined {
  const both = instance.parties.filter(({ id }) => id === meeting.leader || id === meeting.sme);
  for (const slot of slots) {
    const seated = held.filter((one) => one.slot === slot);
    const free = both.every(({ id, capacity, unavailable }) => {
      const own = seated.filter(({ leader, sme }) => leader === id || sme === id).length;
      return !unavailable.includes(slot) && own < capacity;
    });
    const table = free ? freeTable(instance, seated, both, slot) : undefined;
    if (table !== undefined) return { slot, table };
  }
  return undefined;
}
