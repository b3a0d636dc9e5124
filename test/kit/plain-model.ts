import { featureNames } from '#engines/match/rank/feature-names';
import { modelData } from '#engines/match/rank/learned/model-data';
import { type Model, readModel } from '#engines/match/rank/model';
import { packTrees, type TreeNode } from '#engines/match/rank/trees';

/** Lines that tell two firms apart; and what each costs. */
const MOST_LINES = 40;
const A_LINE = 0.1;

const split = (name: (typeof featureNames)[number], threshold: number, below: TreeNode, above: TreeNode): TreeNode => ({
  value: 0,
  split: { feature: featureNames.indexOf(name), threshold, below, above },
});

/** Of those with a line that begins like the title the one with fewer lines is better; the others are hopeless. */
const trees: readonly TreeNode[] = [
  split('sameBegin', 2.5, { value: -6 }, { value: 0 }),
  ...Array.from({ length: MOST_LINES }, (_, at) => split('lines', at + 1.5, { value: 0 }, { value: -A_LINE })),
];

/**
 * The vectors that ship, with a judgement that is easy to follow and rests on the firm alone: what is tested with it does
 * not depend on what the shipped ranking has learned.
 */
export const plainModel: Model = {
  encoder: readModel(modelData).encoder,
  trees: packTrees(trees),
  calibration: { bias: 0, slope: 1 },
};
