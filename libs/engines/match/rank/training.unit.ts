import { describe, expect, it } from '@jest/globals';
import type { MatchFirm } from '../types.js';
import { foldsOf, withhold } from './training.js';

const firm = (id: string, domains: readonly string[], patents: readonly string[]): MatchFirm => ({
  id,
  name: id,
  lines: [
    ...domains.map((text) => ({ field: 'domains' as const, text })),
    ...patents.map((text) => ({ field: 'patents' as const, text })),
  ],
  certificates: [],
});

const firms = [
  firm('a', ['齿轮'], ['p1', 'p2']),
  firm('b', ['齿轮', '轴承'], []),
  firm('c', ['纱线'], []),
  firm('d', [], ['p3']),
  firm('e', [], ['p4', 'shared']),
  firm('f', [], ['shared', 'p5', 'p6']),
];
const texts = (all: readonly MatchFirm[]) => new Map(all.map(({ id, lines }) => [id, lines.map(({ text }) => text)]));

describe('withhold', () => {
  const { firms: left, queries } = withhold(firms, { patents: 10, domains: 10, stay: 0, seed: 1 });
  const kept = texts(left);

  it('asks for what it has taken out, of all that had it', () => {
    expect(queries.length).toBeGreaterThan(2);
    for (const { text, gold } of queries) {
      const holders = firms.filter(({ lines }) => lines.some((line) => line.text === text)).map(({ id }) => id);
      expect(gold).toEqual(holders);
      for (const id of gold!) expect(kept.get(id)).not.toContain(text);
    }
  });

  it('leaves every profile a line, and one that lost a patent another', () => {
    for (const lines of kept.values()) expect(lines.length).toBeGreaterThan(0);
    for (const { task, gold } of queries) {
      if (task === 'patent')
        expect(left.find(({ id }) => id === gold![0])!.lines.some(({ field }) => field === 'patents')).toBe(true);
    }
    expect(queries.some(({ text }) => text === '纱线' || text === 'p3' || text === 'shared')).toBe(false);
  });

  it('asks for others as they stand', () => {
    const { firms: all, queries: asked } = withhold(firms, { patents: 0, domains: 0, stay: 2, seed: 1 });
    expect(all).toEqual(firms);
    expect(asked.map(({ task }) => task)).toEqual(['domain', 'domain', 'patent', 'patent']);
    for (const { text, gold } of asked) {
      expect(gold).toEqual(firms.filter(({ lines }) => lines.some((line) => line.text === text)).map(({ id }) => id));
    }
  });

  it('takes no more than it may', () => {
    const { queries: few } = withhold(firms, { patents: 1, domains: 1, stay: 0, seed: 1 });
    expect(few.map(({ task }) => task)).toEqual(['domain', 'patent']);
  });
});

describe('foldsOf', () => {
  it('keeps together what has a right firm in common, and spreads the rest', () => {
    const chain = [{ gold: ['a', 'b'] }, { gold: ['c'] }, { gold: ['b', 'd'] }, { gold: ['d'] }];
    const others = Array.from({ length: 96 }, (_, at) => ({ gold: [`x${at}`] }));
    const folds = foldsOf([...chain, ...others], 5, 1);
    expect(new Set([folds[0], folds[2], folds[3]]).size).toBe(1);
    const sizes = [0, 1, 2, 3, 4].map((fold) => folds.filter((of) => of === fold).length);
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(19);
  });
});
