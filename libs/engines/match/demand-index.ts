import { Best } from './best.js';
import type { FirmIndex } from './firm-index.js';
import { PairLists } from './pair-lists.js';
import type { Query } from './query.js';
import { TermTable } from './term-table.js';
import type { Scored } from './types.js';

/** Which demands {@link DemandIndex.forFirm} gives back. */
export interface ForFirmOptions {
  /** At most so many; all of them when absent. */
  readonly limit?: number;
  /** The score from which on a demand is given back. Asked once for each demand that shares a term with the firm. */
  readonly threshold?: (demandId: string) => number;
}

/**
 * The open demands, held as queries: a firm that is new or has changed finds those it answers. Scores are the ones of
 * {@link FirmIndex.score}, bit for bit, as both add up the same terms in the same order. The work grows with the
 * demands that share a term with the firm, not with all that are open.
 */
export class DemandIndex {
  readonly #firms: FirmIndex;
  readonly #terms = new TermTable();
  /** Per term: (demand's slot, weight). */
  readonly #postings = new PairLists();
  readonly #queries: (Query | undefined)[] = [];
  readonly #slots = new Map<string, number>();
  readonly #ids: string[] = [];
  readonly #freeSlots: number[] = [];
  /** Scratch of `forFirm`, all zero between calls. */
  #sums = new Float64Array(1024);

  /** `firms` lends its statistics and profiles: a firm is put there before it is asked for here. */
  constructor(firms: FirmIndex) {
    this.#firms = firms;
  }

  /** Open demands held. */
  get size(): number {
    return this.#slots.size;
  }

  has(id: string): boolean {
    return this.#slots.has(id);
  }

  /** The query under which a demand is held. */
  query(id: string): Query | undefined {
    const slot = this.#slots.get(id);
    return slot === undefined ? undefined : this.#queries[slot];
  }

  /** Opens a demand, or replaces what it asks for. */
  put(id: string, query: Query): void {
    this.remove(id);
    const slot = this.#freeSlots.pop() ?? this.#ids.length;
    if (slot >= this.#sums.length) this.#sums = new Float64Array(this.#sums.length * 2);
    this.#ids[slot] = id;
    this.#slots.set(id, slot);
    this.#queries[slot] = query;
    for (const [at, term] of query.terms.entries()) {
      this.#postings.push(this.#terms.intern(term), slot, query.weights[at]!);
    }
  }

  /** Closes a demand; false when it is not there. */
  remove(id: string): boolean {
    const slot = this.#slots.get(id);
    if (slot === undefined) return false;
    for (const text of this.#queries[slot]!.terms) {
      const term = this.#terms.id(text)!;
      this.#postings.remove(term, slot);
      if (this.#postings.size(term) === 0) this.#terms.release(term);
    }
    this.#queries[slot] = undefined;
    this.#slots.delete(id);
    this.#ids[slot] = '';
    this.#freeSlots.push(slot);
    return true;
  }

  /** The open demands that share a term with a firm of the firm index, best first; none when it does not hold the firm. */
  forFirm(firmId: string, { limit = this.size, threshold }: ForFirmOptions = {}): Scored[] {
    const touched: number[] = [];
    try {
      this.#sum(firmId, touched);
      const best = new Best(limit, (slot) => this.#ids[slot]!);
      for (const slot of touched) {
        const score = this.#sums[slot]!;
        if (threshold !== undefined && score < threshold(this.#ids[slot]!)) continue;
        if (best.wants(score, slot)) best.add(score, slot);
      }
      return best.sorted();
    } finally {
      for (const slot of touched) this.#sums[slot] = 0;
    }
  }

  #sum(firmId: string, touched: number[]): void {
    const { keys, values } = this.#postings;
    for (const { term: text, gain } of this.#firms.gains(firmId)) {
      const term = this.#terms.id(text);
      if (term === undefined) continue;
      const start = this.#postings.start(term);
      const end = start + this.#postings.size(term);
      for (let posting = start; posting < end; posting += 1) {
        const slot = keys[posting]!;
        if (this.#sums[slot] === 0) touched.push(slot);
        this.#sums[slot]! += values[posting]! * gain;
      }
    }
  }
}
