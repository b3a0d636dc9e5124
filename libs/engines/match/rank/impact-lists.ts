import { Blocks, type BlocksImage, type Storage } from '../blocks.js';

/** Layers of a long list, 0 the one whose entries count least. */
export const LAYERS = 24;
const STEPS = 32;
/** Where the lowest layer ends, less one step: few mentions count less. */
const LEAST = (STEPS - LAYERS) / STEPS;

/** Entries from which a list has layers, and below which it has none any more. */
const LAYERED = { from: 64, below: 32 } as const;

/** The layer of an entry that counts `impact`, 0 to 1. */
export const layerOf = (impact: number): number =>
  Math.max(0, Math.min(LAYERS - 1, Math.floor((impact - LEAST) * STEPS)));

/** No entry of the layer counts more. */
export const mostOf = (layer: number): number => LEAST + (layer + 1) / STEPS;

export interface ImpactImage {
  readonly keys: Int32Array<ArrayBuffer>;
  readonly ends: Int32Array<ArrayBuffer>;
  readonly layers: Uint8Array<ArrayBuffer>;
  readonly blocks: BlocksImage;
  readonly places: Int32Array<ArrayBuffer>;
  readonly highest: Uint8Array<ArrayBuffer>;
  readonly free: number[];
  readonly reach: number;
}

/**
 * Lists of keys, one a term, those that count most first: a search stops in the middle of a list once what is left cannot
 * matter. Long lists are cut into layers, each with a bound; a short one has one bound. Typed arrays, no object an entry.
 * `keys` and `ends` are replaced when they grow.
 */
export class ImpactLists implements Storage {
  keys = new Int32Array(1024);
  /** By layered list and layer, the highest first: where the layer ends, counted from the start of the list. */
  ends = new Int32Array(LAYERS * 16);
  #layers = new Uint8Array(1024);
  #blocks: Blocks;
  /** By list: its place in `ends` plus one; 0 for one that has no layers. */
  #places = new Int32Array(1024);
  /** By list: no entry has been in a higher layer since the list was empty. */
  #highest = new Uint8Array(1024);
  #free: number[] = [];
  #reach = 0;

  constructor(image?: ImpactImage) {
    this.#blocks = new Blocks(this, image?.blocks);
    if (!image) return;
    this.keys = image.keys;
    this.ends = image.ends;
    this.#layers = image.layers;
    this.#places = image.places;
    this.#highest = image.highest;
    this.#free = image.free;
    this.#reach = image.reach;
  }

  /** What the lists hold, not copied. */
  image(): ImpactImage {
    return {
      keys: this.keys,
      ends: this.ends,
      layers: this.#layers,
      blocks: this.#blocks.image(),
      places: this.#places,
      highest: this.#highest,
      free: this.#free,
      reach: this.#reach,
    };
  }

  start(list: number): number {
    return this.#blocks.start(list);
  }

  size(list: number): number {
    return this.#blocks.size(list);
  }

  /** Where the ends of a list's layers begin in `ends`; negative for a short list, which has none. */
  layers(list: number): number {
    return this.#places[list]! * LAYERS - LAYERS;
  }

  /** No entry of the list is in a higher layer. */
  highest(list: number): number {
    return this.#highest[list]!;
  }

  add(list: number, key: number, layer: number): void {
    const size = this.size(list);
    const at = this.#blocks.push(list);
    if (list >= this.#places.length) this.#enlarge(list);
    this.#highest[list] = size === 0 ? layer : Math.max(this.#highest[list]!, layer);
    if (this.#places[list]! > 0) {
      this.#insert(list, key, layer);
      return;
    }
    this.keys[at] = key;
    this.#layers[at] = layer;
    if (size + 1 === LAYERED.from) this.#sort(list);
  }

  /** Takes out an entry, which must be there in this layer. */
  remove(list: number, key: number, layer: number): void {
    const [start, size] = [this.start(list), this.size(list)];
    if (this.#places[list]! > 0) {
      this.#takeOut(list, key, layer);
      if (size <= LAYERED.below) this.#unlayer(list);
    } else {
      const at = this.keys.indexOf(key, start);
      this.#copy(start + size - 1, at);
    }
    this.#blocks.pop(list);
  }

  /** Empties all lists. */
  clear(): void {
    this.#blocks = new Blocks(this);
    this.#places.fill(0);
    this.#free.length = 0;
    this.#reach = 0;
  }

  reach(end: number): void {
    if (end <= this.keys.length) return;
    const length = Math.max(end, this.keys.length * 2);
    const [keys, layers] = [new Int32Array(length), new Uint8Array(length)];
    keys.set(this.keys);
    layers.set(this.#layers);
    [this.keys, this.#layers] = [keys, layers];
  }

  move(from: number, to: number, size: number): void {
    this.keys.copyWithin(to, from, from + size);
    this.#layers.copyWithin(to, from, from + size);
  }

  #copy(from: number, to: number): void {
    this.keys[to] = this.keys[from]!;
    this.#layers[to] = this.#layers[from]!;
  }

  /** The free entry is the last of the list: each lower layer gives it on by moving its first entry to its end. */
  #insert(list: number, key: number, layer: number): void {
    const { ends } = this;
    const start = this.start(list);
    const first = this.layers(list);
    const own = first + LAYERS - 1 - layer;
    for (let at = first + LAYERS - 1; at > own; at -= 1) {
      if (ends[at]! > ends[at - 1]!) this.#copy(start + ends[at - 1]!, start + ends[at]!);
      ends[at]! += 1;
    }
    this.keys[start + ends[own]!] = key;
    this.#layers[start + ends[own]!] = layer;
    ends[own]! += 1;
  }

  /** The other way round: the free entry wanders to the end of the list. */
  #takeOut(list: number, key: number, layer: number): void {
    const { ends } = this;
    const start = this.start(list);
    const first = this.layers(list);
    const own = first + LAYERS - 1 - layer;
    const from = own === first ? 0 : ends[own - 1]!;
    this.#copy(start + ends[own]! - 1, this.keys.indexOf(key, start + from));
    ends[own]! -= 1;
    for (let at = own + 1; at < first + LAYERS; at += 1) {
      if (ends[at]! - 1 > ends[at - 1]!) this.#copy(start + ends[at]! - 1, start + ends[at - 1]!);
      ends[at]! -= 1;
    }
  }

  /** Cuts a list into layers. */
  #sort(list: number): void {
    const [start, size] = [this.start(list), this.size(list)];
    const place = this.#free.pop() ?? this.#reach++;
    if ((place + 1) * LAYERS > this.ends.length) {
      const ends = new Int32Array(this.ends.length * 2);
      ends.set(this.ends);
      this.ends = ends;
    }
    this.#places[list] = place + 1;
    const first = place * LAYERS;
    this.ends.fill(0, first, first + LAYERS);
    const [keys, layers] = [this.keys.slice(start, start + size), this.#layers.slice(start, start + size)];
    for (let at = 0; at < size; at += 1) this.#insert(list, keys[at]!, layers[at]!);
  }

  #unlayer(list: number): void {
    this.#free.push(this.#places[list]! - 1);
    this.#places[list] = 0;
  }

  #enlarge(list: number): void {
    const length = Math.max(list + 1, this.#places.length * 2);
    const [places, highest] = [new Int32Array(length), new Uint8Array(length)];
    places.set(this.#places);
    highest.set(this.#highest);
    [this.#places, this.#highest] = [places, highest];
  }
}
