import type { Fetched, Place } from './fetching.js';

/** Where a dead letter stands that has been neither replayed nor dropped. */
export interface Standing {
  readonly group: string;
  readonly key: string;
  /** Broker's clock, ms since the epoch. */
  readonly written: number;
  readonly offset: number;
}

/** Records at a place of the group's topic; several, at least one unless the place is the topic's end. */
export type ReadAt = (next: number) => Promise<readonly Fetched[]>;

/**
 * A view is read anew when it is older: a tombstone that was written and compacted away (`delete.retention.ms`, a day)
 * since the view last read on would never be seen.
 */
const oldest = 12 * 3600 * 1000;

/**
 * Which letters of one group stand, without the letters themselves: some 200 bytes each. The topic is read from its start
 * once, a request a megabyte, and afterwards from where the last reading ended.
 */
export class StandingLetters {
  private readonly byKey = new Map<string, Standing>();
  private readonly byOffset = new Map<number, Standing>();
  private next = 0;
  private readAt = Number.NEGATIVE_INFINITY;

  constructor(private readonly group: string) {}

  get size(): number {
    return this.byKey.size;
  }

  /** In the order in which they came. */
  all(): Iterable<Standing> {
    return this.byKey.values();
  }

  at(offset: number): Standing | undefined {
    return this.byOffset.get(offset);
  }

  /** Reads on to `end`. `isLetter` says whether a record was written by this log. */
  async readOn(first: Place, end: Place, read: ReadAt, isLetter: (value: string) => boolean): Promise<void> {
    const now = Date.now();
    if (now - this.readAt > oldest || this.next < first.next || this.next > end.next) this.startAt(first.next);
    while (this.next < end.next) {
      const records = await read(this.next);
      for (const record of records) this.note(record, isLetter);
    }
    this.readAt = now;
  }

  private startAt(next: number): void {
    this.byKey.clear();
    this.byOffset.clear();
    this.next = next;
  }

  /** The newest record of a key counts; the order of the map is that of the offsets. */
  private note({ message, next }: Fetched, isLetter: (value: string) => boolean): void {
    this.next = next;
    const key = message?.key?.toString();
    if (!message || key === undefined) return;
    const former = this.byKey.get(key);
    if (former) this.byOffset.delete(former.offset);
    this.byKey.delete(key);
    if (message.value === null || !isLetter(message.value.toString())) return;
    const offset = Number(message.offset);
    const standing = { group: this.group, key, written: Number(message.timestamp), offset };
    this.byKey.set(key, standing);
    this.byOffset.set(offset, standing);
  }
}
