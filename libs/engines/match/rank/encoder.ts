import type { RankText } from './rank-text.js';

/**
 * Vectors of terms, learned so that what one firm says in different lines comes to lie close together, from where a model
 * that was trained elsewhere has put them. Terms are words,
 * pairs, and single characters with a `'` before them.
 */
export interface EncoderData {
  readonly dimensions: number;
  readonly terms: readonly string[];
  /** How telling each term is. */
  readonly rarity: Float32Array;
  /** Term after term, `dimensions` numbers each. */
  readonly vectors: Float32Array;
  /** Centres of the vectors of firms, one after the other: see `Cells`. */
  readonly centres: Float32Array;
}

/** Terms of a text by number, with weights whose squares add up to 1; empty when no term is known. */
export interface WeightedTerms {
  readonly terms: Int32Array;
  readonly weights: Float32Array;
}

/** What a mention counts: pairs and characters repeat what the words say. */
const MENTION = { word: 1, pair: 0.5, character: 0.3 } as const;

const characterTerm = (character: string) => `'${character}`;

/** Every term of a text under its name in the encoder, as often as it occurs, with what a mention counts. */
export function* mentions({ words, pairs, characters }: RankText): Generator<readonly [string, number]> {
  for (const word of words) yield [word, MENTION.word];
  for (const pair of pairs) yield [pair, MENTION.pair];
  for (const character of characters) yield [characterTerm(character), MENTION.character];
}

/** Turns texts into vectors of length 1. */
export class Encoder {
  readonly dimensions: number;
  readonly #numbers: ReadonlyMap<string, number>;

  constructor(readonly data: EncoderData) {
    this.dimensions = data.dimensions;
    this.#numbers = new Map(data.terms.map((term, number) => [term, number]));
  }

  terms(text: RankText): WeightedTerms {
    const weights = new Map<number, number>();
    for (const [term, weight] of mentions(text)) {
      const number = this.#numbers.get(term);
      if (number !== undefined) {
        weights.set(number, (weights.get(number) ?? 0) + weight * this.data.rarity[number]!);
      }
    }
    let squares = 0;
    for (const weight of weights.values()) squares += weight * weight;
    const length = Math.sqrt(squares) || 1;
    return {
      terms: Int32Array.from(weights.keys()),
      weights: Float32Array.from(weights.values(), (weight) => weight / length),
    };
  }

  /** Adds `share` times the sum of the terms' vectors to the vector that begins at `at`. */
  addTo(into: Float32Array, at: number, { terms, weights }: WeightedTerms, share = 1): void {
    const { dimensions } = this;
    const { vectors } = this.data;
    for (let each = 0; each < terms.length; each += 1) {
      const from = terms[each]! * dimensions;
      const weight = weights[each]! * share;
      for (let axis = 0; axis < dimensions; axis += 1) into[at + axis]! += weight * vectors[from + axis]!;
    }
  }

  /** The vector of one text; all zero when no term of it is known. */
  encode(text: RankText): Float32Array {
    const vector = new Float32Array(this.dimensions);
    this.addTo(vector, 0, this.terms(text));
    toLengthOne(vector, 0, this.dimensions);
    return vector;
  }
}

/** Scales the vector that begins at `at` to length 1 and answers how long it was; one that is all zero stays so. */
export function toLengthOne(vectors: Float32Array, at: number, dimensions: number): number {
  let squares = 1e-12;
  for (let axis = at; axis < at + dimensions; axis += 1) squares += vectors[axis]! * vectors[axis]!;
  const length = Math.sqrt(squares);
  for (let axis = at; axis < at + dimensions; axis += 1) vectors[axis]! /= length;
  return length;
}

/** The scalar product of the vectors that begin at `a` and at `b`. Four sums, as one would wait for itself. */
export function product(left: Float32Array, a: number, right: Float32Array, b: number, dimensions: number): number {
  let one = 0;
  let two = 0;
  let three = 0;
  let four = 0;
  const whole = dimensions - (dimensions % 4);
  for (let axis = 0; axis < whole; axis += 4) {
    one += left[a + axis]! * right[b + axis]!;
    two += left[a + axis + 1]! * right[b + axis + 1]!;
    three += left[a + axis + 2]! * right[b + axis + 2]!;
    four += left[a + axis + 3]! * right[b + axis + 3]!;
  }
  for (let axis = whole; axis < dimensions; axis += 1) one += left[a + axis]! * right[b + axis]!;
  return one + two + three + four;
}
