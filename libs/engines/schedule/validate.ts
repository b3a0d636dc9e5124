import { type Instance, type Meeting, type Schedule, tablesIn } from './types.js';

export type Fault =
  | 'not-listed'
  | 'no-such-slot'
  | 'unavailable'
  | 'capacity'
  | 'max-meetings'
  | 'firms-meet-again'
  | 'pair-meets-again'
  | 'table-number'
  | 'table-taken'
  | 'table-of-another'
  | 'not-an-own-table'
  | 'locked-meeting-moved'
  | 'score'
  | 'bound';

/** What is wrong with a schedule; `meeting` is missing where it is wrong as a whole. */
export interface Violation {
  readonly fault: Fault;
  readonly meeting?: Meeting;
}

class Counter {
  readonly #counts = new Map<string, number>();

  /** Counts one more and says how many that makes. */
  add(...key: readonly (string | number)[]): number {
    const text = JSON.stringify(key);
    const count = (this.#counts.get(text) ?? 0) + 1;
    this.#counts.set(text, count);
    return count;
  }
}

function tableFault(instance: Instance, { leader, slot, table }: Meeting): Fault | undefined {
  const limit = tablesIn(instance, slot);
  if (!Number.isInteger(table) || table < 1 || (limit !== null && table > limit)) return 'table-number';
  const own = instance.parties.find(({ id }) => id === leader)?.tables;
  if (own) return own.includes(table) ? undefined : 'not-an-own-table';
  return instance.parties.some(({ tables }) => tables?.includes(table)) ? 'table-of-another' : undefined;
}

function* meetingFaults(instance: Instance, meetings: readonly Meeting[]): Generator<Violation> {
  const parties = new Map(instance.parties.map((party) => [party.id, party]));
  const pairs = new Map(instance.pairs.map((pair) => [JSON.stringify([pair.leader, pair.sme]), pair]));
  const count = new Counter();
  for (const meeting of meetings) {
    const { leader, sme, slot, table } = meeting;
    const pair = pairs.get(JSON.stringify([leader, sme]));
    const both = [parties.get(leader), parties.get(sme)];
    if (!pair || !both[0] || !both[1]) {
      yield { fault: 'not-listed', meeting };
      continue;
    }
    if (!Number.isInteger(slot) || slot < 0 || slot >= instance.slots) {
      yield { fault: 'no-such-slot', meeting };
      continue;
    }
    if (count.add('pair', leader, sme) > 1) yield { fault: 'pair-meets-again', meeting };
    const firms = both.map((party) => party!.firm ?? party!.id);
    if (!pair.again && count.add('firms', ...firms) > 1) yield { fault: 'firms-meet-again', meeting };
    for (const party of both) {
      const { id, capacity, maxMeetings, unavailable } = party!;
      if (unavailable.includes(slot)) yield { fault: 'unavailable', meeting };
      if (count.add('seat', id, slot) > capacity) yield { fault: 'capacity', meeting };
      if (count.add('party', id) > maxMeetings) yield { fault: 'max-meetings', meeting };
    }
    const fault = tableFault(instance, meeting);
    if (fault) yield { fault, meeting };
    if (count.add('table', slot, table) > 1) yield { fault: 'table-taken', meeting };
  }
}

/**
 * Everything that is wrong with meetings under the rules of the instance, read from the rules alone and not from how
 * schedules are made. None: they can be held.
 */
export function violations(instance: Instance, meetings: readonly Meeting[]): Violation[] {
  const found = [...meetingFaults(instance, meetings)];
  for (const { leader, sme, slot, table } of instance.locked ?? []) {
    const kept = meetings.some(
      (m) => m.leader === leader && m.sme === sme && m.slot === slot && (table === undefined || m.table === table),
    );
    if (!kept) found.push({ fault: 'locked-meeting-moved' });
  }
  return found;
}

/** As {@link violations}, and whether the score is the sum of the weights and the bound not below it. */
export function scheduleViolations(instance: Instance, { meetings, score, upperBound }: Schedule): Violation[] {
  const weights = new Map(instance.pairs.map(({ leader, sme, weight }) => [JSON.stringify([leader, sme]), weight]));
  const sum = meetings.reduce((total, { leader, sme }) => total + (weights.get(JSON.stringify([leader, sme])) ?? 0), 0);
  const found = violations(instance, meetings);
  if (!(Math.abs(sum - score) <= 1e-6 * Math.max(1, Math.abs(sum)))) found.push({ fault: 'score' });
  if (!(upperBound >= score)) found.push({ fault: 'bound' });
  return found;
}
