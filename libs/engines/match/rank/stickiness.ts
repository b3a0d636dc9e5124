import { grown } from './grown.js';

/** Uses of this many firms and more fall into one class. */
const CLASSES = 13;
/** Firms' worth of belief that a term is like others as frequent. */
const BELIEF = 10;
/** What is believed before firms tell: that of so many uses so large a share is repeated, as of the firms the ranking was learned on. Few firms repeat nothing. */
const EXPECTED = { uses: 10, repeated: 0.1 } as const;

const classOf = (uses: number) => Math.min(CLASSES - 1, 31 - Math.clz32(uses));

export interface StickinessImage {
  readonly repeated: Int32Array<ArrayBuffer>;
  readonly classUses: Float64Array<ArrayBuffer>;
  readonly classRepeated: Float64Array<ArrayBuffer>;
}

/** By class of frequency: all uses, and how many of them are by firms that repeat the term. */
export interface StickinessClasses {
  readonly uses: Float64Array<ArrayBuffer>;
  readonly repeated: Float64Array<ArrayBuffer>;
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

  /** So many firms more (less than 0: fewer) use the term, which `uses` firms did before, and so many more repeat it. */
  move(term: number, uses: number, by: number, repeatedBy: number): void {
    this.#reach(term);
    this.#count(uses, -1, term);
    this.#repeated[term]! += repeatedBy;
    this.#count(uses + by, 1, term);
  }

  /** Firms that repeat the term. */
  repeated(term: number): number {
    return this.#repeated[term] ?? 0;
  }

  /** Takes over what has been counted elsewhere of a term, and of the classes. */
  tell(term: number, repeated: number): void {
    this.#reach(term);
    this.#repeated[term] = repeated;
  }

  tellClasses({ uses, repeated }: StickinessClasses): void {
    [this.#classUses, this.#classRepeated] = [uses.slice(), repeated.slice()];
  }

  classes(): StickinessClasses {
    return { uses: this.#classUses, repeated: this.#classRepeated };
  }

  /** The logarithm of how many times likelier than by chance a firm that uses the term repeats it; at least 0. */
  gain(term: number, uses: number, firms: number): number {
    const of = classOf(uses);
    const usual =
      (this.#classRepeated[of]! + EXPECTED.uses * EXPECTED.repeated) / (this.#classUses[of]! + EXPECTED.uses);
    const repeats = (this.#repeated[term]! + BELIEF * usual) / (uses + BELIEF);
    return Math.log(1 + (repeats * firms) / uses);
  }

  #reach(term: number): void {
    if (term >= this.#repeated.length) this.#repeated = grown(this.#repeated, term + 1);
  }

  #count(uses: number, sign: 1 | -1, term: number): void {
    if (uses === 0) return;
    this.#classUses[classOf(uses)]! += sign * uses;
    this.#classRepeated[classOf(uses)]! += sign * this.#repeated[term]!;
  }
}
