import { type Instance, type Party, tablesIn } from '#engines/schedule/types';

/** What schedules are compared by, in this order; weight in thousandths. */
export interface BestGoals {
  readonly musts: number;
  readonly promised: number;
  readonly weight: number;
}

export interface BruteForceRules {
  /** Only schedules are looked at in which the pair of this number meets. */
  readonly mustMeet?: number;
}

/** Above 0 when `a` is better than `b`. */
const compare = (a: BestGoals, b: BestGoals): number =>
  a.musts - b.musts || a.promised - b.promised || a.weight - b.weight;

/**
 * The best schedule of a small instance, found by trying them all: each pair in each slot or in none. `undefined` when no schedule
 * keeps the rules. Leaders must not own tables. Knows the rules from the instance and nothing of the engine.
 */
export function bruteForce(instance: Instance, rules: BruteForceRules = {}): BestGoals | undefined {
  const { slots, pairs, locked = [] } = instance;
  const parties = new Map(instance.parties.map((party) => [party.id, party]));
  const seats = new Map<string, number>();
  const degrees = new Map<string, number>();
  const tables = new Array<number>(slots).fill(0);
  const firms = new Map<string, number>();
  const count = <K>(map: Map<K, number>, key: K, by: number) => {
    const now = (map.get(key) ?? 0) + by;
    map.set(key, now);
    return now;
  };
  const firm = ({ firm: name, id }: Party) => name ?? id;
  let best: BestGoals | undefined;

  /** Lets the two meet or part; answers whether all rules still hold. */
  const change = (at: number, slot: number, by: number): boolean => {
    const { leader, sme, again } = pairs[at]!;
    const both = [parties.get(leader)!, parties.get(sme)!];
    let holds = true;
    for (const { id, capacity, maxMeetings, unavailable } of both) {
      const [seated, degree] = [count(seats, `${id} ${slot}`, by), count(degrees, id, by)];
      if (seated > capacity || degree > maxMeetings || unavailable.includes(slot)) holds = false;
    }
    if (!again && count(firms, both.map(firm).join(' '), by) > 1) holds = false;
    tables[slot]! += by;
    const limit = tablesIn(instance, slot);
    return holds && (limit === null || tables[slot]! <= limit);
  };

  const tell = (musts: number, weight: number) => {
    let promised = 0;
    for (const { id, minMeetings = 0 } of instance.parties) promised += Math.min(minMeetings, degrees.get(id) ?? 0);
    const goals = { musts, promised, weight };
    if (!best || compare(goals, best) > 0) best = goals;
  };

  const visit = (at: number, musts: number, weight: number): void => {
    const pair = pairs[at];
    if (!pair) {
      tell(musts, weight);
      return;
    }
    const kept = locked.find(({ leader, sme }) => leader === pair.leader && sme === pair.sme);
    if (!kept && at !== rules.mustMeet) visit(at + 1, musts, weight);
    for (let slot = 0; slot < slots; slot += 1) {
      if (kept && kept.slot !== slot) continue;
      const holds = change(at, slot, 1);
      if (holds) visit(at + 1, musts + (pair.must ? 1 : 0), weight + Math.round(pair.weight * 1_000));
      change(at, slot, -1);
    }
  };
  visit(0, 0, 0);
  return best;
}
