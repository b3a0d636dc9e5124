import type { Context, FirstNumbers, Leader, Nearness } from './context.js';
import { toLengthOne } from './encoder.js';
import { nearest } from './row-writer.js';

/** Candidates that are described. */
export const DESCRIBED = 280;

/** Leaders are the best by words, feedback and vectors together: their likes are sought. */
export const LEADERS = { near: 8, many: 30, labels: 40, compared: 12 } as const;

/** How far the query's vector is drawn towards the leaders'. */
const LED = 0.7;

/** What words, feedback, the firm's vectors and those of its nearest lines count in the first order. */
const FUSION = { words: 1, feedback: 0.5, vectors: 1.2, lines: 1.2 } as const;

type Say = Pick<Leader, 'score'>;
/** What a leader says, against the first. */
export const say = ({ score }: Say, first: Say, steepness: number) => (score / first.score) ** steepness;

/** A firm that some look has put forward. */
export interface PutForward {
  readonly slot: number;
  readonly id: string;
  readonly numbers: FirstNumbers;
  readonly near: Nearness;
  /** In the first order; {@link firstOrder} sets it. */
  score: number;
}

/** The firms put forward in the first order, those that are described, best first. `tops`: the two highest scores of each look. */
export function firstOrder<T extends PutForward>(
  tops: Readonly<Record<'words' | 'feedback' | 'vectors', readonly number[]>>,
  firms: readonly T[],
): { best: Context['best']; leaders: T[] } {
  const top = (look: keyof typeof tops) => Math.max(1e-9, tops[look][0] ?? 0);
  const words = top('words');
  const best = {
    words,
    feedback: top('feedback'),
    vectors: top('vectors'),
    lines: firms.reduce((most, { near }) => Math.max(most, nearest(near)), 1e-9),
    lead: words - (tops.words[1] ?? 0),
  };
  for (const firm of firms) firm.score = firstScore(best, firm.numbers, firm.near);
  const leaders = [...firms].sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1)).slice(0, DESCRIBED);
  return { best, leaders };
}

/** The middles of the best firms by vectors, and the query's vector drawn towards them. */
export function centresOf<T extends Say>(
  vector: Float32Array,
  /** Best first. */
  leaders: readonly T[],
  /** Adds so many times the vector of a leader to another. */
  addTo: (into: Float32Array, leader: T, share: number) => void,
): Pick<Context, 'near' | 'many' | 'led'> {
  const centre = (count: number): Float32Array => {
    const middle = new Float32Array(vector.length);
    for (const leader of leaders.slice(0, count)) addTo(middle, leader, say(leader, leaders[0]!, 4));
    toLengthOne(middle, 0, middle.length);
    return middle;
  };
  const many = centre(LEADERS.many);
  const led = Float32Array.from(vector, (axis, at) => axis + LED * many[at]!);
  toLengthOne(led, 0, led.length);
  return { near: centre(LEADERS.near), many, led };
}

/** Labels of leaders, each with what those that carry it say. */
export function labelShares<T extends Say, L>(
  leaders: readonly T[],
  labelsOf: (leader: T) => Iterable<L>,
): Map<L, number> {
  const shared = new Map<L, number>();
  for (const leader of leaders.slice(0, LEADERS.labels)) {
    for (const label of labelsOf(leader)) shared.set(label, (shared.get(label) ?? 0) + say(leader, leaders[0]!, 4));
  }
  return shared;
}

/** A firm's score in the first order. */
export const firstScore = (best: Context['best'], numbers: FirstNumbers, near: Nearness): number =>
  (FUSION.words * numbers.words) / best.words +
  (FUSION.feedback * numbers.feedback) / best.feedback +
  (FUSION.vectors * numbers.vectors) / best.vectors +
  (FUSION.lines * Math.max(0, nearest(near))) / best.lines;
