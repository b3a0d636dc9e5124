import { describe, expect, it } from '@jest/globals';
import { randomOf } from '../../random.js';
import { type BoostSettings, boost } from './boost.js';
import type { BoostData } from './boost-data.js';
import { learnTrees } from './ensemble.js';
import { packTrees, type TreeNode, treeScore } from './trees.js';

const random = randomOf(4);
const data: BoostData = {
  rows: Float32Array.from({ length: 400 * 2 }, () => random()),
  features: 2,
  groups: Int32Array.from({ length: 41 }, (_, at) => at * 10),
  relevant: Uint8Array.from({ length: 400 }, (_, row) => (row % 10 === 3 ? 1 : 0)),
  drawn: new Float32Array(400),
};
for (let row = 3; row < 400; row += 10) data.rows[row * 2]! += 1;

const settings: BoostSettings = {
  loss: 'list',
  trees: 5,
  rate: 0.2,
  leaves: 4,
  leastRows: 5,
  smoothing: 1,
  featureShare: 1,
  groupShare: 1,
  seed: 1,
};
const scores = (trees: readonly TreeNode[]) => {
  const packed = packTrees(trees);
  return Array.from({ length: 400 }, (_, row) => treeScore(packed, data.rows, row * 2));
};

describe('learnTrees', () => {
  it('is one model when there is one loss', () => {
    const [one, alone] = [scores(learnTrees(data, [settings])), scores(boost(data, settings))];
    for (const [row, score] of alone.entries()) expect(one[row]).toBeCloseTo(score, 5);
  });

  it('is the mean of models of the same spread, whatever their own', () => {
    const wild = { ...settings, rate: 2 };
    const both = scores(learnTrees(data, [settings, wild]));
    const spread = (all: readonly number[]) => Math.max(...all) - Math.min(...all);
    expect(spread(scores(boost(data, wild)))).toBeGreaterThan(2 * spread(scores(boost(data, settings))));
    expect(spread(both)).toBeLessThan(1.5 * spread(scores(boost(data, settings))));
    expect(learnTrees(data, [settings, { ...settings, loss: 'pair' }])).toHaveLength(10);
  });
});
