import { REACH } from './candidates.js';
import type { Context, FirstNumbers, Leader, Nearness } from './context.js';
import { featureNames } from './feature-names.js';
import type { Agreement, KindAgreement } from './line-features.js';
import { KIND, type RankIndex } from './rank-index.js';
import type { RankText } from './rank-text.js';

const logRank = (rank: number, reach: number) => Math.log2(1 + (rank > 0 ? rank - 1 : reach * 1.5));

export const nearest = ({ label, statement }: Nearness) => Math.max(label, statement);

/** A sector rather than a thing. */
const sector = /(?:行业|产业|市场|领域)$/;
/** What titles of patents say. */
const patent = /^一种|方法|装置|系统/;

/** What is asked, in numbers. */
export const askedFor = ({ text, best, labelLikeness, rarest }: Context): number[] => [
  text.words.length,
  text.normal.length,
  best.words,
  best.lead,
  best.vectors,
  labelLikeness,
  rarest,
  Number(sector.test(text.normal)),
  Number(patent.test(text.normal)),
];

/** Writes rows of features one after the other, each in the order of {@link featureNames}. */
export class RowWriter {
  readonly rows: Float32Array;
  #next = 0;

  constructor(firms: number) {
    this.rows = new Float32Array(firms * featureNames.length);
  }

  firstStage({ best }: Context, numbers: FirstNumbers, score: number, at: number): void {
    const { words, feedback, vectors, labels } = numbers;
    this.#add(words);
    this.#add(words / best.words);
    this.#add(logRank(numbers.wordsRank, REACH.words));
    this.#add(feedback);
    this.#add(feedback / best.feedback);
    this.#add(logRank(numbers.feedbackRank, REACH.feedback));
    this.#add(vectors);
    this.#add(vectors / best.vectors);
    this.#add(logRank(numbers.vectorsRank, REACH.vectors));
    this.#add(labels);
    this.#add(logRank(numbers.labelsRank, REACH.labels));
    this.#add(score);
    this.#add(Math.log2(1 + at));
  }

  nearness({ near }: Leader): void {
    this.#add(near.name);
    this.#add(near.label);
    this.#add(near.statement);
    this.#share(nearest(near));
  }

  /** Likeness to the near leaders and to many, the mean and the nearest of single leaders, and labels shared. */
  leaders(near: number, many: number, mean: number, most: number, shared: number): void {
    this.#add(near);
    this.#add(many);
    this.#add(mean);
    this.#add(most);
    this.#add(shared);
  }

  agreement(seen: Agreement, { normal }: RankText, led: number): void {
    const { name, label, statement } = seen;
    this.#ofKind(name);
    this.#ofKind(label);
    this.#ofKind(statement);
    this.#share(seen.firmWords);
    this.#share(seen.firmPairs);
    this.#share(Math.max(name.lineWords, label.lineWords, statement.lineWords));
    this.#share(Math.max(name.linePairs, label.linePairs, statement.linePairs));
    this.#share(statement.lineWords + statement.linePairs);
    this.#share(led);
    this.#add(seen.coverWords);
    this.#add(seen.coverPairs);
    this.#add(seen.coverRare);
    this.#add(seen.runLine);
    this.#add(seen.runName);
    this.#add(Math.max(seen.runLine, seen.runName) / Math.max(1, normal.length));
    this.#add(Number(seen.head));
    this.#add(seen.missing);
    this.#add(seen.telling);
    this.#add(seen.feedbackCover);
    this.#add(seen.feedbackLine);
    this.#add(seen.sameEnd);
    this.#add(seen.sameBegin);
    this.#add(Number(seen.sameForm));
  }

  /** What the firm says at all. */
  size({ firmLines, lines }: RankIndex, slot: number): void {
    const start = firmLines.start(slot);
    const count = firmLines.size(slot);
    let [statements, domains, industries, words] = [0, 0, 0, 0];
    for (let at = start; at < start + count; at += 1) {
      const kind = firmLines.values[at]!;
      words += lines.words(firmLines.keys[at]!);
      if (kind === KIND.statement) statements += 1;
      else if (kind === KIND.domain) domains += 1;
      else if (kind === KIND.industry) industries += 1;
    }
    this.#add(count);
    this.#add(statements);
    this.#add(domains);
    this.#add(industries);
    this.#add(lines.words(firmLines.keys[start]!));
    this.#add(words);
  }

  /** Numbers as they come: of `cohesion`, and of {@link askedFor}, which are the same for all firms. */
  numbers(numbers: readonly number[]): void {
    for (let at = 0; at < numbers.length; at += 1) this.#add(numbers[at]!);
  }

  #ofKind({ words, pairs, covers, covered }: KindAgreement): void {
    this.#add(words);
    this.#add(pairs);
    this.#add(covers);
    this.#add(covered);
  }

  /** A number whose share of the best candidate's is told later in the column after it. */
  #share(value: number): void {
    this.#add(value);
    this.#add(0);
  }

  #add(value: number): void {
    this.rows[this.#next] = value;
    this.#next += 1;
  }
}
