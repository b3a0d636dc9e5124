import type { Row } from './shapes.js';

/** Events at the end of a log whose repeats are stored once, unless a log is told otherwise. */
export const rememberedIds = 20_000;

/** The ids of the last `size` events, so that what a crashed sender repeats is stored once. */
export class RecentIds {
  private readonly ring: string[];
  private readonly known = new Set<string>();
  private next = 0;

  constructor(
    private readonly size: number,
    /** Oldest first. */
    ids: readonly string[],
  ) {
    this.ring = [];
    for (const id of ids) this.add(id);
  }

  add(id: string): void {
    if (this.size === 0) return;
    const oldest = this.ring[this.next];
    if (oldest !== undefined) this.known.delete(oldest);
    this.ring[this.next] = id;
    this.known.add(id);
    this.next = (this.next + 1) % this.size;
  }

  /**
   * The rows of one call that are to be stored. Once a row of a key is stored, so are all later ones of that key: were a
   * repeat of version 1 stored and that of version 2 left out, version 1 would be the newest.
   */
  fresh(rows: readonly Row[]): Row[] {
    const stored = new Set<string>();
    return rows.filter(([topic, key, id]) => {
      const place = `${topic}\n${key}`;
      if (this.known.has(id) && !stored.has(place)) return false;
      stored.add(place);
      return true;
    });
  }
}
