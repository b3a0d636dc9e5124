import { type Encoder, toLengthOne } from './encoder.js';
import type { RankText } from './rank-text.js';

interface Label {
  readonly text: string;
  /** Firms that carry it, by id, each as often as it does. */
  readonly slots: number[];
  readonly ids: string[];
}

/** The labels (domains, industries) that firms carry, each with its vector and its firms. */
export class LabelTable {
  readonly #numbers = new Map<string, number>();
  readonly #labels: (Label | undefined)[] = [];
  readonly #free: number[] = [];
  /** Label after label, of length 1 each; all zero where there is no label. */
  vectors: Float32Array;

  constructor(private readonly encoder: Encoder) {
    this.vectors = new Float32Array(256 * encoder.dimensions);
  }

  /** Labels in use and free: every number is below. */
  get size(): number {
    return this.#labels.length;
  }

  readonly text = (label: number): string => this.#labels[label]?.text ?? '';

  /** Slots of the firms that carry it, by their ids. */
  slots(label: number): readonly number[] {
    return this.#labels[label]?.slots ?? [];
  }

  /** The label's number. */
  add(text: RankText, slot: number, id: string): number {
    const number = this.#numbers.get(text.normal) ?? this.#make(text);
    const { slots, ids } = this.#labels[number]!;
    let at = ids.length;
    while (at > 0 && ids[at - 1]! > id) at -= 1;
    ids.splice(at, 0, id);
    slots.splice(at, 0, slot);
    return number;
  }

  remove(label: number, slot: number): void {
    const { slots, ids, text } = this.#labels[label]!;
    const at = slots.indexOf(slot);
    slots.splice(at, 1);
    ids.splice(at, 1);
    if (slots.length > 0) return;
    const { dimensions } = this.encoder;
    this.vectors.fill(0, label * dimensions, (label + 1) * dimensions);
    this.#numbers.delete(text);
    this.#labels[label] = undefined;
    this.#free.push(label);
  }

  #make(text: RankText): number {
    const number = this.#free.pop() ?? this.#labels.length;
    const { dimensions } = this.encoder;
    if ((number + 1) * dimensions > this.vectors.length) {
      const grown = new Float32Array(this.vectors.length * 2);
      grown.set(this.vectors);
      this.vectors = grown;
    }
    this.encoder.addTo(this.vectors, number * dimensions, this.encoder.terms(text));
    toLengthOne(this.vectors, number * dimensions, dimensions);
    this.#numbers.set(text.normal, number);
    this.#labels[number] = { text: text.normal, slots: [], ids: [] };
    return number;
  }
}
