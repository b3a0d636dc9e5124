/**
 * Regression trees laid end to end. Node `n` is a leaf when `feature[n]` is -1; else a row goes to node `n + 1` when its
 * value is below `threshold[n]`, to node `right[n]` when it is not. `value[n]` is what the tree would answer if it ended
 * there, so that the way down tells what each feature has changed. The answer is the sum over `roots`.
 */
export interface Trees {
  readonly roots: Int32Array;
  readonly feature: Int16Array;
  readonly threshold: Float32Array;
  readonly right: Int32Array;
  readonly value: Float32Array;
}

/** One tree while it is built or written down: a leaf has its value only. */
export interface TreeNode {
  readonly value: number;
  readonly split?: {
    readonly feature: number;
    readonly threshold: number;
    readonly below: TreeNode;
    readonly above: TreeNode;
  };
}

function countNodes({ split }: TreeNode): number {
  return split ? 1 + countNodes(split.below) + countNodes(split.above) : 1;
}

/** Trees as they are walked, from trees as they are built. */
export function packTrees(trees: readonly TreeNode[]): Trees {
  const size = trees.reduce((sum, tree) => sum + countNodes(tree), 0);
  const packed = {
    roots: new Int32Array(trees.length),
    feature: new Int16Array(size).fill(-1),
    threshold: new Float32Array(size),
    right: new Int32Array(size),
    value: new Float32Array(size),
  };
  let next = 0;
  const lay = ({ value, split }: TreeNode): number => {
    const at = next++;
    packed.value[at] = value;
    if (split) {
      packed.feature[at] = split.feature;
      packed.threshold[at] = split.threshold;
      lay(split.below);
      packed.right[at] = lay(split.above);
    }
    return at;
  };
  for (const [at, tree] of trees.entries()) packed.roots[at] = lay(tree);
  return packed;
}

/** The sum of all trees for the row of features that begins at `from`. */
export function treeScore(
  { roots, feature, threshold, right, value }: Trees,
  rows: Float32Array,
  from: number,
): number {
  let sum = 0;
  for (let tree = 0; tree < roots.length; tree += 1) {
    let node = roots[tree]!;
    for (let split = feature[node]!; split >= 0; split = feature[node]!) {
      node = rows[from + split]! < threshold[node]! ? node + 1 : right[node]!;
    }
    sum += value[node]!;
  }
  return sum;
}

/** {@link treeScore} of every row of so many features: tree by tree, so that a tree is at hand for all rows. */
export function treeScores(
  { roots, feature, threshold, right, value }: Trees,
  rows: Float32Array,
  features: number,
): Float64Array {
  const sums = new Float64Array(rows.length / features);
  for (let tree = 0; tree < roots.length; tree += 1) {
    const root = roots[tree]!;
    for (let row = 0; row < sums.length; row += 1) {
      const from = row * features;
      let node = root;
      for (let split = feature[node]!; split >= 0; split = feature[node]!) {
        node = rows[from + split]! < threshold[node]! ? node + 1 : right[node]!;
      }
      sums[row]! += value[node]!;
    }
  }
  return sums;
}

/**
 * What each feature adds to {@link treeScore}: on the way down a tree the feature that was asked gets the difference
 * between the node's value and that of the node it led to. `base` (what the trees say before anything is asked) and
 * the shares add up to the score.
 */
export function treeShares(
  { roots, feature, threshold, right, value }: Trees,
  row: Float32Array,
): { readonly base: number; readonly shares: Float64Array } {
  const shares = new Float64Array(row.length);
  let base = 0;
  for (const root of roots) {
    let node = root;
    base += value[root]!;
    for (let split = feature[node]!; split >= 0; split = feature[node]!) {
      const next = row[split]! < threshold[node]! ? node + 1 : right[node]!;
      shares[split]! += value[next]! - value[node]!;
      node = next;
    }
  }
  return { base, shares };
}

/** A tree as one line of text: leaves are their value, a split is `value(feature<threshold?below:above)`. */
export function writeTree({ value, split }: TreeNode): string {
  const short = String(Number(value.toPrecision(5)));
  if (!split) return short;
  const { feature, threshold, below, above } = split;
  return `${short}(${feature}<${Number(threshold.toPrecision(9))}?${writeTree(below)}:${writeTree(above)})`;
}

/** What {@link writeTree} wrote. Throws an Error on any other text. */
export function readTree(text: string): TreeNode {
  let at = 0;
  const number = (): number => {
    const found = /^-?\d+(?:\.\d+)?(?:e[+-]?\d+)?/.exec(text.slice(at, at + 32));
    if (!found) throw new Error(`no number at ${at} of a tree`);
    at += found[0].length;
    return Number(found[0]);
  };
  const expect = (sign: string): void => {
    if (text[at] !== sign) throw new Error(`no ${sign} at ${at} of a tree`);
    at += 1;
  };
  const node = (): TreeNode => {
    const value = number();
    if (text[at] !== '(') return { value };
    expect('(');
    const feature = number();
    expect('<');
    const threshold = number();
    expect('?');
    const below = node();
    expect(':');
    const above = node();
    expect(')');
    return { value, split: { feature, threshold, below, above } };
  };
  const tree = node();
  if (at !== text.length) throw new Error(`more than a tree at ${at}`);
  return tree;
}
