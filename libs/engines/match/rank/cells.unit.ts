import { expect, it } from '@jest/globals';
import { randomOf } from '../../random.js';
import { centresOf } from './cells.js';
import { product, toLengthOne } from './encoder.js';

const dimensions = 4;

it('finds the centres that vectors lie around', () => {
  const random = randomOf(1);
  const vectors = new Float32Array(60 * dimensions);
  for (let each = 0; each < 60; each += 1) {
    for (let axis = 0; axis < dimensions; axis += 1) {
      vectors[each * dimensions + axis] = (axis === each % 3 ? 1 : 0) + 0.1 * random();
    }
    toLengthOne(vectors, each * dimensions, dimensions);
  }
  const centres = centresOf(vectors, dimensions, 3);
  for (let each = 0; each < 60; each += 1) {
    const likeness = [0, 1, 2].map((cell) =>
      product(vectors, each * dimensions, centres, cell * dimensions, dimensions),
    );
    expect(Math.max(...likeness)).toBeGreaterThan(0.98);
    expect(likeness.filter((like) => like > 0.6)).toHaveLength(1);
  }
});
