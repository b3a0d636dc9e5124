import type { Analyser } from '#engines/match/analysis';
import { Encoder } from '#engines/match/rank/encoder';
import { featureNames } from '#engines/match/rank/feature-names';
import type { Model } from '#engines/match/rank/model';
import { packTrees } from '#engines/match/rank/trees';
import type { MatchFirm, ProfileField } from '#engines/match/types';

/** Words are what stands between blanks: keeps the properties of a ranking apart from segmentation. */
const analyser: Analyser = {
  terms: (text) => text.split(' ').filter((word) => word !== ''),
  words: (text) => text.split(' ').filter((word) => word !== ''),
};

const stump = (name: (typeof featureNames)[number], threshold: number) => ({
  value: 0.1,
  split: { feature: featureNames.indexOf(name), threshold, below: { value: -0.5 }, above: { value: 0.75 } },
});

const fields: readonly ProfileField[] = ['domains', 'industries', 'patents', 'products'];

/** A small model over thirty words, w0 to w29, and what makes firms and texts of them. */
export function madeUpRanking(random: () => number): {
  readonly analyser: Analyser;
  readonly model: Model;
  /** So many words at most. */
  words(most: number): string;
  firm(id: string): MatchFirm;
} {
  const terms = Array.from({ length: 30 }, (_, at) => `w${at}`);
  const spread = (dimensions: number) => ({
    dimensions,
    vectors: Float32Array.from({ length: terms.length * dimensions }, () => random() - 0.5),
    centres: Float32Array.from({ length: 3 * dimensions }, () => random() - 0.5),
  });
  const encoder = new Encoder({ terms, rarity: Float32Array.from(terms, () => 1 + random()), ...spread(4) });
  const model: Model = {
    trees: packTrees([
      stump('words', 2),
      stump('vector', 0.1),
      stump('leaders', 0.2),
      stump('feedbackCover', 0.3),
      stump('vectorLine', 0.2),
    ]),
    calibration: { bias: 0, slope: 1 },
    encoder,
  };
  const words = (most: number) =>
    Array.from({ length: Math.floor(random() * (most + 1)) }, () => terms[Math.floor(random() ** 2 * 30)]!).join(' ');
  const firm = (id: string): MatchFirm => {
    const lines = Array.from({ length: Math.floor(random() * 5) }, () => ({
      field: fields[Math.floor(random() * fields.length)]!,
      text: words(4) || 'w1',
    }));
    return { id, name: words(2), lines, certificates: random() < 0.3 ? [{ name: words(2) }] : [] };
  };
  return { analyser, model, words, firm };
}
