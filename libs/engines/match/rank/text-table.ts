import { textHash } from './text-hash.js';

const none = -1;

function grown<T extends Int32Array | Uint16Array>(made: T, old: T): T {
  made.set(old);
  return made;
}

export interface TextImage {
  readonly chars: Uint16Array<ArrayBuffer>;
  readonly end: number;
  readonly dead: number;
  readonly starts: Int32Array<ArrayBuffer>;
  readonly lengths: Int32Array<ArrayBuffer>;
  readonly heads: Int32Array<ArrayBuffer>;
  readonly next: Int32Array<ArrayBuffer>;
  readonly free: number[];
  readonly reach: number;
}

/**
 * Different texts, each with a number, and numbers of texts that are gone given to new ones. Characters lie one after the
 * other in one array, found by a hash of them: no string is kept. `chars` is replaced when it grows.
 */
export class TextTable {
  chars = new Uint16Array(4096);
  #end = 0;
  /** Characters of texts that are gone. */
  #dead = 0;
  #starts = new Int32Array(256);
  /** -1 for a number that is free. */
  #lengths = new Int32Array(256);
  /** By hash: the first text of a chain, plus one; by text: the next. */
  #heads = new Int32Array(512);
  #next = new Int32Array(256);
  #free: number[] = [];
  #reach = 0;

  constructor(image?: TextImage) {
    if (!image) return;
    this.chars = image.chars;
    this.#end = image.end;
    this.#dead = image.dead;
    this.#starts = image.starts;
    this.#lengths = image.lengths;
    this.#heads = image.heads;
    this.#next = image.next;
    this.#free = image.free;
    this.#reach = image.reach;
  }

  /** What it holds, not copied. */
  image(): TextImage {
    return {
      chars: this.chars,
      end: this.#end,
      dead: this.#dead,
      starts: this.#starts,
      lengths: this.#lengths,
      heads: this.#heads,
      next: this.#next,
      free: this.#free,
      reach: this.#reach,
    };
  }

  /** Texts held. */
  get size(): number {
    return this.#reach - this.#free.length;
  }

  /** Where the characters of a text begin in `chars`. */
  start(text: number): number {
    return this.#starts[text]!;
  }

  length(text: number): number {
    return this.#lengths[text]!;
  }

  text(number: number): string {
    const start = this.#starts[number]!;
    let text = '';
    for (let at = start; at < start + this.#lengths[number]!; at += 1) text += String.fromCharCode(this.chars[at]!);
    return text;
  }

  /** The number of a text; -1 when it is not there. */
  find(text: string): number {
    for (let each = this.#heads[this.#bucket(text)]! - 1; each >= 0; each = this.#next[each]! - 1) {
      if (this.#is(each, text)) return each;
    }
    return none;
  }

  /** Adds a text that is not there. */
  add(text: string): number {
    const number = this.#free.pop() ?? this.#reach;
    if (number === this.#reach) this.#reach += 1;
    if (this.#reach > this.#starts.length) this.#enlarge();
    this.#make(text.length);
    for (let at = 0; at < text.length; at += 1) this.chars[this.#end + at] = text.charCodeAt(at);
    this.#starts[number] = this.#end;
    this.#lengths[number] = text.length;
    this.#end += text.length;
    this.#chain(number, this.#bucket(text));
    return number;
  }

  remove(number: number): void {
    const bucket = this.#bucket(this.text(number));
    let before = none;
    for (let each = this.#heads[bucket]! - 1; each !== number; each = this.#next[each]! - 1) before = each;
    if (before === none) this.#heads[bucket] = this.#next[number]!;
    else this.#next[before] = this.#next[number]!;
    this.#dead += this.#lengths[number]!;
    this.#lengths[number] = none;
    this.#free.push(number);
  }

  #is(number: number, text: string): boolean {
    if (this.#lengths[number] !== text.length) return false;
    const start = this.#starts[number]!;
    for (let at = 0; at < text.length; at += 1) if (this.chars[start + at] !== text.charCodeAt(at)) return false;
    return true;
  }

  #bucket(text: string): number {
    const hash = textHash(text);
    return (hash ^ (hash >>> 15)) & (this.#heads.length - 1);
  }

  #chain(number: number, bucket: number): void {
    this.#next[number] = this.#heads[bucket]!;
    this.#heads[bucket] = number + 1;
  }

  #enlarge(): void {
    const room = this.#starts.length * 2;
    this.#starts = grown(new Int32Array(room), this.#starts);
    this.#lengths = grown(new Int32Array(room).fill(none), this.#lengths);
    this.#next = new Int32Array(room);
    this.#heads = new Int32Array(room * 2);
    for (let each = 0; each < room / 2; each += 1) {
      if (this.#lengths[each]! !== none) this.#chain(each, this.#bucket(this.text(each)));
    }
  }

  /** Room for so many characters more: once most are dead, the living move together. */
  #make(characters: number): void {
    if (this.#end + characters <= this.chars.length) return;
    const living = this.#end - this.#dead;
    const old = this.chars;
    this.chars = new Uint16Array(Math.max(old.length, (living + characters) * 2));
    this.#end = 0;
    this.#dead = 0;
    for (let each = 0; each < this.#reach; each += 1) {
      const length = this.#lengths[each]!;
      if (length <= 0) continue;
      this.chars.set(old.subarray(this.#starts[each]!, this.#starts[each]! + length), this.#end);
      this.#starts[each] = this.#end;
      this.#end += length;
    }
  }
}
