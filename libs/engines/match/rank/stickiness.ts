/** Uses of this many firms and more fall into one class. */
const CLASSES = 13;
/** Firms' worth of belief that a term is like others as frequent. */
const BELIEF = 10;

const classOf = (uses: number) => Math.min(CLASSES - 1, 31 - Math.clz32(uses));

export interface StickinessImage {
  readonly repeated: Int32Array<ArrayBuffer>;
  readonly classUses: Float64Array<ArrayBuffer>;
  readonly classRepeated: Float64Array<ArrayBuffer>;
}

/** Counts, per term and per class of frequency, the firms that have a term in more than one line. */
export class Stickiness {
  #repeated = new Int32Array(1024);
  #classUses = new Float64Array(CLASSES);
  #classRepeated = new Float64Array(CLASSES);

  constructor(image?: StickinessImage) {
    if (!image) return;
    this.#repeated = image.repeated;
    this.#classUses = image.classUses;
    this.#classRepeated = image.classRepeated;
  }

  /** What has been counted, not copied. */
  image(): StickinessImage {
    return { repeated: this.#repeated, classUses: this.#classUses, classRepeated: this.#classRepeated };
  }

  /** One firm more (`by` 1) or less (-1) uses the term, which `uses` firms did before. */
  move(term: number, uses: number, by: 1 | -1, repeated: boolean): void {
    if (term >= this.#repeated.length) {
      const grown = new Int32Array(Math.max(term + 1, this.#repeated.length * 2));
      grown.set(this.#repeated);
      this.#repeated = grown;
    }
    this.#count(uses, -1, term);
    if (repeated) this.#repeated[term]! += by;
    this.#count(uses + by, 1, term);
  }

  /** The logarithm of how many times likelier than by chance a firm that uses the term repeats it; at least 0. */
  gain(term: number, uses: number, firms: number): number {
    const of = classOf(uses);
    const usual = this.#classRepeated[of]! / this.#classUses[of]!;
    const repeats = (this.#repeated[term]! + BELIEF * usual) / (uses + BELIEF);
    return Math.log(1 + (repeats * firms) / uses);
  }

  #count(uses: number, sign: 1 | -1, term: number): void {
    if (uses === 0) return;
    this.#classUses[classOf(uses)]! += sign * uses;
    this.#classRepeated[classOf(uses)]! += sign * this.#repeated[term]!;
  }
}
