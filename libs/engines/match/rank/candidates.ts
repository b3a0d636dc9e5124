import { K1 } from '../bm25.js';
import { product, toLengthOne } from './encoder.js';
import type { RankIndex } from './rank-index.js';
import type { RankText } from './rank-text.js';
import { topSlots } from './top-slots.js';

/** Firms that each of the four ways of looking puts forward. */
export const REACH = { words: 200, feedback: 200, vectors: 150, labels: 120 } as const;

/** Mentions of one term that count. */
const MOST_MENTIONS = 3;

/**
 * Feedback: the best firms by words lend their other words to the query. How many firms and words, how much of the new
 * query they are, and how steeply their say falls with their score.
 */
const FEEDBACK = { firms: 10, terms: 40, share: 0.4, steepness: 2 } as const;

/** Labels near the query, and firms of each that make up the picture of what such firms say. */
const LABELS = { labels: 6, firms: 20, share: 0.5, steepness: 4 } as const;

/** Likeness of vectors from which a firm, or a label, is worth a look: chance alone comes to 0.1. */
export const LEAST_LIKENESS = 0.25;

/** Firms whose vectors are looked at, those of the nearest cells. */
const COMPARED = 2_500;

/** Numbers of one way of looking, by slot; 0 where it has not seen the firm. */
export interface View {
  readonly scores: Float64Array | Float32Array;
  /** From 1; 0 for a firm it does not put forward. */
  readonly ranks: Int32Array;
  readonly best: Int32Array;
}

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

class Scratch {
  scores = new Float64Array(0);
  ranks = new Int32Array(0);
  touched = new Int32Array(0);
  count = 0;
  best: Int32Array = new Int32Array(0);

  reach(slots: number): void {
    if (slots <= this.scores.length) return;
    this.scores = new Float64Array(slots * 2);
    this.ranks = new Int32Array(slots * 2);
    this.touched = new Int32Array(slots * 2);
    this.count = 0;
    this.best = new Int32Array(0);
  }

  clear(): void {
    for (let at = 0; at < this.count; at += 1) this.scores[this.touched[at]!] = 0;
    for (const slot of this.best) this.ranks[slot] = 0;
    this.count = 0;
    this.best = new Int32Array(0);
  }

  rank(k: number, id: (slot: number) => string): void {
    this.best = topSlots(this.scores, this.touched, this.count, k, id);
    for (const [at, slot] of this.best.entries()) this.ranks[slot] = at + 1;
  }
}

/** The first stage: firms worth a closer look, by words, by words with feedback, by vectors, and by labels. */
export class Candidates {
  readonly #words = new Scratch();
  readonly #feedback = new Scratch();
  readonly #vectors = new Scratch();
  readonly #labels = new Scratch();
  readonly #nearest = new Scratch();

  constructor(private readonly index: RankIndex) {}

  /**
   * A text of which no firm uses a word or a pair finds nobody. `also` is a slot whose numbers are wanted in any case; it
   * does not become a candidate by that.
   */
  find(text: RankText, also?: number): Found {
    const { index } = this;
    for (const each of [this.#words, this.#feedback, this.#vectors, this.#labels]) {
      each.reach(index.slots);
      each.clear();
    }
    const asked = this.asked(text);
    this.#sum(this.#words, asked.all);
    this.#words.rank(REACH.words, index.id);
    const known = asked.all.size > 0;
    const enlarged = this.#enlarge(asked.all);
    this.#sum(this.#feedback, enlarged);
    this.#feedback.rank(REACH.feedback, index.id);
    const vector = index.encoder.encode(text);
    if (known) this.#liken(this.#vectors, vector, REACH.vectors);
    const { labelVector, labelLikeness } = this.#byLabels(vector);
    if (known) this.#liken(this.#labels, labelVector, REACH.labels);
    const views = { words: this.#words, feedback: this.#feedback, vectors: this.#vectors, labels: this.#labels };
    const slots = [...new Set(Object.values(views).flatMap(({ best }) => [...best]))];
    const wanted = also === undefined ? slots : [...slots, also];
    this.#complete(this.#vectors, vector, wanted);
    this.#complete(this.#labels, labelVector, wanted);
    return { asked: { ...asked, enlarged }, vector, labelVector, ...views, labelLikeness, slots };
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

  #sum(into: Scratch, query: ReadonlyMap<number, number>): void {
    const { index } = this;
    const norms = index.norms();
    const { keys, values } = index.postings;
    const { scores, touched } = into;
    let count = 0;
    for (const [term, asked] of query) {
      const weight = asked * index.weight(term) * (K1 + 1);
      const start = index.postings.start(term);
      const end = start + index.postings.size(term);
      for (let at = start; at < end; at += 1) {
        const slot = keys[at]!;
        if (scores[slot] === 0) touched[count++] = slot;
        scores[slot]! += (weight * values[at]!) / (values[at]! + norms[slot]!);
      }
    }
    into.count = count;
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

  #liken(into: Scratch, vector: Float32Array, k: number): void {
    const { vectors, encoder, cells } = this.index;
    const { dimensions } = encoder;
    for (const cell of cells.near(vector, COMPARED)) {
      for (const slot of cell) {
        const like = product(vector, 0, vectors, slot * dimensions, dimensions);
        if (like < LEAST_LIKENESS) continue;
        into.scores[slot] = like;
        into.touched[into.count++] = slot;
      }
    }
    into.rank(k, this.index.id);
  }

  /** The likeness of firms that others have put forward. */
  #complete(into: Scratch, vector: Float32Array, slots: readonly number[]): void {
    const { vectors, encoder } = this.index;
    const { dimensions } = encoder;
    for (const slot of slots) {
      if (into.scores[slot] !== 0) continue;
      into.scores[slot] = product(vector, 0, vectors, slot * dimensions, dimensions);
      into.touched[into.count++] = slot;
    }
  }

  #byLabels(vector: Float32Array): { labelVector: Float32Array; labelLikeness: number } {
    const { index } = this;
    const { labels } = index;
    const { dimensions } = index.encoder;
    const near = this.#nearest;
    near.reach(labels.size);
    near.clear();
    for (let label = 0; label < labels.size; label += 1) {
      const like = product(vector, 0, labels.vectors, label * dimensions, dimensions);
      if (like < LEAST_LIKENESS) continue;
      near.scores[label] = like;
      near.touched[near.count++] = label;
    }
    near.rank(LABELS.labels, labels.text);
    const labelVector = new Float32Array(dimensions);
    for (const label of near.best) {
      const firms = labels.slots(label).slice(0, LABELS.firms);
      const say = near.scores[label]! ** LABELS.steepness / firms.length;
      for (const slot of firms) addVector(labelVector, index.vectors, slot * dimensions, say);
    }
    toLengthOne(labelVector, 0, dimensions);
    addVector(labelVector, vector, 0, 1);
    toLengthOne(labelVector, 0, dimensions);
    return { labelVector, labelLikeness: near.best.length > 0 ? near.scores[near.best[0]!]! : 0 };
  }
}

/** Adds `share` times the vector that begins at `from`. */
export function addVector(into: Float32Array, vectors: Float32Array, from: number, share: number): void {
  for (let axis = 0; axis < into.length; axis += 1) into[axis]! += share * vectors[from + axis]!;
}

/** Terms of a firm, once for each line that has them as word and once as pair; half for its name. */
function saidBy(index: RankIndex, slot: number): Map<number, number> {
  const said = new Map<number, number>();
  for (const { kind, words, pairs } of index.firm(slot)!.items) {
    const count = kind === 0 ? 0.5 : 1;
    for (const term of words) said.set(term, (said.get(term) ?? 0) + count);
    for (const term of pairs) said.set(term, (said.get(term) ?? 0) + count);
  }
  return said;
}
