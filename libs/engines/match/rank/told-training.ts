import type { Encoder, WeightedTerms } from './encoder.js';
import { type EncodedLine, VECTOR_DIMENSIONS } from './encoder-training.js';
import { onPrincipalAxes } from './principal-axes.js';

/** Keeps the vectors of rare terms short. */
const RIDGE = 0.1;
/** Steps at most, and the share of the error left at which it is good enough. */
const STEPS = 25;
const GOOD_ENOUGH = 1e-3;

/** What a model that was trained elsewhere says of lines. */
export class Teacher {
  readonly #rows: ReadonlyMap<string, number>;
  readonly #vectors: Float32Array;

  /** `vectors` of any width, one after the other, are those of the normalised `lines`, which are all different. */
  constructor(lines: readonly string[], vectors: Float32Array) {
    this.#rows = new Map(lines.map((line, row) => [line, row]));
    this.#vectors = onPrincipalAxes(vectors, vectors.length / lines.length, VECTOR_DIMENSIONS);
  }

  /** The vector of a normalised line, in {@link VECTOR_DIMENSIONS} numbers; undefined for a line it was not asked. */
  of(line: string): Float32Array | undefined {
    const row = this.#rows.get(line);
    return row === undefined
      ? undefined
      : this.#vectors.subarray(row * VECTOR_DIMENSIONS, (row + 1) * VECTOR_DIMENSIONS);
  }
}

/**
 * The vectors of an encoder's terms whose sums come closest to what the teacher says of the firms' lines: ridge regression
 * on the lines' weighted terms. So a text never seen gets about the vector the teacher would give it, but for its length:
 * the terms' have a mean square of 1.
 */
export function toldBy(teacher: Teacher, encoder: Encoder, firms: readonly (readonly EncodedLine[])[]): Float32Array {
  const lines = new Map<string, { readonly said: WeightedTerms; readonly wanted: Float32Array }>();
  for (const { text } of firms.flat()) {
    if (lines.has(text.normal)) continue;
    const wanted = teacher.of(text.normal);
    if (wanted) lines.set(text.normal, { said: encoder.terms(text), wanted });
  }
  const terms = encoder.data.terms.length;
  const vectors = new Ridge([...lines.values()], terms).solve();
  const squares = vectors.reduce((sum, each) => sum + each * each, 0);
  const factor = squares === 0 ? 0 : Math.sqrt(terms / squares);
  return vectors.map((each) => each * factor);
}

/** Conjugate gradients on the normal equations, all axes at a time. */
class Ridge {
  readonly #d = VECTOR_DIMENSIONS;
  readonly #size: number;

  constructor(
    private readonly lines: readonly { readonly said: WeightedTerms; readonly wanted: Float32Array }[],
    terms: number,
  ) {
    this.#size = terms * this.#d;
  }

  solve(): Float32Array {
    const solution = new Float32Array(this.#size);
    const rest = new Float32Array(this.#size);
    for (const { said, wanted } of this.lines) this.#spread(said, wanted, rest);
    const way = rest.slice();
    let left = this.#products(rest, rest);
    const begin = left.reduce((sum, each) => sum + each, 0);
    for (let step = 0; step < STEPS; step += 1) {
      const turned = this.#turn(way);
      const along = this.#products(way, turned);
      const pace = left.map((each, axis) => each / (along[axis]! || 1));
      this.#add(solution, way, pace, 1);
      this.#add(rest, turned, pace, -1);
      const now = this.#products(rest, rest);
      const keep = now.map((each, axis) => each / (left[axis]! || 1));
      for (let at = 0; at < this.#size; at += 1) way[at] = rest[at]! + keep[at % this.#d]! * way[at]!;
      left = now;
      if (left.reduce((sum, each) => sum + each, 0) < GOOD_ENOUGH ** 2 * begin) break;
    }
    return solution;
  }

  /** The matrix of the normal equations times a vector a term. */
  #turn(vectors: Float32Array): Float32Array {
    const turned = vectors.map((each) => RIDGE * each);
    const sum = new Float32Array(this.#d);
    for (const { said } of this.lines) {
      sum.fill(0);
      for (let each = 0; each < said.terms.length; each += 1) {
        const from = said.terms[each]! * this.#d;
        const weight = said.weights[each]!;
        for (let axis = 0; axis < this.#d; axis += 1) sum[axis]! += weight * vectors[from + axis]!;
      }
      this.#spread(said, sum, turned);
    }
    return turned;
  }

  #spread({ terms, weights }: WeightedTerms, vector: Float32Array, into: Float32Array): void {
    for (let each = 0; each < terms.length; each += 1) {
      const to = terms[each]! * this.#d;
      const weight = weights[each]!;
      for (let axis = 0; axis < this.#d; axis += 1) into[to + axis]! += weight * vector[axis]!;
    }
  }

  /** By axis. */
  #products(a: Float32Array, b: Float32Array): Float64Array {
    const sums = new Float64Array(this.#d);
    for (let at = 0; at < this.#size; at += 1) sums[at % this.#d]! += a[at]! * b[at]!;
    return sums;
  }

  #add(into: Float32Array, what: Float32Array, pace: Float64Array, sign: 1 | -1): void {
    for (let at = 0; at < this.#size; at += 1) into[at]! += sign * pace[at % this.#d]! * what[at]!;
  }
}
