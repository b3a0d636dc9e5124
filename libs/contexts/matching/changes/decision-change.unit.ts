import { describe, expect, it } from '@jest/globals';
import type { DecisionEntry, ExcludedFirm, RequirementVerdict } from '#contracts/match';
import { changesAfter, MOST_CHANGES } from './decision-change.js';

const AT = '2026-09-01T00:00:00.000Z';
const entry = (firm: string, rank: number, verdicts: Record<string, RequirementVerdict> = {}): DecisionEntry => ({
  firmId: firm,
  firmName: `${firm}有限公司`,
  rank,
  score: 0.5,
  reasons: {
    requirements: Object.entries(verdicts).map(([name, state]) => ({
      requirement: `r-${name}`,
      name,
      must: true,
      state,
      why: 'any',
    })),
    shared: [],
    missing: [],
  },
});
const list = (demandVersion: number, entries: DecisionEntry[], excluded: ExcludedFirm[] = [], open = true) => ({
  demandVersion,
  entries,
  excluded,
  open,
});
const kept = (firm: string): ExcludedFirm => ({
  firmId: firm,
  firmName: `${firm}有限公司`,
  why: 'certificate-expired',
  name: 'IATF 16949',
});
const firms = (before: ReturnType<typeof list>, now: ReturnType<typeof list>) =>
  changesAfter(before, now, AT)[0]?.firms;

describe('what a change of a demand did to its list', () => {
  it('names who came and who went, with the must that kept it out or does now', () => {
    const before = list(1, [entry('a', 1), entry('b', 2)], [kept('c')]);
    const now = list(2, [entry('a', 1), entry('c', 2)], [kept('b')]);
    expect(changesAfter(before, now, AT)).toEqual([
      {
        at: AT,
        demandVersion: 2,
        before: 2,
        after: 2,
        firms: [
          { firmId: 'b', firmName: 'b有限公司', before: 2, verdicts: [], excluded: kept('b') },
          { firmId: 'c', firmName: 'c有限公司', after: 2, verdicts: [], excluded: kept('c') },
        ],
      },
    ]);
  });

  it('does not call it a move when somebody above came or went, but when one passed another', () => {
    const before = list(1, [entry('a', 1), entry('b', 2), entry('c', 3)]);
    expect(firms(before, list(2, [entry('b', 1), entry('c', 2)]))?.map(({ firmId }) => firmId)).toEqual(['a']);
    expect(firms(before, list(2, [entry('a', 1), entry('c', 2), entry('b', 3)]))).toMatchObject([
      { firmId: 'c', before: 3, after: 2 },
      { firmId: 'b', before: 2, after: 3 },
    ]);
  });

  it('tells which conditions a firm stands to in another way: asked newly, asked no more, judged otherwise', () => {
    const before = list(1, [entry('a', 1, { 噪声: 'met', 磨齿: 'unknown', 精度: 'met' })]);
    const now = list(2, [entry('a', 1, { 噪声: 'not-met', 磨齿: 'unknown', 产能: 'likely' })]);
    expect(firms(before, now)?.[0]?.verdicts).toEqual([
      { name: '噪声', before: 'met', after: 'not-met' },
      { name: '产能', after: 'likely' },
      { name: '精度', before: 'met' },
    ]);
  });

  it('is kept when nothing moved, and the newest few only', () => {
    let changes = changesAfter(list(1, [entry('a', 1)]), list(2, [entry('a', 1)]), AT);
    expect(changes).toMatchObject([{ demandVersion: 2, firms: [] }]);
    for (let version = 2; version < 12; version += 1)
      changes = changesAfter({ ...list(version, []), changes }, list(version + 1, []), AT);
    expect(changes.map(({ demandVersion }) => demandVersion)).toEqual([12, 11, 10, 9, 8]);
    expect(changes).toHaveLength(MOST_CHANGES);
  });

  it('is none when profiles changed, or the demand was or is closed; what was kept stays', () => {
    const changes = changesAfter(list(1, [entry('a', 1)]), list(2, []), AT);
    expect(changesAfter({ ...list(2, []), changes }, list(2, [entry('a', 1)]), AT)).toBe(changes);
    expect(changesAfter({ ...list(2, []), changes }, list(3, [], [], false), AT)).toBe(changes);
    expect(changesAfter({ ...list(3, [], [], false), changes }, list(4, [entry('a', 1)]), AT)).toBe(changes);
    expect(changesAfter(undefined, list(1, [entry('a', 1)]), AT)).toEqual([]);
  });
});
