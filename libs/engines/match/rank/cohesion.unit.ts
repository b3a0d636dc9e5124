import { describe, expect, it } from '@jest/globals';
import { cohesion } from './cohesion.js';
import { KIND } from './rank-index.js';

type Line = readonly [kind: number, degrees: number];

const cos = (degrees: number) => Math.cos((degrees * Math.PI) / 180);

/** Of a firm with a name that lies on the query and these lines: kind and direction in degrees, the query's being 0. */
function cohesionOf(...lines: readonly Line[]): number[] {
  const all: readonly Line[] = [[KIND.name, 0], ...lines];
  const likes = (from: number) => all.map(([, degrees]) => cos(degrees - from));
  return cohesion(
    all.map(([kind]) => kind),
    likes(0),
    (line) => likes(all[line]![1]),
  );
}

function expectAbout(found: readonly number[], expected: readonly number[]) {
  expect(found).toHaveLength(expected.length);
  for (const [at, value] of expected.entries()) expect(found[at]).toBeCloseTo(value, 5);
}

describe('cohesion', () => {
  it('compares the nearest label with the statements and the nearest statement with the labels', () => {
    const found = cohesionOf([KIND.domain, 20], [KIND.industry, -70], [KIND.statement, 50], [KIND.statement, 100]);
    expectAbout(found, [
      ...[cos(30), cos(20) - cos(30), cos(30), cos(50) - cos(30)],
      ...[cos(50), cos(70), cos(70), cos(100), 0],
    ]);
  });

  it('takes nothing away where the other kind lies apart', () => {
    const [backed, beyond] = cohesionOf([KIND.domain, 20], [KIND.statement, 150]);
    expect(backed).toBeCloseTo(cos(130), 5);
    expect(beyond).toBeCloseTo(cos(20), 5);
  });

  it('says where there is nothing to compare; the name is no line', () => {
    expectAbout(cohesionOf(), [-1, -1, -1, -1, -1, -1, -1, -1, 0]);
    expectAbout(cohesionOf([KIND.statement, 60]), [-1, -1, -1, cos(60), -1, -1, -1, -1, 1]);
  });
});
