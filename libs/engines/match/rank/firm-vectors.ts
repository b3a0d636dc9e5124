import { grown } from './grown.js';
import { VectorTable } from './vector-table.js';

/** Rows that a cell takes at a time. */
const CHUNK = 64;

/** Firms with how like a vector they are; valid until the next call of the same {@link FirmVectors}. */
export interface Likes {
  /** The first `count` count. */
  readonly slots: Int32Array;
  readonly likes: Float32Array;
  readonly count: number;
}

export interface FirmVectorsImage {
  readonly rows: Int16Array;
  readonly chunks: number[][];
  readonly counts: number[];
  readonly free: number[];
  readonly reach: number;
  readonly rowOf: Int32Array<ArrayBuffer>;
  readonly cellOf: Int32Array<ArrayBuffer>;
  readonly slots: Int32Array<ArrayBuffer>;
}

/**
 * The vectors of firms by slot, of length 1. They lie by cells, each around a centre: a search looks at the nearest cells
 * only, and finds what it looks at in one piece of memory.
 */
export class FirmVectors {
  readonly #centres: VectorTable;
  readonly #cells: readonly number[];
  readonly #likeness: Float32Array;
  readonly #table: VectorTable;
  /** By cell: its chunks of rows, and how many rows are in use, those of the last chunk the last. */
  readonly #chunks: number[][];
  readonly #counts: number[];
  readonly #free: number[];
  #reach = 0;
  /** By slot: its row and its cell; by row: its slot. */
  #rows = new Int32Array(1024);
  #cellOf = new Int32Array(1024);
  #slots = new Int32Array(1024);
  #asked = new Int32Array(1024);
  #named = new Int32Array(1024);
  #likes = new Float32Array(1024);

  /** `centres` lie one after the other; with none, all firms share one cell. */
  constructor(centres: Float32Array, dimensions: number, image?: FirmVectorsImage) {
    const count = centres.length / dimensions;
    this.#cells = Array.from({ length: count }, (_, cell) => cell);
    this.#centres = new VectorTable(dimensions);
    for (const cell of this.#cells) this.#centres.set(cell, centres, cell * dimensions);
    this.#likeness = new Float32Array(Math.max(1, count));
    this.#table = new VectorTable(dimensions, image?.rows);
    this.#chunks = image?.chunks ?? Array.from({ length: Math.max(1, count) }, () => []);
    this.#counts = image?.counts ?? this.#chunks.map(() => 0);
    this.#free = image?.free ?? [];
    if (!image) return;
    this.#reach = image.reach;
    this.#rows = image.rowOf;
    this.#cellOf = image.cellOf;
    this.#slots = image.slots;
  }

  /** What it holds, not copied. */
  image(): FirmVectorsImage {
    return {
      rows: this.#table.image(this.#reach * CHUNK),
      chunks: this.#chunks,
      counts: this.#counts,
      free: this.#free,
      reach: this.#reach,
      rowOf: this.#rows,
      cellOf: this.#cellOf,
      slots: this.#slots,
    };
  }

  /** Puts the vector of a slot that has none. */
  add(slot: number, vector: Float32Array): void {
    this.#compare(vector);
    let cell = 0;
    for (const other of this.#cells) if (this.#likeness[other]! > this.#likeness[cell]!) cell = other;
    const row = this.#take(cell);
    if (slot >= this.#rows.length) {
      this.#rows = grown(this.#rows, slot + 1);
      this.#cellOf = grown(this.#cellOf, slot + 1);
    }
    if (row >= this.#slots.length) this.#slots = grown(this.#slots, row + 1);
    this.#rows[slot] = row;
    this.#cellOf[slot] = cell;
    this.#slots[row] = slot;
    this.#table.set(row, vector);
  }

  /** The slot must have a vector; the last of its cell takes over its row. */
  remove(slot: number): void {
    const cell = this.#cellOf[slot]!;
    const row = this.#rows[slot]!;
    const chunks = this.#chunks[cell]!;
    this.#counts[cell]! -= 1;
    const count = this.#counts[cell]!;
    const last = chunks.at(-1)! * CHUNK + (count % CHUNK);
    if (last !== row) {
      const moved = this.#slots[last]!;
      this.#table.move(last, row);
      this.#slots[row] = moved;
      this.#rows[moved] = row;
    }
    if (count % CHUNK === 0) this.#free.push(chunks.pop()!);
  }

  /** By cell: how many firms it holds. */
  get counts(): readonly number[] {
    return this.#counts;
  }

  /** A copy of the row of a slot. */
  row(slot: number): Int16Array {
    return this.#table.row(this.#rows[slot]!);
  }

  /**
   * The firms of the cells nearest to a vector, at least so many where there are as many, each with its likeness. `counts`
   * tells how many firms of all indexes a cell holds, where this is not the only one.
   */
  near(vector: Float32Array, least: number, counts: readonly number[] = this.#counts): Likes {
    this.#compare(vector);
    const likeness = this.#likeness;
    const order = Array.from(this.#chunks.keys()).sort((a, b) => likeness[b]! - likeness[a]! || a - b);
    let [count, seen] = [0, 0];
    for (const cell of order) {
      if (seen >= least) break;
      seen += counts[cell]!;
      this.#room(count + this.#counts[cell]!);
      const end = count + this.#counts[cell]!;
      for (const chunk of this.#chunks[cell]!) {
        for (let row = chunk * CHUNK; row < (chunk + 1) * CHUNK && count < end; row += 1) this.#asked[count++] = row;
      }
    }
    this.#table.likes(vector, this.#asked, count, this.#likes);
    for (let at = 0; at < count; at += 1) this.#named[at] = this.#slots[this.#asked[at]!]!;
    return { slots: this.#named, likes: this.#likes, count };
  }

  /** Likeness, -1 to 1, of a vector to the first `count` slots named, one after the other in `into`. */
  likes(vector: Float32Array, slots: ArrayLike<number>, count: number, into: Float32Array): void {
    this.#table.likes(vector, this.#rowsOf(slots, count), count, into);
  }

  /** As {@link likes}, of a firm to others. */
  likesOf(slot: number, slots: ArrayLike<number>, count: number, into: Float32Array): void {
    this.#table.likesOf(this.#rows[slot]!, this.#rowsOf(slots, count), count, into);
  }

  /** Adds `share` times the vector of a slot to another. */
  addTo(into: Float32Array, slot: number, share: number): void {
    this.#table.addTo(into, this.#rows[slot]!, share);
  }

  #take(cell: number): number {
    const chunks = this.#chunks[cell]!;
    const at = this.#counts[cell]! % CHUNK;
    if (at === 0) chunks.push(this.#free.pop() ?? this.#reach++);
    this.#counts[cell]! += 1;
    return chunks.at(-1)! * CHUNK + at;
  }

  #rowsOf(slots: ArrayLike<number>, count: number): Int32Array {
    this.#room(count);
    for (let at = 0; at < count; at += 1) this.#asked[at] = this.#rows[slots[at]!]!;
    return this.#asked;
  }

  #room(count: number): void {
    if (count <= this.#asked.length) return;
    this.#asked = grown(this.#asked, count);
    this.#named = new Int32Array(this.#asked.length);
    this.#likes = new Float32Array(this.#asked.length);
  }

  #compare(vector: Float32Array): void {
    this.#centres.likes(vector, this.#cells, this.#cells.length, this.#likeness);
  }
}
