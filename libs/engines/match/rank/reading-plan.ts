import { LAYERS } from './impact-lists.js';
import type { RankIndex } from './rank-index.js';
import type { TermQuery } from './term-query.js';

/**
 * Which postings of a query are read: layer by layer, always the one that lowers most, for each posting in it, what a firm
 * can have that is in none of those read.
 */
export class ReadingPlan {
  /** What such a firm can have at most, and by term what is left of that. */
  rest = 0;
  readonly left: Float64Array;
  /** Postings of all terms. */
  readonly size: number;
  /** By term: how far the list is read, where its next layer ends, and what follows after that at most. */
  readonly #read: Int32Array;
  readonly #end: Int32Array;
  readonly #after: Float64Array;
  /** Steps: term, from and to where in the postings; and what each posting adds at most. */
  readonly #steps: number[] = [];
  readonly #adds: number[] = [];
  #planned = 0;

  constructor(
    private readonly index: RankIndex,
    private readonly query: TermQuery,
  ) {
    const count = query.terms.length;
    this.left = new Float64Array(count);
    this.#read = new Int32Array(count);
    this.#end = new Int32Array(count);
    this.#after = new Float64Array(count);
    this.size = query.terms.reduce((sum, term) => sum + index.postings.size(term), 0);
    this.restart();
  }

  restart(): void {
    this.rest = 0;
    this.#steps.length = 0;
    this.#adds.length = 0;
    this.#planned = 0;
    this.#read.fill(0);
    for (let at = 0; at < this.left.length; at += 1) {
      this.left[at] = this.#next(at);
      this.rest += this.left[at]!;
    }
  }

  /** Plans until no firm that is not read can have more than this, 0 for all. */
  until(most: number): void {
    while (this.rest > most) if (!this.#step()) return;
  }

  /** Plans so many postings at least; all of them, if there are no more, in any order. */
  postings(count: number): void {
    if (this.size > count) {
      while (this.#planned < count) if (!this.#step()) return;
      return;
    }
    for (let at = 0; at < this.left.length; at += 1) while (this.left[at]! > 0) this.#take(at);
    this.rest = 0;
  }

  /**
   * Reads what is planned: adds to `sums` what each posting counts at most, less what its term has `left` for all, and
   * answers how many slots are touched.
   */
  read(sums: Float32Array, touched: Int32Array, left?: Float64Array): number {
    const { keys } = this.index.postings;
    let count = 0;
    for (let step = 0; step < this.#adds.length; step += 1) {
      const term = this.#steps[step * 3]!;
      const add = this.#adds[step]! - (left?.[term] ?? 0);
      const to = this.#steps[step * 3 + 2]!;
      for (let at = this.#steps[step * 3 + 1]!; at < to; at += 1) {
        const slot = keys[at]!;
        const sum = sums[slot]!;
        // No branch: whether a slot is new cannot be guessed.
        touched[count] = slot;
        count += Number(sum === 0);
        sums[slot] = sum + add;
      }
    }
    return count;
  }

  /** One layer more; false when all are planned. */
  #step(): boolean {
    let best = -1;
    let most = 0;
    for (let at = 0; at < this.left.length; at += 1) {
      const lowers = (this.left[at]! - this.#after[at]!) / (this.#end[at]! - this.#read[at]!);
      if (lowers > most) {
        best = at;
        most = lowers;
      }
    }
    if (best < 0) return false;
    this.#take(best);
    // Added up anew: differences would leave a trace.
    this.rest = 0;
    for (let at = 0; at < this.left.length; at += 1) this.rest += this.left[at]!;
    return true;
  }

  /** Plans the next layer of a term. */
  #take(term: number): void {
    const start = this.index.postings.start(this.query.terms[term]!);
    this.#steps.push(term, start + this.#read[term]!, start + this.#end[term]!);
    this.#adds.push(this.left[term]!);
    this.#planned += this.#end[term]! - this.#read[term]!;
    this.#read[term] = this.#end[term]!;
    this.left[term] = this.#next(term);
  }

  /** Finds the next layer of a term; answers what its postings count at most, 0 at the end of the list. */
  #next(at: number): number {
    const { postings } = this.index;
    const bounds = this.index.bounds();
    const term = this.query.terms[at]!;
    const weight = this.query.weights[at]!;
    const read = this.#read[at]!;
    const size = postings.size(term);
    this.#end[at] = size;
    this.#after[at] = 0;
    if (read === size) return 0;
    const first = postings.layers(term);
    if (first < 0) return weight * bounds[postings.highest(term)]!;
    let layer = 0;
    while (postings.ends[first + layer]! <= read) layer += 1;
    const end = postings.ends[first + layer]!;
    this.#end[at] = end;
    let after = layer + 1;
    while (after < LAYERS && postings.ends[first + after]! <= end) after += 1;
    if (after < LAYERS) this.#after[at] = weight * bounds[LAYERS - 1 - after]!;
    return weight * bounds[LAYERS - 1 - layer]!;
  }
}
