/** A unit vector's numbers lie between -1 and 1: 16 bits hold them to 0.00003, and a sum of products fits in 32. */
const SCALE = 32_767;
/** Rows compared in one call. */
const BATCH = 4_096;
const PAGE = 65_536;

/** The part of WebAssembly that is used here: no library of types for Node.js has it. */
interface Memory {
  readonly buffer: ArrayBuffer;
  grow(pages: number): number;
}
declare const WebAssembly: {
  readonly Memory: new (size: { initial: number }) => Memory;
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (
    module: object,
    imports: { readonly js: { readonly memory: Memory } },
  ) => { readonly exports: Readonly<Record<string, unknown>> };
};

type Compare = (query: number, list: number, count: number, rows: number, stride: number, out: number) => void;

/** A length or a number as WebAssembly writes it. */
const leb = (value: number): number[] => (value < 128 ? [value] : [(value & 127) | 128, ...leb(value >> 7)]);
const counted = (bytes: readonly number[]) => [...leb(bytes.length), ...bytes];
const named = (name: string) => counted(Array.from(name, (sign) => sign.charCodeAt(0)));
const section = (id: number, bytes: readonly number[]) => [id, ...counted(bytes)];

/**
 * Eight products at a time: JavaScript has no such operation. The loop, with pointers in bytes:
 * `for (; list < end; list += 4, out += 4) *out = sum of query[i] * (rows + *list * stride)[i]`.
 */
function comparison(): Uint8Array {
  const I32 = 0x7f;
  const V128 = 0x7b;
  const [query, list, count, rows, stride, out, end, row, axis, stop, sum] = [
    0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10,
  ] as const;
  const get = (local: number) => [0x20, local];
  const set = (local: number) => [0x21, local];
  const constant = (value: number) => [0x41, value];
  const [add, multiply, shiftLeft, notBelow, below] = [[0x6a], [0x6c], [0x74], [0x4f], [0x49]];
  const [block, loop, close] = [[0x02, 0x40], [0x03, 0x40], [0x0b]];
  const step = (local: number, by: number) => [...get(local), ...constant(by), ...add, ...set(local)];
  const load = (pointer: number) => [...get(pointer), 0xfd, 0x00, 0, 0];
  const lane = (at: number) => [...get(sum), 0xfd, 0x1b, at];
  const code = [
    ...[...get(list), ...get(count), ...constant(2), ...shiftLeft, ...add, ...set(end)],
    ...[...block, ...loop, ...get(list), ...get(end), ...notBelow, 0x0d, 1],
    ...[...get(rows), ...get(list), 0x28, 2, 0, ...get(stride), ...multiply, ...add, ...set(row)],
    ...[...get(query), ...set(axis), ...get(query), ...get(stride), ...add, ...set(stop)],
    ...[0xfd, 0x0c, ...new Array<number>(16).fill(0), ...set(sum)],
    // sum = i32x4.add(sum, i32x4.dot_i16x8_s(*axis, *row))
    ...[...loop, ...get(sum), ...load(axis), ...load(row), 0xfd, 0xba, 0x01, 0xfd, 0xae, 0x01, ...set(sum)],
    ...[...step(axis, 16), ...step(row, 16), ...get(axis), ...get(stop), ...below, 0x0d, 0, ...close],
    ...[...get(out), ...lane(0), ...lane(1), ...add, ...lane(2), ...add, ...lane(3), ...add, 0x36, 2, 0],
    ...[...step(list, 4), ...step(out, 4), 0x0c, 0, ...close, ...close, ...close],
  ];
  const body = [2, 4, I32, 1, V128, ...code];
  return Uint8Array.from([
    ...[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, [1, 0x60, 6, I32, I32, I32, I32, I32, I32, 0]),
    ...section(2, [1, ...named('js'), ...named('memory'), 2, 0, 1]),
    ...section(3, [1, 0]),
    ...section(7, [1, ...named('compare'), 0, 0]),
    ...section(10, [1, ...counted(body)]),
  ]);
}

const compiled = new WebAssembly.Module(comparison());

/** Vectors of length 1 (or all zero) by row, 16 bits a number. What is compared is exact and the same in any order. */
export class VectorTable {
  readonly #memory: Memory;
  readonly #compare: Compare;
  /** Bytes of a row: numbers are filled up to a multiple of eight. */
  readonly #stride: number;
  readonly #list: number;
  readonly #out: number;
  readonly #rows: number;
  #bytes: number;
  #numbers: Int16Array;
  #words: Int32Array;

  constructor(readonly dimensions: number) {
    this.#stride = Math.ceil(dimensions / 8) * 16;
    this.#list = this.#stride;
    this.#out = this.#list + BATCH * 4;
    this.#rows = Math.ceil((this.#out + BATCH * 4) / 16) * 16;
    const pages = Math.ceil(this.#rows / PAGE) + 1;
    this.#memory = new WebAssembly.Memory({ initial: pages });
    this.#bytes = pages * PAGE;
    const { exports } = new WebAssembly.Instance(compiled, { js: { memory: this.#memory } });
    this.#compare = exports.compare as Compare;
    this.#numbers = new Int16Array(this.#memory.buffer);
    this.#words = new Int32Array(this.#memory.buffer);
  }

  /** Puts the vector that begins at `from` into a row. */
  set(row: number, vector: Float32Array, from = 0): void {
    this.#reach(row);
    this.#write(this.#at(row), vector, from);
  }

  /** Adds `share` times a row to a vector. */
  addTo(into: Float32Array, row: number, share: number): void {
    const from = this.#at(row) / 2;
    const factor = share / SCALE;
    for (let axis = 0; axis < into.length; axis += 1) into[axis]! += factor * this.#numbers[from + axis]!;
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
