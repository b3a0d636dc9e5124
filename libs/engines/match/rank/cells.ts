import { product, toLengthOne } from './encoder.js';
import { VectorTable } from './vector-table.js';

/** Firms by the centre that their vector lies nearest to, so that a search by vector need not look at all of them. */
export class Cells {
  readonly #slots: number[][];
  readonly #cells: number[] = [];
  readonly #places: number[] = [];
  readonly #likeness: Float32Array;
  readonly #table: VectorTable;
  readonly #all: readonly number[];

  /** `centres` lie one after the other; with none, all firms share one cell. */
  constructor(centres: Float32Array, dimensions: number) {
    const count = centres.length / dimensions;
    this.#all = Array.from({ length: count }, (_, cell) => cell);
    this.#table = new VectorTable(dimensions);
    for (const cell of this.#all) this.#table.set(cell, centres, cell * dimensions);
    this.#slots = Array.from({ length: Math.max(1, count) }, () => []);
    this.#likeness = new Float32Array(Math.max(1, count));
  }

  /** Puts a slot that is in no cell into that of its vector. */
  add(slot: number, vector: Float32Array): void {
    this.#compare(vector);
    let cell = 0;
    for (const other of this.#all) if (this.#likeness[other]! > this.#likeness[cell]!) cell = other;
    this.#cells[slot] = cell;
    this.#places[slot] = this.#slots[cell]!.push(slot) - 1;
  }

  /** The slot must be in a cell. */
  remove(slot: number): void {
    const slots = this.#slots[this.#cells[slot]!]!;
    const place = this.#places[slot]!;
    const last = slots.pop()!;
    if (last === slot) return;
    slots[place] = last;
    this.#places[last] = place;
  }

  /** The slots of the cells nearest to a vector, at least so many where there are as many. */
  near(vector: Float32Array, least: number): (readonly number[])[] {
    this.#compare(vector);
    const order = Array.from(this.#slots.keys()).sort((a, b) => this.#likeness[b]! - this.#likeness[a]! || a - b);
    const near: (readonly number[])[] = [];
    let count = 0;
    for (const cell of order) {
      if (count >= least) break;
      near.push(this.#slots[cell]!);
      count += this.#slots[cell]!.length;
    }
    return near;
  }

  #compare(vector: Float32Array): void {
    this.#table.likes(vector, this.#all, this.#all.length, this.#likeness);
  }
}

const ROUNDS = 5;

/**
 * Centres of vectors of length 1, `count` at most, by k-means; it begins with vectors at even distances, so that the same
 * vectors give the same centres.
 */
export function centresOf(vectors: Float32Array, dimensions: number, count: number): Float32Array {
  const firms = vectors.length / dimensions;
  const cells = Math.min(count, firms);
  let centres = new Float32Array(cells * dimensions);
  for (let cell = 0; cell < cells; cell += 1) {
    const from = Math.floor((cell * firms) / cells) * dimensions;
    centres.set(vectors.subarray(from, from + dimensions), cell * dimensions);
  }
  for (let round = 0; round < ROUNDS; round += 1) {
    const sums = new Float32Array(cells * dimensions);
    for (let firm = 0; firm < firms; firm += 1) {
      const [from, to] = [firm * dimensions, nearest(centres, vectors, firm * dimensions, dimensions) * dimensions];
      for (let axis = 0; axis < dimensions; axis += 1) sums[to + axis]! += vectors[from + axis]!;
    }
    for (let cell = 0; cell < cells; cell += 1) toLengthOne(sums, cell * dimensions, dimensions);
    centres = sums;
  }
  return centres;
}

function nearest(centres: Float32Array, vectors: Float32Array, from: number, dimensions: number): number {
  let best = 0;
  let most = Number.NEGATIVE_INFINITY;
  for (let cell = 0; cell * dimensions < centres.length; cell += 1) {
    const like = product(vectors, from, centres, cell * dimensions, dimensions);
    if (like > most) {
      best = cell;
      most = like;
    }
  }
  return best;
}
