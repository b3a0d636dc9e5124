import { byLabels, enlarge, FEEDBACK, LABELS, type NearLabel, type WordLeader } from './feedback.js';
import { Floor } from './floor.js';
import { type RankIndex, share } from './rank-index.js';
import type { RankText } from './rank-text.js';
import { termQuery } from './term-query.js';
import { TermSearch } from './term-search.js';
import { View } from './view.js';

/** Firms that each of the four ways of looking puts forward. */
export const REACH = { words: 200, feedback: 200, vectors: 200, labels: 120 } as const;

/** Mentions of one term that count. */
const MOST_MENTIONS = 3;

/** Likeness of vectors from which a firm, or a label, is worth a look: chance alone comes to 0.1. */
export const LEAST_LIKENESS = 0.25;

/** Firms whose vectors are looked at, those of the nearest cells. */
const COMPARED = 2_500;

/** The query in the index's own terms. */
export interface AskedTerms {
  readonly all: ReadonlyMap<number, number>;
  readonly words: ReadonlySet<number>;
  readonly pairs: ReadonlySet<number>;
  /** With what feedback has added. */
  readonly enlarged: ReadonlyMap<number, number>;
}

/** The ways of looking at firms. */
export type Look = keyof typeof REACH;

/** What is known after the first looks. */
export interface FirstLook {
  readonly vector: Float32Array;
  /** Best first. */
  readonly leaders: readonly WordLeader[];
  /** Nearest first. */
  readonly labels: readonly NearLabel[];
}

/** What the first stage knows; valid until the next search of the same {@link Candidates}. */
export interface Found {
  readonly asked: AskedTerms;
  readonly vector: Float32Array;
  /** The query's vector drawn towards what firms with the nearest labels say. */
  readonly labelVector: Float32Array;
  readonly words: View;
  readonly feedback: View;
  readonly vectors: View;
  readonly labels: View;
  /** How near the nearest label is. */
  readonly labelLikeness: number;
  /** The firms put forward by any way, each once. */
  readonly slots: readonly number[];
}

/** The first stage: firms worth a closer look, by words, by words with feedback, by vectors, and by labels. */
export class Candidates {
  readonly #views = {
    words: new View(),
    feedback: new View(),
    vectors: new View(),
    labels: new View(),
  };
  readonly #nearest = new View();
  readonly #wordSearch: TermSearch;
  readonly #feedbackSearch: TermSearch;
  #likes = new Float32Array(0);

  /** `cells`: firms of all indexes by cell, where this one is not the only one. */
  constructor(
    private readonly index: RankIndex,
    private readonly cells?: readonly number[],
  ) {
    this.#wordSearch = new TermSearch(index);
    this.#feedbackSearch = new TermSearch(index);
  }

  /**
   * A text of which no firm uses a word or a pair finds nobody. `also` is a slot whose numbers are wanted in any case; it
   * does not become a candidate by that.
   */
  find(text: RankText, also?: number): Found {
    const { index } = this;
    const asked = this.asked(text);
    const known = asked.all.size > 0;
    const first = this.look(text, asked, known);
    const enlarged = enlarge(index, asked.all, first.leaders);
    const { labelVector, labelLikeness } = byLabels(first.vector, first.labels);
    this.lookAgain(enlarged, labelVector, known);
    const slots = union(Object.values(this.#views));
    this.complete({ ...first, labelVector }, also === undefined ? slots : [...slots, also]);
    return { ...first, ...this.#views, asked: { ...asked, enlarged }, labelVector, labelLikeness, slots };
  }

  /** What the looks have found; valid until the next. */
  get views(): Readonly<Record<Look, View>> {
    return this.#views;
  }

  /** Looks by words and by vectors; where nothing is `known` of the text, by vectors for nobody. */
  look(text: RankText, asked: Omit<AskedTerms, 'enlarged'>, known: boolean): FirstLook {
    const { index } = this;
    const { words, vectors } = this.#views;
    for (const view of Object.values(this.#views)) view.clear(index.slots);
    this.#wordSearch.find(termQuery(index, asked.all), REACH.words, words);
    const vector = index.vectors.encoder.encode(text);
    if (known) this.#liken(vectors, vector, REACH.vectors);
    const leaders = Array.from(words.best.subarray(0, FEEDBACK.firms), (slot) => ({
      score: words.scores[slot]!,
      said: saidBy(index, slot),
    }));
    return { vector, leaders, labels: this.#labels(vector) };
  }

  /** Looks by what the first looks have found among all firms. */
  lookAgain(enlarged: ReadonlyMap<number, number>, labelVector: Float32Array, known: boolean): void {
    const { words, feedback, labels } = this.#views;
    this.#feedbackSearch.find(termQuery(this.index, enlarged), REACH.feedback, feedback, words.best);
    if (known) this.#liken(labels, labelVector, REACH.labels);
  }

  /** Works out the numbers of firms that other looks have put forward. */
  complete(by: Pick<Found, 'vector' | 'labelVector'>, slots: readonly number[]): void {
    const { words, feedback, vectors, labels } = this.#views;
    this.#work(words, this.#wordSearch, slots);
    this.#work(feedback, this.#feedbackSearch, slots);
    this.#complete(vectors, by.vector, slots);
    this.#complete(labels, by.labelVector, slots);
  }

  /** The query in the index's own terms. */
  asked(text: RankText): Omit<AskedTerms, 'enlarged'> {
    return askedOf(text, (term) => this.index.terms.id(term));
  }

  /** The scores of firms that others have put forward. */
  #work(into: View, search: TermSearch, slots: readonly number[]): void {
    for (const slot of slots) if (into.scores[slot] === 0) into.set(slot, search.score(slot));
  }

  /** Of the firms in the nearest cells, the `k` likest that are like enough. */
  #liken(into: View, vector: Float32Array, k: number): void {
    const { slots, likes, count } = this.index.vectors.firms.near(vector, COMPARED, this.cells);
    const floor = new Floor(k);
    for (let at = 0; at < count; at += 1) if (likes[at]! >= LEAST_LIKENESS) floor.tell(likes[at]!);
    const least = Math.max(LEAST_LIKENESS, floor.least);
    for (let at = 0; at < count; at += 1) if (likes[at]! >= least) into.set(slots[at]!, likes[at]!);
    into.rank(k, this.index.id);
  }

  /** The likeness of firms that others have put forward. */
  #complete(into: View, vector: Float32Array, slots: readonly number[]): void {
    const missing = slots.filter((slot) => into.scores[slot] === 0);
    const likes = this.#room(missing.length);
    this.index.vectors.firms.likes(vector, missing, missing.length, likes);
    for (let at = 0; at < missing.length; at += 1) into.set(missing[at]!, likes[at]!);
  }

  /** The labels nearest to a vector. */
  #labels(vector: Float32Array): NearLabel[] {
    const { labels, lines, vectors } = this.index;
    const near = this.#nearest;
    near.clear(labels.lines.length);
    const likes = this.#room(labels.lines.length);
    vectors.lines.likes(vector, labels.lines, labels.lines.length, likes);
    for (let at = 0; at < labels.lines.length; at += 1) if (likes[at]! >= LEAST_LIKENESS) near.set(at, likes[at]!);
    near.rank(LABELS.labels, (at) => lines.texts.text(labels.lines[at]!));
    return Array.from(near.best, (label) => {
      const slots = labels.slots(labels.lines[label]!);
      const addTo = (into: Float32Array, at: number, share: number) => vectors.firms.addTo(into, slots[at]!, share);
      return { line: labels.lines[label]!, like: near.scores[label]!, firms: slots.length, addTo };
    });
  }

  #room(count: number): Float32Array {
    if (this.#likes.length < count) this.#likes = new Float32Array(count * 2);
    return this.#likes;
  }
}

/** A query in terms that have numbers. */
export function askedOf(text: RankText, id: (term: string) => number | undefined): Omit<AskedTerms, 'enlarged'> {
  const all = new Map<number, number>();
  const known = (terms: readonly string[]) => {
    const ids = new Set<number>();
    for (const term of terms) {
      const number = id(term);
      if (number === undefined) continue;
      ids.add(number);
      all.set(number, Math.min((all.get(number) ?? 0) + 1, MOST_MENTIONS));
    }
    return ids;
  };
  return { words: known(text.words), pairs: known(text.pairs), all };
}

/** What named terms count, by number; without those that have none. */
export const numbered = (
  named: readonly (readonly [term: string, count: number])[],
  id: (term: string) => number | undefined,
): Map<number, number> =>
  new Map(
    named.flatMap(([term, count]) => {
      const number = id(term);
      return number === undefined ? [] : [[number, count] as const];
    }),
  );

function union(views: readonly View[]): number[] {
  const slots: number[] = [];
  for (const [at, { best }] of views.entries()) {
    for (const slot of best) if (!views.some(({ ranks }, other) => other < at && ranks[slot]! > 0)) slots.push(slot);
  }
  return slots;
}

/** What a firm says, its name by half. */
function saidBy({ firmLines, lines }: RankIndex, slot: number): Map<number, number> {
  const said = new Map<number, number>();
  const start = firmLines.start(slot);
  for (let at = start; at < start + firmLines.size(slot); at += 1) {
    const count = share(firmLines.values[at]!);
    const first = lines.terms.start(firmLines.keys[at]!);
    for (let term = first; term < first + lines.terms.size(firmLines.keys[at]!); term += 1) {
      said.set(lines.terms.keys[term]!, (said.get(lines.terms.keys[term]!) ?? 0) + count);
    }
  }
  return said;
}
