import { randomOf } from '../../random.js';
import type { BoostData } from './boost-data.js';
import { beginning, type Loss, slopesOf } from './losses.js';
import type { TreeNode } from './trees.js';

export interface BoostSettings {
  readonly loss: Loss;
  readonly trees: number;
  /** Share of a tree's answer that is taken. */
  readonly rate: number;
  readonly leaves: number;
  /** Rows a leaf has at least. */
  readonly leastRows: number;
  /** Added to the curvature of a leaf: draws small leaves to zero. */
  readonly smoothing: number;
  /** Share of the features, and of the groups, that a tree looks at. */
  readonly featureShare: number;
  readonly groupShare: number;
  readonly seed: number;
}

const BINS = 64;
/** Gradient, curvature and count of a bin. */
const PARTS = 3;
const SAMPLE = 50_000;

interface Binned {
  readonly cuts: readonly Float32Array[];
  readonly columns: readonly Uint8Array[];
}

/** The borders between bins of about the same number of rows. */
function cutsOf({ rows, features }: BoostData, feature: number): Float32Array {
  const count = rows.length / features;
  const size = Math.min(count, SAMPLE);
  const values = new Float32Array(size);
  for (let at = 0; at < size; at += 1) values[at] = rows[Math.floor((at * count) / size) * features + feature]!;
  values.sort();
  const cuts: number[] = [];
  for (let bin = 1; bin < BINS; bin += 1) {
    const value = values[Math.floor((bin * size) / BINS)]!;
    if (value > (cuts.at(-1) ?? values[0]!)) cuts.push(value);
  }
  return Float32Array.from(cuts);
}

function binOf(cuts: Float32Array, value: number): number {
  let low = 0;
  let high = cuts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (value >= cuts[middle]!) low = middle + 1;
    else high = middle;
  }
  return low;
}

function bin(data: BoostData): Binned {
  const { rows, features } = data;
  const count = rows.length / features;
  const cuts = Array.from({ length: features }, (_, feature) => cutsOf(data, feature));
  const columns = cuts.map((borders, feature) => {
    const column = new Uint8Array(count);
    for (let row = 0; row < count; row += 1) column[row] = binOf(borders, rows[row * features + feature]!);
    return column;
  });
  return { cuts, columns };
}

interface Split {
  readonly gain: number;
  /** Place in the tree's features; -1 when no split is worth it. */
  readonly at: number;
  readonly bin: number;
}

interface Leaf {
  readonly from: number;
  readonly to: number;
  readonly sums: Float64Array;
  readonly value: number;
  readonly split: Split;
  /** Once it has been split. */
  children?: readonly [Leaf, Leaf];
}

/** Grows one tree on a sample of the rows, always splitting the leaf that gains most. */
class Growth {
  readonly #order: Int32Array;
  readonly #side: Int32Array;

  constructor(
    private readonly binned: Binned,
    private readonly settings: BoostSettings,
    private readonly gradient: Float64Array,
    private readonly curvature: Float64Array,
    private readonly features: readonly number[],
    rows: Int32Array,
  ) {
    this.#order = rows;
    this.#side = new Int32Array(rows.length);
  }

  grow(): TreeNode {
    const { length } = this.#order;
    const root = this.#leaf(0, length, this.#sums(0, length));
    const open = [root];
    for (let leaves = 1; leaves < this.settings.leaves; leaves += 1) {
      const best = open.reduce<Leaf | undefined>(
        (most, leaf) => (leaf.split.at >= 0 && leaf.split.gain > (most?.split.gain ?? 0) ? leaf : most),
        undefined,
      );
      if (!best) break;
      best.children = this.#divide(best);
      open.splice(open.indexOf(best), 1, ...best.children);
    }
    return this.#node(root);
  }

  #node({ value, split, children }: Leaf): TreeNode {
    if (!children) return { value };
    const feature = this.features[split.at]!;
    const threshold = this.binned.cuts[feature]![split.bin]!;
    return { value, split: { feature, threshold, below: this.#node(children[0]), above: this.#node(children[1]) } };
  }

  #sums(from: number, to: number): Float64Array {
    const sums = new Float64Array(this.features.length * BINS * PARTS);
    for (const [at, feature] of this.features.entries()) {
      const column = this.binned.columns[feature]!;
      const base = at * BINS * PARTS;
      for (let place = from; place < to; place += 1) {
        const row = this.#order[place]!;
        const slot = base + column[row]! * PARTS;
        sums[slot]! += this.gradient[row]!;
        sums[slot + 1]! += this.curvature[row]!;
        sums[slot + 2]! += 1;
      }
    }
    return sums;
  }

  #leaf(from: number, to: number, sums: Float64Array): Leaf {
    let slope = 0;
    let curve = 0;
    for (let place = from; place < to; place += 1) {
      slope += this.gradient[this.#order[place]!]!;
      curve += this.curvature[this.#order[place]!]!;
    }
    const value = (-slope / (curve + this.settings.smoothing)) * this.settings.rate;
    return { from, to, sums, value, split: this.#bestSplit(sums, slope, curve, to - from) };
  }

  #bestSplit(sums: Float64Array, slope: number, curve: number, count: number): Split {
    const { smoothing, leastRows } = this.settings;
    const before = (slope * slope) / (curve + smoothing);
    let best: Split = { gain: 1e-6, at: -1, bin: 0 };
    for (const [at, feature] of this.features.entries()) {
      let [below, belowCurve, belowCount] = [0, 0, 0];
      for (let border = 0; border < this.binned.cuts[feature]!.length; border += 1) {
        const slot = (at * BINS + border) * PARTS;
        below += sums[slot]!;
        belowCurve += sums[slot + 1]!;
        belowCount += sums[slot + 2]!;
        if (belowCount < leastRows) continue;
        if (count - belowCount < leastRows) break;
        const above = slope - below;
        const gain =
          (below * below) / (belowCurve + smoothing) + (above * above) / (curve - belowCurve + smoothing) - before;
        if (gain > best.gain) best = { gain, at, bin: border };
      }
    }
    return best;
  }

  /** Sorts the leaf's rows by side; the sums of one side are those of the leaf less those of the other. */
  #divide({ from, to, sums, split }: Leaf): [Leaf, Leaf] {
    const column = this.binned.columns[this.features[split.at]!]!;
    let middle = from;
    let kept = 0;
    for (let place = from; place < to; place += 1) {
      const row = this.#order[place]!;
      if (column[row]! <= split.bin) this.#order[middle++] = row;
      else this.#side[kept++] = row;
    }
    this.#order.set(this.#side.subarray(0, kept), middle);
    const counted = middle - from < kept ? this.#sums(from, middle) : this.#sums(middle, to);
    const rest = sums.map((sum, at) => sum - counted[at]!);
    const [below, above] = middle - from < kept ? [counted, rest] : [rest, counted];
    return [this.#leaf(from, middle, below), this.#leaf(middle, to, above)];
  }
}

function answer(tree: TreeNode, { rows, features }: BoostData, row: number): number {
  let node = tree;
  while (node.split) {
    node = rows[row * features + node.split.feature]! < node.split.threshold ? node.split.below : node.split.above;
  }
  return node.value;
}

function draw(count: number, share: number, random: () => number): number[] {
  return Array.from({ length: count }, (_, at) => at).filter(() => random() < share);
}

function rowsOf(groups: Int32Array, chosen: readonly number[]): Int32Array {
  const size = chosen.reduce((sum, group) => sum + groups[group + 1]! - groups[group]!, 0);
  const rows = new Int32Array(size);
  let next = 0;
  for (const group of chosen) for (let row = groups[group]!; row < groups[group + 1]!; row += 1) rows[next++] = row;
  return rows;
}

/** Gradient-boosted trees for a loss. The same data and settings give the same trees. */
export function boost(data: BoostData, settings: BoostSettings): TreeNode[] {
  const count = data.rows.length / data.features;
  const binned = bin(data);
  const random = randomOf(settings.seed);
  const begin = beginning(settings.loss, data);
  const scores = new Float64Array(count).fill(begin);
  const gradient = new Float64Array(count);
  const curvature = new Float64Array(count);
  const trees: TreeNode[] = [];
  while (trees.length < settings.trees) {
    slopesOf[settings.loss](data, scores, gradient, curvature);
    const features = draw(data.features, settings.featureShare, random);
    const rows = rowsOf(data.groups, draw(data.groups.length - 1, settings.groupShare, random));
    const tree = new Growth(binned, settings, gradient, curvature, features.length > 0 ? features : [0], rows).grow();
    trees.push(tree);
    for (let row = 0; row < count; row += 1) scores[row]! += answer(tree, data, row);
  }
  return begin === 0 ? trees : [{ value: begin }, ...trees];
}
