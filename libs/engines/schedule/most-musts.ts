import { type Model, slotsOf } from './model.js';

/** Nodes of the search tree of a part after which it gives up. */
const NODES = 200_000;

/** Must pairs that do not touch those of another part: no party, group or scarce table in common. */
function partsOf(model: Model, pairs: readonly number[]): number[][] {
  const { parties, slots, leader, sme, group, pool, owns } = model;
  const root = Int32Array.from({ length: parties + model.groups + slots }, (_, at) => at);
  const find = (at: number): number => {
    let top = at;
    while (root[top] !== top) top = root[top]!;
    return top;
  };
  const wanting = new Int32Array(slots);
  for (const pair of pairs) if (!owns[leader[pair]!]) for (const slot of slotsOf(model, pair)) wanting[slot]! += 1;
  for (const pair of pairs) {
    const at = leader[pair]!;
    root[find(sme[pair]!)] = find(at);
    root[find(parties + group[pair]!)] = find(at);
    if (owns[at]) continue;
    for (const slot of slotsOf(model, pair)) {
      if (wanting[slot]! > pool[slot]!) root[find(parties + model.groups + slot)] = find(at);
    }
  }
  const parts = new Map<number, number[]>();
  for (const pair of pairs) {
    const key = find(leader[pair]!);
    parts.set(key, [...(parts.get(key) ?? []), pair]);
  }
  return [...parts.values()];
}

class PartSearch {
  best: [pair: number, slot: number][] = [];
  nodes = NODES;
  readonly #path: [pair: number, slot: number][] = [];
  readonly #met: Uint8Array;

  /** Changes the seats, tables and maxima of `model` while it goes on, and leaves them as they were. */
  constructor(
    readonly model: Model,
    readonly pairs: readonly (readonly [pair: number, slots: readonly number[]])[],
  ) {
    this.#met = new Uint8Array(model.groups);
  }

  /** Goes through the pairs from `at` on; ends early when all of them meet or the nodes are used up. */
  descend(at: number): void {
    this.nodes -= 1;
    if (this.#path.length > this.best.length) this.best = [...this.#path];
    if (at === this.pairs.length || this.nodes < 0) return;
    const [pair, slots] = this.pairs[at]!;
    for (const slot of slots) {
      if (this.#path.length + this.pairs.length - at <= this.best.length) return;
      if (!this.#fits(pair, slot)) continue;
      this.#count(pair, slot, -1);
      this.#path.push([pair, slot]);
      this.descend(at + 1);
      this.#path.pop();
      this.#count(pair, slot, 1);
    }
    if (this.#path.length + this.pairs.length - at - 1 > this.best.length) this.descend(at + 1);
  }

  #fits(pair: number, slot: number): boolean {
    const { leader, sme, seats, left, slots, pool, owns, group } = this.model;
    const room = (party: number) => seats[party * slots + slot]! > 0 && left[party]! > 0;
    const table = owns[leader[pair]!] || pool[slot]! > 0;
    return this.#met[group[pair]!] === 0 && room(leader[pair]!) && room(sme[pair]!) && Boolean(table);
  }

  #count(pair: number, slot: number, by: number): void {
    const { leader, sme, seats, left, slots, pool, owns, group } = this.model;
    for (const party of [leader[pair]!, sme[pair]!]) {
      seats[party * slots + slot]! += by;
      left[party]! += by;
    }
    if (!owns[leader[pair]!]) pool[slot]! += by;
    this.#met[group[pair]!] = by > 0 ? 0 : 1;
  }
}

/**
 * The most must pairs that can meet, by going through all ways to seat them, each part that stands for itself. Answers a slot by pair
 * (-1: not met) and whether it is proven that no schedule holds more; it is not when the search had to give up.
 */
export function mostMusts(model: Model): { slotOf: Int32Array; proven: boolean } {
  const slotOf = new Int32Array(model.pairs).fill(-1);
  const musts: number[] = [];
  for (let pair = 0; pair < model.pairs; pair += 1) {
    if (model.must[pair] && slotsOf(model, pair).length > 0) musts.push(pair);
  }
  const { seats, left, pool } = model;
  const work = { ...model, seats: seats.slice(), left: left.slice(), pool: pool.slice() };
  let proven = true;
  for (const part of partsOf(model, musts)) {
    const pairs = part.map((pair) => [pair, slotsOf(model, pair)] as const).sort((a, b) => a[1].length - b[1].length);
    const search = new PartSearch(work, pairs);
    search.descend(0);
    proven &&= search.nodes >= 0;
    for (const [pair, slot] of search.best) slotOf[pair] = slot;
  }
  return { slotOf, proven };
}
