import { toLengthOne } from './encoder.js';
import { Floor } from './floor.js';
import { type RankIndex, share } from './rank-index.js';
import type { RankText } from './rank-text.js';
import { termQuery } from './term-query.js';
import { TermSearch } from './term-search.js';
import type { VectorSpace } from './vector-space.js';
import { View } from './view.js';

/** Firms that each of the five ways of looking puts forward. */
export const REACH = { words: 200, feedback: 200, vectors: 150, told: 100, labels: 120 } as const;

/** Mentions of one term that count. */
const MOST_MENTIONS = 3;

/**
 * Feedback: the best firms by words lend their other words to the query. How many firms and words, how much of the new
 * query they are, and how steeply their say falls with their score.
 */
const FEEDBACK = { firms: 10, terms: 40, share: 0.4, steepness: 2 } as const;

/** Labels near the query, whose first firms make up the picture of what such firms say. */
const LABELS = { labels: 6, steepness: 4 } as const;

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

/** What the first stage knows; valid until the next search of the same {@link Candidates}. */
export interface Found {
  readonly asked: AskedTerms;
  readonly vector: Float32Array;
  readonly toldVector: Float32Array;
  /** The query's vector drawn towards what firms with the nearest labels say. */
  readonly labelVector: Float32Array;
  readonly words: View;
  readonly feedback: View;
  readonly vectors: View;
  readonly told: View;
  readonly labels: View;
  /** How near the nearest label is. */
  readonly labelLikeness: number;
  /** The firms put forward by any way, each once. */
  readonly slots: readonly number[];
}

/** The first stage: firms worth a closer look, by words, by words with feedback, by both kinds of vectors, and by labels. */
export class Candidates {
  readonly #words = new View();
  readonly #feedback = new View();
  readonly #vectors = new View();
  readonly #told = new View();
  readonly #labels = new View();
  readonly #nearest = new View();
  readonly #wordSearch: TermSearch;
  readonly #feedbackSearch: TermSearch;
  #likes = new Float32Array(0);

  constructor(private readonly index: RankIndex) {
    this.#wordSearch = new TermSearch(index);
    this.#feedbackSearch = new TermSearch(index);
  }

  /**
   * A text of which no firm uses a word or a pair finds nobody. `also` is a slot whose numbers are wanted in any case; it
   * does not become a candidate by that.
   */
  find(text: RankText, also?: number): Found {
    const { index } = this;
    const views = {
      words: this.#words,
      feedback: this.#feedback,
      vectors: this.#vectors,
      told: this.#told,
      labels: this.#labels,
    };
    for (const each of Object.values(views)) each.clear(index.slots);
    const asked = this.asked(text);
    const known = asked.all.size > 0;
    this.#wordSearch.find(termQuery(index, asked.all), REACH.words, this.#words);
    const enlarged = this.#enlarge(asked.all);
    this.#feedbackSearch.find(termQuery(index, enlarged), REACH.feedback, this.#feedback, this.#words.best);
    const vector = index.own.encoder.encode(text);
    const toldVector = index.told.encoder.encode(text);
    if (known) this.#liken(this.#vectors, index.own, vector, REACH.vectors);
    if (known) this.#liken(this.#told, index.told, toldVector, REACH.told);
    const { labelVector, labelLikeness } = this.#byLabels(vector);
    if (known) this.#liken(this.#labels, index.own, labelVector, REACH.labels);
    const slots = union(Object.values(views));
    const wanted = also === undefined ? slots : [...slots, also];
    this.#work(this.#words, this.#wordSearch, wanted);
    this.#work(this.#feedback, this.#feedbackSearch, wanted);
    this.#complete(this.#vectors, index.own, vector, wanted);
    this.#complete(this.#told, index.told, toldVector, wanted);
    this.#complete(this.#labels, index.own, labelVector, wanted);
    return { asked: { ...asked, enlarged }, vector, toldVector, labelVector, ...views, labelLikeness, slots };
  }

  /** The query in the index's own terms. */
  asked(text: RankText): Omit<AskedTerms, 'enlarged'> {
    const all = new Map<number, number>();
    const known = (terms: readonly string[]) => {
      const ids = new Set<number>();
      for (const term of terms) {
        const id = this.index.terms.id(term);
        if (id === undefined) continue;
        ids.add(id);
        all.set(id, Math.min((all.get(id) ?? 0) + 1, MOST_MENTIONS));
      }
      return ids;
    };
    return { words: known(text.words), pairs: known(text.pairs), all };
  }

  #enlarge(query: ReadonlyMap<number, number>): Map<number, number> {
    const { index } = this;
    const { best, scores } = this.#words;
    const added = new Map<number, number>();
    const leaders = best.subarray(0, FEEDBACK.firms);
    const says = Array.from(leaders, (slot) => (scores[slot]! / scores[leaders[0]!]!) ** FEEDBACK.steepness);
    const total = says.reduce((sum, say) => sum + say, 0);
    for (const [at, slot] of leaders.entries()) {
      const said = saidBy(index, slot);
      let length = 0;
      for (const count of said.values()) length += count;
      for (const [term, count] of said)
        added.set(term, (added.get(term) ?? 0) + ((says[at]! / total) * count) / length);
    }
    const telling = [...added]
      .filter(([term]) => index.postings.size(term) > 1)
      .map(([term, share]) => ({ term, share, weight: share * index.weight(term) }))
      .sort((a, b) => b.weight - a.weight || (index.terms.term(a.term) < index.terms.term(b.term) ? -1 : 1))
      .slice(0, FEEDBACK.terms);
    const addedShare = telling.reduce((sum, { share }) => sum + share, 0) || 1;
    let mentions = 0;
    for (const count of query.values()) mentions += count;
    const enlarged = new Map([...query].map(([term, count]) => [term, (1 - FEEDBACK.share) * count]));
    for (const { term, share } of telling) {
      enlarged.set(term, (enlarged.get(term) ?? 0) + (FEEDBACK.share * mentions * share) / addedShare);
    }
    return enlarged;
  }

  /** The scores of firms that others have put forward. */
  #work(into: View, search: TermSearch, slots: readonly number[]): void {
    for (const slot of slots) if (into.scores[slot] === 0) into.set(slot, search.score(slot));
  }

  /** Of the firms in the nearest cells, the `k` likest that are like enough. */
  #liken(into: View, { firms }: VectorSpace, vector: Float32Array, k: number): void {
    const { slots, likes, count } = firms.near(vector, COMPARED);
    const floor = new Floor(k);
    for (let at = 0; at < count; at += 1) if (likes[at]! >= LEAST_LIKENESS) floor.tell(likes[at]!);
    const least = Math.max(LEAST_LIKENESS, floor.least);
    for (let at = 0; at < count; at += 1) if (likes[at]! >= least) into.set(slots[at]!, likes[at]!);
    into.rank(k, this.index.id);
  }

  /** The likeness of firms that others have put forward. */
  #complete(into: View, { firms }: VectorSpace, vector: Float32Array, slots: readonly number[]): void {
    const missing = slots.filter((slot) => into.scores[slot] === 0);
    const likes = this.#room(missing.length);
    firms.likes(vector, missing, missing.length, likes);
    for (let at = 0; at < missing.length; at += 1) into.set(missing[at]!, likes[at]!);
  }

  #byLabels(vector: Float32Array): { labelVector: Float32Array; labelLikeness: number } {
    const { labels, lines, own } = this.index;
    const near = this.#nearest;
    near.clear(labels.lines.length);
    const likes = this.#room(labels.lines.length);
    own.lines.likes(vector, labels.lines, labels.lines.length, likes);
    for (let at = 0; at < labels.lines.length; at += 1) if (likes[at]! >= LEAST_LIKENESS) near.set(at, likes[at]!);
    near.rank(LABELS.labels, (at) => lines.texts.text(labels.lines[at]!));
    const labelVector = new Float32Array(own.encoder.dimensions);
    for (const label of near.best) {
      const firms = labels.slots(labels.lines[label]!);
      const say = near.scores[label]! ** LABELS.steepness / firms.length;
      for (const slot of firms) own.firms.addTo(labelVector, slot, say);
    }
    toLengthOne(labelVector, 0, labelVector.length);
    for (let axis = 0; axis < vector.length; axis += 1) labelVector[axis]! += vector[axis]!;
    toLengthOne(labelVector, 0, labelVector.length);
    return { labelVector, labelLikeness: near.best.length > 0 ? near.scores[near.best[0]!]! : 0 };
  }

  #room(count: number): Float32Array {
    if (this.#likes.length < count) this.#likes = new Float32Array(count * 2);
    return this.#likes;
  }
}

function union(views: readonly View[]): number[] {
  const slots: number[] = [];
  for (const [at, { best }] of views.entries()) {
    for (const slot of best) if (!views.some(({ ranks }, other) => other < at && ranks[slot]! > 0)) slots.push(slot);
  }
  return slots;
}

/** Terms of a firm, once for each line that has them as word and once as pair; half for its name. */
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
