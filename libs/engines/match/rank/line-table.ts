import { PairLists } from '../pair-lists.js';
import type { TermTable } from '../term-table.js';
import { type Encoder, toLengthOne } from './encoder.js';
import type { RankText } from './rank-text.js';
import { TextTable } from './text-table.js';
import { VectorTable } from './vector-table.js';

function counted(terms: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  return counts;
}

/**
 * The different lines that firms say, each kept once with its characters, terms and vector. Whoever adds a line removes it
 * when it is done with it.
 */
export class LineTable {
  readonly texts = new TextTable();
  /** Per line: (term, mentions), words first, each term once among the words and once among the pairs. */
  readonly terms = new PairLists();
  /** By line, of length 1. */
  readonly vectors: VectorTable;
  #words = new Uint16Array(256);
  #uses = new Int32Array(256);
  /** By line: length of its vector before it was made 1. */
  #lengths = new Float32Array(256);
  readonly #scratch: Float32Array;

  constructor(
    private readonly table: TermTable,
    private readonly encoder: Encoder,
  ) {
    this.vectors = new VectorTable(encoder.dimensions);
    this.#scratch = new Float32Array(encoder.dimensions);
  }

  /** How many of the line's terms are words. */
  words(line: number): number {
    return this.#words[line]!;
  }

  /** How long the line's vector is before it is made 1: what it counts in the firm's. */
  weight(line: number): number {
    return this.#lengths[line]!;
  }

  /** The line with this normalised text, used once more; `read` is asked for the text only when it is new. */
  add(normal: string, read: () => RankText): number {
    const known = this.texts.find(normal);
    const line = known >= 0 ? known : this.#make(normal, read());
    this.#uses[line]! += 1;
    return line;
  }

  /** One use less. */
  remove(line: number): void {
    this.#uses[line]! -= 1;
    if (this.#uses[line]! > 0) return;
    this.terms.clear(line);
    this.texts.remove(line);
  }

  /** The words of a line as they were read; those that are repeated stand together. */
  said(line: number): string[] {
    const start = this.terms.start(line);
    return Array.from({ length: this.#words[line]! }, (_, at) => start + at).flatMap((at) =>
      new Array<string>(this.terms.values[at]!).fill(this.table.term(this.terms.keys[at]!)),
    );
  }

  #make(normal: string, text: RankText): number {
    const line = this.texts.add(normal);
    this.#reach(line);
    const words = counted(text.words);
    for (const counts of [words, counted(text.pairs)]) {
      for (const [term, count] of counts) this.terms.push(line, this.table.intern(term), count);
    }
    this.#words[line] = words.size;
    this.#uses[line] = 0;
    this.#scratch.fill(0);
    this.encoder.addTo(this.#scratch, 0, this.encoder.terms(text));
    this.#lengths[line] = toLengthOne(this.#scratch, 0, this.#scratch.length);
    this.vectors.set(line, this.#scratch);
    return line;
  }

  #reach(line: number): void {
    if (line < this.#uses.length) return;
    const room = this.#uses.length * 2;
    const [words, uses, lengths] = [new Uint16Array(room), new Int32Array(room), new Float32Array(room)];
    words.set(this.#words);
    uses.set(this.#uses);
    lengths.set(this.#lengths);
    [this.#words, this.#uses, this.#lengths] = [words, uses, lengths];
  }
}
