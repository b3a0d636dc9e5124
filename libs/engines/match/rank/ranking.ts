import type { MatchFirm } from '../types.js';
import { probability } from './calibration.js';
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

/** Firms, each with its row of features. */
export interface FirmRows {
  readonly ids: readonly string[];
  readonly rows: Float32Array;
}

export interface DescribedFirms extends FirmRows {
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
  protected abstract describeIn(frame: Frame, ids: readonly string[]): FirmRows;

  /**
   * The `k` best firms for a text, best first, equals by id; fewer when fewer are candidates. `accept` is asked about
   * candidates from the best down.
   */
  rank(text: string, k: number, accept: (id: string) => boolean = () => true): RankedFirm[] {
    if (this.size === 0) return [];
    const best: RankedFirm[] = [];
    for (const firm of this.#ranked(this.describe(text))) {
      if (best.length === k) break;
      if (accept(firm.id)) best.push(firm);
    }
    return best;
  }

  /** The candidates of a text with their frame; undefined while there are no firms. */
  framed(text: string): Framed | undefined {
    if (this.size === 0) return undefined;
    const described = this.describe(text);
    return { ranked: this.#ranked(described), frame: takeFrame(described.taken()) };
  }

  /** Those of these firms that would have been among the candidates when the frame was taken, as they would rank. */
  rankIn(frame: Frame, ids: readonly string[]): RankedFirm[] {
    return this.#scored(this.describeIn(frame, ids));
  }

  /** Every feature of a firm for a text and its share of the score, whether or not it is a candidate; undefined when there is no such firm. */
  breakdown(text: string, id: string): Breakdown | undefined {
    const described = this.describeWith(text, id);
    if (!described) return undefined;
    const at = described.ids.indexOf(id);
    const width = featureNames.length;
    const row = described.rows.subarray(at * width, (at + 1) * width);
    const { base, shares } = treeShares(this.model.trees, row);
    return {
      ...this.#one(id, this.#trees.scores(row)[0]!),
      base,
      shares: featureNames.map((feature, each) => ({
        feature,
        value: row[each]!,
        share: shares[each]!,
      })),
    };
  }

  #ranked(described: DescribedFirms): RankedFirm[] {
    return this.#scored(described).sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
  }

  #scored({ ids, rows }: FirmRows): RankedFirm[] {
    const scores = this.#trees.scores(rows);
    return ids.map((id, at) => this.#one(id, scores[at]!));
  }

  #one(id: string, score: number): RankedFirm {
    return { id, probability: probability(this.model.calibration, score), score };
  }
}
