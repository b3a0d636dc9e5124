import {
  add,
  compile,
  constant,
  get,
  I32,
  leaveUnlessBelow,
  type Memory,
  memoryOf,
  over,
  PAGE,
  repeat,
  repeatWhileBelow,
  set,
  simd,
  V128,
} from './wasm.js';

/** A unit vector's numbers lie between -1 and 1: 16 bits hold them to 0.00003, and a sum of products fits in 32. */
const SCALE = 32_767;
/** Rows compared in one call. */
const BATCH = 4_096;

/**
 * Eight products at a time: JavaScript has no such operation. The loop, with pointers in bytes:
 * `for (; list < end; list += 4, out += 4) *out = sum of query[i] * (rows + *list * stride)[i]`, so many times eight abreast.
 */
function comparison(abreast: number): object {
  const [query, list, count, rows, stride, out, end, row, axis, stop, sum] = [
    0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10,
  ] as const;
  const load = (pointer: number, at: number) => [...get(pointer), ...simd(0x00, 0, at * 16)];
  const lane = (at: number) => [...get(sum), ...simd(0x1b, at)];
  const [plus, times] = [[0x6a], [0x6c]];
  return compile(
    6,
    [
      [4, I32],
      [1, V128],
    ],
    [
      ...[...get(list), ...get(count), ...constant(2), 0x74, ...plus, ...set(end)],
      ...repeat(
        ...leaveUnlessBelow(list, end),
        ...[...get(rows), ...get(list), 0x28, 2, 0, ...get(stride), ...times, ...plus, ...set(row)],
        ...[...get(query), ...set(axis), ...get(query), ...get(stride), ...plus, ...set(stop)],
        ...[...simd(0x0c, ...new Array<number>(16).fill(0)), ...set(sum)],
        ...repeatWhileBelow(
          axis,
          stop,
          // sum = i32x4.add(sum, i32x4.dot_i16x8_s(*axis, *row))
          ...Array.from({ length: abreast }, (_, at) => [
            ...[
              ...get(sum),
              ...load(axis, at),
              ...load(row, at),
              ...simd(0xba, 0x01),
              ...simd(0xae, 0x01),
              ...set(sum),
            ],
          ]).flat(),
          ...[...add(axis, abreast * 16), ...add(row, abreast * 16)],
        ),
        ...[...get(out), ...lane(0), ...lane(1), ...plus, ...lane(2), ...plus, ...lane(3), ...plus, 0x36, 2, 0],
        ...[...add(list, 4), ...add(out, 4)],
      ),
    ],
  );
}

const [single, abreast] = [comparison(1), comparison(4)];

/** Adds `share` times a row to a vector. */
export function addRow(into: Float32Array, row: Int16Array, share: number, from = 0): void {
  const factor = share / SCALE;
  for (let axis = 0; axis < into.length; axis += 1) into[axis]! += factor * row[from + axis]!;
}

/** The vector of a row: put into a table it makes the same row. */
export const vectorOf = (row: Int16Array): Float32Array => Float32Array.from(row, (number) => number / SCALE);

/** Vectors of length 1 (or all zero) by row, 16 bits a number. What is compared is exact and the same in any order. */
export class VectorTable {
  readonly #memory: Memory;
  readonly #compare: (query: number, list: number, count: number, rows: number, stride: number, out: number) => void;
  /** Bytes of a row: numbers are filled up to a multiple of eight. */
  readonly #stride: number;
  readonly #list: number;
  readonly #out: number;
  readonly #rows: number;
  #bytes: number;
  #numbers: Int16Array;
  #words: Int32Array;

  /** `image` is of a table with as many dimensions. */
  constructor(
    readonly dimensions: number,
    image?: Int16Array,
  ) {
    this.#stride = Math.ceil(dimensions / 8) * 16;
    this.#list = this.#stride;
    this.#out = this.#list + BATCH * 4;
    this.#rows = Math.ceil((this.#out + BATCH * 4) / 16) * 16;
    const pages = Math.ceil(this.#rows / PAGE) + 1;
    this.#memory = memoryOf(pages * PAGE);
    this.#bytes = pages * PAGE;
    this.#compare = over(this.#memory, this.#stride % 64 === 0 ? abreast : single);
    this.#numbers = new Int16Array(this.#memory.buffer);
    this.#words = new Int32Array(this.#memory.buffer);
    if (!image || image.length === 0) return;
    this.#reach((image.length * 2) / this.#stride - 1);
    this.#numbers.set(image, this.#rows / 2);
  }

  /** The numbers of the first `rows` rows. */
  image(rows: number): Int16Array {
    const end = this.#rows / 2 + Math.min(rows * this.#stride, this.#bytes - this.#rows) / 2;
    return this.#numbers.subarray(this.#rows / 2, end);
  }

  /** Puts the vector that begins at `from` into a row. */
  set(row: number, vector: Float32Array, from = 0): void {
    this.#reach(row);
    this.#write(this.#at(row), vector, from);
  }

  /** Puts a row's vector into another, too. */
  move(from: number, to: number): void {
    const start = this.#at(from) / 2;
    this.#numbers.copyWithin(this.#at(to) / 2, start, start + this.#stride / 2);
  }

  /** Adds `share` times a row to a vector. */
  addTo(into: Float32Array, row: number, share: number): void {
    addRow(into, this.#numbers, share, this.#at(row) / 2);
  }

  /** A copy of a row. */
  row(row: number): Int16Array {
    const from = this.#at(row) / 2;
    return this.#numbers.slice(from, from + this.dimensions);
  }

  /** Likeness, -1 to 1, of a vector to the first `count` rows named, one after the other in `into`. */
  likes(vector: Float32Array, rows: ArrayLike<number>, count: number, into: Float32Array): void {
    this.#write(0, vector, 0);
    this.#likes(0, rows, count, into);
  }

  /** As {@link likes}, of a row to others. */
  likesOf(row: number, rows: ArrayLike<number>, count: number, into: Float32Array): void {
    this.#likes(this.#at(row), rows, count, into);
  }

  #likes(query: number, rows: ArrayLike<number>, count: number, into: Float32Array): void {
    const words = this.#words;
    const [list, out] = [this.#list / 4, this.#out / 4];
    for (let done = 0; done < count; done += BATCH) {
      const size = Math.min(BATCH, count - done);
      for (let at = 0; at < size; at += 1) words[list + at] = rows[done + at]!;
      this.#compare(query, this.#list, size, this.#rows, this.#stride, this.#out);
      for (let at = 0; at < size; at += 1) into[done + at] = words[out + at]! / (SCALE * SCALE);
    }
  }

  #at(row: number): number {
    return this.#rows + row * this.#stride;
  }

  #write(at: number, vector: Float32Array, from: number): void {
    for (let axis = 0; axis < this.dimensions; axis += 1) {
      this.#numbers[at / 2 + axis] = Math.round(vector[from + axis]! * SCALE);
    }
  }

  #reach(row: number): void {
    const needed = this.#at(row + 1);
    if (needed <= this.#bytes) return;
    const pages = Math.ceil(Math.max(needed - this.#bytes, this.#bytes / 2) / PAGE);
    this.#memory.grow(pages);
    this.#bytes += pages * PAGE;
    this.#numbers = new Int16Array(this.#memory.buffer);
    this.#words = new Int32Array(this.#memory.buffer);
  }
}
