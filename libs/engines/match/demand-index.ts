import type { FirmIndex } from './firm-index.js';
import { PairLists } from './pair-lists.js';
import type { Query } from './query.js';
import { TermTable } from './term-table.js';

/**
 * The open demands, held as queries: a firm that is new or has changed finds those it answers. Scores are the ones of
 * {@link FirmIndex.score}, bit for bit, as both add up the same terms in the same order. The work grows with the
 * demands that share a term with the firm, not with all that are open.
 */
export class DemandIndex {
  readonly #firms: FirmIndex;
  readonly #leastScore: (id: string) => number;
  readonly #terms = new TermTable();
  /** Per term: (demand's slot, weight). */
  readonly #postings = new PairLists();
  /** Per demand's slot: (term, weight), in the order of the query. */
  readonly #asked = new PairLists();
  readonly #slots = new Map<string, number>();
  readonly #ids: string[] = [];
  readonly #freeSlots: number[] = [];
  /** By slot: the answer of `leastScore`; NaN where it is to be asked. */
  #least = new Float64Array(1024);
  /** Scratch by slot, all zero between calls. */
  #sums = new Float64Array(1024);
  /** Scratch: the slots whose sum is not zero, the first `#count`. */
  #touched = new Int32Array(1024);
  #count = 0;

  /**
   * `firms` lends its statistics and profiles: a firm is put there before it is asked for here. `leastScore` is what a firm
   * must reach to answer a demand; it is asked when the demand is first looked at, and again after `forgetLeastScores`.
   */
  constructor(firms: FirmIndex, leastScore: (id: string) => number = () => 0) {
    this.#firms = firms;
    this.#leastScore = leastScore;
  }

  /** Open demands held. */
  get size(): number {
    return this.#slots.size;
  }

  /** Opens a demand, or replaces what it asks for. */
  put(id: string, query: Query): void {
    this.remove(id);
    const slot = this.#freeSlots.pop() ?? this.#ids.length;
    this.#reachSlot(slot);
    this.#ids[slot] = id;
    this.#slots.set(id, slot);
    this.#least[slot] = Number.NaN;
    for (const [at, text] of query.terms.entries()) {
      const term = this.#terms.intern(text);
      this.#postings.push(term, slot, query.weights[at]!);
      this.#asked.push(slot, term, query.weights[at]!);
    }
  }

  /** Closes a demand; false when it is not there. */
  remove(id: string): boolean {
    const slot = this.#slots.get(id);
    if (slot === undefined) return false;
    const start = this.#asked.start(slot);
    for (let at = start; at < start + this.#asked.size(slot); at += 1) {
      const term = this.#asked.keys[at]!;
      this.#postings.remove(term, slot);
      if (this.#postings.size(term) === 0) this.#terms.release(term);
    }
    this.#asked.clear(slot);
    this.#slots.delete(id);
    this.#ids[slot] = '';
    this.#freeSlots.push(slot);
    return true;
  }

  /** Asks for the least scores anew: rarities have moved. */
  forgetLeastScores(): void {
    this.#least.fill(Number.NaN);
  }

  /** The demands that a firm of the firm index answers: it shares a term and reaches their least score. In no order. */
  answeredBy(firmId: string): string[] {
    try {
      for (const { term: text, gain } of this.#firms.gains(firmId)) {
        const term = this.#terms.id(text);
        if (term !== undefined) this.#add(term, gain);
      }
      const answered: string[] = [];
      for (let at = 0; at < this.#count; at += 1) {
        const slot = this.#touched[at]!;
        if (Number.isNaN(this.#least[slot])) this.#least[slot] = this.#leastScore(this.#ids[slot]!);
        if (this.#sums[slot]! >= this.#least[slot]!) answered.push(this.#ids[slot]!);
      }
      return answered;
    } finally {
      this.#clear();
    }
  }

  /** Adds one term to the sums of the demands that ask for it. */
  #add(term: number, gain: number): void {
    const { keys, values } = this.#postings;
    const sums = this.#sums;
    const touched = this.#touched;
    let count = this.#count;
    const start = this.#postings.start(term);
    const end = start + this.#postings.size(term);
    for (let posting = start; posting < end; posting += 1) {
      const slot = keys[posting]!;
      if (sums[slot] === 0) touched[count++] = slot;
      sums[slot]! += values[posting]! * gain;
    }
    this.#count = count;
  }

  #clear(): void {
    for (let at = 0; at < this.#count; at += 1) this.#sums[this.#touched[at]!] = 0;
    this.#count = 0;
  }

  #reachSlot(slot: number): void {
    if (slot < this.#sums.length) return;
    const least = new Float64Array(this.#sums.length * 2);
    least.set(this.#least);
    this.#least = least;
    this.#sums = new Float64Array(least.length);
    this.#touched = new Int32Array(least.length);
  }
}
