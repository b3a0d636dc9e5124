import { describe, expect, it } from '@jest/globals';
import { randomOf } from '../../random.js';
import { product, toLengthOne } from './encoder.js';
import { VectorTable } from './vector-table.js';

/** Rows of length 1. */
function vectorsOf(rows: number, dimensions: number): Float32Array {
  const random = randomOf(dimensions);
  const vectors = Float32Array.from({ length: rows * dimensions }, () => random() - 0.5);
  for (let row = 0; row < rows; row += 1) toLengthOne(vectors, row * dimensions, dimensions);
  return vectors;
}

describe.each([4, 8, 13, 128])('VectorTable of %i dimensions', (dimensions) => {
  const rows = 5_000;
  const vectors = vectorsOf(rows, dimensions);
  const table = new VectorTable(dimensions);
  for (let row = rows - 1; row >= 0; row -= 1) table.set(row, vectors, row * dimensions);
  const asked = vectors.slice(7 * dimensions, 8 * dimensions);
  const exact = (a: number, b: number) => product(vectors, a * dimensions, vectors, b * dimensions, dimensions);

  it('compares a vector, and a row, with rows in any order and number', () => {
    const some = Array.from({ length: rows }, (_, at) => (at * 1_009) % rows);
    const [likes, likesOf] = [new Float32Array(rows), new Float32Array(rows)];
    table.likes(asked, some, rows, likes);
    table.likesOf(7, some, rows, likesOf);
    expect(likesOf).toEqual(likes);
    for (const [at, row] of some.entries()) expect(Math.abs(likes[at]! - exact(7, row))).toBeLessThan(1e-3);
    expect(likes[some.indexOf(7)]).toBeCloseTo(1, 3);
  });

  it('adds up rows', () => {
    const sum = new Float32Array(dimensions);
    table.addTo(sum, 7, 0.5);
    for (const [axis, value] of sum.entries()) expect(value).toBeCloseTo(asked[axis]! / 2, 4);
  });

  it('holds in a row what was put there last', () => {
    const two = new VectorTable(dimensions);
    two.set(0, vectors, 0);
    two.set(0, asked);
    const like = new Float32Array(1);
    two.likes(asked, [0], 1, like);
    expect(like[0]).toBeCloseTo(1, 3);
  });
});
