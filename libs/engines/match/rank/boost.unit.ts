import { describe, expect, it } from '@jest/globals';
import { randomOf } from '../../random.js';
import { type BoostSettings, boost } from './boost.js';
import { packTrees, treeScore } from './trees.js';

const settings: BoostSettings = {
  loss: 'list',
  trees: 40,
  rate: 0.2,
  leaves: 6,
  leastRows: 5,
  smoothing: 1,
  featureShare: 1,
  groupShare: 0.8,
  seed: 3,
};

/** In each group of ten the right row is the one with the greatest product of the first two features. */
function groupsOf(count: number, seed: number) {
  const random = randomOf(seed);
  const rows = Float32Array.from({ length: count * 10 * 3 }, () => random());
  const groups = Int32Array.from({ length: count + 1 }, (_, at) => at * 10);
  const relevant = new Uint8Array(count * 10);
  const value = (row: number) => rows[row * 3]! * rows[row * 3 + 1]!;
  for (let group = 0; group < count; group += 1) {
    const all = Array.from({ length: 10 }, (_, at) => group * 10 + at);
    relevant[all.reduce((best, row) => (value(row) > value(best) ? row : best))] = 1;
  }
  return { rows, features: 3, groups, relevant, drawn: new Float32Array(count * 10) };
}

describe('boost', () => {
  const learned = boost(groupsOf(300, 1), settings);

  it.each(['list', 'pair', 'point'] as const)('finds the right row of groups it has not seen, by %s', (loss) => {
    const { rows, relevant } = groupsOf(200, 2);
    const trees = packTrees(boost(groupsOf(300, 1), { ...settings, loss }));
    let right = 0;
    for (let group = 0; group < 200; group += 1) {
      const all = Array.from({ length: 10 }, (_, at) => group * 10 + at);
      const score = (row: number) => treeScore(trees, rows, row * 3);
      right += relevant[all.reduce((best, row) => (score(row) > score(best) ? row : best))]!;
    }
    expect(right / 200).toBeGreaterThan(0.75);
  });

  it('comes, judged one by one, to how often rows are right', () => {
    const data = groupsOf(300, 1);
    const trees = packTrees(boost(data, { ...settings, loss: 'point' }));
    let sum = 0;
    for (let row = 0; row < 3_000; row += 1) sum += 1 / (1 + Math.exp(-treeScore(trees, data.rows, row * 3)));
    expect(sum / 3_000).toBeCloseTo(0.1, 2);
  });

  it('learns the same from the same', () => {
    expect(boost(groupsOf(300, 1), settings)).toEqual(learned);
  });

  it('keeps to the limits it is given', () => {
    const leaves = (text: string) => text.split('?').length;
    for (const tree of boost(groupsOf(50, 4), { ...settings, trees: 5, leaves: 3 })) {
      expect(leaves(JSON.stringify(tree).replaceAll('"split"', '?'))).toBeLessThanOrEqual(3);
    }
  });
});
