import { addVector, Candidates, type Found, REACH, type View } from './candidates.js';
import { product, toLengthOne } from './encoder.js';
import { featureNames, tellShares } from './feature-names.js';
import { type Agreement, type KindAgreement, LineComparison } from './line-features.js';
import { KIND, type RankFirm, type RankIndex } from './rank-index.js';
import type { RankText } from './rank-text.js';

/** Candidates that are described. */
const DESCRIBED = 240;

/** The candidates of one query, each with its row of features. */
export interface Rows {
  readonly slots: readonly number[];
  /** Row after row, as many numbers each as there are {@link featureNames}. */
  readonly rows: Float32Array;
  /** The first so many are candidates. */
  readonly candidates: number;
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

interface Leader {
  readonly slot: number;
  readonly score: number;
  readonly near: Nearness;
}

const nearest = ({ label, statement }: Nearness) => Math.max(label, statement);

/** What is the same for all candidates of a query. */
interface Context {
  readonly text: RankText;
  readonly found: Found;
  readonly best: {
    readonly words: number;
    readonly feedback: number;
    readonly vectors: number;
    readonly lines: number;
    readonly lead: number;
  };
  readonly leaders: readonly Leader[];
  readonly near: Float32Array;
  readonly many: Float32Array;
  /** The query's vector drawn towards the leaders'. */
  readonly led: Float32Array;
  readonly labels: ReadonlyMap<number, number>;
  readonly rarest: number;
}

const bestOf = ({ scores, best }: View) => (best.length > 0 ? scores[best[0]!]! : 0) || 1e-9;
const logRank = (rank: number, reach: number) => Math.log2(1 + (rank > 0 ? rank - 1 : reach * 1.5));
const say = ({ score }: Leader, first: Leader, steepness: number) => (score / first.score) ** steepness;

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
    const context = this.#context(text, found);
    const described = [...context.leaders];
    if (also !== undefined && !described.some(({ slot }) => slot === also)) {
      described.push(this.#leader(context, also, this.#nearness(found, also)));
    }
    const width = featureNames.length;
    const rows = new Float32Array(described.length * width);
    for (const [at, leader] of described.entries()) rows.set(this.#row(context, leader, at), at * width);
    const candidates = context.leaders.length;
    tellShares(rows, candidates);
    return { slots: described.map(({ slot }) => slot), rows, candidates };
  }

  #context(text: RankText, found: Found): Context {
    const { index } = this;
    const [words, feedback, vectors] = [bestOf(found.words), bestOf(found.feedback), bestOf(found.vectors)];
    const near = found.slots.map((slot) => this.#nearness(found, slot));
    const lines = near.reduce((most, each) => Math.max(most, nearest(each)), 1e-9);
    const leaders = found.slots
      .map((slot, at) => this.#leader({ found, best: { words, feedback, vectors, lines } }, slot, near[at]!))
      .sort((a, b) => b.score - a.score || (index.id(a.slot) < index.id(b.slot) ? -1 : 1))
      .slice(0, DESCRIBED);
    const lead = words - (found.words.best.length > 1 ? found.words.scores[found.words.best[1]!]! : 0);
    const many = this.#centre(leaders.slice(0, LEADERS.many));
    const led = Float32Array.from(found.vector, (axis, at) => axis + LED * many[at]!);
    toLengthOne(led, 0, led.length);
    return {
      text,
      found,
      best: { words, feedback, vectors, lines, lead },
      leaders,
      near: this.#centre(leaders.slice(0, LEADERS.near)),
      many,
      led,
      labels: this.#labels(leaders.slice(0, LEADERS.labels)),
      rarest: this.#lines.rarest,
    };
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

  #row(context: Context, leader: Leader, at: number): number[] {
    const firm = this.index.firm(leader.slot)!;
    return [
      ...firstStage(context, leader, at),
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

  #nearness({ vector }: Found, slot: number): Nearness {
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
  #leader(
    { found, best }: { found: Found; best: Omit<Context['best'], 'lead'> },
    slot: number,
    near: Nearness,
  ): Leader {
    const score =
      (FUSION.words * found.words.scores[slot]!) / best.words +
      (FUSION.feedback * found.feedback.scores[slot]!) / best.feedback +
      (FUSION.vectors * found.vectors.scores[slot]!) / best.vectors +
      (FUSION.lines * Math.max(0, nearest(near))) / best.lines;
    return { slot, score, near };
  }

  #leaders({ near, many, leaders, labels }: Context, { slot }: Leader, { items }: RankFirm): number[] {
    const { vectors, encoder } = this.index;
    const { dimensions } = encoder;
    const from = slot * dimensions;
    let sum = 0;
    let total = 1e-9;
    let nearest = 0;
    for (const other of leaders.slice(0, LEADERS.compared)) {
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

function firstStage({ found, best }: Context, { slot, score }: Leader, at: number): number[] {
  const { words, feedback, vectors, labels } = found;
  return [
    words.scores[slot]!,
    words.scores[slot]! / best.words,
    logRank(words.ranks[slot]!, REACH.words),
    feedback.scores[slot]!,
    feedback.scores[slot]! / best.feedback,
    logRank(feedback.ranks[slot]!, REACH.feedback),
    vectors.scores[slot]!,
    vectors.scores[slot]! / best.vectors,
    logRank(vectors.ranks[slot]!, REACH.vectors),
    labels.scores[slot]!,
    logRank(labels.ranks[slot]!, REACH.labels),
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

function askedFor({ text, best, found, rarest }: Context): number[] {
  return [
    text.words.length,
    text.normal.length,
    best.words,
    best.lead,
    best.vectors,
    found.labelLikeness,
    rarest,
    Number(sector.test(text.normal)),
    Number(patent.test(text.normal)),
  ];
}
