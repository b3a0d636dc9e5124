import { type Analyser, normalise } from '../analysis.js';
import { B, idf, K1 } from '../bm25.js';
import { PairLists, type PairsImage } from '../pair-lists.js';
import { MAX_PROFILE, profileLines } from '../profile.js';
import { type TermImage, TermTable } from '../term-table.js';
import type { MatchFirm, ProfileField } from '../types.js';
import type { Encoder } from './encoder.js';
import { type ImpactImage, ImpactLists, LAYERS, layerOf, mostOf } from './impact-lists.js';
import { type LabelImage, LabelTable } from './label-table.js';
import { type LineImage, LineTable } from './line-table.js';
import { type RankText, readText, tellingName } from './rank-text.js';
import { Stickiness, type StickinessImage } from './stickiness.js';
import type { TermCounts, TermWeights } from './term-counts.js';
import { VectorSpace, type VectorSpaceImage } from './vector-space.js';

/** What a line is to ranking: the name, a label that others may also carry, or a statement of the firm's own. */
export const KIND = { name: 0, domain: 1, industry: 2, statement: 3 } as const;

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

export const isLabel = (kind: number) => kind === KIND.domain || kind === KIND.industry;

/** How many times greater or smaller the mean length may become before postings are layered anew. */
const DRIFT = 1.25;

/** A line of a firm before its terms have numbers. */
export interface RankLine {
  readonly kind: number;
  readonly text: RankText;
}

/** What is read of each line of a profile: of the name only what tells it from others. */
function* readable(firm: MatchFirm): Generator<{ readonly kind: number; readonly text: string }> {
  let room = MAX_PROFILE;
  for (const { field, text } of profileLines(firm)) {
    room -= text.length;
    if (room < 0) break;
    const kind = kindOf(field);
    yield { kind, text: kind === KIND.name ? tellingName(text) : text };
  }
}

/** The lines of a firm as ranking reads them. */
export const rankLines = (analyser: Analyser, firm: MatchFirm): RankLine[] =>
  Array.from(readable(firm), ({ kind, text }) => ({ kind, text: readText(analyser, text) }));

/** What a {@link RankIndex} holds. */
export interface RankImage {
  readonly terms: TermImage;
  readonly postings: ImpactImage;
  readonly firmTerms: PairsImage;
  readonly lines: LineImage;
  readonly firmLines: PairsImage;
  readonly labels: LabelImage;
  readonly stickiness: StickinessImage;
  readonly vectors: VectorSpaceImage;
  readonly ids: string[];
  readonly free: number[];
  readonly lengths: Float64Array<ArrayBuffer>;
  readonly totalLength: number;
  readonly layeredAt: number;
}

/** Mentions of terms by one firm, as the postings count them. */
export interface Said {
  readonly terms: readonly number[];
  /** By term: weighted mentions; 0 for all that the firm does not say. */
  readonly mentions: Float64Array;
  /** By term: lines that have it. */
  readonly lines: Int32Array;
}

/**
 * Firms with their terms, lines and vectors: all that the learned ranking reads, in typed arrays. Same firms, same
 * content: the order in which they came, and firms that were there and went, leave no trace.
 */
export class RankIndex implements TermWeights {
  readonly terms: TermTable;
  /** Per term: slots of firms, by what BM25 makes of their mentions at {@link #layeredAt}. */
  readonly postings: ImpactLists;
  /** Per firm's slot: (term, weighted mentions), as its lines have them: what one firm is scored by. */
  readonly firmTerms: PairLists;
  readonly lines: LineTable;
  /** Per firm's slot: (line, kind), the name first. */
  readonly firmLines: PairLists;
  readonly labels: LabelTable;
  readonly stickiness: Stickiness;
  readonly vectors: VectorSpace;
  readonly #ids: string[];
  readonly #slots = new Map<string, number>();
  readonly #free: number[];
  /** By slot: weighted number of terms. */
  lengths = new Float64Array(1024);
  #totalLength = 0;
  #weights = new Float64Array(1024);
  /** By term: the state of the index in which its weight was worked out. */
  #weightsHeld = new Int32Array(1024);
  #state = 1;
  /** The mean length by which postings lie in layers; it follows the true one at a distance. */
  #layeredAt = 1;
  readonly #bounds = new Float64Array(LAYERS);
  #boundsHeld = 0;
  #said = { terms: [] as number[], mentions: new Float64Array(1024), lines: new Int32Array(1024) };

  constructor(
    readonly analyser: Analyser,
    encoder: Encoder,
    image?: RankImage,
    /** Counts over this index and others, of which it is one part; its own where there are no others. */
    private readonly counts?: TermCounts,
  ) {
    this.terms = new TermTable(image?.terms);
    this.postings = new ImpactLists(image?.postings);
    this.firmTerms = new PairLists(image?.firmTerms);
    this.firmLines = new PairLists(image?.firmLines);
    this.stickiness = new Stickiness(image?.stickiness);
    this.vectors = new VectorSpace(encoder, image?.vectors);
    this.lines = new LineTable(this.terms, this.vectors, image?.lines);
    this.labels = new LabelTable(this.id, image?.labels);
    this.#ids = image?.ids ?? [];
    this.#free = image?.free ?? [];
    if (!image) return;
    this.lengths = image.lengths;
    this.#totalLength = image.totalLength;
    this.#layeredAt = image.layeredAt;
    const unused = new Set(this.#free);
    for (const [slot, id] of this.#ids.entries()) if (!unused.has(slot)) this.#slots.set(id, slot);
  }

  /** Firms held. */
  get size(): number {
    return this.#slots.size;
  }

  /** The sum of all firms' {@link lengths}. */
  get totalLength(): number {
    return this.#totalLength;
  }

  /** Slots in use and free: every slot is below. */
  get slots(): number {
    return this.#ids.length;
  }

  slot(id: string): number | undefined {
    return this.#slots.get(id);
  }

  /** Of the firm in a slot in use. */
  readonly id = (slot: number): string => this.#ids[slot]!;

  /** Adds a firm or replaces the one with this id. */
  put(firm: MatchFirm): void {
    this.remove(firm.id);
    const slot = this.#take(firm.id);
    for (const { kind, text } of readable(firm)) {
      this.firmLines.push(
        slot,
        this.lines.add(normalise(text), () => readText(this.analyser, text)),
        kind,
      );
    }
    this.#count(slot);
  }

  /** All that is held, not copied; typed arrays mostly. An index made from it gives the same answers. */
  image(): RankImage {
    return {
      terms: this.terms.image(),
      postings: this.postings.image(),
      firmTerms: this.firmTerms.image(),
      lines: this.lines.image(),
      firmLines: this.firmLines.image(),
      labels: this.labels.image(),
      stickiness: this.stickiness.image(),
      vectors: this.vectors.image(),
      ids: this.#ids,
      free: this.#free,
      lengths: this.lengths,
      totalLength: this.#totalLength,
      layeredAt: this.#layeredAt,
    };
  }

  /** False when there is no such firm. */
  remove(id: string): boolean {
    const slot = this.#slots.get(id);
    if (slot === undefined) return false;
    const { terms, mentions, lines } = this.said(slot);
    for (const term of terms) {
      this.#move(term, -1, lines[term]! > 1);
      this.postings.remove(term, slot, this.#layer(slot, mentions[term]!));
    }
    this.#eachLine(slot, (line, kind) => {
      if (isLabel(kind)) this.labels.remove(line, slot);
      this.lines.remove(line);
    });
    for (const term of terms) if (this.postings.size(term) === 0) this.terms.release(term);
    this.firmLines.clear(slot);
    this.firmTerms.clear(slot);
    this.vectors.firms.remove(slot);
    this.#totalLength -= this.lengths[slot]!;
    this.lengths[slot] = 0;
    this.#slots.delete(id);
    this.#ids[slot] = '';
    this.#free.push(slot);
    this.#state += 1;
    return true;
  }

  /** What a firm says, by its own lines; valid until the next call. */
  said(slot: number): Said {
    const said = this.#said;
    for (const term of said.terms) {
      said.mentions[term] = 0;
      said.lines[term] = 0;
    }
    said.terms.length = 0;
    if (said.mentions.length < this.terms.reach) {
      said.mentions = new Float64Array(this.terms.reach * 2);
      said.lines = new Int32Array(this.terms.reach * 2);
    }
    const { terms } = this.lines;
    this.#eachLine(slot, (line, kind) => {
      const start = terms.start(line);
      const words = start + this.lines.words(line);
      const end = start + terms.size(line);
      for (let at = start; at < end; at += 1) {
        const term = terms.keys[at]!;
        if (said.mentions[term] === 0) said.terms.push(term);
        said.mentions[term]! += terms.values[at]! * share(kind);
        // A pair that is also a word of the line is in one line still.
        if (at < words || !includes(terms.keys, start, words, term)) said.lines[term]! += 1;
      }
    });
    return said;
  }

  /** Firms that use a term. */
  uses(term: number): number {
    return this.counts ? this.counts.uses(term) : this.postings.size(term);
  }

  term(term: number): string {
    return this.terms.term(term);
  }

  /** How rare a term is among the firms. */
  rarity(term: number): number {
    return idf(this.#firms, this.uses(term));
  }

  /**
   * What a term counts: the mean of how rare it is and of how much likelier than by chance a firm that has it in one
   * line has it in another as well. Words that any patent may hold are not repeated by the firm's other lines.
   */
  weight(term: number): number {
    if (this.#weightsHeld[term] === this.#state) return this.#weights[term]!;
    if (term >= this.#weights.length) {
      this.#weights = new Float64Array(this.terms.reach * 2);
      this.#weightsHeld = new Int32Array(this.terms.reach * 2);
    }
    const weight = Math.sqrt(this.rarity(term) * this.#gain(term));
    this.#weights[term] = weight;
    this.#weightsHeld[term] = this.#state;
    return weight;
  }

  /** By layer of the postings: what BM25 makes of a firm's mentions at most. Valid until a firm comes or goes. */
  bounds(): Float64Array {
    if (this.#boundsHeld === this.#state) return this.#bounds;
    // A posting's norm has grown by no less than the mean length has shrunk.
    const grown = Math.min(1, this.#layeredAt / (this.#length / this.#firms));
    for (let layer = 0; layer < LAYERS; layer += 1) {
      const most = mostOf(layer);
      this.#bounds[layer] = 1 / (1 + (grown * (1 - most)) / most);
    }
    this.#boundsHeld = this.#state;
    return this.#bounds;
  }

  /** BM25's part of a firm that depends on its length `l` is `least + each * l`. */
  norm(): { readonly least: number; readonly each: number } {
    return { least: K1 * (1 - B), each: (K1 * B * this.#firms) / this.#length };
  }

  /** The counts over all indexes have changed. */
  recounted(): void {
    this.#state += 1;
  }

  get #firms(): number {
    return this.counts ? this.counts.firms : this.size;
  }

  get #length(): number {
    return this.counts ? this.counts.length : this.#totalLength;
  }

  #gain(term: number): number {
    return this.counts ? this.counts.gain(term) : this.stickiness.gain(term, this.postings.size(term), this.size);
  }

  #take(id: string): number {
    const slot = this.#free.pop() ?? this.#ids.length;
    this.#ids[slot] = id;
    this.#slots.set(id, slot);
    if (slot >= this.lengths.length) {
      const grown = new Float64Array(this.lengths.length * 2);
      grown.set(this.lengths);
      this.lengths = grown;
    }
    return slot;
  }

  /** Takes a firm whose lines are there into all that is counted. */
  #count(slot: number): void {
    const { terms, mentions, lines } = this.said(slot);
    let length = 0;
    for (const term of terms) length += mentions[term]!;
    this.lengths[slot] = length;
    for (const term of terms) {
      this.#move(term, 1, lines[term]! > 1);
      this.postings.add(term, slot, this.#layer(slot, mentions[term]!));
      this.firmTerms.push(slot, term, mentions[term]!);
    }
    const own: { readonly line: number; readonly share: number }[] = [];
    this.#eachLine(slot, (line, kind) => {
      if (isLabel(kind)) this.labels.add(line, slot);
      own.push({ line, share: vectorShare(kind) });
    });
    this.vectors.setFirm(slot, own);
    this.#totalLength += length;
    this.#state += 1;
    this.#keepLayers();
  }

  #move(term: number, by: 1 | -1, repeated: boolean): void {
    if (this.counts) this.counts.move(term, by, repeated);
    else this.stickiness.move(term, this.postings.size(term), by, repeated ? by : 0);
  }

  #layer(slot: number, mentions: number): number {
    return layerOf(mentions / (mentions + K1 * (1 - B + (B * this.lengths[slot]!) / this.#layeredAt)));
  }

  /** Layers all postings anew where the mean length has moved far: bounds that are too loose cost time. */
  #keepLayers(): void {
    const mean = this.#totalLength / this.size;
    if (mean === 0 || (mean < this.#layeredAt * DRIFT && mean * DRIFT > this.#layeredAt)) return;
    this.postings.clear();
    this.#layeredAt = mean;
    const { firmTerms } = this;
    for (const slot of this.#slots.values()) {
      const start = firmTerms.start(slot);
      for (let at = start; at < start + firmTerms.size(slot); at += 1) {
        this.postings.add(firmTerms.keys[at]!, slot, this.#layer(slot, firmTerms.values[at]!));
      }
    }
  }

  #eachLine(slot: number, visit: (line: number, kind: number) => void): void {
    const start = this.firmLines.start(slot);
    const end = start + this.firmLines.size(slot);
    for (let at = start; at < end; at += 1) visit(this.firmLines.keys[at]!, this.firmLines.values[at]!);
  }
}

function includes(keys: Int32Array, from: number, to: number, key: number): boolean {
  for (let at = from; at < to; at += 1) if (keys[at] === key) return true;
  return false;
}
