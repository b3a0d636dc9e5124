import type { Criterion, EvaluationEventData, Evaluator, Sheet } from '#contracts/evaluation';
import { EVENTS, TOPICS } from '#contracts/topics';
import { type Failure, fail, ok, type Result } from '#platform/errors/errors';
import type { Decision } from '#platform/store/change';
import type { Act } from '../act.js';
import { engagementErrors } from '../engagement.errors.js';
import type { Evaluation } from './evaluation.store.js';

type Made = Result<Decision<Evaluation>>;

export interface SetUp {
  readonly demandId: string;
  readonly ownerId: string;
  readonly demandTitle: string;
  readonly criteria: readonly Criterion[];
  readonly evaluators: readonly Evaluator[];
  readonly responseIds: readonly string[];
}

/** How the responses are judged, and by whom; it may be changed until the first sheet is in. */
export function setUp(before: Evaluation | undefined, asked: SetUp, act: Act): Made {
  if (before && before.sheets.length > 0) return fail(engagementErrors.evaluation_begun());
  const wrong = wrongWith(asked);
  if (wrong) return fail(wrong);
  const { demandId, ...rest } = asked;
  const doc = {
    ...{ id: demandId, version: before?.version ?? 0, ...rest },
    ...{ sheets: [], createdAt: before?.createdAt ?? act.at, updatedAt: act.at },
  };
  const known = new Set(before?.evaluators.map(({ id }) => id));
  const named = asked.evaluators.filter(({ id }) => !known.has(id));
  const note = asked.evaluators.map(({ name }) => name).join('、');
  return written(doc, { action: 'set-up', note, ...(named.length > 0 ? { named } : {}) }, act);
}

function wrongWith({ criteria, evaluators, responseIds }: SetUp): Failure | undefined {
  if (responseIds.length === 0) return engagementErrors.evaluation_empty();
  if (evaluators.length === 0) return engagementErrors.evaluators_missing({}, '/evaluatorIds');
  const ids = criteria.map(({ id }) => id);
  return new Set(ids).size < ids.length ? engagementErrors.criterion_twice({}, '/criteria') : undefined;
}

/** An evaluator hands in a sheet, or another in its place, until all are in. */
export function handIn(before: Evaluation, sheet: Sheet, gone: ReadonlySet<string>, act: Act): Made {
  const { personId, responseId, scores } = sheet;
  if (!before.evaluators.some(({ id }) => id === personId)) return fail(engagementErrors.no_evaluator());
  if (!before.responseIds.includes(responseId)) return fail(engagementErrors.not_evaluated());
  if (isComplete(before, gone)) return fail(engagementErrors.evaluation_complete());
  const asked = before.criteria.map(({ id }) => id);
  const given = Object.keys(scores);
  if (given.length !== asked.length || asked.some((id) => scores[id] === undefined))
    return fail(engagementErrors.scores_missing({ criteria: asked.join(', ') }, '/scores'));
  const others = before.sheets.filter((one) => one.personId !== personId || one.responseId !== responseId);
  const doc = { ...before, sheets: [...others, sheet], updatedAt: act.at };
  return written(doc, { action: 'hand-in', complete: isComplete(doc, gone) }, act);
}

/** An evaluator is left out, with the sheets that are in: who cannot come shall not hold up the others. */
export function leaveOut(before: Evaluation, personId: string, gone: ReadonlySet<string>, act: Act): Made {
  const one = before.evaluators.find(({ id }) => id === personId);
  if (!one) return fail(engagementErrors.no_evaluator());
  if (isComplete(before, gone)) return fail(engagementErrors.evaluation_complete());
  if (before.evaluators.length === 1) return fail(engagementErrors.evaluators_missing());
  const evaluators = before.evaluators.filter(({ id }) => id !== personId);
  const sheets = before.sheets.filter((sheet) => sheet.personId !== personId);
  const doc = { ...before, evaluators, sheets, updatedAt: act.at };
  return written(doc, { action: 'leave-out', note: one.name, complete: isComplete(doc, gone) }, act);
}

interface Said extends Pick<EvaluationEventData, 'named' | 'complete'> {
  readonly action: string;
  readonly note?: string;
}

function written(doc: Evaluation, { action, note, ...more }: Said, act: Act): Made {
  const data = {
    evaluation: { ...doc, version: doc.version + 1 },
    change: { at: act.at, ...act.by, action, ...(note ? { note } : {}) },
    ...more,
  } satisfies EvaluationEventData;
  return ok({ doc, events: [{ topic: TOPICS.evaluation, type: EVENTS.evaluationChanged, time: act.at, data }] });
}

/** The responses that are judged: without those that their firm has taken back. */
export const judged = ({ responseIds }: Pick<Evaluation, 'responseIds'>, gone: ReadonlySet<string>): string[] =>
  responseIds.filter((id) => !gone.has(id));

/** Whether every evaluator has judged every response. */
export function isComplete(evaluation: Evaluation, gone: ReadonlySet<string>): boolean {
  const responses = judged(evaluation, gone);
  const counted = evaluation.sheets.filter(({ responseId }) => !gone.has(responseId));
  return responses.length > 0 && counted.length === responses.length * evaluation.evaluators.length;
}

export interface Spread {
  readonly mean: number;
  readonly lowest: number;
  readonly highest: number;
  /** Standard deviation over the evaluators. */
  readonly deviation: number;
}

export interface Judgement extends Spread {
  readonly responseId: string;
  readonly criteria: readonly (Spread & { readonly id: string })[];
  readonly sheets: readonly (Sheet & { readonly byName: string; readonly total: number })[];
}

function exactTotal(criteria: readonly Criterion[], { scores }: Pick<Sheet, 'scores'>): number {
  const whole = criteria.reduce((sum, { weight }) => sum + weight, 0);
  return criteria.reduce((sum, { id, weight }) => sum + (scores[id] ?? 0) * weight, 0) / whole;
}

/** What a sheet says by the weights, 0 to 10. Pure. */
export const totalOf = (criteria: readonly Criterion[], sheet: Pick<Sheet, 'scores'>): number =>
  short(exactTotal(criteria, sheet));

/** What all evaluators say of each response, the best first; undefined until all sheets are in. Pure. */
export function judgements(evaluation: Evaluation, gone: ReadonlySet<string>): Judgement[] | undefined {
  if (!isComplete(evaluation, gone)) return undefined;
  const { criteria, evaluators, sheets } = evaluation;
  const names = new Map(evaluators.map(({ id, name }) => [id, name]));
  return judged(evaluation, gone)
    .map((responseId): Judgement => {
      const own = sheets.filter((sheet) => sheet.responseId === responseId);
      return {
        responseId,
        ...spread(own.map((sheet) => exactTotal(criteria, sheet))),
        criteria: criteria.map(({ id }) => ({ id, ...spread(own.map(({ scores }) => scores[id] ?? 0)) })),
        sheets: own.map((sheet) => ({
          ...sheet,
          byName: names.get(sheet.personId) ?? '',
          total: totalOf(criteria, sheet),
        })),
      };
    })
    .sort((a, b) => b.mean - a.mean || (a.responseId < b.responseId ? -1 : 1));
}

function spread(values: readonly number[]): Spread {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
  return {
    mean: short(mean),
    lowest: short(Math.min(...values)),
    highest: short(Math.max(...values)),
    deviation: short(Math.sqrt(variance)),
  };
}

const short = (value: number): number => Math.round(value * 100) / 100;
