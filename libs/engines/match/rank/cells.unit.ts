import { describe, expect, it } from '@jest/globals';
import { randomOf } from '../../random.js';
import { Cells, centresOf } from './cells.js';
import { product, toLengthOne } from './encoder.js';

const dimensions = 4;

/** Vectors of length 1 around three directions in turn. */
function vectorsOf(count: number, seed: number): Float32Array {
  const random = randomOf(seed);
  const vectors = new Float32Array(count * dimensions);
  for (let each = 0; each < count; each += 1) {
    for (let axis = 0; axis < dimensions; axis += 1) {
      vectors[each * dimensions + axis] = (axis === each % 3 ? 1 : 0) + 0.1 * random();
    }
    toLengthOne(vectors, each * dimensions, dimensions);
  }
  return vectors;
}

const vectors = vectorsOf(60, 1);
const centres = centresOf(vectors, dimensions, 3);
const vector = (slot: number) => vectors.subarray(slot * dimensions, (slot + 1) * dimensions);

function filled(): Cells {
  const cells = new Cells(centres, dimensions);
  for (let slot = 0; slot < 60; slot += 1) cells.add(slot, vector(slot));
  return cells;
}

describe('Cells', () => {
  it('finds the centres that vectors lie around', () => {
    for (let slot = 0; slot < 60; slot += 1) {
      const likeness = [0, 1, 2].map((cell) => product(vector(slot), 0, centres, cell * dimensions, dimensions));
      expect(Math.max(...likeness)).toBeGreaterThan(0.98);
      expect(likeness.filter((like) => like > 0.6)).toHaveLength(1);
    }
  });

  it('shows the nearest cell first, and as many as are asked for', () => {
    const near = filled().near(vector(4), 1);
    expect(near).toHaveLength(1);
    expect([...near[0]!].sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, at) => 3 * at + 1));
    expect(filled().near(vector(4), 21)).toHaveLength(2);
    expect(new Set(filled().near(vector(4), 1_000).flat()).size).toBe(60);
  });

  it('forgets what is removed', () => {
    const cells = filled();
    for (let slot = 0; slot < 60; slot += 2) cells.remove(slot);
    const left = cells.near(vector(0), 1_000).flat();
    expect(left.sort((a, b) => a - b)).toEqual(Array.from({ length: 30 }, (_, at) => 2 * at + 1));
  });

  it('has one cell where there are no centres', () => {
    const cells = new Cells(new Float32Array(), dimensions);
    for (const slot of [3, 1, 2]) cells.add(slot, vector(slot));
    cells.remove(3);
    expect(cells.near(vector(0), 1).flat().sort()).toEqual([1, 2]);
  });
});
