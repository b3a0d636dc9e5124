import { normalise } from '#engines/match/analysis';
import type { MatchFirm } from '#engines/match/types';

/** Firms with the same profile that a list holds before firms that say something else: branches, copies, double entries. */
const MOST_ALIKE = 3;

/** The same for firms whose profiles say the same, whatever they are called. */
export function sayingOf({ id, lines }: MatchFirm): string {
  const said = lines.map(({ text }) => normalise(text).replace(/\s/g, '')).sort();
  return said.length === 0 ? id : said.join('\n');
}

/** A list of `most` places, filled best first, in which look-alikes beyond the first give way to other firms. */
export class FirmList<T> {
  private readonly chosen: T[] = [];
  private readonly spare: T[] = [];
  private readonly alike = new Map<string, number>();

  constructor(private readonly most: number) {}

  /** False once no further firm can change the list. */
  add(item: T, saying: string): boolean {
    const before = this.alike.get(saying) ?? 0;
    this.alike.set(saying, before + 1);
    (before < MOST_ALIKE ? this.chosen : this.spare).push(item);
    return this.chosen.length < this.most;
  }

  /** Whether a place is held by a look-alike, for want of other firms. */
  givesWay(): boolean {
    return this.spare.length > 0 && this.chosen.length < this.most;
  }

  items(): T[] {
    return [...this.chosen, ...this.spare].slice(0, this.most);
  }
}
