import type { Analyser } from '../analysis.js';
import { B, idf, K1 } from '../bm25.js';
import { PairLists } from '../pair-lists.js';
import { MAX_PROFILE, profileLines } from '../profile.js';
import { TermTable } from '../term-table.js';
import type { MatchFirm, ProfileField } from '../types.js';
import { Cells } from './cells.js';
import { type Encoder, toLengthOne } from './encoder.js';
import { LabelTable } from './label-table.js';
import { type RankText, readText, tellingName, withWords } from './rank-text.js';
import { Stickiness } from './stickiness.js';

/** What a line is to ranking: the name, a label that others may also carry, or a statement of the firm's own. */
export const KIND = { name: 0, domain: 1, industry: 2, statement: 3 } as const;

/** One line of a firm as ranking sees it. */
export interface RankItem {
  readonly kind: number;
  readonly normal: string;
  /** Words as they stand, repeated ones as well; the same array as `words` where none is. */
  readonly said: Int32Array;
  /** Terms, each once. */
  readonly words: Int32Array;
  readonly pairs: Int32Array;
  /** Number in the label table; -1 when the line is no label. */
  readonly label: number;
}

/** A firm as ranking sees it; the name comes first. */
export interface RankFirm {
  readonly id: string;
  readonly items: readonly RankItem[];
  /** Item after item, of length 1 each. */
  readonly vectors: Float32Array;
  readonly length: number;
}

/** What a mention counts: half in the name. */
export const share = (kind: number) => (kind === KIND.name ? 0.5 : 1);
/** What a line counts in the firm's vector. */
export const vectorShare = (kind: number) => (kind === KIND.name ? 0.7 : 1);

export const kindOf = (field: ProfileField): number =>
  field === 'name'
    ? KIND.name
    : field === 'domains'
      ? KIND.domain
      : field === 'industries'
        ? KIND.industry
        : KIND.statement;

/** A line of a firm before its terms have numbers. */
export interface RankLine {
  readonly kind: number;
  readonly text: RankText;
}

/** The lines of a firm as ranking reads them. */
export function rankLines(analyser: Analyser, firm: MatchFirm): RankLine[] {
  const lines: RankLine[] = [];
  let room = MAX_PROFILE;
  for (const { field, text } of profileLines(firm)) {
    room -= text.length;
    if (room < 0) break;
    const kind = kindOf(field);
    lines.push({ kind, text: readText(analyser, kind === KIND.name ? tellingName(text) : text) });
  }
  return lines;
}

/**
 * Firms with their terms, lines and vectors: all that the learned ranking reads. Same firms, same content: the order in
 * which they came, and firms that were there and went, leave no trace.
 */
export class RankIndex {
  readonly terms = new TermTable();
  /** Per term: (firm's slot, weighted count). */
  readonly postings = new PairLists();
  readonly labels: LabelTable;
  readonly cells: Cells;
  readonly stickiness = new Stickiness();
  readonly #firms: (RankFirm | undefined)[] = [];
  readonly #slots = new Map<string, number>();
  readonly #free: number[] = [];
  /** Slot after slot, of length 1 each. */
  vectors: Float32Array;
  #totalLength = 0;
  #norms = new Float64Array(1024);
  #weights = new Float64Array(1024);
  #weightsHeld = new Uint8Array(1024);
  #changed = true;

  constructor(
    readonly analyser: Analyser,
    readonly encoder: Encoder,
  ) {
    this.labels = new LabelTable(encoder);
    this.cells = new Cells(encoder.data.centres, encoder.dimensions);
    this.vectors = new Float32Array(1024 * encoder.dimensions);
  }

  /** Firms held. */
  get size(): number {
    return this.#slots.size;
  }

  /** Slots in use and free: every slot is below. */
  get slots(): number {
    return this.#firms.length;
  }

  firm(slot: number): RankFirm | undefined {
    return this.#firms[slot];
  }

  slot(id: string): number | undefined {
    return this.#slots.get(id);
  }

  /** Of the firm in a slot in use. */
  readonly id = (slot: number): string => this.#firms[slot]!.id;

  /** Adds a firm or replaces the one with this id. */
  put(firm: MatchFirm): void {
    this.#put(firm.id, rankLines(this.analyser, firm));
  }

  /** All firms as texts, by id: what {@link restore} reads. Same firms, same texts. */
  *snapshot(): Generator<string> {
    const slots = [...this.#slots].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, slot]) => slot);
    for (const slot of slots) {
      const { id, items } = this.#firms[slot]!;
      const lines = items.map(({ kind, normal, said }) => [
        kind,
        normal,
        Array.from(said, (word) => this.terms.term(word)),
      ]);
      yield JSON.stringify([id, lines]);
    }
  }

  /** Puts a firm back from its text in a snapshot, without analysing it again. Throws on any other text. */
  restore(line: string): void {
    const [id, lines] = JSON.parse(line) as [string, [number, string, string[]][]];
    this.#put(
      id,
      lines.map(([kind, normal, words]) => ({ kind, text: withWords(normal, words) })),
    );
  }

  #put(id: string, lines: readonly RankLine[]): void {
    this.remove(id);
    const slot = this.#free.pop() ?? this.#firms.length;
    this.#reach(slot);
    const counts = new Map<number, number>();
    const inItems = new Map<number, number>();
    let length = 0;
    const items = lines.map(({ kind, text }): RankItem => {
      const ids = (terms: readonly string[]) => terms.map((term) => this.terms.intern(term));
      const [words, pairs] = [ids(text.words), ids(text.pairs)];
      for (const term of [...words, ...pairs]) counts.set(term, (counts.get(term) ?? 0) + share(kind));
      for (const term of new Set([...words, ...pairs])) inItems.set(term, (inItems.get(term) ?? 0) + 1);
      length += share(kind) * (words.length + pairs.length);
      const isLabel = kind === KIND.domain || kind === KIND.industry;
      const label = isLabel ? this.labels.add(text, slot, id) : -1;
      const each = Int32Array.from(new Set(words));
      return {
        kind,
        normal: text.normal,
        said: each.length === words.length ? each : Int32Array.from(words),
        words: each,
        pairs: Int32Array.from(new Set(pairs)),
        label,
      };
    });
    for (const [term, count] of counts) {
      this.stickiness.move(term, this.postings.size(term), 1, inItems.get(term)! > 1);
      this.postings.push(term, slot, count);
    }
    this.#totalLength += length;
    this.#slots.set(id, slot);
    this.#firms[slot] = { id, items, vectors: this.#vectors(slot, lines), length };
    this.cells.add(slot, this.vectors, slot * this.encoder.dimensions);
    this.#changed = true;
  }

  /** False when there is no such firm. */
  remove(id: string): boolean {
    const slot = this.#slots.get(id);
    if (slot === undefined) return false;
    const { items, length } = this.#firms[slot]!;
    const inItems = new Map<number, number>();
    for (const { words, pairs, label } of items) {
      for (const term of new Set([...words, ...pairs])) inItems.set(term, (inItems.get(term) ?? 0) + 1);
      if (label >= 0) this.labels.remove(label, slot);
    }
    for (const [term, count] of inItems) {
      this.stickiness.move(term, this.postings.size(term), -1, count > 1);
      this.postings.remove(term, slot);
      if (this.postings.size(term) === 0) this.terms.release(term);
    }
    const { dimensions } = this.encoder;
    this.cells.remove(slot);
    this.vectors.fill(0, slot * dimensions, (slot + 1) * dimensions);
    this.#totalLength -= length;
    this.#slots.delete(id);
    this.#firms[slot] = undefined;
    this.#free.push(slot);
    this.#changed = true;
    return true;
  }

  /** How rare a term is among the firms. */
  rarity(term: number): number {
    return idf(this.size, this.postings.size(term));
  }

  /**
   * What a term counts: the mean of how rare it is and of how much likelier than by chance a firm that has it in one
   * line has it in another as well. Words that any patent may hold are not repeated by the firm's other lines.
   */
  weight(term: number): number {
    this.#refresh();
    if (this.#weightsHeld[term] === 1) return this.#weights[term]!;
    const uses = this.postings.size(term);
    const weight = Math.sqrt(this.rarity(term) * this.stickiness.gain(term, uses, this.size));
    this.#weights[term] = weight;
    this.#weightsHeld[term] = 1;
    return weight;
  }

  /** BM25's part of a firm that depends on its length. */
  norms(): Float64Array {
    this.#refresh();
    return this.#norms;
  }

  #refresh(): void {
    if (!this.#changed) return;
    this.#changed = false;
    const highest = this.terms.reach;
    if (highest > this.#weights.length) this.#weights = new Float64Array(highest * 2);
    this.#weightsHeld = new Uint8Array(this.#weights.length);
    if (this.#norms.length < this.#firms.length) this.#norms = new Float64Array(this.#firms.length * 2);
    const average = this.#totalLength / this.size;
    for (const [slot, firm] of this.#firms.entries()) {
      this.#norms[slot] = firm ? K1 * (1 - B + (B * firm.length) / average) : 0;
    }
  }

  #vectors(slot: number, lines: readonly RankLine[]): Float32Array {
    const { encoder, vectors } = this;
    const { dimensions } = encoder;
    const own = new Float32Array(lines.length * dimensions);
    for (const [at, { kind, text }] of lines.entries()) {
      const terms = encoder.terms(text);
      encoder.addTo(own, at * dimensions, terms);
      encoder.addTo(vectors, slot * dimensions, terms, vectorShare(kind));
      toLengthOne(own, at * dimensions, dimensions);
    }
    toLengthOne(vectors, slot * dimensions, dimensions);
    return own;
  }

  #reach(slot: number): void {
    const needed = (slot + 1) * this.encoder.dimensions;
    if (needed <= this.vectors.length) return;
    const grown = new Float32Array(this.vectors.length * 2);
    grown.set(this.vectors);
    this.vectors = grown;
  }
}
