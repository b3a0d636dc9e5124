import { Blocks, type BlocksImage, type Storage } from './blocks.js';

export interface PairsImage {
  readonly keys: Int32Array<ArrayBuffer>;
  readonly values: Float32Array<ArrayBuffer>;
  readonly blocks: BlocksImage;
}

/**
 * Many lists of (key, value) pairs in two typed arrays, numbered by the caller: see {@link Blocks}. `keys` and `values` are
 * replaced when they grow: read them anew after any `push`.
 */
export class PairLists implements Storage {
  keys = new Int32Array(1024);
  values = new Float32Array(1024);
  readonly #blocks: Blocks;

  constructor(image?: PairsImage) {
    if (image) [this.keys, this.values] = [image.keys, image.values];
    this.#blocks = new Blocks(this, image?.blocks);
  }

  /** What the lists hold, not copied. */
  image(): PairsImage {
    return { keys: this.keys, values: this.values, blocks: this.#blocks.image() };
  }

  /** Where the pairs of a list begin in `keys` and `values`. */
  start(list: number): number {
    return this.#blocks.start(list);
  }

  size(list: number): number {
    return this.#blocks.size(list);
  }

  push(list: number, key: number, value: number): void {
    const at = this.#blocks.push(list);
    this.keys[at] = key;
    this.values[at] = value;
  }

  /** Takes out the pair with this key, which must be there; the last pair takes its place. */
  remove(list: number, key: number): void {
    const start = this.start(list);
    const last = start + this.size(list) - 1;
    let at = start;
    while (at < last && this.keys[at] !== key) at += 1;
    this.keys[at] = this.keys[last]!;
    this.values[at] = this.values[last]!;
    this.#blocks.pop(list);
  }

  /** Empties a list and gives its block back. */
  clear(list: number): void {
    this.#blocks.clear(list);
  }

  reach(end: number): void {
    if (end <= this.keys.length) return;
    const length = Math.max(end, this.keys.length * 2);
    const [keys, values] = [new Int32Array(length), new Float32Array(length)];
    keys.set(this.keys);
    values.set(this.values);
    [this.keys, this.values] = [keys, values];
  }

  move(from: number, to: number, size: number): void {
    this.keys.copyWithin(to, from, from + size);
    this.values.copyWithin(to, from, from + size);
  }
}
