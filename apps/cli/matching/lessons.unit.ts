import { expect, it } from '@jest/globals';
import type { TrainingRowView } from '#contexts/matching/matching.dto';
import { readQuery } from '#engines/match/read-json';
import { lessonsOf } from './lessons.js';

const row = (demandId: string, firmId: string, outcome: string): TrainingRowView => ({
  ...{ id: `${demandId}/${firmId}/${outcome}`, at: '2026-11-22T02:00:00.000Z', demandId, firmId, outcome },
  ...{ reasons: [], text: `需求 ${demandId}`, rank: 1, score: 0.4, features: { words: 3 }, byHand: {} },
});

it('makes a query of each demand that training reads: who is interested is right, the last answer counts', () => {
  const lessons = lessonsOf([
    row('d1', 'f1', 'interested'),
    row('d2', 'f1', 'declined'),
    row('d1', 'f2', 'interested'),
    row('d1', 'f2', 'declined'),
    row('d1', 'f3', 'contract'),
  ]);
  expect(lessons.map(({ text, gold, declined }) => [text, gold, declined])).toEqual([
    ['需求 d1', ['f1', 'f3'], ['f2']],
    ['需求 d2', [], ['f1']],
  ]);
  expect(lessons[0]?.rows.map(({ firmId, features }) => [firmId, features.words])).toEqual([
    ['f1', 3],
    ['f2', 3],
    ['f3', 3],
  ]);
  expect(readQuery(JSON.parse(JSON.stringify(lessons[0])))).toEqual({
    value: { task: 'answers', text: '需求 d1', gold: ['f1', 'f3'] },
  });
});
