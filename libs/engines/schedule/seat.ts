import { lockedPairs, type Model } from './model.js';
import { type Meeting, tablesIn } from './types.js';

/** Meetings in one slot that want a table, those that have one already among them. */
interface Sitting {
  readonly pair: number;
  readonly slot: number;
  readonly table?: number;
}

function* free(taken: ReadonlySet<number>, numbers: Iterable<number>): Generator<number> {
  for (const number of numbers) if (!taken.has(number)) yield number;
}

function* count(): Generator<number> {
  for (let number = 1; ; number += 1) yield number;
}

/**
 * Gives each meeting a table: its leader's own, else the one its leader sat at before where that is free, else the lowest free one.
 * `kept` tells the table that a meeting should keep, where it can.
 */
export function seatMeetings(model: Model, slotOf: Int32Array, kept?: (pair: number) => number | undefined): Meeting[] {
  const { instance, leader } = model;
  const reserved = new Set(instance.parties.flatMap(({ tables }) => tables ?? []));
  const sittings: Sitting[] = lockedPairs(instance).map((pair, at) => ({ pair, ...instance.locked![at]! }));
  slotOf.forEach((slot, pair) => {
    if (slot >= 0) sittings.push({ pair, slot });
  });
  const before = new Map<number, number>();
  const meetings: Meeting[] = [];
  for (let slot = 0; slot < model.slots; slot += 1) {
    const here = sittings.filter((sitting) => sitting.slot === slot);
    const taken = new Set(here.flatMap(({ table }) => table ?? []));
    const limit = tablesIn(instance, slot) ?? Number.POSITIVE_INFINITY;
    const tables = new Map(here.map((sitting) => [sitting.pair, sitting.table]));
    const give = (pair: number, table: number | undefined) => {
      if (table === undefined || taken.has(table) || tables.get(pair) !== undefined) return;
      tables.set(pair, table);
      taken.add(table);
    };
    const standing = (table: number | undefined) => (table !== undefined && table <= limit ? table : undefined);
    for (const { pair } of here) give(pair, standing(kept?.(pair)));
    for (const { pair } of here) if (!model.owns[leader[pair]!]) give(pair, standing(before.get(leader[pair]!)));
    for (const { pair } of here) {
      const own = instance.parties[leader[pair]!]!.tables?.filter((table) => table <= limit);
      if (tables.get(pair) === undefined) {
        give(pair, own ? free(taken, own).next().value : free(new Set([...taken, ...reserved]), count()).next().value);
      }
      before.set(leader[pair]!, tables.get(pair)!);
      const { leader: l, sme } = instance.pairs[pair]!;
      meetings.push({ leader: l, sme, slot, table: tables.get(pair)! });
    }
  }
  return meetings;
}
