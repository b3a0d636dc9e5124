import { product, toLengthOne } from './encoder.js';

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
