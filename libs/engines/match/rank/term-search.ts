import { K1 } from '../bm25.js';
import type { RankIndex } from './rank-index.js';
import type { View } from './view.js';

/** A query in the index's own terms, those that can count most first. */
export interface TermQuery {
  readonly terms: readonly number[];
  /** What a term adds to a score at most. */
  readonly weights: readonly number[];
}

/** Where nothing tells terms apart, whoever has one is seen all the same. */
const LEAST_WEIGHT = 1e-30;

/** `counts` by term. */
export function termQuery(index: RankIndex, counts: ReadonlyMap<number, number>): TermQuery {
  const weight = (term: number, count: number) => Math.max(LEAST_WEIGHT, count * index.weight(term) * (K1 + 1));
  const weighted = Array.from(counts, ([term, count]) => ({ term, weight: weight(term, count) }));
  const order = weighted.sort(
    (a, b) => b.weight - a.weight || (index.terms.term(a.term) < index.terms.term(b.term) ? -1 : 1),
  );
  return { terms: order.map(({ term }) => term), weights: order.map(({ weight }) => weight) };
}

/** BM25 of one firm, worked out from its own lines: what {@link searchTerms} adds up for it. */
export function termScore(index: RankIndex, { terms, weights }: TermQuery, slot: number): number {
  const { mentions } = index.said(slot);
  const { least, each } = index.norm();
  const norm = least + each * index.lengths[slot]!;
  let sum = 0;
  for (let at = 0; at < terms.length; at += 1) {
    const count = mentions[terms[at]!]!;
    if (count > 0) sum += (weights[at]! * count) / (count + norm);
  }
  return sum;
}

/** Postings that are read in the time in which one firm is worked out from its own lines. */
const POSTINGS_A_FIRM = 200;

/**
 * Adds up BM25 and puts the `k` best firms forward. Once no firm that has not been seen can still become one of them, the
 * lists that are left are not read, where working out those firms that can takes less: then the scores of these only are
 * whole, and the answer is false. That happens in large regions; with `postingsAFirm` 0 wherever it may.
 */
export function searchTerms(
  index: RankIndex,
  view: View,
  query: TermQuery,
  k: number,
  postingsAFirm = POSTINGS_A_FIRM,
): boolean {
  const { postings, lengths } = index;
  const { keys, values } = postings;
  const { least, each } = index.norm();
  const { scores, touched } = view;
  let left = query.terms.reduce((sum, term) => sum + postings.size(term), 0);
  const most = query.terms.map((term, at) => query.weights[at]! * index.saturation(term));
  let bound = most.reduce((sum, each) => sum + each, 0);
  /** What the lists that have been read add to a score at most, as `bound` is what the others do. */
  let read = 0;
  for (let at = 0; at < query.terms.length; at += 1) {
    const term = query.terms[at]!;
    // To look costs about as much as to read half as many postings: not worth it before a short list.
    const isLong = postingsAFirm === 0 || postings.size(term) * 2 > view.count;
    if (isLong && bound < read && view.count >= k && left > k * postingsAFirm) {
      const able = ableFirms(view, k, read, bound, left / postingsAFirm);
      if (able) {
        for (const slot of able) scores[slot] = termScore(index, query, slot);
        view.rank(k, index.id, able, able.length);
        return false;
      }
    }
    const weight = query.weights[at]!;
    const end = postings.start(term) + postings.size(term);
    let { count } = view;
    for (let posting = postings.start(term); posting < end; posting += 1) {
      const slot = keys[posting]!;
      const value = values[posting]!;
      if (scores[slot] === 0) touched[count++] = slot;
      scores[slot]! += (weight * value) / (value + (least + each * lengths[slot]!));
    }
    view.count = count;
    left -= postings.size(term);
    bound -= most[at]!;
    read += most[at]!;
  }
  view.rank(k, index.id);
  return true;
}

const STEPS = 512;
const counts = new Int32Array(STEPS + 1);

/**
 * The firms seen that can still be among the `k` best when no score, which is `highest` at most, grows by more than
 * `bound`; undefined where one that has not been seen can, or where they are more than `most`. Scores are counted in
 * steps, which is less than to sort them.
 */
function ableFirms(
  { scores, touched, count }: View,
  k: number,
  highest: number,
  bound: number,
  most: number,
): Int32Array | undefined {
  counts.fill(0);
  const scale = STEPS / highest;
  for (let at = 0; at < count; at += 1) counts[Math.min(STEPS, Math.floor(scores[touched[at]!]! * scale))]! += 1;
  let step = STEPS;
  for (let above = counts[step]!; above < k && step > 0; above += counts[step]!) step -= 1;
  // Sums of the same parts in another order may differ in the last bits.
  const needed = (step / scale) * (1 - 1e-9) - Math.max(0, bound) * (1 + 1e-9);
  if (needed <= highest * 1e-9) return undefined;
  const able: number[] = [];
  for (let at = 0; at < count; at += 1) {
    if (scores[touched[at]!]! < needed) continue;
    able.push(touched[at]!);
    if (able.length > most) return undefined;
  }
  return Int32Array.from(able);
}
