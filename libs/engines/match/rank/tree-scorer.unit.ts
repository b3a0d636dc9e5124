import { expect, it } from '@jest/globals';
import { randomOf } from '../../random.js';
import { TreeScorer } from './tree-scorer.js';
import { packTrees, type TreeNode, treeScores } from './trees.js';

const FEATURES = 6;
const random = randomOf(5);
const pick = (from: number) => Math.floor(random() * from);
/** Few different numbers, so that values meet thresholds. */
const number = () => Math.fround((pick(40) - 20) / 7);

function grow(leaves: number): TreeNode {
  const value = Math.fround(random() - 0.5);
  if (leaves === 1) return { value };
  const below = 1 + pick(leaves - 1);
  const split = { feature: pick(FEATURES), threshold: number(), below: grow(below), above: grow(leaves - below) };
  return { value, split };
}

it.each([1, 2, 24, 32, 33, 50])('scores as walking down trees of %i leaves does, to the last bit', (leaves) => {
  const trees = packTrees(Array.from({ length: 50 }, () => grow(leaves)));
  const scorer = new TreeScorer(trees, FEATURES);
  for (const count of [0, 1, 2, 3, 4, 5, 97]) {
    const rows = Float32Array.from({ length: count * FEATURES }, () =>
      random() < 0.05 ? [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.NaN, -0][pick(4)]! : number(),
    );
    expect([...scorer.scores(rows)]).toEqual([...treeScores(trees, rows, FEATURES)]);
  }
});
