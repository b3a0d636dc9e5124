import { toLengthOne } from './encoder.js';
import type { TermWeights } from './term-counts.js';

/**
 * Feedback: the best firms by words lend their other words to the query. How many firms and words, how much of the new
 * query they are, and how steeply their say falls with their score.
 */
export const FEEDBACK = { firms: 10, terms: 40, share: 0.4, steepness: 2 } as const;

/** Labels near the query, whose first firms make up the picture of what such firms say. */
export const LABELS = { labels: 6, steepness: 4 } as const;

/** One of the best firms by words: its terms, once for each line that has them as word and once as pair. */
export interface WordLeader {
  readonly score: number;
  readonly said: ReadonlyMap<number, number>;
}

/** A label near the query, and so many firms that carry it, of which each can add its vector to another. */
export interface NearLabel {
  readonly line: number;
  readonly like: number;
  readonly firms: number;
  addTo(into: Float32Array, at: number, share: number): void;
}

/** A query with the words that its leaders, best first, say besides. */
export function enlarge(
  weights: TermWeights,
  query: ReadonlyMap<number, number>,
  leaders: readonly WordLeader[],
): Map<number, number> {
  const added = new Map<number, number>();
  const says = leaders.map(({ score }) => (score / leaders[0]!.score) ** FEEDBACK.steepness);
  const total = says.reduce((sum, say) => sum + say, 0);
  for (const [at, { said }] of leaders.entries()) {
    let length = 0;
    for (const count of said.values()) length += count;
    for (const [term, count] of said) added.set(term, (added.get(term) ?? 0) + ((says[at]! / total) * count) / length);
  }
  const telling = [...added]
    .filter(([term]) => weights.uses(term) > 1)
    .map(([term, share]) => ({ term, share, weight: share * weights.weight(term) }))
    .sort((a, b) => b.weight - a.weight || (weights.term(a.term) < weights.term(b.term) ? -1 : 1))
    .slice(0, FEEDBACK.terms);
  const addedShare = telling.reduce((sum, { share }) => sum + share, 0) || 1;
  let mentions = 0;
  for (const count of query.values()) mentions += count;
  const enlarged = new Map([...query].map(([term, count]) => [term, (1 - FEEDBACK.share) * count]));
  for (const { term, share } of telling) {
    enlarged.set(term, (enlarged.get(term) ?? 0) + (FEEDBACK.share * mentions * share) / addedShare);
  }
  return enlarged;
}

/** A vector drawn towards what firms with the nearest labels say, and how near the nearest is. */
export function byLabels(
  vector: Float32Array,
  near: readonly Omit<NearLabel, 'line'>[],
): { labelVector: Float32Array; labelLikeness: number } {
  const labelVector = new Float32Array(vector.length);
  for (const { like, firms, addTo } of near) {
    const say = like ** LABELS.steepness / firms;
    for (let at = 0; at < firms; at += 1) addTo(labelVector, at, say);
  }
  toLengthOne(labelVector, 0, labelVector.length);
  for (let axis = 0; axis < vector.length; axis += 1) labelVector[axis]! += vector[axis]!;
  toLengthOne(labelVector, 0, labelVector.length);
  return { labelVector, labelLikeness: near[0]?.like ?? 0 };
}
