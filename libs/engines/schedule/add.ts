import { changed } from './change.js';
import { freeTable } from './free-table.js';
import type { Instance, Meeting, Pair } from './types.js';
import { waysToMeet } from './why-not.js';

/**
 * The meeting of two who do not meet, in a slot, with all others staying as they are: at a free table, or at one more than
 * there are. Limits and absences give way; a seat that is taken does not, as nobody sits in two places. Pure.
 */
export function addMeeting(
  instance: Instance,
  meetings: readonly Meeting[],
  wish: Pick<Pair, 'leader' | 'sme'>,
  slot: number,
): Meeting | undefined {
  const way = waysToMeet(instance, meetings, wish).find((one) => one.slot === slot);
  if (!way || way.changes.some(({ kind }) => kind === 'seat-more')) return undefined;
  const both = instance.parties.filter(({ id }) => id === wish.leader || id === wish.sme);
  const table = freeTable(way.changes.reduce(changed, instance), meetings, both, slot);
  return table === undefined ? undefined : { leader: wish.leader, sme: wish.sme, slot, table };
}
