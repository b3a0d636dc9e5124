import type { Board } from './board.js';

/**
 * Simulated annealing over valid schedules. A step picks a pair and a slot and lets them meet; who is in the way is moved to
 * another slot where there is room for it, else taken out. The step stands if the value rises, or by chance if it falls little.
 */
export class Annealing {
  /** The best so far: pairs' slots. */
  readonly best: Int32Array;
  bestValue: number;
  readonly #pairs: readonly number[];
  #gone: number[] = [];
  readonly #log: number[] = [];

  constructor(
    readonly board: Board,
    /** The slots worth trying, by pair. */
    readonly slotsOf: readonly (readonly number[])[],
    readonly random: () => number,
  ) {
    this.#pairs = [...slotsOf.keys()].filter((pair) => slotsOf[pair]!.length > 0);
    this.best = board.slotOf.slice();
    this.bestValue = board.value;
  }

  /** Makes steps at one temperature, which is in the unit of the board's value. */
  run(steps: number, temperature: number): void {
    if (this.#pairs.length === 0) return;
    for (let step = 0; step < steps; step += 1) {
      const pair = this.#pairs[Math.floor(this.random() * this.#pairs.length)]!;
      const slots = this.slotsOf[pair]!;
      const slot = slots[Math.floor(this.random() * slots.length)]!;
      if (this.board.slotOf[pair] !== slot) this.#step(pair, slot, temperature);
    }
  }

  #step(pair: number, slot: number, temperature: number): void {
    const { board } = this;
    const before = board.value;
    this.#log.length = 0;
    this.#gone = [];
    this.#clear(pair, slot);
    this.#put(pair, slot);
    for (const other of this.#gone) this.#settle(other);
    const rise = board.value - before;
    if (rise >= 0 || this.random() < Math.exp(rise / temperature)) {
      if (board.value > this.bestValue) {
        this.bestValue = board.value;
        this.best.set(board.slotOf);
      }
    } else this.#undo();
  }

  /** Takes out whoever stands against the pair meeting in the slot. */
  #clear(pair: number, slot: number): void {
    const { board } = this;
    const { leader, sme, group, left, pool, owns } = board.model;
    const same = board.met[group[pair]!]!;
    if (same >= 0) this.#take(same);
    for (const party of [leader[pair]!, sme[pair]!]) {
      if (board.freeSeats(party, slot) <= 0) {
        const place = Math.floor(this.random() * board.seatedCount(party, slot));
        this.#give(board.seated(party, slot, place));
      }
      if (board.degree[party]! >= left[party]!) this.#give(this.#least(party));
    }
    if (!owns[leader[pair]!] && board.tables[slot]! >= pool[slot]!) {
      this.#give(board.atPool(slot, Math.floor(this.random() * board.tables[slot]!)));
    }
  }

  /** The meeting of a party that counts least. */
  #least(party: number): number {
    const { board } = this;
    let [found, lowest] = [-1, Number.POSITIVE_INFINITY];
    for (let slot = 0; slot < board.model.slots; slot += 1) {
      for (let place = 0; place < board.seatedCount(party, slot); place += 1) {
        const pair = board.seated(party, slot, place);
        if (board.worth(pair) < lowest) [found, lowest] = [pair, board.worth(pair)];
      }
    }
    return found;
  }

  /** Puts the pair where there is room for it. */
  #settle(pair: number): void {
    const { board } = this;
    if (!board.allowed(pair)) return;
    const slots = this.slotsOf[pair]!;
    const first = Math.floor(this.random() * slots.length);
    for (let at = 0; at < slots.length; at += 1) {
      const slot = slots[(first + at) % slots.length]!;
      if (board.fits(pair, slot)) {
        this.#put(pair, slot);
        return;
      }
    }
  }

  #put(pair: number, slot: number): void {
    this.#log.push(pair, -1);
    this.board.put(pair, slot);
  }

  #take(pair: number): void {
    this.#log.push(pair, this.board.slotOf[pair]!);
    this.board.take(pair);
  }

  #give(pair: number): void {
    this.#take(pair);
    this.#gone.push(pair);
  }

  #undo(): void {
    for (let at = this.#log.length - 2; at >= 0; at -= 2) {
      const [pair, slot] = [this.#log[at]!, this.#log[at + 1]!];
      if (slot < 0) this.board.take(pair);
      else this.board.put(pair, slot);
    }
  }
}
