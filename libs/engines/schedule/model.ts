import { type Instance, tablesIn } from './types.js';

/** Stands for "no limit" in counts that are added up. */
export const UNLIMITED = 1e9;

/**
 * An instance as numbers: parties and pairs by their place in it, what locked meetings take already taken off.
 * Weights are whole numbers of `1 / scale`, so sums and ties are exact.
 */
export interface Model {
  readonly instance: Instance;
  readonly slots: number;
  readonly parties: number;
  readonly pairs: number;
  readonly leader: Int32Array;
  readonly sme: Int32Array;
  readonly weight: Float64Array;
  readonly scale: number;
  /** Whether the scaled weights are those of the instance and not rounded. */
  readonly exact: boolean;
  readonly must: Uint8Array;
  /** Pairs of one group, by its number, meet once at most, all together. */
  readonly group: Int32Array;
  readonly groups: number;
  /** Whether the pair can be chosen at all: it is not locked, nor another of its group. */
  readonly open: Uint8Array;
  /** Meetings a party can have in a slot: `seats[party * slots + slot]`. */
  readonly seats: Int32Array;
  /** Meetings a party can have in all. */
  readonly left: Int32Array;
  /** Meetings of those that are promised. */
  readonly least: Int32Array;
  /** Tables nobody owns, by slot. */
  readonly pool: Int32Array;
  /** Whether the party (a leader) sits at tables of its own and takes none of the pool. */
  readonly owns: Uint8Array;
  /** What the locked meetings bring: scaled weight, must pairs, promised meetings. */
  readonly locked: { readonly weight: number; readonly musts: number; readonly promised: number };
}

/**
 * Sums of scaled weights stay below this, so that costs in which must pairs come before promised meetings and those before
 * weight, times the length of a path, are exact in a double.
 */
function largestSum({ pairs, parties }: Instance): number {
  const musts = pairs.some(({ must }) => must);
  const promises = parties.some(({ minMeetings }) => minMeetings);
  return 2 ** (40 - (musts ? 2 : 0) - (promises ? 10 : 0));
}

/** The finest decimal scale in which all weights are whole, or the finest that keeps sums exact. */
function scaleOf(instance: Instance, meetings: number): { scale: number; exact: boolean } {
  const { pairs } = instance;
  let largest = 0;
  for (const { weight } of pairs) largest = Math.max(largest, Math.abs(weight));
  const whole = (scale: number) => pairs.every(({ weight }) => Math.round(weight * scale) / scale === weight);
  let scale = 1;
  while (!whole(scale)) {
    if (largest * meetings * scale * 10 > largestSum(instance)) return { scale, exact: false };
    scale *= 10;
  }
  return { scale, exact: true };
}

/** The most meetings there can be: what the leaders have room for. */
function mostMeetings({ parties, pairs, slots }: Instance): number {
  const leaders = parties.filter(({ side }) => side === 'leader');
  const seats = leaders.reduce((sum, { maxMeetings, capacity }) => sum + Math.min(maxMeetings, capacity * slots), 0);
  return Math.max(1, Math.min(pairs.length, seats));
}

function groupsOf({ parties, pairs }: Instance): { group: Int32Array; groups: number } {
  const firms = new Map(parties.map(({ id, firm }) => [id, firm ?? id]));
  const known = new Map<string, number>();
  let groups = 0;
  const group = Int32Array.from(pairs, ({ leader, sme, again }) => {
    if (again) return groups++;
    const firmsOf = JSON.stringify([firms.get(leader), firms.get(sme)]);
    const number = known.get(firmsOf) ?? groups++;
    known.set(firmsOf, number);
    return number;
  });
  return { group, groups };
}

/** How many of a leader's own tables stand in a slot. */
function ownTables(own: readonly number[], limit: number | null): number {
  return own.filter((table) => limit === null || table <= limit).length;
}

/** The numbers of an instance that {@link checkInstance} found nothing wrong with. */
export function modelOf(instance: Instance): Model {
  const { slots, parties, pairs } = instance;
  const place = new Map(parties.map(({ id }, at) => [id, at]));
  const leader = Int32Array.from(pairs, (pair) => place.get(pair.leader)!);
  const sme = Int32Array.from(pairs, (pair) => place.get(pair.sme)!);
  const { scale, exact } = scaleOf(instance, mostMeetings(instance));
  const limits = Array.from({ length: slots }, (_, slot) => tablesIn(instance, slot));
  const reserved = parties.flatMap(({ tables }) => tables ?? []);
  const pool = Int32Array.from(limits, (limit) =>
    limit === null ? UNLIMITED : limit - reserved.filter((table) => table <= limit).length,
  );
  const owns = Uint8Array.from(parties, ({ tables }) => (tables ? 1 : 0));
  const seats = new Int32Array(parties.length * slots);
  parties.forEach(({ side, capacity, unavailable, tables }, party) => {
    for (let slot = 0; slot < slots; slot += 1) {
      const shared = side === 'sme' ? (limits[slot] ?? UNLIMITED) : pool[slot]!;
      const most = tables ? ownTables(tables, limits[slot]!) : shared > 0 ? capacity : 0;
      seats[party * slots + slot] = Math.min(capacity, most);
    }
    for (const slot of unavailable) seats[party * slots + slot] = 0;
  });
  const model = {
    ...{ instance, slots, parties: parties.length, pairs: pairs.length, leader, sme, scale, exact, seats, pool, owns },
    ...groupsOf(instance),
    weight: Float64Array.from(pairs, ({ weight }) => Math.round(weight * scale)),
    must: Uint8Array.from(pairs, ({ must }) => (must ? 1 : 0)),
    open: new Uint8Array(pairs.length).fill(1),
    left: Int32Array.from(parties, ({ maxMeetings }) => maxMeetings),
    least: Int32Array.from(parties, ({ minMeetings }) => minMeetings ?? 0),
  };
  const locked = lockedPairs(instance).map((pair, at) => [pair, instance.locked![at]!.slot] as const);
  return { ...model, locked: takeMeetings(model, locked) };
}

/** The place of each locked meeting's pair among the pairs. */
export function lockedPairs({ pairs, locked = [] }: Instance): number[] {
  const key = (leader: string, sme: string) => JSON.stringify([leader, sme]);
  const wanted = new Set(locked.map(({ leader, sme }) => key(leader, sme)));
  const place = new Map<string, number>();
  pairs.forEach(({ leader, sme }, at) => {
    if (wanted.has(key(leader, sme))) place.set(key(leader, sme), at);
  });
  return locked.map(({ leader, sme }) => place.get(key(leader, sme))!);
}

/** Takes off what meetings need, and answers what they bring. */
function takeMeetings(
  model: Omit<Model, 'locked'>,
  meetings: readonly (readonly [pair: number, slot: number])[],
): Model['locked'] {
  const { slots, leader, sme, seats, left, least, pool, owns, open, group } = model;
  let [weight, musts, promised] = [0, 0, 0];
  const taken = new Uint8Array(model.groups);
  for (const [pair, slot] of meetings) {
    for (const party of [leader[pair]!, sme[pair]!]) {
      seats[party * slots + slot]! -= 1;
      left[party]! -= 1;
      if (least[party]! > 0) {
        least[party]! -= 1;
        promised += 1;
      }
    }
    if (!owns[leader[pair]!]) pool[slot]! -= 1;
    taken[group[pair]!] = 1;
    weight += model.weight[pair]!;
    musts += model.must[pair]!;
  }
  for (let pair = 0; pair < model.pairs; pair += 1) if (taken[group[pair]!]) open[pair] = 0;
  return { weight, musts, promised };
}

/** What an instance leaves open when the pairs with a slot, not -1, meet in it; `locked` tells what those bring. */
export function modelBeside(model: Model, slotOf: Int32Array): Model {
  const rest = {
    ...model,
    seats: model.seats.slice(),
    left: model.left.slice(),
    least: model.least.slice(),
    pool: model.pool.slice(),
    open: model.open.slice(),
  };
  const taken: [pair: number, slot: number][] = [];
  slotOf.forEach((slot, pair) => {
    if (slot >= 0) taken.push([pair, slot]);
  });
  const { weight, musts, promised } = takeMeetings(rest, taken);
  const { locked } = model;
  const all = { weight: locked.weight + weight, musts: locked.musts + musts, promised: locked.promised + promised };
  return { ...rest, locked: all };
}

/** The slots in which a pair's two parties and a table are to be had, other meetings left aside. */
export function slotsOf(model: Model, pair: number): number[] {
  const { slots, seats, left, pool, owns } = model;
  if (!model.open[pair] || left[model.leader[pair]!]! <= 0 || left[model.sme[pair]!]! <= 0) return [];
  const [l, s] = [model.leader[pair]! * slots, model.sme[pair]! * slots];
  const found: number[] = [];
  for (let slot = 0; slot < slots; slot += 1) {
    if (seats[l + slot]! > 0 && seats[s + slot]! > 0 && (owns[model.leader[pair]!] || pool[slot]! > 0))
      found.push(slot);
  }
  return found;
}

/** The meetings a party can have at most, by its own limits. */
export function degreeLimit({ seats, left, slots }: Model, party: number): number {
  let sum = 0;
  for (let slot = 0; slot < slots; slot += 1) sum += seats[party * slots + slot]!;
  return Math.min(sum, left[party]!);
}
