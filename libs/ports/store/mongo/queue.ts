import type { LogEvent } from '#ports/event';
import type { OutItem } from './stored.js';

/** An event of this process on its way to the log. */
export interface Queued extends OutItem {
  readonly collection: string;
  readonly doc: string;
  /** Whether the event tells of a removal: then its document may be a tombstone to be cleared away. */
  readonly gone: boolean;
}

/** What one write is about to put into `_out` of its document. */
export interface Ticket {
  /** The name under which the items are written. */
  readonly holder: string;
  readonly items: readonly Queued[];
}

const maxQueued = 20_000;
const maxQueuedLength = 32 * 1024 * 1024;
const remembered = 20_000;

/**
 * Acknowledged events of this process in the order of commits, so that they are sent without being read again. Bounded:
 * what does not fit is only in the database, and {@link commit} says so.
 */
export class Queue {
  private items: Queued[] = [];
  private length = 0;
  private readonly ids = new Set<string>();
  private readonly underWay = new Set<string>();
  private readonly sent = new Set<string>();
  private lastStamp = 0;

  begin(holder: string, collection: string, doc: string, events: readonly LogEvent[], gone: boolean): Ticket {
    if (events.length === 0) return { holder, items: [] };
    this.lastStamp = Math.max(this.lastStamp + 1, Date.now() * 1000);
    const n = this.lastStamp;
    const items = events.map((event) => {
      this.underWay.add(event.id);
      return { id: event.id, n, t: event.time, e: JSON.stringify(event), collection, doc, gone };
    });
    return { holder, items };
  }

  /** The write has not happened, or another process sends its events. */
  drop(ticket: Ticket): void {
    for (const { id } of ticket.items) this.underWay.delete(id);
  }

  /**
   * The write has been acknowledged. False when the database has to be looked at: an event did not fit, or was sent
   * before. Then it was found there before this answer came; or it is written once more after a server lost the first
   * write, which had been read and sent, and waits in its document again.
   */
  commit(ticket: Ticket): boolean {
    let all = true;
    for (const item of ticket.items) {
      this.underWay.delete(item.id);
      if (this.sent.has(item.id)) {
        all = false;
        continue;
      }
      const room = this.items.length < maxQueued && this.length + item.e.length <= maxQueuedLength;
      if (room && all) this.push(item);
      else all = false;
    }
    return all;
  }

  /** The first `count` events. */
  first(count: number): readonly Queued[] {
    return this.items.slice(0, count);
  }

  /** Whether this process knows of the event and will send it from here. */
  knows(id: string): boolean {
    return this.ids.has(id) || this.underWay.has(id);
  }

  /** Takes out what the log has. */
  remove(sent: readonly { id: string }[]): void {
    const ids = new Set(sent.map(({ id }) => id));
    for (const id of ids) this.remember(id);
    this.items = this.items.filter((item) => {
      if (!ids.has(item.id)) return true;
      this.ids.delete(item.id);
      this.length -= item.e.length;
      return false;
    });
  }

  clear(): void {
    this.items = [];
    this.ids.clear();
    this.length = 0;
  }

  get empty(): boolean {
    return this.items.length === 0;
  }

  /** Event put in last so far, for {@link has}. */
  get last(): string | undefined {
    return this.items.at(-1)?.id;
  }

  has(id: string): boolean {
    return this.ids.has(id);
  }

  private push(item: Queued): void {
    this.items.push(item);
    this.ids.add(item.id);
    this.length += item.e.length;
  }

  /** For {@link commit}. */
  private remember(id: string): void {
    this.sent.add(id);
    if (this.sent.size <= remembered) return;
    for (const oldest of this.sent) {
      this.sent.delete(oldest);
      return;
    }
  }
}
