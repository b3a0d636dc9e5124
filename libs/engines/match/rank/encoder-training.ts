import { randomOf, shuffle } from '../../random.js';
import { centresOf } from './cells.js';
import { Encoder, type EncoderData, mentions, product, toLengthOne, type WeightedTerms } from './encoder.js';
import type { RankText } from './rank-text.js';

/** Numbers of a vector: those of terms, of texts and of what a teacher says. */
export const VECTOR_DIMENSIONS = 128;

/** One line of a firm, with what it counts in the firm's vector. */
export interface EncodedLine {
  readonly text: RankText;
  readonly share: number;
}

export interface EncoderSettings {
  readonly dimensions: number;
  readonly epochs: number;
  /** Firms that are told apart at a time. */
  readonly batch: number;
  /** Divides the likeness of two vectors: the smaller, the sharper. */
  readonly temperature: number;
  readonly rate: number;
  /** Share of the terms left out at random each time, so that different words learn to stand for each other. */
  readonly dropout: number;
  /** Firms that must use a pair or a character for it to get a vector; words all get one. */
  readonly leastFirms: number;
  /** Cells that firms are sorted into, at most. */
  readonly cells: number;
  readonly seed: number;
}

export const encoderSettings: EncoderSettings = {
  dimensions: VECTOR_DIMENSIONS,
  epochs: 15,
  batch: 256,
  temperature: 0.07,
  rate: 0.03,
  dropout: 0.4,
  leastFirms: 2,
  cells: 96,
  seed: 1,
};

function vocabulary(firms: readonly (readonly EncodedLine[])[], leastFirms: number) {
  const uses = new Map<string, number>();
  const words = new Set<string>();
  for (const lines of firms) {
    const used = new Set(lines.flatMap(({ text }) => [...mentions(text)].map(([term]) => term)));
    for (const term of used) uses.set(term, (uses.get(term) ?? 0) + 1);
    for (const { text } of lines) for (const word of text.words) words.add(word);
  }
  const kept = [...uses].filter(([term, count]) => count >= leastFirms || words.has(term));
  const rarity = Float32Array.from(kept, ([, count]) => Math.log(1 + firms.length / count));
  return { terms: kept.map(([term]) => term), rarity };
}

/** Normally distributed, mean 0, deviation 1. */
const normal = (random: () => number) => Math.sqrt(-2 * Math.log(random() + 1e-12)) * Math.cos(2 * Math.PI * random());

/** Vectors for the terms of an encoder that has none yet. */
type Start = (encoder: Encoder) => Float32Array;

function anywhere({ dimensions, seed }: EncoderSettings): Start {
  const random = randomOf(seed);
  return ({ data }) =>
    Float32Array.from({ length: data.terms.length * dimensions }, () => normal(random) / Math.sqrt(dimensions));
}

/** One side of a batch: the vectors, what they are made of, and their slopes. */
class Side {
  readonly vectors: Float32Array;
  readonly slopes: Float32Array;
  readonly #lengths: Float64Array;
  readonly #parts: [number, number][][];

  constructor(
    private readonly data: EncoderData,
    private readonly batch: number,
  ) {
    this.vectors = new Float32Array(batch * data.dimensions);
    this.slopes = new Float32Array(batch * data.dimensions);
    this.#lengths = new Float64Array(batch);
    this.#parts = Array.from({ length: batch }, () => []);
  }

  clear(): void {
    this.vectors.fill(0);
    this.slopes.fill(0);
    for (const parts of this.#parts) parts.length = 0;
  }

  add(place: number, { terms, weights }: WeightedTerms, share: number, keep: () => boolean): void {
    const { dimensions, vectors } = this.data;
    for (let each = 0; each < terms.length; each += 1) {
      if (!keep()) continue;
      const weight = weights[each]! * share;
      this.#parts[place]!.push([terms[each]!, weight]);
      const from = terms[each]! * dimensions;
      const to = place * dimensions;
      for (let axis = 0; axis < dimensions; axis += 1) this.vectors[to + axis]! += weight * vectors[from + axis]!;
    }
  }

  close(place: number): void {
    this.#lengths[place] = toLengthOne(this.vectors, place * this.data.dimensions, this.data.dimensions);
  }

  /** Moves the terms' vectors down the slopes; `energy` is the sum of the squares each term has been moved by so far. */
  descend(rate: number, energy: Float32Array): void {
    const { dimensions, vectors } = this.data;
    const step = new Float32Array(dimensions);
    for (let place = 0; place < this.batch; place += 1) {
      const at = place * dimensions;
      let along = 0;
      for (let axis = 0; axis < dimensions; axis += 1) along += this.slopes[at + axis]! * this.vectors[at + axis]!;
      let squares = 0;
      for (let axis = 0; axis < dimensions; axis += 1) {
        step[axis] = (this.slopes[at + axis]! - along * this.vectors[at + axis]!) / this.#lengths[place]!;
        squares += step[axis]! * step[axis]!;
      }
      for (const [term, weight] of this.#parts[place]!) {
        energy[term]! += (weight * weight * squares) / dimensions;
        const pace = (rate * weight) / Math.sqrt(energy[term]!);
        for (let axis = 0; axis < dimensions; axis += 1) vectors[term * dimensions + axis]! -= pace * step[axis]!;
      }
    }
  }
}

/** Shares of probability by likeness: `of(i, j)` for all j, given back through `into`. */
function addShares(batch: number, like: Float32Array, into: Float32Array, across: boolean): void {
  const at = (i: number, j: number) => (across ? j * batch + i : i * batch + j);
  for (let i = 0; i < batch; i += 1) {
    let highest = Number.NEGATIVE_INFINITY;
    for (let j = 0; j < batch; j += 1) highest = Math.max(highest, like[at(i, j)]!);
    let total = 0;
    for (let j = 0; j < batch; j += 1) total += Math.exp(like[at(i, j)]! - highest);
    for (let j = 0; j < batch; j += 1) into[at(i, j)]! += (0.5 * Math.exp(like[at(i, j)]! - highest)) / total;
  }
}

/** Slopes of: each query should find its own firm among those of the batch, and each firm its query. */
function contrast(query: Side, firm: Side, batch: number, dimensions: number, temperature: number): void {
  const like = new Float32Array(batch * batch);
  for (let i = 0; i < batch; i += 1) {
    for (let j = 0; j < batch; j += 1) {
      like[i * batch + j] =
        product(query.vectors, i * dimensions, firm.vectors, j * dimensions, dimensions) / temperature;
    }
  }
  const shares = new Float32Array(batch * batch);
  addShares(batch, like, shares, false);
  addShares(batch, like, shares, true);
  for (let i = 0; i < batch; i += 1) {
    for (let j = 0; j < batch; j += 1) {
      const slope = (shares[i * batch + j]! - (i === j ? 1 : 0)) / temperature;
      if (Math.abs(slope) < 1e-5) continue;
      const [a, b] = [i * dimensions, j * dimensions];
      for (let axis = 0; axis < dimensions; axis += 1) {
        query.slopes[a + axis]! += slope * firm.vectors[b + axis]!;
        firm.slopes[b + axis]! += slope * query.vectors[a + axis]!;
      }
    }
  }
}

/**
 * Learns vectors from the firms' own texts: again and again one line of a firm is taken out as a query, which should lie
 * closer to the firm's other lines than to those of the other firms of the batch. The first line of a firm is its name and
 * is never the query. `start` tells where the terms' vectors begin, about of length 1; by default anywhere.
 */
export function trainEncoder(
  firms: readonly (readonly EncodedLine[])[],
  settings: EncoderSettings,
  start = anywhere(settings),
): EncoderData {
  const { dimensions, batch, dropout, epochs } = settings;
  const random = randomOf(settings.seed);
  const { terms, rarity } = vocabulary(firms, settings.leastFirms);
  const empty = { dimensions, terms, rarity, vectors: new Float32Array(), centres: new Float32Array() };
  const data = { ...empty, vectors: start(new Encoder(empty)) };
  const encoder = new Encoder(data);
  const usable = firms.filter((lines) => lines.length > 1);
  const lines = usable.map((firm) => firm.map(({ text, share }) => ({ terms: encoder.terms(text), share })));
  const energy = new Float32Array(terms.length).fill(1e-6);
  const [query, firm] = [new Side(data, batch), new Side(data, batch)];
  const keep = () => random() >= dropout;
  for (let epoch = 0; epoch < epochs; epoch += 1) {
    const order = shuffle(lines, random);
    for (let start = 0; start + batch <= order.length; start += batch) {
      query.clear();
      firm.clear();
      for (let place = 0; place < batch; place += 1) {
        const own = order[start + place]!;
        const asked = 1 + Math.floor(random() * (own.length - 1));
        for (const [at, line] of own.entries()) {
          if (at === asked) query.add(place, line.terms, 1, keep);
          else firm.add(place, line.terms, line.share, keep);
        }
        query.close(place);
        firm.close(place);
      }
      contrast(query, firm, batch, dimensions, settings.temperature);
      const rate = settings.rate * (1 - (0.8 * epoch) / epochs);
      query.descend(rate, energy);
      firm.descend(rate, energy);
    }
  }
  return { ...data, centres: centresOf(firmVectors(encoder, firms), dimensions, settings.cells) };
}

/** Vectors of length 1, firm after firm. */
export function firmVectors(encoder: Encoder, firms: readonly (readonly EncodedLine[])[]): Float32Array {
  const { dimensions } = encoder;
  const vectors = new Float32Array(firms.length * dimensions);
  for (const [firm, lines] of firms.entries()) {
    for (const { text, share } of lines) encoder.addTo(vectors, firm * dimensions, encoder.terms(text), share);
    toLengthOne(vectors, firm * dimensions, dimensions);
  }
  return vectors;
}
