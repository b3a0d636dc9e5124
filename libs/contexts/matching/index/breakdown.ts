import type { HandShare } from '#engines/match/by-hand';
import { logOdds } from '#engines/match/rank/calibration';
import type { Breakdown as Learned } from '#engines/match/rank/ranking';

/** One feature of the learned ranking and the log-odds it adds. */
export interface LearnedShare {
  readonly feature: string;
  readonly value: number;
  readonly share: number;
}

/**
 * Why a firm has its probability for a demand. All in log-odds: `base`, the shares of the learned features and of what is
 * set by hand add up to `odds`, whose probability is the score.
 */
export interface Breakdown {
  readonly firmName: string;
  readonly organisationId?: string;
  /** What the learned ranking has read of the demand. */
  readonly text: string;
  readonly odds: number;
  readonly base: number;
  readonly learned: readonly LearnedShare[];
  readonly byHand: readonly HandShare[];
  /** The share of the best reachable word score: see `relevance`. */
  readonly relevance: number;
  /** What the firm contradicts, as an id of a requirement with the code of the reason. */
  readonly excluded?: { readonly requirement: string; readonly name: string; readonly why: string };
}

/**
 * The learned features' shares of the log-odds. A score's probability is logistic in the score, so each share of the score
 * counts `slope` times; what is the same for all firms of the demand is the base.
 */
export function inOdds({ probability, shares }: Learned, slope: number): { base: number; learned: LearnedShare[] } {
  const learned = shares.map(({ feature, value, share }) => ({ feature, value, share: slope * share }));
  const base = learned.reduce((rest, { share }) => rest - share, logOdds(probability));
  return { base, learned };
}
