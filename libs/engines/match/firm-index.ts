import type { Analyser } from './analysis.js';
import { idf, lengthNorm, MOST, saturation } from './bm25.js';
import { PairLists, type PairsImage } from './pair-lists.js';
import { profileTerms } from './profile.js';
import type { Query } from './query.js';
import { type TermImage, TermTable } from './term-table.js';
import type { MatchFirm } from './types.js';

/** What one term of a firm adds to the score of a demand that asks for it with weight 1. */
export interface TermGain {
  readonly term: string;
  readonly gain: number;
}

/** What a {@link FirmIndex} holds. */
export interface FirmImage {
  readonly terms: TermImage;
  readonly profiles: PairsImage;
  readonly slots: Map<string, number>;
  readonly freeSlots: number[];
  readonly uses: Int32Array<ArrayBuffer>;
  readonly lengths: Float64Array<ArrayBuffer>;
  readonly totalLength: number;
}

/**
 * All firms by what they say they can do, each scored by BM25 by itself; who is best is the learned ranking's to say. Same
 * firms, same answers: the order in which they came, and firms that were there and went, leave no trace in scores. One
 * thread; nothing here waits.
 */
export class FirmIndex {
  readonly #analyser: Analyser;
  readonly #terms: TermTable;
  /** By term: firms that use it. */
  #uses = new Int32Array(1024);
  /** Per firm's slot: (term, weighted count), rising by term. */
  readonly #profiles: PairLists;
  readonly #slots: Map<string, number>;
  readonly #freeSlots: number[];
  /** By slot. */
  #lengths = new Float64Array(1024);
  #totalLength = 0;

  constructor(analyser: Analyser, image?: FirmImage) {
    this.#analyser = analyser;
    this.#terms = new TermTable(image?.terms);
    this.#profiles = new PairLists(image?.profiles);
    this.#slots = image?.slots ?? new Map();
    this.#freeSlots = image?.freeSlots ?? [];
    if (!image) return;
    this.#uses = image.uses;
    this.#lengths = image.lengths;
    this.#totalLength = image.totalLength;
  }

  /** All that is held, not copied. An index made from it gives the same answers. */
  image(): FirmImage {
    return {
      terms: this.#terms.image(),
      profiles: this.#profiles.image(),
      slots: this.#slots,
      freeSlots: this.#freeSlots,
      uses: this.#uses,
      lengths: this.#lengths,
      totalLength: this.#totalLength,
    };
  }

  /** Firms held. */
  get size(): number {
    return this.#slots.size;
  }

  /** Different terms held. */
  get termCount(): number {
    return this.#terms.size;
  }

  /** Adds a firm or replaces the one with this id. */
  put(firm: MatchFirm): void {
    const { counts, length } = profileTerms(this.#analyser, firm);
    this.remove(firm.id);
    const slot = this.#freeSlots.pop() ?? this.size;
    this.#slots.set(firm.id, slot);
    this.#reach(slot);
    this.#lengths[slot] = length;
    this.#totalLength += length;
    const profile = [...counts].map(([term, count]) => ({ term: this.#terms.intern(term), count }));
    profile.sort((a, b) => a.term - b.term);
    this.#reachTerms();
    for (const { term, count } of profile) {
      this.#uses[term]! += 1;
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
      this.#uses[term]! -= 1;
      if (this.#uses[term] === 0) this.#terms.release(term);
    }
    this.#profiles.clear(slot);
    this.#totalLength -= this.#lengths[slot]!;
    this.#slots.delete(id);
    this.#freeSlots.push(slot);
    return true;
  }

  /** What the firm scores for a query; 0 when it shares no term or is not there. */
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
    return idf(this.size, id === undefined ? 0 : this.#uses[id]!);
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
      const rarity = idf(this.size, this.#uses[term]!);
      gains.push({ term: this.#terms.term(term), gain: rarity * saturation(this.#profiles.values[at]!, norm) });
    }
    return gains.sort((a, b) => (a.term < b.term ? -1 : 1));
  }

  #norm(slot: number): number {
    return lengthNorm(this.#lengths[slot]!, this.#totalLength / this.size);
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
  }

  #reachTerms(): void {
    if (this.#terms.reach <= this.#uses.length) return;
    const uses = new Int32Array(this.#terms.reach * 2);
    uses.set(this.#uses);
    this.#uses = uses;
  }
}
