import { degreeLimit, type Model } from './model.js';

/**
 * Dual prices: a proof of how good a schedule can be at best. All are whole numbers of `1 / (scale · fine)`. Whoever meets pays the
 * price of its party and of its seat, and each meeting that of its table; what a pair is worth above that is its group's gain.
 */
export interface Prices {
  readonly fine: number;
  /** Added to the weight of a must pair. */
  readonly must: number;
  /** Paid for a promised meeting. */
  readonly promised: number;
  /** By party; may be below 0 for a party with promised meetings, down to `-promised`. */
  readonly party: Float64Array;
  /** By `party * slots + slot`, ≥ 0. */
  readonly seat: Float64Array;
  /** By slot, ≥ 0; only meetings at tables of the pool pay it. */
  readonly table: Float64Array;
}

/** What a meeting of the pair in the slot brings above its prices, in the prices' own unit; may be below 0. */
export function gainOf(model: Model, prices: Prices, pair: number, slot: number): number {
  const [l, s] = [model.leader[pair]!, model.sme[pair]!];
  const worth = model.weight[pair]! * prices.fine + (model.must[pair] ? prices.must : 0);
  const seats = prices.seat[l * model.slots + slot]! + prices.seat[s * model.slots + slot]!;
  const table = model.owns[l] ? 0 : prices.table[slot]!;
  return worth - prices.party[l]! - prices.party[s]! - seats - table;
}

/**
 * The most that any choice of meetings reaches, in the prices' unit: weight + `must` a must pair + `promised` a promised meeting.
 * Whatever the prices are, it is a bound: each term is the most its party, seat, table or group can bring at these prices.
 * Locked meetings are left out of it.
 */
export function pricedBound(model: Model, prices: Prices): number {
  const { slots, parties, pairs, seats, least, pool, group, groups } = model;
  let bound = 0;
  for (let party = 0; party < parties; party += 1) {
    const price = prices.party[party]!;
    const most = Math.max(0, degreeLimit(model, party));
    const promised = Math.min(least[party]!, most);
    bound += promised * Math.max(0, price + prices.promised) + (most - promised) * Math.max(0, price);
    for (let slot = 0; slot < slots; slot += 1) {
      bound += seats[party * slots + slot]! * Math.max(0, prices.seat[party * slots + slot]!);
    }
  }
  for (let slot = 0; slot < slots; slot += 1) bound += pool[slot]! * Math.max(0, prices.table[slot]!);
  const gains = new Float64Array(groups);
  for (let pair = 0; pair < pairs; pair += 1) {
    if (!model.open[pair]) continue;
    const [l, s] = [model.leader[pair]! * slots, model.sme[pair]! * slots];
    for (let slot = 0; slot < slots; slot += 1) {
      if (seats[l + slot]! <= 0 || seats[s + slot]! <= 0) continue;
      if (!model.owns[model.leader[pair]!] && pool[slot]! <= 0) continue;
      gains[group[pair]!] = Math.max(gains[group[pair]!]!, gainOf(model, prices, pair, slot));
    }
  }
  return gains.reduce((sum, gain) => sum + gain, bound);
}

/** The highest scaled weight that schedules with so many must pairs and promised meetings can have, locked ones included; `bound` is that of the prices. */
export function weightBound(
  model: Model,
  prices: Prices,
  musts: number,
  promised: number,
  bound = pricedBound(model, prices),
): number {
  const { locked } = model;
  const fixed = prices.must * (musts - locked.musts) + prices.promised * (promised - locked.promised);
  return Math.floor((bound - fixed) / prices.fine) + locked.weight;
}
