import { type AskedTerms, Candidates, type Found, type Look } from './candidates.js';
import { cohesion } from './cohesion.js';
import type { Context, Described, FirstNumbers, Leader, Nearness } from './context.js';
import { tellShares } from './feature-names.js';
import { centresOf, firstOrder, firstScore, LEADERS, labelShares, say } from './first-order.js';
import { type AskedSums, LineComparison } from './line-features.js';
import { isLabel, KIND, type RankIndex } from './rank-index.js';
import type { RankText } from './rank-text.js';
import { askedFor, RowWriter } from './row-writer.js';
import type { View } from './view.js';

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

const topTwo = ({ scores, best }: View) => Array.from(best.subarray(0, 2), (slot) => scores[slot]!);
/** Both stages up to the model: finds the candidates of a query and describes each in numbers. */
export class Features {
  readonly #candidates: Candidates;
  readonly #lines: LineComparison;

  constructor(
    private readonly index: RankIndex,
    candidates = new Candidates(index),
  ) {
    this.#candidates = candidates;
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
    const described = leaders.map((leader, at) => ({ leader, numbers: numbersOf(found, leader.slot), at }));
    if (also !== undefined && !leaders.some(({ slot }) => slot === also)) {
      const numbers = numbersOf(found, also);
      const [leader] = this.leaders(context, [also], [numbers]);
      described.push({ leader: leader!, numbers, at: leaders.length });
    }
    const rows = this.rows(context, described);
    const candidates = leaders.length;
    tellShares(rows, candidates);
    const first = leaders.map(({ score }) => score);
    return { slots: described.map(({ leader }) => leader.slot), rows, candidates, context, found, first };
  }

  /** Makes ready to describe firms for a query in a context that is known already. */
  ask(text: RankText, asked: AskedTerms, sums?: AskedSums, absent?: number): void {
    this.#lines.ask(text, asked, sums, absent);
  }

  /** The query's terms in the index's own. */
  asked(text: RankText): Omit<AskedTerms, 'enlarged'> {
    return this.#candidates.asked(text);
  }

  /** Firms, each with what the first stage says of it, with their scores in the first order. */
  leaders({ best, vector }: Context, slots: readonly number[], numbers: readonly FirstNumbers[]): Leader[] {
    const near = this.nearness(vector, slots);
    return slots.map((slot, at) => ({
      slot,
      near: near[at]!,
      score: firstScore(best, numbers[at]!, near[at]!),
    }));
  }

  /** The features of firms; shares are not told yet. */
  rows(context: Context, described: readonly Described[]): Float32Array {
    const { firms } = this.index.vectors;
    const slots = described.map(({ leader }) => leader.slot);
    const like = (compare: (into: Float32Array) => void) => {
      const likes = new Float32Array(slots.length);
      compare(likes);
      return likes;
    };
    const [near, many, led] = [context.near, context.many, context.led].map((vector) =>
      like((into) => firms.likes(vector, slots, slots.length, into)),
    );
    const single = context.leaders.map(({ slot, vector }) =>
      like((into) =>
        vector ? firms.likes(vector, slots, slots.length, into) : firms.likesOf(slot, slots, slots.length, into),
      ),
    );
    const asked = askedFor(context);
    const likes = this.#lineLikes(context.vector, slots);
    let line = 0;
    const weights = context.leaders.map((leader) => say(leader, context.leaders[0]!, 3));
    const writer = new RowWriter(described.length);
    for (let each = 0; each < described.length; each += 1) {
      const { leader, numbers, at } = described[each]!;
      let sum = 0;
      let total = 1e-9;
      let most = 0;
      for (let other = 0; other < single.length; other += 1) {
        if (context.leaders[other]!.slot === leader.slot) continue;
        const weighted = weights[other]! * single[other]![each]!;
        sum += weighted;
        total += weights[other]!;
        if (weighted > most) most = weighted;
      }
      writer.firstStage(context, numbers, leader.score, at);
      writer.nearness(leader);
      writer.leaders(near![each]!, many![each]!, sum / total, most, this.#shared(context, leader));
      writer.numbers(this.#cohesion(leader.slot, likes.subarray(line)));
      line += this.index.firmLines.size(leader.slot);
      writer.agreement(this.#lines.compare(leader.slot), context.text, led![each]!);
      writer.size(this.index, leader.slot);
      writer.numbers(asked);
    }
    return writer.rows;
  }

  #context(text: RankText, found: Found): { context: Rows['context']; leaders: readonly Leader[] } {
    const { index } = this;
    const near = this.nearness(found.vector, found.slots);
    const firms = found.slots.map((slot, at) => ({
      slot,
      id: index.id(slot),
      numbers: numbersOf(found, slot),
      near: near[at]!,
      score: 0,
    }));
    const tops = {
      words: topTwo(found.words),
      feedback: topTwo(found.feedback),
      vectors: topTwo(found.vectors),
    };
    const { best, leaders } = firstOrder(tops, firms);
    const centres = centresOf(found.vector, leaders, (into, { slot }, share) =>
      index.vectors.firms.addTo(into, slot, share),
    );
    const context = {
      ...{ text, best, ...centres },
      vector: found.vector,
      labelLikeness: found.labelLikeness,
      leaders: leaders.slice(0, LEADERS.compared),
      labels: labelShares(leaders, ({ slot }) => this.labels(slot)),
      rarest: this.#lines.rarest,
    };
    return { context, leaders };
  }

  /** Labels that a firm carries, each as often as it does. */
  *labels(slot: number): Generator<number> {
    const { firmLines } = this.index;
    const start = firmLines.start(slot);
    for (let at = start; at < start + firmLines.size(slot); at += 1) {
      if (isLabel(firmLines.values[at]!)) yield firmLines.keys[at]!;
    }
  }

  #shared({ labels }: Context, { slot }: Leader): number {
    let most = 0;
    for (const line of this.labels(slot)) most = Math.max(most, labels.get(line) ?? 0);
    return most;
  }

  /** Likeness of a vector to all lines of firms, firm after firm. */
  #lineLikes(vector: Float32Array, slots: readonly number[]): Float32Array {
    const { firmLines } = this.index;
    const all: number[] = [];
    for (const slot of slots) {
      const start = firmLines.start(slot);
      for (let at = start; at < start + firmLines.size(slot); at += 1) all.push(firmLines.keys[at]!);
    }
    const likes = new Float32Array(all.length);
    this.index.vectors.lines.likes(vector, all, all.length, likes);
    return likes;
  }

  /** `likes`: of the query to the firm's lines. */
  #cohesion(slot: number, likes: Float32Array): number[] {
    const { firmLines, vectors } = this.index;
    const start = firmLines.start(slot);
    const count = firmLines.size(slot);
    const rows = firmLines.keys.subarray(start, start + count);
    const kinds = firmLines.values.subarray(start, start + count);
    return cohesion(kinds, likes, (line) => {
      const between = new Float32Array(count);
      vectors.lines.likesOf(rows[line]!, rows, count, between);
      return between;
    });
  }

  /** How near the firms' lines are to a vector. */
  nearness(vector: Float32Array, slots: readonly number[]): Nearness[] {
    const { firmLines } = this.index;
    const likes = this.#lineLikes(vector, slots);
    let next = 0;
    return slots.map((slot) => {
      const start = firmLines.start(slot);
      let [name, label, statement, first, second] = [-1, -1, -1, -1, -1];
      for (let at = start; at < start + firmLines.size(slot); at += 1) {
        const like = likes[next++]!;
        const kind = firmLines.values[at]!;
        if (kind === KIND.name) name = like;
        else if (kind === KIND.statement) statement = Math.max(statement, like);
        else label = Math.max(label, like);
        if (kind !== KIND.name && like > second) [first, second] = like > first ? [like, first] : [first, like];
      }
      return { name, label, statement, second };
    });
  }
}

export const numbersOf = (views: Readonly<Record<Look, View>>, slot: number): FirstNumbers => ({
  words: views.words.scores[slot]!,
  wordsRank: views.words.ranks[slot]!,
  feedback: views.feedback.scores[slot]!,
  feedbackRank: views.feedback.ranks[slot]!,
  vectors: views.vectors.scores[slot]!,
  vectorsRank: views.vectors.ranks[slot]!,
  labels: views.labels.scores[slot]!,
  labelsRank: views.labels.ranks[slot]!,
});
