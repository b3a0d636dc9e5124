import { type Instance, type Meeting, type Party, tablesIn } from './types.js';

/** The lowest free table that the leader may sit at; one number above the limit is what one more table would have. */
export function freeTable(
  instance: Instance,
  meetings: readonly Meeting[],
  both: readonly Party[],
  slot: number,
): number | undefined {
  const limit = tablesIn(instance, slot) ?? Number.POSITIVE_INFINITY;
  const own = both.find(({ side }) => side === 'leader')?.tables;
  const reserved = new Set(instance.parties.flatMap(({ tables }) => tables ?? []));
  const taken = new Set(meetings.filter((meeting) => meeting.slot === slot).map(({ table }) => table));
  if (own) return own.find((table) => table <= limit && !taken.has(table));
  for (let table = 1; table <= Math.min(limit, taken.size + reserved.size + 1); table += 1) {
    if (!taken.has(table) && !reserved.has(table)) return table;
  }
  return undefined;
}
