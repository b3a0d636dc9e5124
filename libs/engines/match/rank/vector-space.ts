import { type Encoder, toLengthOne, type WeightedTerms } from './encoder.js';
import { FirmVectors, type FirmVectorsImage } from './firm-vectors.js';
import { VectorTable } from './vector-table.js';

export interface VectorSpaceImage {
  readonly lines: Int16Array;
  readonly lengths: Float32Array<ArrayBuffer>;
  readonly firms: FirmVectorsImage;
}

/** Vectors of one encoder: those of lines, and those of firms, which lie in cells. */
export class VectorSpace {
  /** By line, of length 1. */
  readonly lines: VectorTable;
  /** By slot, of length 1. */
  readonly firms: FirmVectors;
  /** By line: length of its vector before it was made 1. */
  #lengths = new Float32Array(256);
  readonly #scratch: Float32Array;

  constructor(
    readonly encoder: Encoder,
    image?: VectorSpaceImage,
  ) {
    this.lines = new VectorTable(encoder.dimensions, image?.lines);
    this.firms = new FirmVectors(encoder.data.centres, encoder.dimensions, image?.firms);
    this.#scratch = new Float32Array(encoder.dimensions);
    if (image) this.#lengths = image.lengths;
  }

  /** What it holds, not copied. */
  image(): VectorSpaceImage {
    return { lines: this.lines.image(this.#lengths.length), lengths: this.#lengths, firms: this.firms.image() };
  }

  setLine(line: number, terms: WeightedTerms): void {
    if (line >= this.#lengths.length) {
      const grown = new Float32Array(Math.max(line + 1, this.#lengths.length * 2));
      grown.set(this.#lengths);
      this.#lengths = grown;
    }
    this.#scratch.fill(0);
    this.encoder.addTo(this.#scratch, 0, terms);
    this.#lengths[line] = toLengthOne(this.#scratch, 0, this.#scratch.length);
    this.lines.set(line, this.#scratch);
  }

  /** The firm's vector is the sum of its lines' before they were made 1, each `share` times. The slot has none yet. */
  setFirm(slot: number, lines: readonly { readonly line: number; readonly share: number }[]): void {
    this.#scratch.fill(0);
    for (const { line, share } of lines) this.lines.addTo(this.#scratch, line, share * this.#lengths[line]!);
    toLengthOne(this.#scratch, 0, this.#scratch.length);
    this.firms.add(slot, this.#scratch);
  }
}
