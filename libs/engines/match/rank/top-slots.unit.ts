import { describe, expect, it } from '@jest/globals';
import { randomOf } from '../../random.js';
import { topSlots } from './top-slots.js';

describe('topSlots', () => {
  it('gives what sorting everything gives, equal values by id', () => {
    const random = randomOf(3);
    for (let round = 0; round < 200; round += 1) {
      const count = Math.floor(random() * 40);
      const values = Float64Array.from({ length: 50 }, () => Math.floor(random() * 6));
      const slots = Int32Array.from({ length: count }, (_, at) => at + 5);
      const id = (slot: number) => `f${(slot * 7) % 50}`;
      const k = Math.floor(random() * 20);
      const sorted = [...slots].sort((a, b) => values[b]! - values[a]! || (id(a) < id(b) ? -1 : 1));
      expect([...topSlots(values, slots, count, k, id)]).toEqual(sorted.slice(0, k));
    }
  });
});
