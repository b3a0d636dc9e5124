export interface TermImage {
  readonly terms: string[];
  readonly free: number[];
}

/** Gives each term in use a small integer, and the integers of terms no longer used to new ones. */
export class TermTable {
  readonly #ids = new Map<string, number>();
  readonly #terms: string[];
  readonly #free: number[];

  constructor({ terms, free }: TermImage = { terms: [], free: [] }) {
    this.#terms = terms;
    this.#free = free;
    const unused = new Set(free);
    for (const [id, term] of terms.entries()) if (!unused.has(id)) this.#ids.set(term, id);
  }

  /** What it holds, not copied. */
  image(): TermImage {
    return { terms: this.#terms, free: this.#free };
  }

  /** Terms in use. */
  get size(): number {
    return this.#ids.size;
  }

  /** Every id in use is below. */
  get reach(): number {
    return this.#terms.length;
  }

  id(term: string): number | undefined {
    return this.#ids.get(term);
  }

  /** The id of a term, a new one where it has none. */
  intern(term: string): number {
    const known = this.#ids.get(term);
    if (known !== undefined) return known;
    const id = this.#free.pop() ?? this.#terms.length;
    this.#terms[id] = term;
    this.#ids.set(term, id);
    return id;
  }

  /** `id` must be in use. */
  term(id: number): string {
    return this.#terms[id]!;
  }

  /** Forgets a term that nothing uses any more. */
  release(id: number): void {
    this.#ids.delete(this.#terms[id]!);
    this.#terms[id] = '';
    this.#free.push(id);
  }
}
