import { describe, expect, it } from '@jest/globals';
import type { Result } from '#platform/errors/errors';
import type { Decision } from '#platform/store/change';
import type { Act } from '../act.js';
import { handIn, isComplete, judgements, leaveOut, setUp } from './evaluation.rules.js';
import type { Evaluation } from './evaluation.store.js';

const AT = '2026-11-23T02:00:00.000Z';
const act: Act = { by: { byId: 'p', byName: '王敏', side: 'leader' }, at: AT };
const NONE: ReadonlySet<string> = new Set();

function done(result: Result<Decision<Evaluation>>): Evaluation {
  if (!result.ok) throw new Error(result.failure.code);
  return { ...result.value.doc, version: result.value.doc.version + 1 };
}
const codeOf = (result: Result<unknown>) => (result.ok ? 'ok' : result.failure.code);

const asked = {
  demandId: 'd',
  ownerId: 'leader',
  demandTitle: '精密齿轮',
  criteria: [
    { id: 'team', weight: 1 },
    { id: 'plan', weight: 3 },
  ],
  evaluators: ['a', 'b'].map((id) => ({ id, name: `${id}同志`, organisationId: 'leader' })),
  responseIds: ['r1', 'r2'],
};
const begun = () => done(setUp(undefined, asked, act));
const sheet = (personId: string, responseId: string, team: number, plan: number) => ({
  ...{ personId, responseId, at: AT },
  scores: { team, plan },
});
const put = (before: Evaluation, ...of: Parameters<typeof sheet>) => done(handIn(before, sheet(...of), NONE, act));
const whole = () => {
  const three = put(put(put(begun(), 'a', 'r1', 4, 8), 'a', 'r2', 10, 10), 'b', 'r1', 8, 4);
  return { three, four: put(three, 'b', 'r2', 10, 10) };
};

describe('an evaluation', () => {
  it('shows nothing before the last sheet is in', () => {
    const { three, four } = whole();
    expect([isComplete(three, NONE), judgements(three, NONE)]).toEqual([false, undefined]);
    expect(isComplete(four, NONE)).toBe(true);
  });

  it('shows then mean by the weights, spread and who said what, the best first', () => {
    const [first, second] = judgements(whole().four, NONE) ?? [];
    expect([first?.responseId, first?.mean, first?.deviation]).toEqual(['r2', 10, 0]);
    // a: (4 + 3 × 8) / 4 = 7, b: (8 + 3 × 4) / 4 = 5
    expect(second).toMatchObject({ responseId: 'r1', mean: 6, lowest: 5, highest: 7, deviation: 1 });
    expect(second?.criteria[0]).toEqual({ id: 'team', mean: 6, lowest: 4, highest: 8, deviation: 2 });
    expect(second?.sheets.map(({ byName, total }) => [byName, total])).toEqual([
      ['a同志', 7],
      ['b同志', 5],
    ]);
  });

  it('takes another sheet in place of one, until all are in', () => {
    const twice = put(put(begun(), 'a', 'r1', 1, 1), 'a', 'r1', 9, 9);
    expect(twice.sheets.map(({ scores }) => scores.team)).toEqual([9]);
    expect(codeOf(handIn(whole().four, sheet('a', 'r1', 1, 1), NONE, act))).toBe('engagement.evaluation_complete');
  });

  it('takes sheets of evaluators alone, of what is judged, with each criterion and no other', () => {
    const before = begun();
    expect(codeOf(handIn(before, sheet('c', 'r1', 1, 1), NONE, act))).toBe('engagement.no_evaluator');
    expect(codeOf(handIn(before, sheet('a', 'r9', 1, 1), NONE, act))).toBe('engagement.not_evaluated');
    const wrongScores: Record<string, number>[] = [{ team: 1 }, { team: 1, plan: 1, more: 1 }, { team: 1, fit: 1 }];
    for (const scores of wrongScores) {
      const wrong = { ...sheet('a', 'r1', 1, 1), scores };
      expect(codeOf(handIn(before, wrong, NONE, act))).toBe('engagement.scores_missing');
    }
  });

  it('may be set up otherwise until the first sheet is in', () => {
    const fewer = done(setUp(begun(), { ...asked, responseIds: ['r1'] }, act));
    expect(fewer).toMatchObject({ responseIds: ['r1'], version: 2 });
    expect(codeOf(setUp(put(begun(), 'a', 'r1', 1, 1), asked, act))).toBe('engagement.evaluation_begun');
    const twice = { ...asked, criteria: [...asked.criteria, { id: 'team', weight: 1 }] };
    expect(codeOf(setUp(undefined, twice, act))).toBe('engagement.criterion_twice');
    expect(codeOf(setUp(undefined, { ...asked, evaluators: [] }, act))).toBe('engagement.evaluators_missing');
    expect(codeOf(setUp(undefined, { ...asked, responseIds: [] }, act))).toBe('engagement.evaluation_empty');
  });

  it('is not held up by a response that was taken back, nor by somebody who cannot come', () => {
    const one = put(put(begun(), 'a', 'r1', 1, 1), 'b', 'r1', 1, 1);
    expect(isComplete(one, new Set(['r2']))).toBe(true);
    const { three } = whole();
    const without = done(leaveOut(three, 'b', NONE, act));
    expect(judgements(without, NONE)?.map(({ responseId }) => responseId)).toEqual(['r2', 'r1']);
    expect(codeOf(leaveOut(without, 'a', NONE, act))).toBe('engagement.evaluation_complete');
    expect(
      codeOf(
        leaveOut(
          done(setUp(undefined, { ...asked, evaluators: [{ id: 'a', name: 'a', organisationId: 'leader' }] }, act)),
          'a',
          NONE,
          act,
        ),
      ),
    ).toBe('engagement.evaluators_missing');
  });
});
