import { B, K1 } from '../bm25.js';
import type { AskedTerms } from './candidates.js';
import { LongestRun, RUN_LENGTH } from './longest-run.js';
import { KIND, type RankFirm, type RankIndex, type RankItem, share } from './rank-index.js';
import type { RankText } from './rank-text.js';

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

/** Terms of one query with their weights, to be looked up by number; zero for all others. */
class Weights {
  values = new Float64Array(1024);
  rarities = new Float64Array(1024);
  /** Mentions by the firm that is looked at. */
  counts = new Float64Array(1024);
  /** The firm in which a term was last seen, by the number of the comparison. */
  seen = new Int32Array(1024);
  terms: number[] = [];
  total = 0;

  fill(index: RankIndex, terms: Iterable<readonly [number, number]>): void {
    for (const term of this.terms) {
      this.values[term] = 0;
      this.rarities[term] = 0;
      this.counts[term] = 0;
      this.seen[term] = 0;
    }
    this.terms = [];
    this.total = 1e-9;
    if (this.values.length < index.terms.reach) {
      this.values = new Float64Array(index.terms.reach * 2);
      this.rarities = new Float64Array(index.terms.reach * 2);
      this.counts = new Float64Array(index.terms.reach * 2);
      this.seen = new Int32Array(index.terms.reach * 2);
    }
    for (const [term, count] of terms) {
      const weight = count * index.weight(term);
      this.values[term] = weight;
      this.rarities[term] = index.rarity(term);
      this.total += weight;
      this.terms.push(term);
    }
  }

  /** BM25 of the mentions counted since the last time, which are forgotten. */
  sum(norm: number): number {
    let sum = 0;
    for (const term of this.terms) {
      const count = this.counts[term]!;
      if (count === 0) continue;
      sum += (this.rarities[term]! * (K1 + 1) * count) / (count + norm);
      this.counts[term] = 0;
    }
    return sum;
  }

  /** True the first time the term is met in this comparison. */
  meets(term: number, comparison: number): boolean {
    if (this.seen[term] === comparison) return false;
    this.seen[term] = comparison;
    return true;
  }
}

/** What a firm has of a query, over all of its lines. */
interface Cover {
  words: number;
  pairs: number;
  rare: number;
  enlarged: number;
  telling: number;
}

const once = (terms: ReadonlySet<number>) => [...terms].map((term) => [term, 1] as const);

const zero = (): KindAgreement => ({ words: 0, pairs: 0, covers: 0, covered: 0, lineWords: 0, linePairs: 0 });

/** Terms of a usual line. */
const LINE_LENGTH = 8;
/** What one mention in a line of so many terms earns, as a share of the term's rarity. */
const inLine = (terms: number) => (K1 + 1) / (1 + K1 * (1 - B + (B * terms) / LINE_LENGTH));

/** Characters that both texts begin with. */
function sameBegin(a: string, b: string): number {
  const most = Math.min(a.length, b.length);
  let count = 0;
  while (count < most && a.charCodeAt(count) === b.charCodeAt(count)) count += 1;
  return count;
}

/** Characters that both texts end with. */
function sameEnd(a: string, b: string): number {
  const most = Math.min(a.length, b.length);
  let count = 0;
  while (count < most && a.charCodeAt(a.length - 1 - count) === b.charCodeAt(b.length - 1 - count)) count += 1;
  return count;
}

const form = '一种';
const formless = (text: string) => (text.startsWith(form) ? text.slice(form.length) : text);

/** Compares one query with firms, line by line. */
export class LineComparison {
  readonly #words = new Weights();
  readonly #pairs = new Weights();
  readonly #feedback = new Weights();
  readonly #run = new LongestRun();
  #comparison = 0;
  #text = '';
  #rare = 1e-9;
  #head: number | undefined;

  constructor(private readonly index: RankIndex) {}

  /** The query that firms are compared with from now on. */
  ask(text: RankText, asked: AskedTerms): void {
    const { index } = this;
    this.#text = text.normal.slice(0, RUN_LENGTH);
    this.#run.ask(this.#text);
    this.#words.fill(index, once(asked.words));
    this.#pairs.fill(index, once(asked.pairs));
    this.#feedback.fill(index, asked.enlarged);
    this.#rare = 1e-9;
    for (const terms of [asked.words, asked.pairs]) for (const term of terms) this.#rare += index.rarity(term);
    const last = text.words.at(-1);
    this.#head = last === undefined ? undefined : index.terms.id(last);
  }

  /** The greatest weight of a word asked for. */
  get rarest(): number {
    let most = 0;
    for (const word of this.#words.terms) most = Math.max(most, this.#words.values[word]!);
    return most;
  }

  /** `norm` is the firm's in BM25. */
  compare({ items }: RankFirm, norm: number): Agreement {
    this.#comparison += 1;
    const kinds = { name: zero(), label: zero(), statement: zero() };
    const cover: Cover = { words: 0, pairs: 0, rare: 0, enlarged: 0, telling: 0 };
    const runs = { line: 0, name: 0 };
    const shape = { end: 0, begin: 0, form: false };
    let feedbackLine = 0;
    for (const item of items) {
      const kind = item.kind === KIND.name ? kinds.name : item.kind === KIND.statement ? kinds.statement : kinds.label;
      const shared = this.#shared(item, kind, cover);
      feedbackLine = Math.max(feedbackLine, this.#enlarged(item, cover));
      if (shared > 0) {
        const run = this.#run.with(item.normal);
        if (item.kind === KIND.name) runs.name = Math.max(runs.name, run);
        else runs.line = Math.max(runs.line, run);
      }
      if (item.kind === KIND.statement) this.#shape(item.normal, shape);
    }
    return {
      ...kinds,
      coverWords: cover.words / this.#words.total,
      coverPairs: cover.pairs / this.#pairs.total,
      coverRare: cover.rare / this.#rare,
      runLine: runs.line,
      runName: runs.name,
      head: this.#head !== undefined && this.#words.seen[this.#head] === this.#comparison,
      firmWords: this.#words.sum(norm),
      firmPairs: this.#pairs.sum(norm),
      telling: cover.telling,
      missing: this.#missing(),
      feedbackCover: cover.enlarged / this.#feedback.total,
      feedbackLine: feedbackLine / this.#feedback.total,
      sameEnd: shape.end,
      sameBegin: shape.begin,
      sameForm: shape.form,
    };
  }

  #missing(): number {
    let most = 0;
    for (const term of this.#words.terms) {
      if (this.#words.seen[term] !== this.#comparison) most = Math.max(most, this.#words.values[term]!);
    }
    return most;
  }

  #shared(item: RankItem, kind: KindAgreement, cover: Cover): number {
    const mention = share(item.kind);
    let words = 0;
    let pairs = 0;
    let own = 1e-9;
    let rareWords = 0;
    let rarePairs = 0;
    for (const term of item.words) {
      own += this.index.weight(term);
      const weight = this.#words.values[term]!;
      if (weight === 0) continue;
      words += weight;
      rareWords += this.#words.rarities[term]!;
      this.#words.counts[term]! += mention;
      if (!this.#words.meets(term, this.#comparison)) continue;
      cover.words += weight;
      cover.rare += this.#words.rarities[term]!;
      cover.telling = Math.max(cover.telling, weight);
    }
    for (const term of item.pairs) {
      own += this.index.weight(term);
      const weight = this.#pairs.values[term]!;
      if (weight === 0) continue;
      pairs += weight;
      rarePairs += this.#pairs.rarities[term]!;
      this.#pairs.counts[term]! += mention;
      if (!this.#pairs.meets(term, this.#comparison)) continue;
      cover.pairs += weight;
      cover.rare += this.#pairs.rarities[term]!;
    }
    kind.words = Math.max(kind.words, words);
    kind.pairs = Math.max(kind.pairs, pairs);
    kind.covers = Math.max(kind.covers, (words + pairs) / (this.#words.total + this.#pairs.total));
    kind.covered = Math.max(kind.covered, (words + pairs) / own);
    kind.lineWords = Math.max(kind.lineWords, rareWords * inLine(item.words.length));
    kind.linePairs = Math.max(kind.linePairs, rarePairs * inLine(item.pairs.length));
    return words + pairs;
  }

  /** Weight of the query enlarged by feedback that a line has; a pair that is also a word counts once. */
  #enlarged(item: RankItem, cover: Cover): number {
    let sum = 0;
    const { values } = this.#feedback;
    for (const term of item.words) {
      const weight = values[term]!;
      if (weight === 0) continue;
      sum += weight;
      if (this.#feedback.meets(term, this.#comparison)) cover.enlarged += weight;
    }
    for (const term of item.pairs) {
      const weight = values[term]!;
      if (weight === 0) continue;
      if (!item.words.includes(term)) sum += weight;
      if (this.#feedback.meets(term, this.#comparison)) cover.enlarged += weight;
    }
    return sum;
  }

  #shape(line: string, shape: { end: number; begin: number; form: boolean }): void {
    shape.end = Math.max(shape.end, sameEnd(this.#text, line));
    shape.begin = Math.max(shape.begin, sameBegin(formless(this.#text), formless(line)));
    if (this.#text.startsWith(form) === line.startsWith(form)) shape.form = true;
  }
}
