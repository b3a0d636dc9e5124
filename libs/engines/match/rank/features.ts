import { type AskedTerms, addVector, Candidates, type Found, REACH, type View } from './candidates.js';
import { product, toLengthOne } from './encoder.js';
import { featureNames, tellShares } from './feature-names.js';
import { type Agreement, type KindAgreement, LineComparison } from './line-features.js';
import { KIND, type RankFirm, type RankIndex } from './rank-index.js';
import type { RankText } from './rank-text.js';

/** Candidates that are described. */
export const DESCRIBED = 240;

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

/** The candidates of one query, each with its row of features. */
export interface Rows {
  readonly slots: readonly number[];
  /** Row after row, as many numbers each as there are {@link featureNames}. */
  readonly rows: Float32Array;
  /** The first so many are candidates. */
  readonly candidates: number;
  /** What the rows were made with; `found` is valid until the next query. */
  readonly context: Context & { readonly labels: ReadonlyMap<number, number> };
  readonly found: Found;
  /** Scores of the candidates in the first order, falling. */
  readonly first: readonly number[];
}

/** Leaders are the best by words, feedback and vectors together: their likes are sought. */
const LEADERS = { near: 8, many: 30, labels: 40, compared: 12 } as const;

/** How far the query's vector is drawn towards the leaders'. */
const LED = 0.7;

/** What words, feedback, the firm's vector and that of its nearest line count in the first order. */
const FUSION = { words: 1, feedback: 0.5, vectors: 0.6, lines: 0.6 } as const;

/** How near a firm's name, labels and statements are by vector, the nearest of each; -1 where it has none. */
interface Nearness {
  readonly name: number;
  readonly label: number;
  readonly statement: number;
}

/** A firm with its place in the first order. */
export interface Leader {
  readonly slot: number;
  readonly score: number;
  readonly near: Nearness;
}

const nearest = ({ label, statement }: Nearness) => Math.max(label, statement);

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
  readonly leaders: readonly Pick<Leader, 'slot' | 'score'>[];
  readonly near: Float32Array;
  readonly many: Float32Array;
  /** The query's vector drawn towards the leaders'. */
  readonly led: Float32Array;
  readonly labels: Pick<ReadonlyMap<number, number>, 'get'>;
  readonly rarest: number;
}

const bestOf = ({ scores, best }: View) => (best.length > 0 ? scores[best[0]!]! : 0) || 1e-9;
const logRank = (rank: number, reach: number) => Math.log2(1 + (rank > 0 ? rank - 1 : reach * 1.5));
type Say = Pick<Leader, 'score'>;
const say = ({ score }: Say, first: Say, steepness: number) => (score / first.score) ** steepness;

/** Both stages up to the model: finds the candidates of a query and describes each in numbers. */
export class Features {
  readonly #candidates: Candidates;
  readonly #lines: LineComparison;

  constructor(private readonly index: RankIndex) {
    this.#candidates = new Candidates(index);
    this.#lines = new LineComparison(index);
  }

  /**
   * Candidates come in the order of the first stage, best first. `also` is a firm to be described in any case: when it is
   * no candidate it comes last and changes nothing for the others.
   */
  of(text: RankText, also?: number): Rows {
    const found = this.#candidates.find(text, also);
    this.#lines.ask(text, found.asked);
    const { context, leaders } = this.#context(text, found);
    const described = [...leaders];
    if (also !== undefined && !described.some(({ slot }) => slot === also)) {
      described.push(this.leader(context, also, numbersOf(found, also)));
    }
    const width = featureNames.length;
    const rows = new Float32Array(described.length * width);
    for (const [at, leader] of described.entries()) {
      rows.set(this.row(context, leader, numbersOf(found, leader.slot), at), at * width);
    }
    const candidates = leaders.length;
    tellShares(rows, candidates);
    const first = leaders.map(({ score }) => score);
    return { slots: described.map(({ slot }) => slot), rows, candidates, context, found, first };
  }

  /** Makes ready to describe firms for a query in a context that is known already. */
  ask(text: RankText, asked: AskedTerms): void {
    this.#lines.ask(text, asked);
  }

  /** The query's terms in the index's own. */
  asked(text: RankText): Omit<AskedTerms, 'enlarged'> {
    return this.#candidates.asked(text);
  }

  #context(text: RankText, found: Found): { context: Rows['context']; leaders: readonly Leader[] } {
    const { index } = this;
    const [words, feedback, vectors] = [bestOf(found.words), bestOf(found.feedback), bestOf(found.vectors)];
    const near = found.slots.map((slot) => this.#nearness(found.vector, slot));
    const lines = near.reduce((most, each) => Math.max(most, nearest(each)), 1e-9);
    const leaders = found.slots
      .map((slot, at) => placed({ words, feedback, vectors, lines }, slot, numbersOf(found, slot), near[at]!))
      .sort((a, b) => b.score - a.score || (index.id(a.slot) < index.id(b.slot) ? -1 : 1))
      .slice(0, DESCRIBED);
    const lead = words - (found.words.best.length > 1 ? found.words.scores[found.words.best[1]!]! : 0);
    const many = this.#centre(leaders.slice(0, LEADERS.many));
    const led = Float32Array.from(found.vector, (axis, at) => axis + LED * many[at]!);
    toLengthOne(led, 0, led.length);
    const context = {
      text,
      vector: found.vector,
      labelLikeness: found.labelLikeness,
      best: { words, feedback, vectors, lines, lead },
      leaders: leaders.slice(0, LEADERS.compared),
      near: this.#centre(leaders.slice(0, LEADERS.near)),
      many,
      led,
      labels: this.#labels(leaders.slice(0, LEADERS.labels)),
      rarest: this.#lines.rarest,
    };
    return { context, leaders };
  }

  #centre(leaders: readonly Leader[]): Float32Array {
    const { dimensions } = this.index.encoder;
    const centre = new Float32Array(dimensions);
    for (const leader of leaders) {
      addVector(centre, this.index.vectors, leader.slot * dimensions, say(leader, leaders[0]!, 4));
    }
    toLengthOne(centre, 0, dimensions);
    return centre;
  }

  #labels(leaders: readonly Leader[]): Map<number, number> {
    const shared = new Map<number, number>();
    for (const leader of leaders) {
      for (const { label } of this.index.firm(leader.slot)!.items) {
        if (label >= 0) shared.set(label, (shared.get(label) ?? 0) + say(leader, leaders[0]!, 4));
      }
    }
    return shared;
  }

  /** The features of a firm that is number `at` (from 0) in the first order; shares are not told yet. */
  row(context: Context, leader: Leader, numbers: FirstNumbers, at: number): number[] {
    const firm = this.index.firm(leader.slot)!;
    return [
      ...firstStage(context, numbers, leader.score, at),
      ...[leader.near.name, leader.near.label, leader.near.statement, nearest(leader.near), 0],
      ...this.#leaders(context, leader, firm),
      ...agreement(
        this.#lines.compare(firm, this.index.norms()[leader.slot]!),
        context.text,
        this.#led(context, leader),
      ),
      ...size(firm),
      ...askedFor(context),
    ];
  }

  #led({ led }: Context, { slot }: Leader): number {
    return product(led, 0, this.index.vectors, slot * led.length, led.length);
  }

  #nearness(vector: Float32Array, slot: number): Nearness {
    const { items, vectors } = this.index.firm(slot)!;
    const { dimensions } = this.index.encoder;
    let name = -1;
    let label = -1;
    let statement = -1;
    for (const [at, { kind }] of items.entries()) {
      const like = product(vector, 0, vectors, at * dimensions, dimensions);
      if (kind === KIND.name) name = like;
      else if (kind === KIND.statement) statement = Math.max(statement, like);
      else label = Math.max(label, like);
    }
    return { name, label, statement };
  }

  /** A firm's place in the first order. */
  leader({ best, vector }: Context, slot: number, numbers: FirstNumbers): Leader {
    return placed(best, slot, numbers, this.#nearness(vector, slot));
  }

  #leaders({ near, many, leaders, labels }: Context, { slot }: Leader, { items }: RankFirm): number[] {
    const { vectors, encoder } = this.index;
    const { dimensions } = encoder;
    const from = slot * dimensions;
    let sum = 0;
    let total = 1e-9;
    let nearest = 0;
    for (const other of leaders) {
      if (other.slot === slot) continue;
      const weight = say(other, leaders[0]!, 3);
      const like = weight * product(vectors, from, vectors, other.slot * dimensions, dimensions);
      sum += like;
      total += weight;
      nearest = Math.max(nearest, like);
    }
    let shared = 0;
    for (const { label } of items) if (label >= 0) shared = Math.max(shared, labels.get(label) ?? 0);
    return [
      product(near, 0, vectors, from, dimensions),
      product(many, 0, vectors, from, dimensions),
      sum / total,
      nearest,
      shared,
    ];
  }
}

const numbersOf = ({ words, feedback, vectors, labels }: Found, slot: number): FirstNumbers => ({
  words: words.scores[slot]!,
  wordsRank: words.ranks[slot]!,
  feedback: feedback.scores[slot]!,
  feedbackRank: feedback.ranks[slot]!,
  vectors: vectors.scores[slot]!,
  vectorsRank: vectors.ranks[slot]!,
  labels: labels.scores[slot]!,
  labelsRank: labels.ranks[slot]!,
});

function placed(best: Omit<Context['best'], 'lead'>, slot: number, numbers: FirstNumbers, near: Nearness): Leader {
  const score =
    (FUSION.words * numbers.words) / best.words +
    (FUSION.feedback * numbers.feedback) / best.feedback +
    (FUSION.vectors * numbers.vectors) / best.vectors +
    (FUSION.lines * Math.max(0, nearest(near))) / best.lines;
  return { slot, score, near };
}

function firstStage({ best }: Context, numbers: FirstNumbers, score: number, at: number): number[] {
  const { words, feedback, vectors, labels } = numbers;
  return [
    words,
    words / best.words,
    logRank(numbers.wordsRank, REACH.words),
    feedback,
    feedback / best.feedback,
    logRank(numbers.feedbackRank, REACH.feedback),
    vectors,
    vectors / best.vectors,
    logRank(numbers.vectorsRank, REACH.vectors),
    labels,
    logRank(numbers.labelsRank, REACH.labels),
    score,
    Math.log2(1 + at),
  ];
}

const ofKind = ({ words, pairs, covers, covered }: KindAgreement) => [words, pairs, covers, covered];

function agreement(seen: Agreement, { normal }: RankText, led: number): number[] {
  const { name, label, statement } = seen;
  return [
    ...ofKind(seen.name),
    ...ofKind(seen.label),
    ...ofKind(seen.statement),
    ...[seen.firmWords, 0, seen.firmPairs, 0],
    ...[Math.max(name.lineWords, label.lineWords, statement.lineWords), 0],
    ...[Math.max(name.linePairs, label.linePairs, statement.linePairs), 0],
    ...[statement.lineWords + statement.linePairs, 0, led, 0],
    ...[seen.coverWords, seen.coverPairs, seen.coverRare, seen.runLine, seen.runName],
    Math.max(seen.runLine, seen.runName) / Math.max(1, normal.length),
    Number(seen.head),
    ...[seen.missing, seen.telling, seen.feedbackCover, seen.feedbackLine, seen.sameEnd, seen.sameBegin],
    Number(seen.sameForm),
  ];
}

function size({ items }: RankFirm): number[] {
  const count = (kind: number) => items.reduce((sum, item) => sum + (item.kind === kind ? 1 : 0), 0);
  return [
    items.length,
    count(KIND.statement),
    count(KIND.domain),
    count(KIND.industry),
    items[0]!.words.length,
    items.reduce((sum, { words }) => sum + words.length, 0),
  ];
}

/** A sector rather than a thing. */
const sector = /(?:行业|产业|市场|领域)$/;
/** What titles of patents say. */
const patent = /^一种|方法|装置|系统/;

function askedFor({ text, best, labelLikeness, rarest }: Context): number[] {
  return [
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
}
