/** Firms of one label that are told, those with the lowest ids. */
export const TOLD = 20;

export interface Label {
  /** Place among the lines in use as labels. */
  place: number;
  /** The firms with the lowest ids that carry it, by id, each as often as it does. */
  readonly first: number[];
  /** Slots of all others. */
  readonly rest: number[];
}

export interface LabelImage {
  readonly labels: Map<number, Label>;
  readonly lines: number[];
}

/** The lines that are labels (domains, industries) of firms, each with its first firms. */
export class LabelTable {
  readonly #labels: Map<number, Label>;
  /** Lines in use as labels, in no order. */
  readonly lines: number[];

  /** `id` is that of the firm in a slot. */
  constructor(
    private readonly id: (slot: number) => string,
    { labels, lines }: LabelImage = { labels: new Map(), lines: [] },
  ) {
    this.#labels = labels;
    this.lines = lines;
  }

  /** What it holds, not copied. */
  image(): LabelImage {
    return { labels: this.#labels, lines: this.lines };
  }

  /** Slots of the {@link TOLD} firms with the lowest ids that carry it. */
  slots(line: number): readonly number[] {
    return this.#labels.get(line)?.first ?? [];
  }

  add(line: number, slot: number): void {
    let label = this.#labels.get(line);
    if (!label) {
      label = { place: this.lines.push(line) - 1, first: [], rest: [] };
      this.#labels.set(line, label);
    }
    const { first, rest } = label;
    let at = first.length;
    while (at > 0 && this.id(first[at - 1]!) > this.id(slot)) at -= 1;
    first.splice(at, 0, slot);
    if (first.length > TOLD) rest.push(first.pop()!);
  }

  /** The slot must still have its id. */
  remove(line: number, slot: number): void {
    const label = this.#labels.get(line)!;
    const { first, rest } = label;
    const at = first.indexOf(slot);
    if (at < 0) take(rest, rest.indexOf(slot));
    else first.splice(at, 1);
    if (at >= 0 && rest.length > 0) {
      const next = rest.reduce((best, each, place) => (this.id(each) < this.id(rest[best]!) ? place : best), 0);
      first.push(take(rest, next));
    }
    if (first.length > 0) return;
    this.#labels.delete(line);
    const last = this.lines.pop()!;
    if (last === line) return;
    this.lines[label.place] = last;
    this.#labels.get(last)!.place = label.place;
  }
}

/** Takes out what stands at a place; the last takes it over. */
function take(all: number[], at: number): number {
  const taken = all[at]!;
  const last = all.pop()!;
  if (at < all.length) all[at] = last;
  return taken;
}
