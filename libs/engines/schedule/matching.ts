import { degreeLimit, type Model } from './model.js';
import { NetworkSimplex } from './network-simplex.js';
import type { Prices } from './prices.js';

/** What a must pair and a promised meeting count more than all weight, so that one sum compares in the order of the goals. */
export interface Ranks {
  readonly must: number;
  readonly promised: number;
}

export function ranksOf(model: Model): Ranks {
  let [largest, promises, meetings] = [0, 0, 0];
  for (const weight of model.weight) largest = Math.max(largest, Math.abs(weight));
  for (let party = 0; party < model.parties; party += 1) {
    promises += model.least[party]!;
    if (model.instance.parties[party]!.side === 'leader') meetings += degreeLimit(model, party);
  }
  const weight = 2 * largest * Math.min(meetings, model.pairs) + 1;
  const promised = promises > 0 ? weight : 0;
  return { promised, must: model.must.includes(1) ? weight + promised * promises : 0 };
}

export interface Matching {
  /** The chosen pairs, by number. */
  readonly chosen: number[];
  /** Prices at which no other choice is better. */
  readonly prices: Prices;
}

/**
 * The best choice of pairs when slots are left aside: each party within what it can hold in all slots together, all
 * tables together. A relaxation of the schedule; where nobody is absent its choice can be laid into the slots.
 * Groups of several pairs are taken for single pairs.
 */
export function bestMatching(model: Model, ranks: Ranks = ranksOf(model)): Matching {
  const { parties, pairs, leader, sme, weight, must, open, least, owns } = model;
  const tables = model.pool.reduce((sum, count) => sum + Math.max(0, count), 0);
  const network = new NetworkSimplex(parties + 2, pairs + 2 * parties + 1);
  const [root, hall] = [0, parties + 1];
  network.arc(root, hall, tables, 0);
  for (let party = 0; party < parties; party += 1) {
    const limit = Math.max(0, degreeLimit(model, party));
    const promised = Math.min(limit, least[party]!);
    const leads = model.instance.parties[party]!.side === 'leader';
    const [from, to] = leads ? [owns[party] ? root : hall, party + 1] : [party + 1, root];
    network.arc(from, to, limit - promised, 0);
    if (promised > 0) network.arc(from, to, promised, -ranks.promised);
  }
  const arcs = new Int32Array(pairs).fill(-1);
  for (let pair = 0; pair < pairs; pair += 1) {
    if (!open[pair]) continue;
    const worth = weight[pair]! + (must[pair] ? ranks.must : 0);
    if (worth > 0 || ranks.promised > 0) arcs[pair] = network.arc(leader[pair]! + 1, sme[pair]! + 1, 1, -worth);
  }
  network.solve();
  const chosen: number[] = [];
  for (let pair = 0; pair < pairs; pair += 1) if (arcs[pair]! >= 0 && network.flow[arcs[pair]!]! > 0) chosen.push(pair);
  return { chosen, prices: pricesOf(model, network.price, ranks) };
}

/** A party that its slots limit, and not its own maximum, has the price on its seats. */
function pricesOf(model: Model, price: Float64Array, ranks: Ranks): Prices {
  const { slots, parties, owns, left } = model;
  const hall = price[parties + 1]!;
  const prices: Prices = {
    ...{ fine: 1, must: ranks.must, promised: ranks.promised },
    party: new Float64Array(parties),
    seat: new Float64Array(parties * slots),
    table: new Float64Array(slots).fill(Math.max(0, hall)),
  };
  for (let party = 0; party < parties; party += 1) {
    const leads = model.instance.parties[party]!.side === 'leader';
    const own = leads ? price[party + 1]! - (owns[party] ? 0 : hall) : -price[party + 1]!;
    if (own > 0 && degreeLimit(model, party) < left[party]!) {
      prices.seat.fill(own, party * slots, (party + 1) * slots);
    } else prices.party[party] = own;
  }
  return prices;
}
