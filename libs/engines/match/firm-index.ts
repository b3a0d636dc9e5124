import type { Analyser } from './analysis.js';
import { Best } from './best.js';
import { idf, lengthNorm, MOST, saturation } from './bm25.js';
import { PairLists } from './pair-lists.js';
import { profileTerms } from './profile.js';
import type { Query } from './query.js';
import { TermTable } from './term-table.js';
import type { MatchFirm, Scored } from './types.js';

/** What one term of a firm adds to the score of a demand that asks for it with weight 1. */
export interface TermGain {
  readonly term: string;
  readonly gain: number;
}

/**
 * All firms by what they say they can do, ranked by BM25. Same firms, same answers: the order in which they came, and
 * firms that were there and went, leave no trace in scores. One thread; nothing here waits.
 */
export class FirmIndex {
  readonly #analyser: Analyser;
  readonly #terms = new TermTable();
  /** Per term: (firm's slot, weighted count). */
  readonly #postings = new PairLists();
  /** Per firm's slot: (term, weighted count), rising by term. */
  readonly #profiles = new PairLists();
  readonly #slots = new Map<string, number>();
  readonly #ids: string[] = [];
  readonly #freeSlots: number[] = [];
  #lengths = new Float64Array(1024);
  #totalLength = 0;
  /** By slot; worked out anew when a firm has come or gone, as the average length has moved. */
  #norms = new Float64Array(1024);
  #normsHold = false;
  /** Scratch of `topK`, all zero between calls. */
  #sums = new Float64Array(1024);
  /** Scratch of `topK`: the slots whose sum is not zero. */
  #touched = new Int32Array(1024);

  constructor(analyser: Analyser) {
    this.#analyser = analyser;
  }

  /** Firms held. */
  get size(): number {
    return this.#slots.size;
  }

  /** Different terms held. */
  get termCount(): number {
    return this.#terms.size;
  }

  has(id: string): boolean {
    return this.#slots.has(id);
  }

  /** Adds a firm or replaces the one with this id. */
  put(firm: MatchFirm): void {
    const { counts, length } = profileTerms(this.#analyser, firm);
    this.remove(firm.id);
    const slot = this.#freeSlots.pop() ?? this.#ids.length;
    this.#reach(slot);
    this.#ids[slot] = firm.id;
    this.#slots.set(firm.id, slot);
    this.#lengths[slot] = length;
    this.#totalLength += length;
    this.#normsHold = false;
    const profile = [...counts].map(([term, count]) => ({ term: this.#terms.intern(term), count }));
    profile.sort((a, b) => a.term - b.term);
    for (const { term, count } of profile) {
      this.#postings.push(term, slot, count);
      this.#profiles.push(slot, term, count);
    }
  }

  /** False when there is no such firm. */
  remove(id: string): boolean {
    const slot = this.#slots.get(id);
    if (slot === undefined) return false;
    const start = this.#profiles.start(slot);
    for (let at = start; at < start + this.#profiles.size(slot); at += 1) {
      const term = this.#profiles.keys[at]!;
      this.#postings.remove(term, slot);
      if (this.#postings.size(term) === 0) this.#terms.release(term);
    }
    this.#profiles.clear(slot);
    this.#totalLength -= this.#lengths[slot]!;
    this.#normsHold = false;
    this.#slots.delete(id);
    this.#ids[slot] = '';
    this.#freeSlots.push(slot);
    return true;
  }

  /**
   * The `k` firms with the highest scores above 0, best first. `accept` is asked only about firms that would be among
   * the best so far; it must not call this index.
   */
  topK(query: Query, k: number, accept?: (id: string) => boolean): Scored[] {
    const count = this.#sum(query);
    const touched = this.#touched;
    const sums = this.#sums;
    try {
      const best = new Best(k, (slot) => this.#ids[slot]!);
      for (let at = 0; at < count; at += 1) {
        const slot = touched[at]!;
        const score = sums[slot]!;
        if (best.wants(score, slot) && (accept === undefined || accept(this.#ids[slot]!))) best.add(score, slot);
      }
      return best.sorted();
    } finally {
      for (let at = 0; at < count; at += 1) sums[touched[at]!] = 0;
    }
  }

  /** The score that {@link topK} gives this firm; 0 when it shares no term or is not there. */
  score(query: Query, id: string): number {
    const slot = this.#slots.get(id);
    if (slot === undefined) return 0;
    const norm = this.#norm(slot);
    let sum = 0;
    for (const [at, text] of query.terms.entries()) {
      const term = this.#terms.id(text);
      const count = term === undefined ? 0 : this.#count(slot, term);
      if (count > 0) sum += query.weights[at]! * (this.idf(text) * saturation(count, norm));
    }
    return sum;
  }

  /**
   * What no firm's score for this query can pass: every term asked for, mentioned without end. Terms that no firm uses
   * are part of it, so that a demand nobody understands gets low shares, not high ones. 0 for an empty query only.
   */
  bound(query: Query): number {
    let sum = 0;
    for (const [at, term] of query.terms.entries()) sum += query.weights[at]! * (this.idf(term) * MOST);
    return sum;
  }

  /** How telling a term is among the firms held. */
  idf(term: string): number {
    const id = this.#terms.id(term);
    return idf(this.size, id === undefined ? 0 : this.#postings.size(id));
  }

  /** The terms of a firm, rising by term, each with its part of a score; empty when there is no such firm. */
  gains(id: string): TermGain[] {
    const slot = this.#slots.get(id);
    if (slot === undefined) return [];
    const norm = this.#norm(slot);
    const start = this.#profiles.start(slot);
    const gains: TermGain[] = [];
    for (let at = start; at < start + this.#profiles.size(slot); at += 1) {
      const term = this.#profiles.keys[at]!;
      const rarity = idf(this.size, this.#postings.size(term));
      gains.push({ term: this.#terms.term(term), gain: rarity * saturation(this.#profiles.values[at]!, norm) });
    }
    return gains.sort((a, b) => (a.term < b.term ? -1 : 1));
  }

  #norm(slot: number): number {
    return lengthNorm(this.#lengths[slot]!, this.#totalLength / this.size);
  }

  /** Adds up the scores in `#sums`; answers how many firms have one: the first so many of `#touched`. */
  #sum(query: Query): number {
    const { keys, values } = this.#postings;
    const norms = this.#currentNorms();
    const sums = this.#sums;
    const touched = this.#touched;
    let count = 0;
    for (const [at, text] of query.terms.entries()) {
      const term = this.#terms.id(text);
      if (term === undefined) continue;
      const weight = query.weights[at]!;
      const size = this.#postings.size(term);
      const rarity = idf(this.size, size);
      const start = this.#postings.start(term);
      for (let posting = start; posting < start + size; posting += 1) {
        const slot = keys[posting]!;
        if (sums[slot] === 0) {
          touched[count] = slot;
          count += 1;
        }
        sums[slot]! += weight * (rarity * saturation(values[posting]!, norms[slot]!));
      }
    }
    return count;
  }

  #currentNorms(): Float64Array {
    if (this.#normsHold) return this.#norms;
    const averageLength = this.#totalLength / this.size;
    for (let slot = 0; slot < this.#ids.length; slot += 1) {
      this.#norms[slot] = lengthNorm(this.#lengths[slot]!, averageLength);
    }
    this.#normsHold = true;
    return this.#norms;
  }

  /** Weighted mentions of a term by a firm, by halving. */
  #count(slot: number, term: number): number {
    const { keys, values } = this.#profiles;
    let low = this.#profiles.start(slot);
    const end = low + this.#profiles.size(slot);
    let high = end;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (keys[middle]! < term) low = middle + 1;
      else high = middle;
    }
    return low < end && keys[low] === term ? values[low]! : 0;
  }

  #reach(slot: number): void {
    if (slot < this.#lengths.length) return;
    const lengths = new Float64Array(this.#lengths.length * 2);
    lengths.set(this.#lengths);
    this.#lengths = lengths;
    this.#norms = new Float64Array(lengths.length);
    this.#sums = new Float64Array(lengths.length);
    this.#touched = new Int32Array(lengths.length);
  }
}
