import type { FirmIndex } from './firm-index.js';
import type { Query } from './query.js';

/**
 * The least share worth a closer look, and the least probability worth a proposal: an index always has a best firm,
 * however hopeless. The share is asked of a firm by itself, so that a firm that has changed finds the demands it may
 * answer without ranking anybody. Measured together: docs/decisions/0003-relevance-floor.md.
 */
export const RELEVANCE_FLOOR = 0.06;
export const PROBABILITY_FLOOR = 0.02;

/** What a demand asks for: all of it, and its title alone. */
export interface RelevanceQueries {
  readonly whole: Query;
  readonly title: Query;
}

/**
 * How much of what it could reach a firm reaches, 0 to 1: of the whole demand or of its title, whichever is more. The
 * title by itself, because parts that no firm can answer (a background, an unusual chain) lower the share of all firms.
 * Real shares stay below 0.85; the middle one of the right firms has 0.39.
 *
 * The measure holds until a firm is put into the index or removed. It is asked with the firm's score for the whole demand.
 */
export function relevanceMeasure(index: FirmIndex, asked: RelevanceQueries): (firmId: string, score: number) => number {
  const [whole, title] = [index.bound(asked.whole), index.bound(asked.title)];
  const share = (score: number, bound: number) => (bound > 0 ? score / bound : 0);
  return (firmId, score) => Math.max(share(score, whole), share(index.score(asked.title, firmId), title));
}
