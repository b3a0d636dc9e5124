/** 2^26 entries a list: beyond it firms belong in more than one shard. */
const MAX_CLASS = 26;

/** The arrays in which lists lie. */
export interface Storage {
  /** Makes room for entries below `end`. */
  reach(end: number): void;
  /** Moves so many entries. */
  move(from: number, to: number, size: number): void;
}

export interface BlocksImage {
  readonly end: number;
  readonly starts: Int32Array<ArrayBuffer>;
  readonly sizes: Int32Array<ArrayBuffer>;
  readonly classes: Uint8Array<ArrayBuffer>;
  readonly free: number[][];
}

/**
 * Where many lists lie in shared arrays. A list lies in one block of 2^c entries; a list that outgrows its block moves to
 * one of twice the size, and blocks left behind are used again. Lists are numbered by the caller.
 */
export class Blocks {
  #end = 0;
  #starts = new Int32Array(1024);
  #sizes = new Int32Array(1024);
  /** Class of the list's block plus one; 0 for a list without a block. */
  #classes = new Uint8Array(1024);
  #free: number[][] = [];

  constructor(
    private readonly storage: Storage,
    image?: BlocksImage,
  ) {
    if (!image) return;
    this.#end = image.end;
    this.#starts = image.starts;
    this.#sizes = image.sizes;
    this.#classes = image.classes;
    this.#free = image.free;
  }

  /** Where the lists lie, not copied. */
  image(): BlocksImage {
    return { end: this.#end, starts: this.#starts, sizes: this.#sizes, classes: this.#classes, free: this.#free };
  }

  /** Where the entries of a list begin. */
  start(list: number): number {
    return this.#starts[list] ?? 0;
  }

  size(list: number): number {
    return this.#sizes[list] ?? 0;
  }

  /** Makes a list one entry longer and answers where that is. */
  push(list: number): number {
    this.#reach(list);
    const size = this.#sizes[list]!;
    const room = this.#classes[list] === 0 ? 0 : 1 << (this.#classes[list]! - 1);
    if (size === room) this.#enlarge(list, size);
    this.#sizes[list] = size + 1;
    return this.#starts[list]! + size;
  }

  /** Makes a list one entry shorter. */
  pop(list: number): void {
    this.#sizes[list]! -= 1;
    if (this.#sizes[list] === 0) this.clear(list);
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
    const [starts, sizes, classes] = [new Int32Array(length), new Int32Array(length), new Uint8Array(length)];
    starts.set(this.#starts);
    sizes.set(this.#sizes);
    classes.set(this.#classes);
    [this.#starts, this.#sizes, this.#classes] = [starts, sizes, classes];
  }

  #enlarge(list: number, size: number): void {
    const wanted = size === 0 ? 0 : this.#classes[list]!;
    if (wanted > MAX_CLASS) throw new Error('a list of the index is full');
    const from = this.#starts[list]!;
    const to = this.#freeOf(wanted).pop() ?? this.#extend(1 << wanted);
    this.storage.move(from, to, size);
    if (size > 0) this.#freeOf(wanted - 1).push(from);
    this.#starts[list] = to;
    this.#classes[list] = wanted + 1;
  }

  #extend(entries: number): number {
    const start = this.#end;
    this.#end += entries;
    this.storage.reach(this.#end);
    return start;
  }
}
