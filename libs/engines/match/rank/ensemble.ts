import { type BoostSettings, boost } from './boost.js';
import type { BoostData } from './boost-data.js';
import { packTrees, type TreeNode, treeScore } from './trees.js';

/** How far the scores of a query's rows lie apart: the mean over the queries of the standard deviation. */
function spread(trees: readonly TreeNode[], { rows, features, groups }: BoostData): number {
  const packed = packTrees(trees);
  let sum = 0;
  for (let group = 0; group + 1 < groups.length; group += 1) {
    const [from, to] = [groups[group]!, groups[group + 1]!];
    const scores = Array.from({ length: to - from }, (_, at) => treeScore(packed, rows, (from + at) * features));
    const mean = scores.reduce((total, score) => total + score, 0) / scores.length;
    sum += Math.sqrt(scores.reduce((total, score) => total + (score - mean) ** 2, 0) / scores.length);
  }
  return sum / (groups.length - 1);
}

const scaled = ({ value, split }: TreeNode, factor: number): TreeNode => ({
  value: value * factor,
  ...(split && { split: { ...split, below: scaled(split.below, factor), above: scaled(split.above, factor) } }),
});

/**
 * Trees learned for several losses, whose sum is the mean of what they say: each is scaled to the spread of the first.
 * What one loss overlooks another sees; together they rank better than any alone.
 */
export function learnTrees(data: BoostData, settings: readonly BoostSettings[]): TreeNode[] {
  const parts = settings.map((each) => boost(data, each));
  const spreads = parts.map((trees) => spread(trees, data) || 1);
  return parts.flatMap((trees, at) => trees.map((tree) => scaled(tree, spreads[0]! / spreads[at]! / parts.length)));
}
