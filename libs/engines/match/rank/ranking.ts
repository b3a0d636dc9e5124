import type { MatchFirm } from '../types.js';
import { logSum, probability } from './calibration.js';
import { featureNames } from './feature-names.js';
import { type Frame, type Taken, takeFrame } from './frame.js';
import type { Model } from './model.js';
import { TreeScorer } from './tree-scorer.js';
import { treeShares } from './trees.js';

/** A firm with the probability, 0 to 1, that it is a right one, and the model's score behind it. */
export interface RankedFirm {
  readonly id: string;
  readonly probability: number;
  readonly score: number;
}

/** What one feature of a demand and a firm is, and what it adds to the score. */
export interface FeatureShare {
  readonly feature: (typeof featureNames)[number];
  readonly value: number;
  readonly share: number;
}

/** Why a firm has its score: `base` and the shares of all features add up to `score`. */
export interface Breakdown extends RankedFirm {
  readonly base: number;
  readonly shares: readonly FeatureShare[];
}

/** All candidates of a text, best first, and the frame in which other firms can be scored later. */
export interface Framed {
  readonly ranked: readonly RankedFirm[];
  readonly frame: Frame;
}

/** Firms, each with its row of features; the first `candidates` are candidates. */
export interface DescribedFirms {
  readonly ids: readonly string[];
  readonly rows: Float32Array;
  readonly candidates: number;
  /** What they were described with; until the next text is. */
  taken(): Taken;
}

/** All firms, ranked by the learned model, wherever they are held. Nothing here waits. */
export abstract class Ranking {
  readonly #trees: TreeScorer;

  constructor(private readonly model: Model) {
    this.#trees = new TreeScorer(model.trees, featureNames.length);
  }

  /** Firms held. */
  abstract get size(): number;

  /** Adds a firm or replaces the one with this id. */
  abstract put(firm: MatchFirm): void;

  /** False when there is no such firm. */
  abstract remove(id: string): boolean;

  /** The candidates of a text; `also` is a firm to be described in any case, undefined when there is none. */
  protected abstract describe(text: string): DescribedFirms;
  protected abstract describeWith(text: string, also: string): DescribedFirms | undefined;

  /** Those of these firms that would have been candidates when the frame was taken. */
  protected abstract describeIn(frame: Frame, ids: readonly string[]): Pick<DescribedFirms, 'ids' | 'rows'>;

  /**
   * The `k` best firms for a text, best first, equals by id; fewer when fewer are candidates. `accept` is asked about
   * candidates from the best down.
   */
  rank(text: string, k: number, accept: (id: string) => boolean = () => true): RankedFirm[] {
    if (this.size === 0) return [];
    const best: RankedFirm[] = [];
    for (const firm of this.#ranked(this.describe(text)).ranked) {
      if (best.length === k) break;
      if (accept(firm.id)) best.push(firm);
    }
    return best;
  }

  /** The candidates of a text with their frame; undefined while there are no firms. */
  framed(text: string): Framed | undefined {
    if (this.size === 0) return undefined;
    const described = this.describe(text);
    const { ranked, total } = this.#ranked(described);
    return { ranked, frame: takeFrame(described.taken(), total) };
  }

  /** Those of these firms that would have been among the candidates when the frame was taken, as they would rank. */
  rankIn(frame: Frame, ids: readonly string[]): RankedFirm[] {
    const described = this.describeIn(frame, ids);
    const scores = this.#trees.scores(described.rows);
    return described.ids.map((id, at) => this.#one(id, scores[at]!, frame.total));
  }

  /** Every feature of a firm for a text and its share of the score, whether or not it is a candidate; undefined when there is no such firm. */
  breakdown(text: string, id: string): Breakdown | undefined {
    const described = this.describeWith(text, id);
    if (!described) return undefined;
    const { scores, total } = this.#score(described);
    const at = described.ids.indexOf(id);
    const width = featureNames.length;
    const { base, shares } = treeShares(this.model.trees, described.rows, at * width, width);
    return {
      ...this.#one(id, scores[at]!, total),
      base,
      shares: featureNames.map((feature, each) => ({
        feature,
        value: described.rows[at * width + each]!,
        share: shares[each]!,
      })),
    };
  }

  /** `total` is the logarithm of the sum of all candidates' scores, raised. */
  #score({ rows, candidates }: DescribedFirms): { scores: Float64Array; total: number } {
    const scores = this.#trees.scores(rows);
    return { scores, total: logSum(scores.subarray(0, candidates)) };
  }

  #ranked(described: DescribedFirms): { ranked: RankedFirm[]; total: number } {
    const { scores, total } = this.#score(described);
    const ranked = described.ids.map((id, at) => this.#one(id, scores[at]!, total));
    return { ranked: ranked.sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1)), total };
  }

  #one(id: string, score: number, total: number): RankedFirm {
    return { id, probability: probability(this.model.calibration, { score, share: score - total }), score };
  }
}
