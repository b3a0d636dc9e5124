import type { Analyser } from '../analysis.js';
import type { MatchFirm } from '../types.js';
import { Features } from './features.js';
import { type Frame, Framing, takenFrom } from './frame.js';
import type { Model } from './model.js';
import { type RankImage, RankIndex } from './rank-index.js';
import { readText } from './rank-text.js';
import { type DescribedFirms, type FirmRows, Ranking } from './ranking.js';

/** A ranking over all firms in one index. One thread. */
export class Ranker extends Ranking {
  readonly index: RankIndex;
  readonly #features: Features;
  readonly #framing: Framing;

  constructor(analyser: Analyser, model: Model, image?: RankImage) {
    super(model);
    this.index = new RankIndex(analyser, model.encoder, image);
    this.#features = new Features(this.index);
    this.#framing = new Framing(this.index, this.#features);
  }

  get size(): number {
    return this.index.size;
  }

  put(firm: MatchFirm): void {
    this.index.put(firm);
  }

  remove(id: string): boolean {
    return this.index.remove(id);
  }

  protected describe(text: string, also?: number): DescribedFirms {
    const described = this.#features.of(readText(this.index.analyser, text), also);
    return {
      ids: described.slots.map(this.index.id),
      rows: described.rows,
      taken: () => takenFrom(this.index, described),
    };
  }

  protected describeWith(text: string, also: string): DescribedFirms | undefined {
    const slot = this.index.slot(also);
    return slot === undefined ? undefined : this.describe(text, slot);
  }

  protected describeIn(frame: Frame, ids: readonly string[]): FirmRows {
    const { slots, rows } = this.#framing.rows(
      frame,
      ids.flatMap((id) => this.index.slot(id) ?? []),
    );
    return { ids: slots.map(this.index.id), rows };
  }
}
