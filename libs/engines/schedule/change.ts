import { makeSchedule, type Outcome, type RunOptions } from './run.js';
import { type Instance, type Pair, type Party, tablesIn } from './types.js';

/** One thing that could be otherwise at an event. */
export type Change =
  | { readonly kind: 'table-more' | 'table-less'; readonly slot: number }
  | { readonly kind: 'slot-more' }
  /** Nobody meets in the slot. */
  | { readonly kind: 'slot-less'; readonly slot: number }
  | { readonly kind: 'pair-more'; readonly pair: Pair }
  | { readonly kind: 'pair-less'; readonly leader: string; readonly sme: string }
  | { readonly kind: 'slot-freed'; readonly party: string; readonly slot: number }
  | { readonly kind: 'meeting-more' | 'seat-more'; readonly party: string };

function withTables(instance: Instance, slot: number, change: (count: number) => number): Instance {
  const tables = Array.from({ length: instance.slots }, (_, at) => {
    const count = tablesIn(instance, at);
    return at === slot && count !== null ? Math.max(0, change(count)) : count;
  });
  return { ...instance, tables };
}

function withParty(instance: Instance, id: string, change: (party: Party) => Partial<Party>): Instance {
  const parties = instance.parties.map((party) => (party.id === id ? { ...party, ...change(party) } : party));
  return { ...instance, parties };
}

/** The event as it would be with the change. A slot more has as many tables as the last one. */
export function changed(instance: Instance, change: Change): Instance {
  const { slots, tables } = instance;
  switch (change.kind) {
    case 'table-more':
      return withTables(instance, change.slot, (count) => count + 1);
    case 'table-less':
      return withTables(instance, change.slot, (count) => count - 1);
    case 'slot-more':
      return {
        ...instance,
        slots: slots + 1,
        tables: Array.isArray(tables) ? [...tables, tablesIn(instance, slots - 1)] : tables,
      };
    case 'slot-less':
      return { ...instance, tables: closed(instance, change.slot) };
    case 'pair-more':
      return { ...instance, pairs: [...instance.pairs, change.pair] };
    case 'pair-less': {
      const other = (pair: Pair) => pair.leader !== change.leader || pair.sme !== change.sme;
      return { ...instance, pairs: instance.pairs.filter(other) };
    }
    case 'slot-freed':
      return withParty(instance, change.party, ({ unavailable }) => ({
        unavailable: unavailable.filter((slot) => slot !== change.slot),
      }));
    case 'meeting-more':
      return withParty(instance, change.party, ({ maxMeetings }) => ({ maxMeetings: maxMeetings + 1 }));
    case 'seat-more':
      return withParty(instance, change.party, ({ capacity }) => ({ capacity: capacity + 1 }));
  }
}

/** The tables by slot, none in one of them. */
function closed(instance: Instance, slot: number): (number | null)[] {
  return Array.from({ length: instance.slots }, (_, at) => (at === slot ? 0 : tablesIn(instance, at)));
}

/** What the event would come to with the change, by making its schedule anew. */
export function whatIf(instance: Instance, change: Change, options: RunOptions = {}): Outcome {
  return makeSchedule(changed(instance, change), options);
}
