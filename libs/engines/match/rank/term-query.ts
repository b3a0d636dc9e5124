import { K1 } from '../bm25.js';
import type { TermWeights } from './term-counts.js';

/** A query in the index's own terms, those that can count most first. */
export interface TermQuery {
  readonly terms: readonly number[];
  /** What a term adds to a score at most. */
  readonly weights: readonly number[];
}

/** Where nothing tells terms apart, whoever has one is seen all the same. */
const LEAST_WEIGHT = 1e-30;

/** `counts` by term. */
export function termQuery(index: TermWeights, counts: ReadonlyMap<number, number>): TermQuery {
  const weight = (term: number, count: number) => Math.max(LEAST_WEIGHT, count * index.weight(term) * (K1 + 1));
  const weighted = Array.from(counts, ([term, count]) => ({ term, weight: weight(term, count) }));
  const order = weighted.sort((a, b) => b.weight - a.weight || (index.term(a.term) < index.term(b.term) ? -1 : 1));
  return { terms: order.map(({ term }) => term), weights: order.map(({ weight }) => weight) };
}
