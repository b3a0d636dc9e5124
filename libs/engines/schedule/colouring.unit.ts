import { describe, expect, it } from '@jest/globals';
import { randomOf } from '../random.js';
import { balance, Colouring } from './colouring.js';

describe('Colouring', () => {
  it.each([1, 2, 3, 4, 5])('gives no vertex two edges of a colour, and balances the colours: seed %d', (seed) => {
    const random = randomOf(seed);
    const [side, colours] = [30, 7];
    const degree = new Int32Array(2 * side);
    const edges: [number, number][] = [];
    for (let tries = 0; tries < 400; tries += 1) {
      const [left, right] = [Math.floor(random() * side), side + Math.floor(random() * side)];
      if (degree[left]! >= colours || degree[right]! >= colours) continue;
      degree[left]! += 1;
      degree[right]! += 1;
      edges.push([left, right]);
    }
    const [lefts, rights] = [Int32Array.from(edges, ([left]) => left), Int32Array.from(edges, ([, right]) => right)];
    const colouring = new Colouring(2 * side, colours, lefts, rights);
    const limit = Math.ceil(edges.length / colours);
    expect(balance(colouring, () => true, new Array(colours).fill(limit))).toBe(true);
    const seen = new Set<string>();
    const sizes = new Array<number>(colours).fill(0);
    edges.forEach(([left, right], edge) => {
      const colour = colouring.colour[edge]!;
      sizes[colour]! += 1;
      seen.add(`${left} ${colour}`).add(`${right} ${colour}`);
    });
    expect(seen.size).toBe(2 * edges.length);
    expect(Math.max(...sizes)).toBe(limit);
    expect(balance(colouring, () => true, new Array(colours).fill(limit - 10))).toBe(false);
  });
});
