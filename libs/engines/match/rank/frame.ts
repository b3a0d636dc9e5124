import { LEAST_LIKENESS, numbered, REACH } from './candidates.js';
import type { Context, ContextLeader, FirstNumbers } from './context.js';
import { featureNames, tellShares } from './feature-names.js';
import type { Features, Rows } from './features.js';
import { DESCRIBED } from './first-order.js';
import type { AskedSums } from './line-features.js';
import type { RankIndex } from './rank-index.js';
import { type TermQuery, termQuery } from './term-query.js';
import { TermScorer } from './term-search.js';
import type { View } from './view.js';

/**
 * What the ranking of a query has come to, so that any one firm can be described later as if it had been among its
 * candidates: an update costs one firm, not a ranking. It holds while the firms that lead the query stay as they were;
 * rarities and the firm's own profile are read when it is asked. A few kilobytes.
 */
export interface Frame {
  readonly context: Omit<Context, 'leaders' | 'labels'>;
  /** Leaders and labels by name: their places in the index may go to others. */
  readonly leaders: readonly { readonly id: string; readonly score: number }[];
  readonly labels: readonly (readonly [label: string, share: number])[];
  readonly enlarged: readonly (readonly [term: string, count: number])[];
  readonly labelVector: Float32Array;
  /** Scores of those put forward by each way, and of all candidates in the first order: see {@link steps}. */
  readonly scores: Readonly<Record<'words' | 'feedback' | 'vectors' | 'labels' | 'first', Steps>>;
  /** The greatest of each feature among the candidates. */
  readonly greatest: Float32Array;
}

/** Falling scores: all of the first {@link EACH}, then every {@link STEP}th; `count` in all. */
interface Steps {
  readonly kept: Float32Array;
  readonly count: number;
}

const EACH = 64;
const STEP = 16;

/** `falling` are scores from the highest down. */
function steps(falling: readonly number[]): Steps {
  const kept = falling.filter((_, at) => at < EACH || (at - EACH) % STEP === STEP - 1 || at === falling.length - 1);
  return { kept: Float32Array.from(kept), count: falling.length };
}

/** The place a score has among others, from 1; exact among the first {@link EACH}. */
function place({ kept, count }: Steps, score: number): number {
  const rounded = Math.fround(score);
  let above = 0;
  while (above < kept.length && kept[above]! > rounded) above += 1;
  return above < EACH ? above + 1 : Math.min(count, EACH + (above - EACH) * STEP + STEP / 2) + 1;
}

/** The place among those put forward, `reach` at most, of which each has `least`; 0 for a score that is not. */
function rankIn(all: Steps, score: number, reach: number, least: number): number {
  const last = all.count < reach ? least : all.kept.at(-1)!;
  return Math.fround(score) < last ? 0 : Math.min(reach, place(all, score));
}

/** What a query's candidates were described with; the frame of it takes what it needs. */
export interface Taken {
  readonly context: Frame['context'] & { readonly leaders?: unknown; readonly labels?: unknown };
  readonly leaders: Frame['leaders'];
  readonly labels: Frame['labels'];
  readonly enlarged: Frame['enlarged'];
  readonly labelVector: Float32Array;
  /** From the highest down. */
  readonly scores: Readonly<Record<keyof Frame['scores'], readonly number[]>>;
  readonly rows: Float32Array;
  readonly candidates: number;
}

export function takeFrame({ context, scores, rows, candidates, ...rest }: Taken): Frame {
  const { leaders, labels, ...same } = context;
  const width = featureNames.length;
  const greatest = rows.slice(0, width);
  for (let at = width; at < candidates * width; at += 1) {
    const column = at % width;
    if (rows[at]! > greatest[column]!) greatest[column] = rows[at]!;
  }
  return {
    context: same,
    leaders: rest.leaders,
    labels: rest.labels,
    enlarged: rest.enlarged,
    labelVector: rest.labelVector,
    scores: {
      words: steps(scores.words),
      feedback: steps(scores.feedback),
      vectors: steps(scores.vectors),
      labels: steps(scores.labels),
      first: steps(scores.first),
    },
    greatest,
  };
}

/** What the index was described with last, by name. */
export function takenFrom(index: RankIndex, { context, found, rows, candidates, first }: Rows): Taken {
  const falling = ({ best, scores }: View) => Array.from(best, (slot) => scores[slot]!);
  return {
    context,
    leaders: context.leaders.map(({ slot, score }) => ({ id: index.id(slot), score })),
    labels: [...context.labels].map(([line, each]) => [index.lines.texts.text(line), each]),
    enlarged: [...found.asked.enlarged].map(([term, count]) => [index.terms.term(term), count]),
    labelVector: found.labelVector,
    scores: {
      words: falling(found.words),
      feedback: falling(found.feedback),
      vectors: falling(found.vectors),
      labels: falling(found.labels),
      first,
    },
    rows,
    candidates,
  };
}

/** Firms described in a frame, row after row. */
interface Framed {
  readonly slots: readonly number[];
  readonly rows: Float32Array;
}

const isPutForward = ({ wordsRank, feedbackRank, vectorsRank, labelsRank }: FirstNumbers) =>
  wordsRank > 0 || feedbackRank > 0 || vectorsRank > 0 || labelsRank > 0;

/** What is known of a frame when an index is asked that does not hold all firms. */
export interface FrameOthers {
  readonly leaders: readonly ContextLeader[];
  readonly sums: AskedSums;
  readonly absent: number;
}

/** Labels of an index that are known by their texts. */
export function labelsByName({ lines }: RankIndex, named: Frame['labels']): Context['labels'] {
  const shares = new Map(named);
  return { get: (line) => shares.get(lines.texts.text(line)) };
}

/** Describes firms in frames. */
export class Framing {
  readonly #scorer: TermScorer;

  constructor(
    private readonly index: RankIndex,
    private readonly features: Features,
  ) {
    this.#scorer = new TermScorer(index);
  }

  /**
   * The slots, all in use, whose firms would have been candidates, each with its row of features. Where this index is one of
   * several, `others` is what only all of them know.
   */
  rows(frame: Frame, slots: readonly number[], others?: FrameOthers): Framed {
    const { index, features } = this;
    const { text } = frame.context;
    const asked = features.asked(text);
    const enlarged = numbered(frame.enlarged, (term) => index.terms.id(term));
    const context = this.#context(frame, others?.leaders);
    const numbers = this.#numbers(frame, slots, termQuery(index, asked.all), termQuery(index, enlarged));
    const fitting = features.leaders(context, slots, numbers).flatMap((leader, each) => {
      const at = place(frame.scores.first, leader.score) - 1;
      return isPutForward(numbers[each]!) && at < DESCRIBED ? [{ numbers: numbers[each]!, leader, at }] : [];
    });
    if (fitting.length > 0) features.ask(text, { ...asked, enlarged }, others?.sums, others?.absent);
    const width = featureNames.length;
    const rows = features.rows(context, fitting);
    const pair = new Float32Array(2 * width);
    for (let from = 0; from < rows.length; from += width) {
      pair.set(frame.greatest);
      pair.set(rows.subarray(from, from + width), width);
      tellShares(pair, 1);
      rows.set(pair.subarray(width), from);
    }
    return { slots: fitting.map(({ leader }) => leader.slot), rows };
  }

  #context({ context, leaders, labels }: Frame, all?: readonly ContextLeader[]): Context {
    const { index } = this;
    const present = (): ContextLeader[] =>
      leaders.flatMap(({ id, score }) => {
        const slot = index.slot(id);
        return slot === undefined ? [] : [{ slot, score }];
      });
    return { ...context, leaders: all ?? present(), labels: labelsByName(index, labels) };
  }

  #numbers(
    { context, labelVector, scores }: Frame,
    slots: readonly number[],
    all: TermQuery,
    enlarged: TermQuery,
  ): FirstNumbers[] {
    const like = (vector: Float32Array) => {
      const likes = new Float32Array(slots.length);
      this.index.vectors.firms.likes(vector, slots, slots.length, likes);
      return likes;
    };
    const vectorLikes = like(context.vector);
    const labelLikes = like(labelVector);
    const scored = (query: TermQuery) => {
      this.#scorer.ask(query);
      return slots.map((slot) => this.#scorer.score(slot));
    };
    const [asked, withFeedback] = [scored(all), scored(enlarged)];
    return slots.map((_, at) => {
      const [words, feedback] = [asked[at]!, withFeedback[at]!];
      const [vectors, labels] = [vectorLikes[at]!, labelLikes[at]!];
      return {
        ...{ words, wordsRank: rankIn(scores.words, words, REACH.words, Number.MIN_VALUE) },
        ...{ feedback, feedbackRank: rankIn(scores.feedback, feedback, REACH.feedback, Number.MIN_VALUE) },
        ...{ vectors, vectorsRank: rankIn(scores.vectors, vectors, REACH.vectors, LEAST_LIKENESS) },
        ...{ labels, labelsRank: rankIn(scores.labels, labels, REACH.labels, LEAST_LIKENESS) },
      };
    });
  }
}
