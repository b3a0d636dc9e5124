import { idf } from '../../bm25.js';
import { TermTable } from '../../term-table.js';
import { grown } from '../grown.js';
import { Stickiness, type StickinessClasses } from '../stickiness.js';
import type { TermWeights } from '../term-counts.js';

/** What has changed in a shard since it was asked last; every term that a firm which came or went uses. */
export interface Changes {
  readonly terms: readonly string[];
  /** By place in `terms`: firms more that use it, and that repeat it. */
  readonly uses: Int32Array;
  readonly repeated: Int32Array;
}

/** What a shard holds, whatever it held before. */
export interface Held {
  readonly firms: number;
  /** The sum of the firms' lengths. */
  readonly length: number;
  /** By cell of vectors. */
  readonly cells: readonly number[];
}

/** What a shard is told of all firms: terms with their new counts, and the sums. */
export interface Told extends Held, Changes {
  readonly classes: StickinessClasses;
}

const added = (a: readonly number[], b: readonly number[]) => a.map((count, cell) => count + b[cell]!);

/** How often the firms of all shards use terms. */
export class Census implements TermWeights {
  readonly #terms = new TermTable();
  readonly #stickiness = new Stickiness();
  #uses = new Int32Array(1024);
  #firms = 0;
  /** Terms that have changed since they were told last. */
  #changed = new Set<string>();

  readonly id = (term: string): number | undefined => this.#terms.id(term);

  uses(term: number): number {
    return this.#uses[term]!;
  }

  term(term: number): string {
    return this.#terms.term(term);
  }

  rarity(term: number): number {
    return idf(this.#firms, this.#uses[term]!);
  }

  weight(term: number): number {
    return Math.sqrt(this.rarity(term) * this.#stickiness.gain(term, this.#uses[term]!, this.#firms));
  }

  /** Takes in what has changed in one shard. */
  add({ terms, uses, repeated }: Changes): void {
    for (const [at, term] of terms.entries()) {
      const id = this.#terms.intern(term);
      if (id >= this.#uses.length) this.#uses = grown(this.#uses, id + 1);
      const before = this.#uses[id]!;
      this.#stickiness.move(id, before, uses[at]!, repeated[at]!);
      this.#uses[id] = before + uses[at]!;
      this.#changed.add(term);
      if (this.#uses[id] === 0) this.#terms.release(id);
    }
  }

  /** What shards must be told, once it is known what each holds. */
  tell(shards: readonly Held[]): Told {
    const terms = [...this.#changed];
    this.#changed = new Set();
    const ids = terms.map((term) => this.#terms.id(term));
    const of = (count: (id: number) => number) => Int32Array.from(ids, (id) => (id === undefined ? 0 : count(id)));
    const sum = shards.reduce((all, shard) => ({
      firms: all.firms + shard.firms,
      length: all.length + shard.length,
      cells: added(all.cells, shard.cells),
    }));
    this.#firms = sum.firms;
    return {
      ...{ terms, uses: of((id) => this.#uses[id]!), repeated: of((id) => this.#stickiness.repeated(id)) },
      ...sum,
      classes: this.#stickiness.classes(),
    };
  }
}
