import type { Analyser } from '../analysis.js';
import type { MatchFirm } from '../types.js';
import { logSum, probability } from './calibration.js';
import { featureNames } from './feature-names.js';
import { Features } from './features.js';
import { type Frame, Framing, takeFrame } from './frame.js';
import type { Model } from './model.js';
import { type RankImage, RankIndex } from './rank-index.js';
import { readText } from './rank-text.js';
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

/** All firms, ranked by the learned model. One thread; nothing here waits. */
export class Ranker {
  readonly index: RankIndex;
  readonly #features: Features;
  readonly #framing: Framing;
  readonly #trees: TreeScorer;

  constructor(
    analyser: Analyser,
    private readonly model: Model,
    image?: RankImage,
  ) {
    this.index = new RankIndex(analyser, model.encoders, image);
    this.#features = new Features(this.index);
    this.#framing = new Framing(this.index, this.#features);
    this.#trees = new TreeScorer(model.trees, featureNames.length);
  }

  /** Firms held. */
  get size(): number {
    return this.index.size;
  }

  /** Adds a firm or replaces the one with this id. */
  put(firm: MatchFirm): void {
    this.index.put(firm);
  }

  /** False when there is no such firm. */
  remove(id: string): boolean {
    return this.index.remove(id);
  }

  /**
   * The `k` best firms for a text, best first, equals by id; fewer when fewer are candidates. `accept` is asked about
   * candidates from the best down.
   */
  rank(text: string, k: number, accept: (id: string) => boolean = () => true): RankedFirm[] {
    if (this.size === 0) return [];
    const { described, scores, total } = this.#score(text);
    const ranked = this.#sorted(described.slots, scores, total);
    const best: RankedFirm[] = [];
    for (const firm of ranked) {
      if (best.length === k) break;
      if (accept(firm.id)) best.push(firm);
    }
    return best;
  }

  /** The candidates of a text with their frame; undefined while there are no firms. */
  framed(text: string): Framed | undefined {
    if (this.size === 0) return undefined;
    const { described, scores, total } = this.#score(text);
    return {
      ranked: this.#sorted(described.slots, scores, total),
      frame: takeFrame(this.index, described, total),
    };
  }

  /** Those of these firms that would have been among the candidates when the frame was taken, as they would rank. */
  rankIn(frame: Frame, ids: readonly string[]): RankedFirm[] {
    const { slots, rows } = this.#framing.rows(
      frame,
      ids.flatMap((id) => this.index.slot(id) ?? []),
    );
    const scores = this.#trees.scores(rows);
    return slots.map((slot, at) => this.#ranked(slot, scores[at]!, frame.total));
  }

  /** Every feature of a firm for a text and its share of the score, whether or not it is a candidate; undefined when there is no such firm. */
  breakdown(text: string, id: string): Breakdown | undefined {
    const slot = this.index.slot(id);
    if (slot === undefined) return undefined;
    const { described, scores, total } = this.#score(text, slot);
    const { rows, slots } = described;
    const at = slots.indexOf(slot);
    const width = featureNames.length;
    const { base, shares } = treeShares(this.model.trees, rows, at * width, width);
    return {
      ...this.#ranked(slot, scores[at]!, total),
      base,
      shares: featureNames.map((feature, each) => ({ feature, value: rows[at * width + each]!, share: shares[each]! })),
    };
  }

  /** `total` is the logarithm of the sum of all candidates' scores, raised. */
  #score(text: string, also?: number) {
    const described = this.#features.of(readText(this.index.analyser, text), also);
    const scores = this.#trees.scores(described.rows);
    return { described, scores, total: logSum(scores.subarray(0, described.candidates)) };
  }

  #sorted(slots: readonly number[], scores: Float64Array, total: number): RankedFirm[] {
    const ranked = slots.map((slot, at) => this.#ranked(slot, scores[at]!, total));
    return ranked.sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
  }

  #ranked(slot: number, score: number, total: number): RankedFirm {
    const chance = probability(this.model.calibration, { score, share: score - total });
    return { id: this.index.id(slot), probability: chance, score };
  }
}
