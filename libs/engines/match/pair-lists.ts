/** 2^26 pairs are 512 MB: beyond it firms belong in more than one shard. */
const MAX_CLASS = 26;

function grown<T extends Int32Array | Float32Array>(old: T, made: T): T {
  made.set(old);
  return made;
}

/**
 * Many lists of (key, value) pairs in two typed arrays. A list lies in one block of 2^c pairs; a list that outgrows its
 * block moves to one of twice the size, and blocks left behind are used again. Lists are numbered by the caller.
 * `keys` and `values` are replaced when they grow: read them anew after any `push`.
 */
export class PairLists {
  keys = new Int32Array(1024);
  values = new Float32Array(1024);
  #end = 0;
  #starts = new Int32Array(1024);
  #sizes = new Int32Array(1024);
  /** Class of the list's block plus one; 0 for a list without a block. */
  #classes = new Uint8Array(1024);
  readonly #free: number[][] = [];

  /** Where the pairs of a list begin in `keys` and `values`. */
  start(list: number): number {
    return this.#starts[list] ?? 0;
  }

  size(list: number): number {
    return this.#sizes[list] ?? 0;
  }

  push(list: number, key: number, value: number): void {
    this.#reach(list);
    const size = this.#sizes[list]!;
    const room = this.#classes[list] === 0 ? 0 : 1 << (this.#classes[list]! - 1);
    if (size === room) this.#enlarge(list, size);
    const at = this.#starts[list]! + size;
    this.keys[at] = key;
    this.values[at] = value;
    this.#sizes[list] = size + 1;
  }

  /** Takes out the pair with this key, which must be there; the last pair takes its place. */
  remove(list: number, key: number): void {
    const start = this.#starts[list]!;
    const last = start + this.#sizes[list]! - 1;
    let at = start;
    while (at < last && this.keys[at] !== key) at += 1;
    this.keys[at] = this.keys[last]!;
    this.values[at] = this.values[last]!;
    this.#sizes[list] = last - start;
    if (last === start) this.clear(list);
  }

  /** Empties a list and gives its block back. */
  clear(list: number): void {
    if ((this.#classes[list] ?? 0) > 0) this.#freeOf(this.#classes[list]! - 1).push(this.#starts[list]!);
    this.#classes[list] = 0;
    this.#sizes[list] = 0;
  }

  #freeOf(size: number): number[] {
    this.#free[size] ??= [];
    return this.#free[size];
  }

  #reach(list: number): void {
    if (list < this.#starts.length) return;
    const length = Math.max(list + 1, this.#starts.length * 2);
    this.#starts = grown(this.#starts, new Int32Array(length));
    this.#sizes = grown(this.#sizes, new Int32Array(length));
    const classes = new Uint8Array(length);
    classes.set(this.#classes);
    this.#classes = classes;
  }

  #enlarge(list: number, size: number): void {
    const wanted = size === 0 ? 0 : this.#classes[list]!;
    if (wanted > MAX_CLASS) throw new Error('a list of the index is full');
    const from = this.#starts[list]!;
    const to = this.#freeOf(wanted).pop() ?? this.#extend(1 << wanted);
    this.keys.copyWithin(to, from, from + size);
    this.values.copyWithin(to, from, from + size);
    if (size > 0) this.#freeOf(wanted - 1).push(from);
    this.#starts[list] = to;
    this.#classes[list] = wanted + 1;
  }

  #extend(pairs: number): number {
    const start = this.#end;
    this.#end += pairs;
    if (this.#end > this.keys.length) {
      const length = Math.max(this.#end, this.keys.length * 2);
      this.keys = grown(this.keys, new Int32Array(length));
      this.values = grown(this.values, new Float32Array(length));
    }
    return start;
  }
}
