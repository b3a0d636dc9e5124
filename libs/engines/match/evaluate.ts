import { createAnalyser } from './analysis.js';
import { modelData } from './rank/learned/model-data.js';
import { readModel } from './rank/model.js';
import { Ranker } from './rank/ranker.js';
import type { MatchFirm } from './types.js';

/** Ids an answer holds. */
export const ANSWER_IDS = 50;

/** A demand of a test collection. `gold` are the ids of the right firms; absent where they are held back. */
export interface EvaluationQuery {
  readonly task?: string;
  readonly text: string;
  readonly gold?: readonly string[];
}

/** The {@link ANSWER_IDS} best firms for query number `i` (from 0), best first, and the milliseconds it took. */
export interface Answer {
  readonly i: number;
  readonly ids: readonly string[];
  readonly ms: number;
}

/** Means over the queries that have gold, each from 0 to 1. */
export interface Metrics {
  readonly queries: number;
  /** 1 / rank of the first right firm among the best 10, else 0. */
  readonly mrr10: number;
  /** Binary gains; the ideal list has min(10, number of right firms) of them. */
  readonly ndcg10: number;
  readonly recall10: number;
  readonly recall50: number;
}

export interface Evaluation {
  readonly answers: readonly Answer[];
  /** By task; queries without a task count under `all`. Empty when no query has gold. */
  readonly tasks: Readonly<Record<string, Metrics>>;
  readonly indexMs: number;
}

/** `done` of `total` firms indexed or queries answered. */
export interface EvaluationProgress {
  readonly step: 'index' | 'answer';
  readonly done: number;
  readonly total: number;
}

/** The metrics of one ranked list. `gold` must not be empty. */
export function measure(ids: readonly string[], gold: readonly string[]): Metrics {
  const right = new Set(gold);
  const found = (limit: number) => ids.slice(0, limit).filter((id) => right.has(id)).length;
  const first = ids.slice(0, 10).findIndex((id) => right.has(id));
  let gain = 0;
  let ideal = 0;
  for (let rank = 0; rank < 10; rank += 1) {
    const discounted = 1 / Math.log2(rank + 2);
    const id = ids[rank];
    if (id !== undefined && right.has(id)) gain += discounted;
    if (rank < right.size) ideal += discounted;
  }
  return {
    queries: 1,
    mrr10: first < 0 ? 0 : 1 / (first + 1),
    ndcg10: gain / ideal,
    recall10: found(10) / right.size,
    recall50: found(50) / right.size,
  };
}

/** The mean of each metric. `all` must not be empty. */
export function mean(all: readonly Metrics[]): Metrics {
  const of = (pick: (one: Metrics) => number) => all.reduce((sum, one) => sum + pick(one), 0) / all.length;
  return {
    queries: all.length,
    mrr10: of((one) => one.mrr10),
    ndcg10: of((one) => one.ndcg10),
    recall10: of((one) => one.recall10),
    recall50: of((one) => one.recall50),
  };
}

/**
 * Indexes the firms and answers the queries with the learned ranking that ships with the product. On the queries it was
 * learned from the metrics flatter: what to expect of others is in the model's provenance. `now` gives milliseconds of any
 * clock that only moves forward.
 */
export function evaluate(
  firms: readonly MatchFirm[],
  queries: readonly EvaluationQuery[],
  now: () => number,
  progress: (progress: EvaluationProgress) => void = () => undefined,
): Evaluation {
  const started = now();
  const ranker = new Ranker(createAnalyser(), readModel(modelData));
  for (const [at, firm] of firms.entries()) {
    ranker.put(firm);
    progress({ step: 'index', done: at + 1, total: firms.length });
  }
  const indexMs = now() - started;
  const measured = new Map<string, Metrics[]>();
  const answers = queries.map(({ task = 'all', text, gold }, i): Answer => {
    const asked = now();
    const ids = ranker.rank(text, ANSWER_IDS).map(({ id }) => id);
    const ms = now() - asked;
    if (gold !== undefined && gold.length > 0) {
      const all = measured.get(task) ?? [];
      all.push(measure(ids, gold));
      measured.set(task, all);
    }
    progress({ step: 'answer', done: i + 1, total: queries.length });
    return { i, ids, ms };
  });
  const tasks = Object.fromEntries([...measured].map(([task, all]) => [task, mean(all)]));
  return { answers, tasks, indexMs };
}
