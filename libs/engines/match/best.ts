/**
 * Keeps the best `k` of the (score, slot) pairs offered: higher scores first, among equals the lower id. A heap with the
 * worst kept on top, so that most offers cost one comparison.
 */
export class Best {
  readonly #k: number;
  readonly #id: (slot: number) => string;
  readonly #scores: number[] = [];
  readonly #slots: number[] = [];

  constructor(k: number, id: (slot: number) => string) {
    this.#k = k;
    this.#id = id;
  }

  /** True when the pair would be kept now. */
  wants(score: number, slot: number): boolean {
    if (this.#scores.length < this.#k) return this.#k > 0;
    return score > this.#scores[0]! || (score === this.#scores[0] && this.#id(slot) < this.#id(this.#slots[0]!));
  }

  /** Keeps a pair that {@link wants} has approved. */
  add(score: number, slot: number): void {
    if (this.#scores.length < this.#k) {
      this.#scores.push(score);
      this.#slots.push(slot);
      this.#rise(this.#scores.length - 1);
      return;
    }
    this.#scores[0] = score;
    this.#slots[0] = slot;
    this.#sink(0);
  }

  /** The pairs kept, best first. */
  sorted(): { id: string; score: number }[] {
    const kept = this.#scores.map((score, at) => ({ id: this.#id(this.#slots[at]!), score }));
    return kept.sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
  }

  #worse(a: number, b: number): boolean {
    const difference = this.#scores[a]! - this.#scores[b]!;
    return difference < 0 || (difference === 0 && this.#id(this.#slots[a]!) > this.#id(this.#slots[b]!));
  }

  #swap(a: number, b: number): void {
    [this.#scores[a], this.#scores[b]] = [this.#scores[b]!, this.#scores[a]!];
    [this.#slots[a], this.#slots[b]] = [this.#slots[b]!, this.#slots[a]!];
  }

  #rise(from: number): void {
    for (let at = from; at > 0; ) {
      const parent = (at - 1) >> 1;
      if (!this.#worse(at, parent)) return;
      this.#swap(at, parent);
      at = parent;
    }
  }

  #sink(from: number): void {
    const size = this.#scores.length;
    for (let at = from; ; ) {
      let worst = at;
      for (const child of [2 * at + 1, 2 * at + 2]) if (child < size && this.#worse(child, worst)) worst = child;
      if (worst === at) return;
      this.#swap(at, worst);
      at = worst;
    }
  }
}
