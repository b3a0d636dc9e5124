import type { Analyser } from './analysis.js';
import type { MatchDemand } from './types.js';

/** Weighted terms, sorted by term: scores are sums in this order, so that they come out equal bit for bit everywhere. */
export interface Query {
  readonly terms: readonly string[];
  /** Same length as `terms`; single-precision numbers greater than 0. */
  readonly weights: readonly number[];
}

/** A text with what a mention in it counts, greater than 0, and what all of it may count at most. */
export interface QueryPiece {
  readonly text: string;
  readonly weight: number;
  readonly most?: number;
}

/** Mentions of one term within one piece that count: a long background must not shout down the title. */
const MOST_MENTIONS = 3;

/** Terms a query keeps, the heaviest first: bounds the work that one demand can cause. */
export const MAX_QUERY_TERMS = 1_000;

const byTerm = ([a]: readonly [string, number], [b]: readonly [string, number]) => (a < b ? -1 : 1);

function mentionsOf(analyser: Analyser, text: string): Map<string, number> {
  const mentions = new Map<string, number>();
  for (const term of analyser.terms(text)) {
    mentions.set(term, Math.min((mentions.get(term) ?? 0) + 1, MOST_MENTIONS));
  }
  return mentions;
}

function weightOf(mentions: ReadonlyMap<string, number>): number {
  let sum = 0;
  for (const count of mentions.values()) sum += count;
  return sum;
}

/** One query of several texts; pieces of no weight are left out. */
export function makeQuery(analyser: Analyser, pieces: readonly QueryPiece[]): Query {
  const weights = new Map<string, number>();
  for (const { text, weight, most = Number.POSITIVE_INFINITY } of pieces) {
    if (!(weight > 0)) continue;
    const mentions = mentionsOf(analyser, text);
    const total = weightOf(mentions) * weight;
    const each = total > most ? (weight * most) / total : weight;
    for (const [term, count] of mentions) weights.set(term, (weights.get(term) ?? 0) + count * each);
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
 * What a part of a demand counts: a mention in it, and all of it at most, as a share of the whole title. The title says
 * what is wanted; process and requirements say it in detail; link, chain and background set the scene. However long
 * they are, they cannot shout down the title. Chosen, not measured: the given cases have titles only.
 */
const partWeight = { process: 0.75, requirements: 0.5, link: 0.5, background: 0.25, chain: 0.25 } as const;

/** Titles of fewer terms leave this much room to the other parts. */
const LEAST_ROOM = 12;

/** The one way in which a demand becomes a query. Figures, certificates and regions are checked, not searched for. */
export function demandQuery(analyser: Analyser, demand: MatchDemand): Query {
  const room = Math.max(LEAST_ROOM, weightOf(mentionsOf(analyser, demand.title)));
  const texts = { ...demand, requirements: demand.requirements.map(({ name }) => name).join('\n') };
  const pieces: QueryPiece[] = [{ text: demand.title, weight: 1 }];
  for (const part of Object.keys(partWeight) as (keyof typeof partWeight)[]) {
    pieces.push({ text: texts[part] ?? '', weight: partWeight[part], most: partWeight[part] * room });
  }
  return makeQuery(analyser, pieces);
}

/** What a demand asks for by words beside its title: how it is to be made, and where it belongs. */
export function partQueries(
  analyser: Analyser,
  demand: MatchDemand,
): { readonly details: Query; readonly link: Query } {
  const texts = { ...demand, requirements: demand.requirements.map(({ name }) => name).join('\n') };
  const query = (parts: readonly (keyof typeof partWeight)[]) =>
    makeQuery(
      analyser,
      parts.map((part) => ({ text: texts[part] ?? '', weight: partWeight[part], most: partWeight[part] * LEAST_ROOM })),
    );
  return { details: query(['process', 'requirements', 'background']), link: query(['link', 'chain']) };
}

/** What the title alone asks for: see `relevance`. */
export function titleQuery(analyser: Analyser, demand: Pick<MatchDemand, 'title'>): Query {
  return makeQuery(analyser, [{ text: demand.title, weight: 1 }]);
}
