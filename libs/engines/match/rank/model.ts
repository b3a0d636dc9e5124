import type { Calibration } from './calibration.js';
import { Encoder, type EncoderData } from './encoder.js';
import { featureNames } from './feature-names.js';
import { packTrees, readTree, type Trees } from './trees.js';

/** A learned ranking as it is written down, with where it comes from. */
export interface ModelData {
  readonly provenance: {
    /** What it was learned from. */
    readonly data: string;
    /** The model that the vectors start from. */
    readonly teacher: string;
    /** Day, YYYY-MM-DD. */
    readonly date: string;
    readonly folds: number;
    /** Out-of-fold figures on the given queries, by task. */
    readonly figures: Readonly<Record<string, Readonly<Record<string, number>>>>;
    readonly logLoss: number;
    readonly baseLogLoss: number;
  };
  /** Names of the features, in the order the trees number them. */
  readonly features: readonly string[];
  readonly calibration: Calibration;
  /** A tree each: see `writeTree`. */
  readonly trees: readonly string[];
  /** The terms that have vectors, with blanks between. */
  readonly terms: string;
  /** Base 64 of a 32-bit float a term. */
  readonly rarity: string;
  readonly vectors: VectorData;
}

/** Vectors of terms, and after them those of the centres of cells. */
export interface VectorData {
  readonly dimensions: number;
  readonly cells: number;
  /** Base 64 of: a 32-bit float a row (its scale), then the rows, 8 bits a number. */
  readonly numbers: readonly string[];
}

/** A learned ranking ready for use. */
export interface Model {
  readonly trees: Trees;
  readonly calibration: Calibration;
  readonly encoder: Encoder;
}

/** Bytes of one piece of base 64: a source file of a piece stays below a megabyte. */
const PIECE = 600_000;

/** Vectors in 8 bits a number, each with a scale of its own; the centres' follow the terms'. */
function writeVectors({ dimensions, vectors, centres }: EncoderData): VectorData {
  const rows = (vectors.length + centres.length) / dimensions;
  const exact = new Float32Array(rows * dimensions);
  exact.set(vectors);
  exact.set(centres, vectors.length);
  const scales = new Float32Array(rows);
  const small = new Int8Array(exact.length);
  for (let row = 0; row < rows; row += 1) {
    const from = row * dimensions;
    let most = 1e-9;
    for (let axis = from; axis < from + dimensions; axis += 1) most = Math.max(most, Math.abs(exact[axis]!));
    scales[row] = most / 127;
    for (let axis = from; axis < from + dimensions; axis += 1) small[axis] = Math.round(exact[axis]! / scales[row]!);
  }
  const bytes = new Uint8Array(rows * 4 + small.length);
  bytes.set(new Uint8Array(scales.buffer));
  bytes.set(new Uint8Array(small.buffer), rows * 4);
  const numbers: string[] = [];
  for (let at = 0; at < bytes.length; at += PIECE) numbers.push(toBase64(bytes.subarray(at, at + PIECE)));
  return { dimensions, cells: centres.length / dimensions, numbers };
}

function readVectors(terms: number, { dimensions, cells, numbers }: VectorData) {
  const rows = terms + cells;
  const pieces = numbers.map(fromBase64);
  const bytes = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  pieces.reduce((at, piece) => {
    bytes.set(piece, at);
    return at + piece.length;
  }, 0);
  const scales = new Float32Array(bytes.buffer, 0, rows);
  const small = new Int8Array(bytes.buffer, rows * 4);
  const exact = new Float32Array(rows * dimensions);
  for (let at = 0; at < exact.length; at += 1) exact[at] = small[at]! * scales[Math.floor(at / dimensions)]!;
  const middle = terms * dimensions;
  return { dimensions, vectors: exact.subarray(0, middle), centres: exact.subarray(middle) };
}

type WrittenEncoder = Pick<ModelData, 'terms' | 'rarity' | 'vectors'>;

export function writeEncoder(data: EncoderData): WrittenEncoder {
  const { terms, rarity } = data;
  return {
    terms: terms.join(' '),
    rarity: toBase64(new Uint8Array(rarity.buffer, rarity.byteOffset, rarity.byteLength)),
    vectors: writeVectors(data),
  };
}

export function readEncoder(written: WrittenEncoder): Encoder {
  const terms = written.terms.split(' ');
  const rarity = new Float32Array(fromBase64(written.rarity).buffer);
  return new Encoder({ terms, rarity, ...readVectors(terms.length, written.vectors) });
}

/** Throws an Error when the model was learned on other features than this engine makes. */
export function readModel(data: ModelData): Model {
  if (data.features.join() !== featureNames.join()) throw new Error('the model was learned on other features');
  return {
    trees: packTrees(data.trees.map(readTree)),
    calibration: data.calibration,
    encoder: readEncoder(data),
  };
}

const toBase64 = (bytes: Uint8Array): string => btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));

function fromBase64(text: string): Uint8Array {
  const signs = atob(text);
  const bytes = new Uint8Array(signs.length);
  for (let at = 0; at < signs.length; at += 1) bytes[at] = signs.charCodeAt(at);
  return bytes;
}
