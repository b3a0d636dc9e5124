import type { LogEvent } from '#ports/event';
import type { Publish } from '#ports/store/store';
import { Unavailable } from '#ports/unavailable';
import type { Reader } from './reader.js';
import type { Writer } from './writer.js';

const batch = 500;
const firstPause = 50;
const longestPause = 5000;

/** Sends the outbox in the order of commits, one request at a time; holds one batch in memory, never more. */
export class Sender {
  /** Everything up to here has been acknowledged in this process. */
  private acknowledged = 0;
  private publish: Publish | undefined;
  private running = false;
  private closed = false;
  private pause: { timer: NodeJS.Timeout; end: () => void } | undefined;
  private deleting: Promise<void> | undefined;
  private deleted = 0;
  private waiting: { seq: number; resolve: () => void; reject: (error: Error) => void }[] = [];

  constructor(
    private readonly reader: Reader,
    private readonly writer: Writer,
  ) {}

  start(publish: Publish): void {
    if (this.publish) throw new Error('publishTo is called once');
    this.publish = publish;
    this.wake();
  }

  /** To be called after each commit with events. */
  wake(): void {
    if (this.running || this.closed || !this.publish) return;
    this.running = true;
    void this.drain(this.publish);
  }

  unsent(): { count: number; oldest?: string } {
    const oldest = this.reader.outboxOldest(this.acknowledged);
    // The outbox has no holes: seq grows by one and only its lower end is deleted.
    return oldest ? { count: this.reader.outboxEnd() - oldest.seq + 1, oldest: oldest.time } : { count: 0 };
  }

  flushed(): Promise<void> {
    const seq = this.reader.outboxEnd();
    if (seq <= this.acknowledged) return Promise.resolve();
    return new Promise((resolve, reject) => this.waiting.push({ seq, resolve, reject }));
  }

  /** Does not wait for `publish`: what it has not acknowledged is sent after the next start. */
  async close(): Promise<void> {
    this.closed = true;
    this.endPause();
    await this.deleting;
    for (const { reject } of this.waiting) reject(new Unavailable('closed store'));
    this.waiting = [];
  }

  private async drain(publish: Publish): Promise<void> {
    let failures = 0;
    while (!this.closed) {
      try {
        const page = this.reader.outboxAfter(this.acknowledged, batch);
        if (!page) break;
        await publish(page.events.map((event) => JSON.parse(event) as LogEvent));
        failures = 0;
        this.acknowledge(page.last);
      } catch {
        await this.wait(Math.min(firstPause * 2 ** failures, longestPause));
        failures += 1;
      }
    }
    // No commit can come between the empty read and this line: both are in one turn of the event loop.
    this.running = false;
  }

  private acknowledge(seq: number): void {
    if (this.closed) return;
    this.acknowledged = seq;
    const reached = this.waiting.filter((waiter) => waiter.seq <= seq);
    this.waiting = this.waiting.filter((waiter) => waiter.seq > seq);
    for (const { resolve } of reached) resolve();
    this.deleting ??= this.deleteAcknowledged();
  }

  /** Not awaited by the sender: deletions ride on the commits of writes; one that fails is made up for by the next. */
  private async deleteAcknowledged(): Promise<void> {
    try {
      while (this.deleted < this.acknowledged) {
        const seq = this.acknowledged;
        await this.writer.sent(seq);
        this.deleted = seq;
      }
    } catch {
      // Sent again after a restart at worst: at least once.
    } finally {
      this.deleting = undefined;
    }
  }

  private wait(ms: number): Promise<void> {
    if (this.closed) return Promise.resolve();
    return new Promise((resolve) => {
      this.pause = { timer: setTimeout(() => this.endPause(), ms), end: resolve };
    });
  }

  private endPause(): void {
    const pause = this.pause;
    this.pause = undefined;
    clearTimeout(pause?.timer);
    pause?.end();
  }
}
