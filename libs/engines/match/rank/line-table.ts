import { PairLists, type PairsImage } from '../pair-lists.js';
import type { TermTable } from '../term-table.js';
import type { RankText } from './rank-text.js';
import { type TextImage, TextTable } from './text-table.js';
import type { VectorSpace } from './vector-space.js';

export interface LineImage {
  readonly texts: TextImage;
  readonly terms: PairsImage;
  readonly words: Uint16Array<ArrayBuffer>;
  readonly uses: Int32Array<ArrayBuffer>;
}

function counted(terms: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  return counts;
}

/**
 * The different lines that firms say, each kept once with its characters and terms; its vector is in the space. Whoever adds a line removes it
 * when it is done with it.
 */
export class LineTable {
  readonly texts: TextTable;
  /** Per line: (term, mentions), words first, each term once among the words and once among the pairs. */
  readonly terms: PairLists;
  #words = new Uint16Array(256);
  #uses = new Int32Array(256);

  /** The space takes in the vector of every line. */
  constructor(
    private readonly table: TermTable,
    private readonly vectors: VectorSpace,
    image?: LineImage,
  ) {
    this.texts = new TextTable(image?.texts);
    this.terms = new PairLists(image?.terms);
    if (image) [this.#words, this.#uses] = [image.words, image.uses];
  }

  /** What it holds, not copied. */
  image(): LineImage {
    return { texts: this.texts.image(), terms: this.terms.image(), words: this.#words, uses: this.#uses };
  }

  /** How many of the line's terms are words. */
  words(line: number): number {
    return this.#words[line]!;
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

  #make(normal: string, text: RankText): number {
    const line = this.texts.add(normal);
    this.#reach(line);
    const words = counted(text.words);
    for (const counts of [words, counted(text.pairs)]) {
      for (const [term, count] of counts) this.terms.push(line, this.table.intern(term), count);
    }
    this.#words[line] = words.size;
    this.#uses[line] = 0;
    this.vectors.setLine(line, this.vectors.encoder.terms(text));
    return line;
  }

  #reach(line: number): void {
    if (line < this.#uses.length) return;
    const room = this.#uses.length * 2;
    const [words, uses] = [new Uint16Array(room), new Int32Array(room)];
    words.set(this.#words);
    uses.set(this.#uses);
    [this.#words, this.#uses] = [words, uses];
  }
}
