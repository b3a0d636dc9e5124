import { describe, expect, it } from '@jest/globals';
import { packTrees, readTree, type TreeNode, treeScore, treeShares, writeTree } from './trees.js';

const stump = (feature: number, threshold: number, below: number, above: number, value = 0): TreeNode => ({
  value,
  split: { feature, threshold, below: { value: below }, above: { value: above } },
});

const deep: TreeNode = {
  value: 0.5,
  split: { feature: 1, threshold: 2, below: stump(0, -1.5, -1, 0.25, 0.125), above: { value: 4 } },
};

describe('trees', () => {
  const packed = packTrees([deep, stump(2, 10, -2, 3)]);

  it('adds up the leaves that a row reaches; a value at the threshold goes above', () => {
    expect(treeScore(packed, Float32Array.of(-2, 0, 0), 0)).toBe(-1 - 2);
    expect(treeScore(packed, Float32Array.of(-1.5, 0, 0), 0)).toBe(0.25 - 2);
    expect(treeScore(packed, Float32Array.of(9, 9, 9, 0, 2, 10), 3)).toBe(4 + 3);
  });

  it('gives each feature what it has changed, and base and shares add up to the score', () => {
    const row = Float32Array.of(-2, 0, 11);
    const { base, shares } = treeShares(packed, row);
    expect(base).toBe(0.5);
    expect([...shares]).toEqual([-1.125, -0.375, 3]);
    expect(base + shares.reduce((sum, share) => sum + share, 0)).toBe(treeScore(packed, row, 0));
  });

  it('reads what it writes', () => {
    expect(writeTree(deep)).toBe('0.5(1<2?0.125(0<-1.5?-1:0.25):4)');
    expect(readTree(writeTree(deep))).toEqual(deep);
    expect(readTree('-1.5e-7')).toEqual({ value: -1.5e-7 });
  });

  it('does not read anything else', () => {
    for (const text of ['', '1(0<1?2)', '1 2', '1(0<1?2:3']) expect(() => readTree(text)).toThrow(/tree/);
  });
});
