import { B, K1 } from '../bm25.js';
import type { AskedTerms } from './candidates.js';
import { LongestRun, RUN_LENGTH } from './longest-run.js';
import { KIND, type RankIndex, share } from './rank-index.js';
import type { RankText } from './rank-text.js';
import type { TermWeights } from './term-counts.js';

/** How a query and the lines of one kind agree, the best line for each. */
export interface KindAgreement {
  /** Weight of the query's words, and of its pairs, that a line has. */
  words: number;
  pairs: number;
  /** Share of the query's weight that a line has, and share of the line's weight that the query has. */
  covers: number;
  covered: number;
  /** BM25 of words and of pairs by rarity alone, as if each line were a text of its own. */
  lineWords: number;
  linePairs: number;
}

/** How a query and the lines of one firm agree. */
export interface Agreement {
  readonly name: KindAgreement;
  readonly label: KindAgreement;
  readonly statement: KindAgreement;
  readonly coverWords: number;
  readonly coverPairs: number;
  readonly coverRare: number;
  /** Characters of the longest run that the query shares with a line, and with the name. */
  readonly runLine: number;
  readonly runName: number;
  readonly head: boolean;
  /** BM25 of all lines together by rarity alone, of words and of pairs. */
  readonly firmWords: number;
  readonly firmPairs: number;
  /** The greatest weight of a word asked for that the firm lacks, and of one that it has. */
  readonly missing: number;
  readonly telling: number;
  readonly feedbackCover: number;
  readonly feedbackLine: number;
  /** Characters that a statement ends, and begins, like the query. */
  readonly sameEnd: number;
  readonly sameBegin: number;
  /** Both are “一种…”, or both are not. */
  readonly sameForm: boolean;
}

/** A term of the query. Weights are 0 where it is no word, no pair, or not of the query that feedback has enlarged. */
interface AskedTerm {
  word: number;
  pair: number;
  enlarged: number;
  readonly rarity: number;
  /** Mentions by the firm that is looked at, as word and as pair. */
  words: number;
  pairs: number;
  /** The line in which it was last met as a word. */
  line: number;
  /** Whether the enlarged query has counted it for the firm. */
  counted: boolean;
}

/** What a firm has of a query, over all of its lines. */
interface Cover {
  words: number;
  pairs: number;
  rare: number;
  enlarged: number;
  telling: number;
}

const zero = (): KindAgreement => ({ words: 0, pairs: 0, covers: 0, covered: 0, lineWords: 0, linePairs: 0 });

/** Terms of a usual line. */
const LINE_LENGTH = 8;
/** What one mention in a line of so many terms earns, as a share of the term's rarity. */
const inLine = (terms: number) => (K1 + 1) / (1 + K1 * (1 - B + (B * terms) / LINE_LENGTH));

/** Characters that the texts between these places begin with, both of them. */
function sameBegin(a: Uint16Array, aFrom: number, aTo: number, b: Uint16Array, bFrom: number, bTo: number): number {
  const most = Math.min(aTo - aFrom, bTo - bFrom);
  let count = 0;
  while (count < most && a[aFrom + count] === b[bFrom + count]) count += 1;
  return count;
}

/** Characters that both end with. */
function sameEnd(a: Uint16Array, b: Uint16Array, bFrom: number, bTo: number): number {
  const most = Math.min(a.length, bTo - bFrom);
  let count = 0;
  while (count < most && a[a.length - 1 - count] === b[bTo - 1 - count]) count += 1;
  return count;
}

const charsOf = (text: string) => Uint16Array.from(text, (sign) => sign.charCodeAt(0));

/** How patents begin. */
const form = charsOf('一种');
const formLength = (chars: Uint16Array, from: number, to: number) =>
  sameBegin(form, 0, form.length, chars, from, to) === form.length ? form.length : 0;

/** What the terms of a query weigh together, and the greatest weight of a word; sums are never 0. */
export interface AskedSums {
  readonly words: number;
  readonly pairs: number;
  readonly enlarged: number;
  readonly rare: number;
  readonly rarest: number;
}

export function askedSums(weights: TermWeights, { words, pairs, enlarged }: AskedTerms): AskedSums {
  const sums = { words: 1e-9, pairs: 1e-9, enlarged: 1e-9, rare: 1e-9, rarest: 0 };
  for (const term of words) {
    sums.words += weights.weight(term);
    sums.rarest = Math.max(sums.rarest, weights.weight(term));
    sums.rare += weights.rarity(term);
  }
  for (const term of pairs) {
    sums.pairs += weights.weight(term);
    sums.rare += weights.rarity(term);
  }
  for (const [term, count] of enlarged) sums.enlarged += count * weights.weight(term);
  return sums;
}

/** Compares one query with firms, line by line. */
export class LineComparison {
  /** By term: its place among the query's, plus one; 0 for all others. */
  #places = new Int32Array(1024);
  readonly #asked: AskedTerm[] = [];
  readonly #terms: number[] = [];
  #words: readonly AskedTerm[] = [];
  /** Those that the firm has. */
  readonly #met: AskedTerm[] = [];
  readonly #run = new LongestRun();
  #lines = 0;
  #text = new Uint16Array();
  /** Where the text begins after its form, if it has it. */
  #formless = 0;
  #totals: AskedSums = { words: 1, pairs: 1, enlarged: 1, rare: 1, rarest: 0 };
  /** The greatest weight of a word that no firm of this index has. */
  #absent = 0;
  #head: AskedTerm | undefined;

  constructor(private readonly index: RankIndex) {}

  /**
   * The query that firms are compared with from now on. Where this index is one of several, `sums` are over all of them, and
   * `absent` is the greatest weight of a word that only firms of others have.
   */
  ask(text: RankText, asked: AskedTerms, sums = askedSums(this.index, asked), absent = 0): void {
    const { index } = this;
    const normal = text.normal.slice(0, RUN_LENGTH);
    this.#text = charsOf(normal);
    this.#formless = formLength(this.#text, 0, this.#text.length);
    this.#run.ask(normal);
    for (const term of this.#terms) this.#places[term] = 0;
    this.#terms.length = 0;
    this.#asked.length = 0;
    this.#met.length = 0;
    if (this.#places.length < index.terms.reach) this.#places = new Int32Array(index.terms.reach * 2);
    for (const term of asked.words) this.#take(term).word = index.weight(term);
    for (const term of asked.pairs) this.#take(term).pair = index.weight(term);
    for (const [term, count] of asked.enlarged) this.#take(term).enlarged = count * index.weight(term);
    this.#totals = sums;
    this.#absent = absent;
    this.#words = this.#asked.filter(({ word }) => word > 0);
    const head = index.terms.id(text.words.at(-1) ?? '');
    this.#head = head === undefined ? undefined : this.#asked[this.#places[head]! - 1];
  }

  /** The greatest weight of a word asked for. */
  get rarest(): number {
    return this.#totals.rarest;
  }

  /** Compares the firm in a slot, which must be in use. */
  compare(slot: number): Agreement {
    const { firmLines, lines, lengths } = this.index;
    for (const asks of this.#met) {
      asks.words = 0;
      asks.pairs = 0;
      asks.counted = false;
    }
    this.#met.length = 0;
    const kinds = { name: zero(), label: zero(), statement: zero() };
    const cover: Cover = { words: 0, pairs: 0, rare: 0, enlarged: 0, telling: 0 };
    const runs = { line: 0, name: 0 };
    const shape = { end: 0, begin: 0, form: false };
    let feedbackLine = 0;
    const start = firmLines.start(slot);
    const end = start + firmLines.size(slot);
    for (let at = start; at < end; at += 1) {
      const [line, kind] = [firmLines.keys[at]!, firmLines.values[at]!];
      const agreed = kind === KIND.name ? kinds.name : kind === KIND.statement ? kinds.statement : kinds.label;
      const { shared, enlarged } = this.#shared(line, share(kind), agreed, cover);
      feedbackLine = Math.max(feedbackLine, enlarged);
      const { chars } = lines.texts;
      const from = lines.texts.start(line);
      if (shared > 0) {
        const run = this.#run.with(chars, from, lines.texts.length(line));
        if (kind === KIND.name) runs.name = Math.max(runs.name, run);
        else runs.line = Math.max(runs.line, run);
      }
      if (kind === KIND.statement) this.#shape(chars, from, from + lines.texts.length(line), shape);
    }
    const { least, each } = this.index.norm();
    const sums = this.#sums(least + each * lengths[slot]!);
    return {
      name: kinds.name,
      label: kinds.label,
      statement: kinds.statement,
      coverWords: cover.words / this.#totals.words,
      coverPairs: cover.pairs / this.#totals.pairs,
      coverRare: cover.rare / this.#totals.rare,
      runLine: runs.line,
      runName: runs.name,
      head: this.#head !== undefined && this.#head.words > 0,
      firmWords: sums.words,
      firmPairs: sums.pairs,
      telling: cover.telling,
      missing: sums.missing,
      feedbackCover: cover.enlarged / this.#totals.enlarged,
      feedbackLine: feedbackLine / this.#totals.enlarged,
      sameEnd: shape.end,
      sameBegin: shape.begin,
      sameForm: shape.form,
    };
  }

  /** The query's own record of a term. */
  #take(term: number): AskedTerm {
    const place = this.#places[term]!;
    if (place > 0) return this.#asked[place - 1]!;
    const rarity = this.index.rarity(term);
    const asks = { word: 0, pair: 0, enlarged: 0, rarity, words: 0, pairs: 0, line: 0, counted: false };
    this.#places[term] = this.#asked.push(asks);
    this.#terms.push(term);
    return asks;
  }

  /** BM25 of the mentions by the firm, and the greatest weight of a word that it lacks. */
  #sums(norm: number): { words: number; pairs: number; missing: number } {
    let [words, pairs, missing] = [0, 0, this.#absent];
    for (const { rarity, words: asWord, pairs: asPair } of this.#met) {
      if (asWord > 0) words += (rarity * (K1 + 1) * asWord) / (asWord + norm);
      if (asPair > 0) pairs += (rarity * (K1 + 1) * asPair) / (asPair + norm);
    }
    for (const asks of this.#words) if (asks.words === 0 && asks.word > missing) missing = asks.word;
    return { words, pairs, missing };
  }

  /** Weight of the query that a line has, and of the query enlarged by feedback, of which a term counts once. */
  #shared(line: number, mention: number, kind: KindAgreement, cover: Cover): { shared: number; enlarged: number } {
    const { index } = this;
    const { keys } = index.lines.terms;
    const start = index.lines.terms.start(line);
    const middle = start + index.lines.words(line);
    const end = start + index.lines.terms.size(line);
    this.#lines += 1;
    let [words, pairs, enlarged, rareWords, rarePairs] = [0, 0, 0, 0, 0];
    let own = 1e-9;
    for (let at = start; at < end; at += 1) {
      const term = keys[at]!;
      own += index.weight(term);
      const place = this.#places[term]!;
      if (place === 0) continue;
      const asks = this.#asked[place - 1]!;
      const isWord = at < middle;
      if (isWord || asks.line !== this.#lines) enlarged += asks.enlarged;
      if (!asks.counted) {
        asks.counted = true;
        this.#met.push(asks);
        cover.enlarged += asks.enlarged;
      }
      if (isWord) {
        asks.line = this.#lines;
        if (asks.word === 0) continue;
        words += asks.word;
        rareWords += asks.rarity;
        if (asks.words === 0) {
          cover.words += asks.word;
          cover.rare += asks.rarity;
          cover.telling = Math.max(cover.telling, asks.word);
        }
        asks.words += mention;
      } else if (asks.pair > 0) {
        pairs += asks.pair;
        rarePairs += asks.rarity;
        if (asks.pairs === 0) {
          cover.pairs += asks.pair;
          cover.rare += asks.rarity;
        }
        asks.pairs += mention;
      }
    }
    kind.words = Math.max(kind.words, words);
    kind.pairs = Math.max(kind.pairs, pairs);
    kind.covers = Math.max(kind.covers, (words + pairs) / (this.#totals.words + this.#totals.pairs));
    kind.covered = Math.max(kind.covered, (words + pairs) / own);
    kind.lineWords = Math.max(kind.lineWords, rareWords * inLine(middle - start));
    kind.linePairs = Math.max(kind.linePairs, rarePairs * inLine(end - middle));
    return { shared: words + pairs, enlarged };
  }

  #shape(chars: Uint16Array, from: number, to: number, shape: { end: number; begin: number; form: boolean }): void {
    const text = this.#text;
    const formless = formLength(chars, from, to);
    const begin = sameBegin(text, this.#formless, text.length, chars, from + formless, to);
    shape.begin = Math.max(shape.begin, begin);
    shape.end = Math.max(shape.end, sameEnd(text, chars, from, to));
    if (this.#formless === formless) shape.form = true;
  }
}
