import type { Analyser } from './analysis.js';
import type { MatchDemand } from './types.js';

/** Weighted terms, sorted by term: scores are sums in this order, so that they come out equal bit for bit everywhere. */
export interface Query {
  readonly terms: readonly string[];
  /** Same length as `terms`; single-precision numbers greater than 0. */
  readonly weights: readonly number[];
}

/** A text with what a mention in it counts, greater than 0. */
export interface QueryPiece {
  readonly text: string;
  readonly weight: number;
}

/** Mentions of one term within one piece that count: a long background must not shout down the title. */
const MOST_MENTIONS = 3;

/** Terms a query keeps, the heaviest first: bounds the work that one demand can cause. */
export const MAX_QUERY_TERMS = 1_000;

const byTerm = ([a]: readonly [string, number], [b]: readonly [string, number]) => (a < b ? -1 : 1);

/** One query of several texts; pieces of no weight are left out. */
export function makeQuery(analyser: Analyser, pieces: readonly QueryPiece[]): Query {
  const weights = new Map<string, number>();
  for (const { text, weight } of pieces) {
    if (!(weight > 0)) continue;
    const mentions = new Map<string, number>();
    for (const term of analyser.terms(text)) mentions.set(term, (mentions.get(term) ?? 0) + 1);
    for (const [term, count] of mentions) {
      weights.set(term, (weights.get(term) ?? 0) + Math.min(count, MOST_MENTIONS) * weight);
    }
  }
  let entries = [...weights].sort(byTerm);
  if (entries.length > MAX_QUERY_TERMS) {
    entries = entries
      .sort((a, b) => b[1] - a[1] || byTerm(a, b))
      .slice(0, MAX_QUERY_TERMS)
      .sort(byTerm);
  }
  return { terms: entries.map(([term]) => term), weights: entries.map(([, weight]) => Math.fround(weight)) };
}

/**
 * What a part of a demand counts. The title says what is wanted; requirements and process say it in detail; chain, link
 * and background set the scene. Chosen, not measured: the given cases have titles only. Binary fractions: exact sums.
 */
const pieceWeight = { title: 1, process: 0.75, requirement: 0.5, link: 0.5, background: 0.25, chain: 0.25 } as const;

/** The one way in which a demand becomes a query. Figures, certificates and regions are checked, not searched for. */
export function demandQuery(analyser: Analyser, demand: MatchDemand): Query {
  const pieces: QueryPiece[] = [{ text: demand.title, weight: pieceWeight.title }];
  const add = (text: string | undefined, weight: number) => {
    if (text) pieces.push({ text, weight });
  };
  add(demand.process, pieceWeight.process);
  add(demand.link, pieceWeight.link);
  add(demand.chain, pieceWeight.chain);
  add(demand.background, pieceWeight.background);
  for (const { name } of demand.requirements) add(name, pieceWeight.requirement);
  return makeQuery(analyser, pieces);
}
