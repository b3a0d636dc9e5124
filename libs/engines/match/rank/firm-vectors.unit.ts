import { describe, expect, it } from '@jest/globals';
import { randomOf } from '../../random.js';
import { product, toLengthOne } from './encoder.js';
import { FirmVectors } from './firm-vectors.js';

const dimensions = 4;
const FIRMS = 900;

/** Vectors of length 1 around three directions in turn. */
function vectorsOf(count: number, seed: number): Float32Array {
  const random = randomOf(seed);
  const vectors = new Float32Array(count * dimensions);
  for (let each = 0; each < count; each += 1) {
    for (let axis = 0; axis < dimensions; axis += 1) {
      vectors[each * dimensions + axis] = (axis === each % 3 ? 1 : 0) + 0.3 * random();
    }
    toLengthOne(vectors, each * dimensions, dimensions);
  }
  return vectors;
}

const vectors = vectorsOf(FIRMS, 1);
const centres = Float32Array.of(1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0);
const vector = (slot: number) => vectors.subarray(slot * dimensions, (slot + 1) * dimensions);
const like = (a: number, b: number) => product(vectors, a * dimensions, vectors, b * dimensions, dimensions);
const slots = Array.from({ length: FIRMS }, (_, slot) => slot);

function filled(middles = centres): FirmVectors {
  const table = new FirmVectors(middles, dimensions);
  for (const slot of slots) table.add(slot, vector(slot));
  return table;
}

function near(table: FirmVectors, slot: number, least: number): number[] {
  const found = table.near(vector(slot), least);
  return [...found.slots.subarray(0, found.count)].sort((a, b) => a - b);
}

describe('FirmVectors', () => {
  it('shows the firms of the nearest cells, as many as are asked for at least', () => {
    const table = filled();
    expect(near(table, 4, 1)).toEqual(slots.filter((slot) => slot % 3 === 1));
    expect(near(table, 4, 301)).toHaveLength(600);
    expect(near(table, 4, 5_000)).toEqual(slots);
  });

  it('tells how like firms are, to a vector and to one another', () => {
    const table = filled();
    const found = table.near(vector(5), FIRMS);
    for (let at = 0; at < found.count; at += 1) expect(found.likes[at]).toBeCloseTo(like(5, found.slots[at]!), 3);
    const [likes, likesOf] = [new Float32Array(FIRMS), new Float32Array(FIRMS)];
    table.likes(vector(5), slots, FIRMS, likes);
    table.likesOf(5, slots, FIRMS, likesOf);
    expect(likesOf).toEqual(likes);
    for (const slot of slots) expect(likes[slot]).toBeCloseTo(like(5, slot), 3);
  });

  it.each([centres, new Float32Array()])('keeps every vector by its slot, whatever comes and goes', (middles) => {
    const random = randomOf(2);
    const table = filled(middles);
    const held = new Map(slots.map((slot) => [slot, slot]));
    for (let round = 0; round < 4_000; round += 1) {
      const slot = Math.floor(random() * FIRMS);
      if (held.delete(slot)) table.remove(slot);
      if (random() < (round < 2_000 ? 0.7 : 0.1) && !held.has(slot)) {
        held.set(slot, Math.floor(random() * FIRMS));
        table.add(slot, vector(held.get(slot)!));
      }
    }
    const there = [...held.keys()].sort((a, b) => a - b);
    expect(near(table, 0, FIRMS)).toEqual(there);
    const likes = new Float32Array(there.length);
    table.likes(vector(7), there, there.length, likes);
    for (const [at, slot] of there.entries()) expect(likes[at]).toBeCloseTo(like(7, held.get(slot)!), 3);
    const sum = new Float32Array(dimensions);
    table.addTo(sum, there[0]!, 2);
    for (const [axis, value] of sum.entries()) expect(value).toBeCloseTo(2 * vector(held.get(there[0]!)!)[axis]!, 3);
  });
});
