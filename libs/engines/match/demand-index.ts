import { Best } from './best.js';
import type { FirmIndex } from './firm-index.js';
import { PairLists } from './pair-lists.js';
import type { Query } from './query.js';
import { topSlots } from './rank/top-slots.js';
import { TermTable } from './term-table.js';
import type { Scored } from './types.js';

/** A term that a firm says and some demand asks for. */
interface SaidTerm {
  readonly term: number;
  /** What it adds to the score of a demand that asks for it with weight 1, and of any demand at most. */
  readonly gain: number;
  readonly most: number;
}

/** Sums of the same parts in another order may differ in the last bits: by less than this part of them. */
const LAST_BITS = 1e-9;

/** Postings that are read in the time in which one demand is scored from its own terms. */
const POSTINGS_A_SCORE = 16;

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
  /** By term: no demand asks for it with more weight. */
  #most = new Float32Array(1024);
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
  /** Scratch by term, all zero between calls: gains of the firm that is looked at. */
  #gains = new Float64Array(1024);

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
      this.#reachTerm(term);
      const weight = query.weights[at]!;
      if (this.#postings.size(term) === 0) this.#most[term] = 0;
      this.#most[term] = Math.max(this.#most[term]!, weight);
      this.#postings.push(term, slot, weight);
      this.#asked.push(slot, term, weight);
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
      for (const { term, gain } of this.#said(firmId)) this.#add(term, gain);
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

  /**
   * The `k` demands for which a firm of the firm index scores highest, best first; only such as share a term. Terms that
   * can add most are read first, and none once no demand that has not been seen can still be among the best.
   */
  topK(firmId: string, k: number): Scored[] {
    const said = this.#said(firmId).sort((a, b) => b.most - a.most);
    try {
      const needed = this.#addWhatMatters(said, k);
      for (const { term, gain } of said) this.#gains[term] = gain;
      const best = new Best(k, (slot) => this.#ids[slot]!);
      for (let at = 0; at < this.#count; at += 1) {
        const slot = this.#touched[at]!;
        if (this.#sums[slot]! < needed) continue;
        const score = this.#score(slot);
        if (best.wants(score, slot)) best.add(score, slot);
      }
      return best.sorted();
    } finally {
      for (const { term } of said) this.#gains[term] = 0;
      this.#clear();
    }
  }

  /** Adds up lists until the `k` best are among the demands seen; answers the sum so far that each of them has. */
  #addWhatMatters(said: readonly SaidTerm[], k: number): number {
    let unread = said.reduce((sum, { most }) => sum + most, 0);
    let postings = said.reduce((sum, { term }) => sum + this.#postings.size(term), 0);
    // No sum can pass what has been read. Looking for the k-th best is a walk over all that is seen: a few will do.
    let nextLook = unread / 2;
    for (const { term, gain, most } of said) {
      if (this.#count >= k && unread <= nextLook && this.#count < postings) {
        const needed = this.#kthBest(k) * (1 - LAST_BITS) - unread * (1 + LAST_BITS);
        if (needed > 0 && this.#reaching(needed) * POSTINGS_A_SCORE < postings) return needed;
        nextLook = unread / 2;
      }
      this.#add(term, gain);
      unread -= most;
      postings -= this.#postings.size(term);
    }
    return this.#count >= k ? this.#kthBest(k) * (1 - LAST_BITS) : 0;
  }

  #kthBest(k: number): number {
    const best = topSlots(this.#sums, this.#touched, this.#count, k, () => '');
    return this.#sums[best[k - 1]!]!;
  }

  /** How many demands seen have such a sum. */
  #reaching(sum: number): number {
    let reaching = 0;
    for (let at = 0; at < this.#count; at += 1) if (this.#sums[this.#touched[at]!]! >= sum) reaching += 1;
    return reaching;
  }

  /** The terms of a firm that demands ask for, in the order of their texts. */
  #said(firmId: string): SaidTerm[] {
    return this.#firms.gains(firmId).flatMap(({ term: text, gain }) => {
      const term = this.#terms.id(text);
      return term === undefined ? [] : [{ term, gain, most: gain * this.#most[term]! }];
    });
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

  /** The whole score of a demand, from its own terms. */
  #score(slot: number): number {
    const { keys, values } = this.#asked;
    const start = this.#asked.start(slot);
    const end = start + this.#asked.size(slot);
    let sum = 0;
    for (let at = start; at < end; at += 1) sum += values[at]! * this.#gains[keys[at]!]!;
    return sum;
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

  #reachTerm(term: number): void {
    if (term < this.#most.length) return;
    const most = new Float32Array(this.#most.length * 2);
    most.set(this.#most);
    this.#most = most;
    this.#gains = new Float64Array(most.length);
  }
}
