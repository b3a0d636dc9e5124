import type { Ranks } from './matching.js';
import { type Model, slotsOf } from './model.js';

/** A schedule being worked on: which pair meets in which slot, and who and what that leaves free. It is valid at all times. */
export class Board {
  /** By pair; -1 when the two do not meet. Locked meetings are not on the board. */
  readonly slotOf: Int32Array;
  /** Scaled weight + rank of each must pair + rank of each promised meeting. */
  value = 0;
  readonly degree: Int32Array;
  /** By slot: meetings at tables of the pool. */
  readonly tables: Int32Array;
  /** By group: the pair that meets, -1 when none. */
  readonly met: Int32Array;
  /** The slots in which a pair can meet. */
  readonly slotsOf: readonly (readonly number[])[];
  readonly #width: number;
  readonly #seated: Int32Array;
  readonly #count: Int32Array;
  readonly #atPool: Int32Array[];
  readonly #place: Int32Array;

  constructor(
    readonly model: Model,
    readonly ranks: Ranks,
  ) {
    const { pairs, parties, slots, seats, groups } = model;
    this.slotOf = new Int32Array(pairs).fill(-1);
    this.degree = new Int32Array(parties);
    this.tables = new Int32Array(slots);
    this.met = new Int32Array(groups).fill(-1);
    this.slotsOf = Array.from({ length: pairs }, (_, pair) => slotsOf(model, pair));
    this.#width = seats.reduce((most, count) => Math.max(most, Math.min(count, pairs)), 1);
    this.#seated = new Int32Array(parties * slots * this.#width);
    this.#count = new Int32Array(parties * slots);
    this.#place = new Int32Array(pairs);
    this.#atPool = Array.from(model.pool, (limit) => new Int32Array(Math.max(0, Math.min(limit, pairs))));
  }

  /** What the pair counts by itself, promised meetings aside. */
  worth(pair: number): number {
    return this.model.weight[pair]! + (this.model.must[pair] ? this.ranks.must : 0);
  }

  /** Seats of a party in a slot that nobody has taken. */
  freeSeats(party: number, slot: number): number {
    const at = party * this.model.slots + slot;
    return this.model.seats[at]! - this.#count[at]!;
  }

  freeTable(pair: number, slot: number): boolean {
    return this.model.owns[this.model.leader[pair]!] === 1 || this.tables[slot]! < this.model.pool[slot]!;
  }

  /** Whether seats and a table are free, the two parties' maxima and the group left aside. */
  fits(pair: number, slot: number): boolean {
    const { leader, sme } = this.model;
    return (
      this.freeSeats(leader[pair]!, slot) > 0 && this.freeSeats(sme[pair]!, slot) > 0 && this.freeTable(pair, slot)
    );
  }

  /** Whether both parties may have one more meeting and the group none yet. */
  allowed(pair: number): boolean {
    const { leader, sme, left, group } = this.model;
    const [l, s] = [leader[pair]!, sme[pair]!];
    return this.degree[l]! < left[l]! && this.degree[s]! < left[s]! && this.met[group[pair]!]! < 0;
  }

  /** A party's meetings in a slot: how many, and the one at a place among them. */
  seatedCount(party: number, slot: number): number {
    return this.#count[party * this.model.slots + slot]!;
  }

  seated(party: number, slot: number, place: number): number {
    return this.#seated[(party * this.model.slots + slot) * this.#width + place]!;
  }

  /** The meeting at a place, from 0, among those at tables of the pool. */
  atPool(slot: number, place: number): number {
    return this.#atPool[slot]![place]!;
  }

  /** Lets the pair meet; the caller has seen to it that this breaks no rule. */
  put(pair: number, slot: number): void {
    const { leader, sme, group, owns } = this.model;
    this.slotOf[pair] = slot;
    this.met[group[pair]!] = pair;
    this.#sit(leader[pair]!, slot, pair);
    this.#sit(sme[pair]!, slot, pair);
    if (!owns[leader[pair]!]) {
      this.#place[pair] = this.tables[slot]!;
      this.#atPool[slot]![this.tables[slot]!] = pair;
      this.tables[slot]! += 1;
    }
    this.value += this.worth(pair);
  }

  take(pair: number): void {
    const { leader, sme, group, owns } = this.model;
    const slot = this.slotOf[pair]!;
    this.slotOf[pair] = -1;
    this.met[group[pair]!] = -1;
    this.#leave(leader[pair]!, slot, pair);
    this.#leave(sme[pair]!, slot, pair);
    if (!owns[leader[pair]!]) {
      this.tables[slot]! -= 1;
      const last = this.#atPool[slot]![this.tables[slot]!]!;
      this.#atPool[slot]![this.#place[pair]!] = last;
      this.#place[last] = this.#place[pair]!;
    }
    this.value -= this.worth(pair);
  }

  #sit(party: number, slot: number, pair: number): void {
    const at = party * this.model.slots + slot;
    this.#seated[at * this.#width + this.#count[at]!] = pair;
    this.#count[at]! += 1;
    if (this.degree[party]! < this.model.least[party]!) this.value += this.ranks.promised;
    this.degree[party]! += 1;
  }

  #leave(party: number, slot: number, pair: number): void {
    const at = party * this.model.slots + slot;
    const first = at * this.#width;
    this.#count[at]! -= 1;
    const last = first + this.#count[at]!;
    let place = first;
    while (this.#seated[place] !== pair) place += 1;
    this.#seated[place] = this.#seated[last]!;
    this.degree[party]! -= 1;
    if (this.degree[party]! < this.model.least[party]!) this.value -= this.ranks.promised;
  }

  /** Must pairs and promised meetings that are met, locked ones included. */
  goals(): { musts: number; promised: number; weight: number } {
    const { model } = this;
    let { musts, promised, weight } = model.locked;
    this.slotOf.forEach((slot, pair) => {
      if (slot < 0) return;
      musts += model.must[pair]!;
      weight += model.weight[pair]!;
    });
    this.degree.forEach((degree, party) => {
      promised += Math.min(degree, model.least[party]!);
    });
    return { musts, promised, weight };
  }

  /** Clears the board and lays the given schedule, a pair's slot or -1. */
  lay(slotOf: Int32Array): void {
    for (let pair = 0; pair < this.model.pairs; pair += 1) if (this.slotOf[pair]! >= 0) this.take(pair);
    slotOf.forEach((slot, pair) => {
      if (slot >= 0) this.put(pair, slot);
    });
  }
}
