import { describe, expect, it } from '@jest/globals';
import { HAND_PARTS } from '#engines/match/by-hand';
import { featureNames } from '#engines/match/rank/feature-names';
import type { Breakdown } from '../index/breakdown.js';
import { breakdownView, groupOf } from './breakdown.view.js';

const breakdown: Breakdown = {
  ...{ firmName: '青岛齿轮', text: '精密齿轮', base: -2, relevance: 0.31 },
  odds: -2 + featureNames.length * 0.01 + HAND_PARTS.length * 0.1,
  learned: featureNames.map((feature) => ({ feature, value: 1.23456, share: 0.01 })),
  byHand: HAND_PARTS.map((part) => ({ part, value: 1, share: 0.1 })),
};

describe('the breakdown of a score, as it is read', () => {
  it.each(['zh', 'en'] as const)('has a name for every part, and its shares add up (%s)', (language) => {
    const view = breakdownView('d', 'f', breakdown, true, language);
    expect(view.parts.every(({ name }) => name.length > 1)).toBe(true);
    expect(new Set(view.parts.map(({ name }) => name)).size).toBe(view.parts.length);
    const sum = view.parts.reduce((all, { share }) => all + share, view.base);
    expect(sum).toBeCloseTo(view.odds, 2);
    expect(
      view.parts
        .flatMap(({ features }) => features)
        .map(({ feature }) => feature)
        .sort(),
    ).toEqual([...featureNames].sort());
  });

  it('shows the owner of the demand sums only', () => {
    const view = breakdownView('d', 'f', breakdown, false, 'zh');
    expect(view.parts.flatMap(({ features }) => features)).toEqual([]);
    expect(view.parts.map(({ part }) => part)).toEqual(expect.arrayContaining([...HAND_PARTS, 'words', 'meaning']));
  });

  it('says which must is contradicted', () => {
    const excluded = { requirement: 'region', name: '山东省', why: 'region-outside' };
    expect(breakdownView('d', 'f', { ...breakdown, excluded }, true, 'zh').excluded).toContain('山东省');
  });

  it.each([
    ['words', 'words'],
    ['wordsShare', 'words'],
    ['vectorStatement', 'lines'],
    ['vectorRank', 'meaning'],
    ['ledShare', 'leaders'],
    ['lines', 'size'],
    ['lineWords', 'lines'],
    ['statements', 'size'],
    ['nameLength', 'size'],
    ['nameWords', 'name'],
    ['asksPatent', 'asked'],
    ['feedbackLine', 'feedback'],
  ])('puts %s under %s', (feature, group) => {
    expect(groupOf(feature)).toBe(group);
  });
});
