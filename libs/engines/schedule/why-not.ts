import { type Change, changed } from './change.js';
import { freeTable } from './free-table.js';
import { type Instance, type Meeting, type Pair, type Party, tablesIn } from './types.js';
import { violations } from './validate.js';

export type Reason =
  /** They do meet. */
  | 'meets'
  | 'not-listed'
  /** The two firms meet already, through other parties. */
  | 'firms-meet'
  /** There is no slot in which both are there and tables stand. */
  | 'no-common-slot'
  /** One of the two has as many meetings as it may have. */
  | 'max-meetings'
  /** In each slot that both have, seats or tables are taken by meetings that count as much or more together. */
  | 'slots-taken'
  /** There is room: the meeting would lower the total. */
  | 'not-worth-it';

export interface Remedy {
  /** The slot in which the two would meet. */
  readonly slot: number;
  /** What must change for it, all of it together; all other meetings stay as they are. */
  readonly changes: readonly Change[];
}

export interface WhyNot {
  readonly reason: Reason;
  /** The ways with the fewest and cheapest changes, from the cheapest on. */
  readonly remedies: readonly Remedy[];
}

/** How hard a change is to bring about: a table is found, a meeting allowed, a second person sent; a diary is changed last. */
const COST: Readonly<Record<string, number>> = { 'table-more': 2, 'meeting-more': 3, 'seat-more': 4, 'slot-freed': 5 };
const MOST_REMEDIES = 5;

const costOf = ({ changes }: Remedy) => changes.reduce((sum, { kind }) => sum + (COST[kind] ?? 1), 0);

/** What stands against the two meeting in the slot beside all other meetings. */
function obstacles(instance: Instance, meetings: readonly Meeting[], both: readonly Party[], slot: number): Change[] {
  const found: Change[] = [];
  for (const { id, capacity, maxMeetings, unavailable } of both) {
    const own = meetings.filter(({ leader, sme }) => leader === id || sme === id);
    const seated = own.filter((meeting) => meeting.slot === slot).length;
    if (unavailable.includes(slot)) found.push({ kind: 'slot-freed', party: id, slot });
    if (seated >= capacity) found.push({ kind: 'seat-more', party: id });
    if (own.length >= maxMeetings) found.push({ kind: 'meeting-more', party: id });
  }
  if (freeTable(instance, meetings, both, slot) === undefined) found.push({ kind: 'table-more', slot });
  return found;
}

/** Whether all meetings and the new one stand under the rules of the changed event. */
function holds(
  instance: Instance,
  meetings: readonly Meeting[],
  both: readonly Party[],
  remedy: Remedy,
  pair: Pair,
): boolean {
  const after = remedy.changes.reduce(changed, instance);
  const table = freeTable(after, meetings, both, remedy.slot);
  if (table === undefined) return false;
  const { leader, sme } = pair;
  return violations(after, [...meetings, { leader, sme, slot: remedy.slot, table }]).length === 0;
}

function reasonOf(instance: Instance, ways: readonly Remedy[], both: readonly Party[]): Reason {
  if (ways.some(({ changes }) => changes.length === 0)) return 'not-worth-it';
  const common = ways.filter(({ slot }) => !both.some(({ unavailable }) => unavailable.includes(slot)));
  if (!common.some(({ slot }) => tablesIn(instance, slot) !== 0)) return 'no-common-slot';
  return ways.every(({ changes }) => changes.some(({ kind }) => kind === 'meeting-more'))
    ? 'max-meetings'
    : 'slots-taken';
}

const waysOf = (instance: Instance, meetings: readonly Meeting[], both: readonly Party[]): Remedy[] =>
  Array.from({ length: instance.slots }, (_, slot) => ({ slot, changes: obstacles(instance, meetings, both, slot) }));

/** For each slot in which two who do not meet could, what must change for it; none where the two are not to meet at all. */
export function waysToMeet(
  instance: Instance,
  meetings: readonly Meeting[],
  wish: Pick<Pair, 'leader' | 'sme'>,
): Remedy[] {
  const { reason } = whyNot(instance, meetings, wish);
  if (reason === 'meets' || reason === 'not-listed' || reason === 'firms-meet') return [];
  const both = instance.parties.filter(({ id }) => id === wish.leader || id === wish.sme);
  const pair = { ...wish, weight: 0 };
  return waysOf(instance, meetings, both).filter((way) => holds(instance, meetings, both, way, pair));
}

/**
 * Why two parties do not meet in a schedule, and what would let them: for each slot what stands against it beside all other
 * meetings, each remedy checked by holding the changed schedule against the rules of the changed event.
 */
export function whyNot(instance: Instance, meetings: readonly Meeting[], wish: Pick<Pair, 'leader' | 'sme'>): WhyNot {
  const is = ({ leader, sme }: Pick<Pair, 'leader' | 'sme'>) => leader === wish.leader && sme === wish.sme;
  if (meetings.some(is)) return { reason: 'meets', remedies: [] };
  const pair = instance.pairs.find(is);
  if (!pair) return { reason: 'not-listed', remedies: [] };
  const both = instance.parties.filter(({ id }) => id === pair.leader || id === pair.sme);
  const firmOf = new Map(instance.parties.map(({ id, firm }) => [id, firm ?? id]));
  const again = new Set(instance.pairs.filter((other) => other.again).map(({ leader, sme }) => `${leader}\n${sme}`));
  const firmsMeet = meetings.some(
    ({ leader, sme }) =>
      firmOf.get(leader) === firmOf.get(pair.leader) &&
      firmOf.get(sme) === firmOf.get(pair.sme) &&
      !again.has(`${leader}\n${sme}`),
  );
  if (firmsMeet && !pair.again) return { reason: 'firms-meet', remedies: [] };
  const ways = waysOf(instance, meetings, both);
  const remedies = ways
    .filter((remedy) => remedy.changes.length > 0 && holds(instance, meetings, both, remedy, pair))
    .sort((a, b) => costOf(a) - costOf(b) || a.slot - b.slot)
    .slice(0, MOST_REMEDIES);
  return { reason: reasonOf(instance, ways, both), remedies };
}
