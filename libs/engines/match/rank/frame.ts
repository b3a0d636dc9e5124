import { K1 } from '../bm25.js';
import { LEAST_LIKENESS, REACH } from './candidates.js';
import { product } from './encoder.js';
import { featureNames, tellShares } from './feature-names.js';
import { type Context, DESCRIBED, type Features, type FirstNumbers, type Rows } from './features.js';
import { type RankFirm, type RankIndex, share } from './rank-index.js';
import { withWords } from './rank-text.js';

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
  /** Logarithm of the sum of the candidates' scores, raised: what a probability is stated against. */
  readonly total: number;
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

/** Takes the frame of the query that was described last. */
export function takeFrame(index: RankIndex, { context, found, rows, candidates, first }: Rows, total: number): Frame {
  const { leaders, labels, ...rest } = context;
  const falling = (view: typeof found.words) => steps(Array.from(view.best, (slot) => view.scores[slot]!));
  const width = featureNames.length;
  const greatest = rows.slice(0, width);
  for (let at = width; at < candidates * width; at += 1) {
    const column = at % width;
    if (rows[at]! > greatest[column]!) greatest[column] = rows[at]!;
  }
  return {
    context: rest,
    leaders: leaders.map(({ slot, score }) => ({ id: index.id(slot), score })),
    labels: [...labels].map(([label, each]) => [index.labels.text(label), each]),
    enlarged: [...found.asked.enlarged].map(([term, count]) => [index.terms.term(term), count]),
    labelVector: found.labelVector,
    scores: {
      words: falling(found.words),
      feedback: falling(found.feedback),
      vectors: falling(found.vectors),
      labels: falling(found.labels),
      first: steps(first),
    },
    greatest,
    total,
  };
}

/** Firms described in a frame, row after row. */
interface Framed {
  readonly slots: readonly number[];
  readonly rows: Float32Array;
}

const isPutForward = ({ wordsRank, feedbackRank, vectorsRank, labelsRank }: FirstNumbers) =>
  wordsRank > 0 || feedbackRank > 0 || vectorsRank > 0 || labelsRank > 0;

/** Describes firms in frames. */
export class Framing {
  /** Mentions of a firm by term, as the postings count them; gone with the firm's profile. */
  readonly #mentions = new WeakMap<RankFirm, ReadonlyMap<number, number>>();

  constructor(
    private readonly index: RankIndex,
    private readonly features: Features,
  ) {}

  /** The slots, all in use, whose firms would have been candidates, each with its row of features. */
  rows(frame: Frame, slots: readonly number[]): Framed {
    const { index, features } = this;
    const { text } = frame.context;
    const asked = features.asked(text);
    const enlarged = new Map(
      frame.enlarged.flatMap(([term, count]) => {
        const id = index.terms.id(term);
        return id === undefined ? [] : [[id, count] as const];
      }),
    );
    const context = this.#context(frame);
    const fitting = slots.flatMap((slot) => {
      const numbers = this.#numbers(frame, slot, asked.all, enlarged);
      if (!isPutForward(numbers)) return [];
      const leader = features.leader(context, slot, numbers);
      const at = place(frame.scores.first, leader.score) - 1;
      return at < DESCRIBED ? [{ numbers, leader, at }] : [];
    });
    const width = featureNames.length;
    const rows = new Float32Array(fitting.length * width);
    if (fitting.length > 0) features.ask(text, { ...asked, enlarged });
    const pair = new Float32Array(2 * width);
    for (const [each, { numbers, leader, at }] of fitting.entries()) {
      pair.set(frame.greatest);
      pair.set(features.row(context, leader, numbers, at), width);
      tellShares(pair, 1);
      rows.set(pair.subarray(width), each * width);
    }
    return { slots: fitting.map(({ leader }) => leader.slot), rows };
  }

  #context({ context, leaders, labels }: Frame): Context {
    const { index } = this;
    const shares = new Map(labels);
    const present = leaders.flatMap(({ id, score }) => {
      const slot = index.slot(id);
      return slot === undefined ? [] : [{ slot, score }];
    });
    return {
      ...context,
      leaders: present,
      labels: { get: (label: number) => shares.get(index.labels.text(label)) },
    };
  }

  #numbers(
    { context, labelVector, scores }: Frame,
    slot: number,
    all: ReadonlyMap<number, number>,
    enlarged: ReadonlyMap<number, number>,
  ): FirstNumbers {
    const { vectors, encoder } = this.index;
    const { dimensions } = encoder;
    const [words, feedback] = [this.#bm25(slot, all), this.#bm25(slot, enlarged)];
    const vector = product(context.vector, 0, vectors, slot * dimensions, dimensions);
    const label = product(labelVector, 0, vectors, slot * dimensions, dimensions);
    return {
      ...{ words, wordsRank: rankIn(scores.words, words, REACH.words, Number.MIN_VALUE) },
      ...{ feedback, feedbackRank: rankIn(scores.feedback, feedback, REACH.feedback, Number.MIN_VALUE) },
      ...{ vectors: vector, vectorsRank: rankIn(scores.vectors, vector, REACH.vectors, LEAST_LIKENESS) },
      ...{ labels: label, labelsRank: rankIn(scores.labels, label, REACH.labels, LEAST_LIKENESS) },
    };
  }

  /** What the first stage adds up for one firm. */
  #bm25(slot: number, query: ReadonlyMap<number, number>): number {
    const { index } = this;
    const mentions = this.#mentionsOf(slot);
    const norm = index.norms()[slot]!;
    let sum = 0;
    for (const [term, asked] of query) {
      const count = mentions.get(term);
      if (count !== undefined) sum += (asked * index.weight(term) * (K1 + 1) * count) / (count + norm);
    }
    return sum;
  }

  #mentionsOf(slot: number): ReadonlyMap<number, number> {
    const { index } = this;
    const firm = index.firm(slot)!;
    const known = this.#mentions.get(firm);
    if (known) return known;
    const mentions = new Map<number, number>();
    for (const { kind, said, normal } of firm.items) {
      const pairs = withWords(normal, []).pairs.map((pair) => index.terms.id(pair)!);
      for (const term of [...said, ...pairs]) mentions.set(term, (mentions.get(term) ?? 0) + share(kind));
    }
    this.#mentions.set(firm, mentions);
    return mentions;
  }
}
