import { type Trees, treeScores } from './trees.js';
import {
  add,
  compile,
  constant,
  F64,
  get,
  I32,
  leaveIf,
  leaveUnlessBelow,
  memoryOf,
  over,
  repeat,
  set,
  simd,
  V128,
} from './wasm.js';

/** Leaves of a tree that a word has bits for. */
const MOST_LEAVES = 32;
/** Rows that are looked at in one go. */
const ABREAST = 4;
/** Bytes of a split: its threshold, the leaves that stay possible above it, and where its tree's are kept. */
const SPLIT = 12;

/**
 * All trees for four rows at a time, without a branch that depends on one row. Splits lie feature by feature with rising
 * thresholds: those a value is not below come first, and each takes the leaves below it out of its tree's. What is left
 * first of each tree is the leaf that a walk would end in (Lucchese et al., QuickScorer, SIGIR 2015). The code, with
 * pointers in bytes:
 *
 *     for (p = left; p < leftEnd; p += 16) *p = all bits
 *     for (; ends < endsEnd; ends += 4, column += 16, split = *ends)
 *       for (; split < *ends; split += 12) { if (*column < *split for all four) break; *split[2] &= *split[1] where not below }
 *     for (p = left; p < leftEnd; p += 16, leaves += 128) sums += leaves[lowest bit of *p], for each of the four
 */
function scoring(): object {
  const [split, ends, endsEnd, column, left, leftEnd, leaves, out, at, end, tree, below, values] = [
    0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12,
  ] as const;
  const sums = [13, 14, 15, 16];
  const word = (pointer: number, offset: number) => [...get(pointer), 0x28, 2, offset];
  const splat = (pointer: number, offset: number) => [...get(pointer), ...simd(0x09, 2, offset)];
  const load = (pointer: number) => [...get(pointer), ...simd(0x00, 0, 0)];
  const store = simd(0x0b, 0, 0);
  const leaf = (lane: number) => [
    ...[...get(leaves), ...load(at), ...simd(0x1b, lane), 0x68, ...constant(2), 0x74, 0x6a, 0x2a, 2, 0, 0xbb],
    ...[...get(sums[lane]!), 0xa0, ...set(sums[lane]!)],
  ];
  return compile(
    8,
    [
      [3, I32],
      [2, V128],
      [ABREAST, F64],
    ],
    [
      ...[...get(left), ...set(at)],
      ...repeat(
        ...leaveUnlessBelow(at, leftEnd),
        ...[...get(at), ...simd(0x0c, ...new Array<number>(16).fill(255)), ...store, ...add(at, 16)],
      ),
      ...repeat(
        ...leaveUnlessBelow(ends, endsEnd),
        ...[...word(ends, 0), ...set(end), ...load(column), ...set(values)],
        ...repeat(
          ...leaveUnlessBelow(split, end),
          ...[...get(values), ...splat(split, 0), ...simd(0x43), ...set(below)],
          ...[...get(below), ...simd(0xa3, 0x01), ...leaveIf],
          ...[...word(split, 8), ...set(tree)],
          ...[...get(tree), ...load(tree), ...get(below), ...splat(split, 4), ...simd(0x50), ...simd(0x4e), ...store],
          ...add(split, SPLIT),
        ),
        ...[...get(end), ...set(split), ...add(ends, 4), ...add(column, 16)],
      ),
      ...[...get(left), ...set(at)],
      ...repeat(
        ...leaveUnlessBelow(at, leftEnd),
        ...[0, 1, 2, 3].flatMap(leaf),
        ...[...add(at, 16), ...add(leaves, MOST_LEAVES * 4)],
      ),
      ...sums.flatMap((sum, lane) => [...get(out), ...get(sum), 0x39, 3, lane * 8]),
    ],
  );
}

const compiled = scoring();

interface Split {
  readonly feature: number;
  readonly threshold: number;
  readonly stays: number;
  readonly tree: number;
}

/** The leaves of a tree from left to right, and its splits, each with the bits of the leaves that are not below it. */
function readTree({ roots, feature, threshold, right, value }: Trees, tree: number) {
  const leaves: number[] = [];
  const splits: Split[] = [];
  const read = (node: number): void => {
    if (feature[node]! < 0) {
      leaves.push(value[node]!);
      return;
    }
    const first = leaves.length;
    read(node + 1);
    const bits = 2 ** leaves.length - 2 ** first;
    splits.push({ feature: feature[node]!, threshold: threshold[node]!, stays: ~bits, tree });
    read(right[node]!);
  };
  read(roots[tree]!);
  return { leaves, splits };
}

/** Scores rows of features by trees: the same sums as {@link treeScores}, to the last bit. */
export class TreeScorer {
  readonly #run?: (rows: number, out: Float64Array) => void;
  #columns = new Float32Array(0);

  /** `features` are the numbers of a row. */
  constructor(
    private readonly trees: Trees,
    private readonly features: number,
  ) {
    const read = Array.from(trees.roots, (_, tree) => readTree(trees, tree));
    // Larger trees are walked.
    if (read.every(({ leaves }) => leaves.length <= MOST_LEAVES)) this.#run = this.#lay(read);
  }

  /** Row after row. */
  scores(rows: Float32Array): Float64Array {
    if (!this.#run) return treeScores(this.trees, rows, this.features);
    const { features } = this;
    const columns = this.#columns;
    const count = rows.length / features;
    const sums = new Float64Array(Math.ceil(count / ABREAST) * ABREAST);
    for (let row = 0; row < count; row += ABREAST) {
      for (let lane = 0; lane < ABREAST; lane += 1) {
        const from = Math.min(row + lane, count - 1) * features;
        for (let column = 0; column < features; column += 1) columns[column * ABREAST + lane] = rows[from + column]!;
      }
      this.#run(row, sums);
    }
    return sums.subarray(0, count);
  }

  /** Lays all out in one memory: splits, where each feature's end, columns, leaves left, leaves, sums. */
  #lay(read: readonly ReturnType<typeof readTree>[]): (row: number, out: Float64Array) => void {
    const { features } = this;
    const splits = read.flatMap((tree) => tree.splits);
    splits.sort((a, b) => a.feature - b.feature || a.threshold - b.threshold);
    const ends = Math.ceil((splits.length * SPLIT) / 16) * 16;
    const columns = ends + Math.ceil((features * 4) / 16) * 16;
    const left = columns + features * 16;
    const leaves = left + read.length * 16;
    const sums = leaves + read.length * MOST_LEAVES * 4;
    const memory = memoryOf(sums + ABREAST * 8);
    const [words, floats] = [new Int32Array(memory.buffer), new Float32Array(memory.buffer)];
    for (const [at, { threshold, stays, tree }] of splits.entries()) {
      floats[(at * SPLIT) / 4] = threshold;
      words[(at * SPLIT) / 4 + 1] = stays;
      words[(at * SPLIT) / 4 + 2] = left + tree * 16;
    }
    for (let feature = 0, end = 0; feature < features; feature += 1) {
      while (end < splits.length && splits[end]!.feature === feature) end += 1;
      words[ends / 4 + feature] = end * SPLIT;
    }
    for (const [tree, { leaves: values }] of read.entries()) floats.set(values, leaves / 4 + tree * MOST_LEAVES);
    this.#columns = floats.subarray(columns / 4, left / 4);
    const answers = new Float64Array(memory.buffer, sums, ABREAST);
    const run = over(memory, compiled);
    return (row, out) => {
      run(0, ends, ends + features * 4, columns, left, leaves, leaves, sums);
      out.set(answers, row);
    };
  }
}
