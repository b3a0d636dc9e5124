import { Floor } from './floor.js';
import type { RankIndex } from './rank-index.js';
import { ReadingPlan } from './reading-plan.js';
import type { TermQuery } from './term-query.js';
import type { View } from './view.js';

/**
 * BM25 of single firms, worked out from their own terms. Without a branch for a term: a processor cannot guess which terms
 * are asked for, and to guess wrong costs more than the work.
 */
export class TermScorer {
  #terms: readonly number[] = [];
  /** By place: terms stand in the order of the query, from 1; all others at 0. */
  #weights = new Float64Array(1);
  #places = new Uint16Array(0);
  #counts = new Float64Array(1);
  /** A bit a place: whether the firm has the term. */
  #met = new Int32Array(1);
  #norm = { least: 0, each: 0 };

  constructor(private readonly index: RankIndex) {}

  /** The query that firms are scored for from now on, until a firm comes or goes. */
  ask({ terms, weights }: TermQuery): void {
    const { reach } = this.index.terms;
    for (const term of this.#terms) this.#places[term] = 0;
    if (this.#places.length < reach) this.#places = new Uint16Array(reach * 2);
    for (let at = 0; at < terms.length; at += 1) this.#places[terms[at]!] = at + 1;
    this.#terms = terms;
    this.#weights = Float64Array.of(0, ...weights);
    this.#counts = new Float64Array(terms.length + 1);
    this.#met = new Int32Array((terms.length >> 5) + 1);
    this.#norm = this.index.norm();
  }

  /** The sum over the query's terms, in their order; 0 where the firm has none of them. */
  score(slot: number): number {
    const { firmTerms, lengths } = this.index;
    const { keys, values } = firmTerms;
    const [places, counts, weights, met] = [this.#places, this.#counts, this.#weights, this.#met];
    const start = firmTerms.start(slot);
    const end = start + firmTerms.size(slot);
    for (let at = start; at < end; at += 1) {
      const place = places[keys[at]!]!;
      counts[place] = values[at]!;
      met[place >> 5]! |= 1 << place;
    }
    const norm = this.#norm.least + this.#norm.each * lengths[slot]!;
    met[0]! &= -2;
    let sum = 0;
    for (let from = 0; from < met.length; from += 1) {
      let bits = met[from]!;
      met[from] = 0;
      while (bits !== 0) {
        const place = (from << 5) + 31 - Math.clz32(bits & -bits);
        bits &= bits - 1;
        sum += (weights[place]! * counts[place]!) / (counts[place]! + norm);
      }
    }
    return sum;
  }
}

/** Firms that are worked out first, as a multiple of those wanted: the better they are, the less is read. */
const FIRST = 1.5;
/** What a firm that is nowhere read may reach, as a share of what it needs: the less, the more is read and the fewer are worked out. */
const UNREAD = 0.8;
/** Postings that are read in any case: to work out firms takes longer. */
const READ = 20_000;
/** A sum of 32-bit numbers errs by less than this part of the whole for each of them. */
const ROUNDING = 2 ** -23;

/**
 * The best firms by BM25 without reading all that is said of the query's terms. Postings lie in layers by what they count;
 * some firms are worked out at first, and layers are read, those first that bound the others most for each posting, until
 * no firm that is nowhere among them can be one of the best. Of those read, the ones that still can are worked out.
 */
export class TermSearch {
  readonly #scorer: TermScorer;
  /** By slot: what the postings read can add up to; all zero between calls. */
  #sums = new Float32Array(0);
  #touched = new Int32Array(0);

  /** `read`: see {@link READ}. */
  constructor(
    private readonly index: RankIndex,
    private readonly read = READ,
  ) {
    this.#scorer = new TermScorer(index);
  }

  /** The score of a firm for the query that was searched last. */
  score(slot: number): number {
    return this.#scorer.score(slot);
  }

  /**
   * Puts the `k` best firms that have a term of the query forward; `likely` are some that may be among them. The scores
   * in `view` are those of {@link TermScorer}, for the best and some others.
   */
  find(query: TermQuery, k: number, view: View, likely: ArrayLike<number> = []): void {
    const { index } = this;
    if (this.#sums.length < index.slots) {
      this.#sums = new Float32Array(index.slots * 2);
      this.#touched = new Int32Array(index.slots * 2);
    }
    this.#scorer.ask(query);
    const floor = new Floor(k);
    for (let at = 0; at < likely.length; at += 1) this.#work(likely[at]!, view, floor);
    const plan = new ReadingPlan(index, query);
    const rounding = plan.rest * ROUNDING * query.terms.length;
    if (floor.least === 0 && plan.size > this.read) {
      plan.postings(2 * FIRST * k);
      const count = plan.read(this.#sums, this.#touched);
      this.#workBest(count, Math.ceil(FIRST * k), view, floor);
      this.#clear(count);
      plan.restart();
    }
    plan.postings(this.read);
    plan.until(UNREAD * floor.least);
    const count = plan.read(this.#sums, this.#touched, plan.left);
    this.#workBest(count, k, view, floor);
    for (let at = 0; at < count; at += 1) {
      const slot = this.#touched[at]!;
      if (this.#sums[slot]! + plan.rest + rounding >= floor.least) this.#work(slot, view, floor);
    }
    this.#clear(count);
    view.rank(k, index.id);
  }

  /** Works out so many of the touched firms that can reach most. */
  #workBest(count: number, wanted: number, view: View, floor: Floor): void {
    const best = new Floor(wanted);
    for (let at = 0; at < count; at += 1) best.tell(this.#sums[this.#touched[at]!]!);
    for (let at = 0; at < count; at += 1) {
      const slot = this.#touched[at]!;
      if (this.#sums[slot]! >= best.least) this.#work(slot, view, floor);
    }
  }

  #clear(count: number): void {
    for (let at = 0; at < count; at += 1) this.#sums[this.#touched[at]!] = 0;
  }

  #work(slot: number, view: View, floor: Floor): void {
    if (view.scores[slot] !== 0) return;
    const score = this.#scorer.score(slot);
    if (score === 0) return;
    view.set(slot, score);
    floor.tell(score);
  }
}
