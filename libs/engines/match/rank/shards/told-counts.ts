import { grown } from '../grown.js';
import { Stickiness } from '../stickiness.js';
import type { TermCounts } from '../term-counts.js';
import type { Changes, Told } from './census.js';

/** The counts over all shards as one of them has been told, by its own terms; and what has changed in it since. */
export class ToldCounts implements TermCounts {
  readonly #stickiness = new Stickiness();
  #uses = new Int32Array(1024);
  #firms = 0;
  #length = 0;
  /** By term: firms more that use it, and that repeat it. */
  #moved = new Map<string, [uses: number, repeated: number]>();
  /** Firms of all shards by cell of vectors. */
  readonly cells: number[] = [];

  /** `term` is that of a number in the shard. */
  constructor(private readonly term: (term: number) => string) {}

  get firms(): number {
    return this.#firms;
  }

  get length(): number {
    return this.#length;
  }

  uses(term: number): number {
    return this.#uses[term]!;
  }

  gain(term: number): number {
    return this.#stickiness.gain(term, this.#uses[term]!, this.#firms);
  }

  move(term: number, by: 1 | -1, repeated: boolean): void {
    const moved = this.#moved.get(this.term(term)) ?? [0, 0];
    moved[0] += by;
    if (repeated) moved[1] += by;
    this.#moved.set(this.term(term), moved);
  }

  /** Also terms of which as many firms have come as gone: their number may be another one. */
  changes(): Changes {
    const moved = this.#moved;
    this.#moved = new Map();
    return {
      terms: [...moved.keys()],
      uses: Int32Array.from(moved.values(), ([uses]) => uses),
      repeated: Int32Array.from(moved.values(), ([, repeated]) => repeated),
    };
  }

  /** `id` is the number of a term in the shard; what it has not is of no use to it. */
  tell({ terms, uses, repeated, classes, firms, length, cells }: Told, id: (term: string) => number | undefined): void {
    for (const [at, term] of terms.entries()) {
      const number = id(term);
      if (number === undefined) continue;
      if (number >= this.#uses.length) this.#uses = grown(this.#uses, number + 1);
      this.#uses[number] = uses[at]!;
      this.#stickiness.tell(number, repeated[at]!);
    }
    this.#stickiness.tellClasses(classes);
    [this.#firms, this.#length] = [firms, length];
    this.cells.splice(0, this.cells.length, ...cells);
  }
}
