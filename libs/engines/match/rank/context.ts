import type { RankText } from './rank-text.js';

/** What the first stage says of one firm; ranks from 1, 0 where it was not put forward. */
export interface FirstNumbers {
  readonly words: number;
  readonly wordsRank: number;
  readonly feedback: number;
  readonly feedbackRank: number;
  readonly vectors: number;
  readonly vectorsRank: number;
  readonly labels: number;
  readonly labelsRank: number;
}

/** How near a firm's name, labels and statements are by vector, the nearest of each; -1 where it has none. */
export interface Nearness {
  readonly name: number;
  readonly label: number;
  readonly statement: number;
  /** Of labels and statements together the nearest but one. */
  readonly second: number;
}

/** A firm with its score in the first order. */
export interface Leader {
  readonly slot: number;
  readonly score: number;
  readonly near: Nearness;
}

/** A leader as others are compared with it: -1 and its vector where it is not in this index. */
export interface ContextLeader extends Pick<Leader, 'slot' | 'score'> {
  readonly vector?: Float32Array;
}

/** What is the same for all firms that are described for a query. */
export interface Context {
  readonly text: RankText;
  readonly vector: Float32Array;
  readonly labelLikeness: number;
  readonly best: {
    readonly words: number;
    readonly feedback: number;
    readonly vectors: number;
    readonly lines: number;
    readonly lead: number;
  };
  readonly leaders: readonly ContextLeader[];
  /** The middle of the best firms, and of more of them. */
  readonly near: Float32Array;
  readonly many: Float32Array;
  /** The query's vector drawn towards the leaders'. */
  readonly led: Float32Array;
  readonly labels: Pick<ReadonlyMap<number, number>, 'get'>;
  readonly rarest: number;
}

/** A firm to be described: what the first stage says of it, and its place in the first order, from 0. */
export interface Described {
  readonly leader: Leader;
  readonly numbers: FirstNumbers;
  readonly at: number;
}
