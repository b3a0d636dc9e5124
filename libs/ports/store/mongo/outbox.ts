import type { mongo } from 'mongoose';
import type { LogEvent } from '#ports/event';
import type { Publish, Unsent } from '#ports/store/store';
import { Unavailable } from '#ports/unavailable';
import type { Holders } from './holders.js';
import { Leftovers } from './leftovers.js';
import { Queue, type Queued, type Ticket } from './queue.js';
import { release } from './release.js';
import type { OutItem } from './stored.js';

const batch = 500;
const firstPause = 50;
const longestPause = 5000;
/** After a write whose outcome is not known its events may appear for so long. */
const doubtMs = 60_000;

/**
 * Sends what waits in the `_out` of documents, one request at a time.
 *
 * The process that puts the first event into an empty `_out` becomes the document's holder and is the only one to send
 * from it; others only append, and mark the document as mixed. The holder sends its own writes from memory, in the order
 * of commits; what it does not have in memory (events that others appended, its own ones behind those, events that a dead
 * process left, that did not fit, or whose write it never heard of) it reads from the database, ordered by the writers'
 * clocks and within a document always as appended.
 */
export class Outbox {
  private readonly queue = new Queue();
  private readonly leftovers: Leftovers;
  private publish: Publish | undefined;
  private running = false;
  private closed = false;
  /** Name under which what is in memory was written. */
  private name: string;
  private tookOver = false;
  /** Sent, but perhaps still in the database. */
  private toRelease: readonly Queued[] = [];
  /** Sweeps of the database are numbered; one is due while `due > done`. The first one is always due. */
  private due = 1;
  private started = 0;
  private done = 0;
  private doubtUntil = 0;
  private releasing: Promise<boolean> | undefined;
  private pause: { timer: NodeJS.Timeout; end: () => void } | undefined;
  private waiting: { due: number; last: string | undefined; resolve: () => void; reject: (error: Error) => void }[] =
    [];

  constructor(
    private readonly db: mongo.Db,
    private readonly holders: Holders,
  ) {
    this.leftovers = new Leftovers(db, holders);
    this.name = holders.me;
  }

  /** To be called by a write before it goes out. */
  begin(collection: string, doc: string, events: readonly LogEvent[], gone = false): Ticket {
    return this.queue.begin(this.holders.me, collection, doc, events, gone);
  }

  drop(ticket: Ticket): void {
    this.queue.drop(ticket);
  }

  /** The write is acknowledged and this process holds the document. */
  commit(ticket: Ticket): void {
    if (ticket.items.length === 0) return;
    // Written under a former name: the events are found in the database.
    if (ticket.holder !== this.holders.me) this.drop(ticket);
    else if (!this.queue.commit(ticket)) this.sweepSoon();
    this.wake();
  }

  /** The write is acknowledged, among events of others in a document that this process holds: sent from there. */
  left(ticket: Ticket): void {
    if (ticket.items.length === 0) return;
    this.drop(ticket);
    this.sweepSoon();
    this.wake();
  }

  /** Nobody knows whether the write went through. */
  doubt(ticket: Ticket): void {
    if (ticket.items.length > 0) this.doubtUntil = performance.now() + doubtMs;
    this.left(ticket);
  }

  start(publish: Publish): void {
    if (this.publish) throw new Error('publishTo is called once');
    this.publish = publish;
    this.wake();
  }

  /** After each beat of the holders: looks for what the dead have left. */
  async beat(): Promise<void> {
    if (!this.publish || this.closed) return;
    const taken = await this.leftovers.takeOver();
    if (taken || performance.now() < this.doubtUntil) this.sweepSoon();
    this.wake();
  }

  unsent(): Promise<Unsent> {
    return this.leftovers.unsent();
  }

  async flushed(): Promise<void> {
    if (!this.publish && (await this.unsent()).count === 0) return;
    if (this.publish && this.reached(this.due, this.queue.last)) return;
    await new Promise<void>((resolve, reject) => {
      this.waiting.push({ due: this.due, last: this.queue.last, resolve, reject });
    });
  }

  /** Does not wait for `publish`: what it has not acknowledged is sent by another process or after the next start. */
  async close(): Promise<void> {
    this.closed = true;
    this.endPause();
    await this.releasing?.catch(() => undefined);
    for (const { reject } of this.waiting) reject(new Unavailable('closed store'));
    this.waiting = [];
  }

  private wake(): void {
    if (this.running || this.closed || !this.publish) return;
    this.running = true;
    void this.drain(this.publish);
  }

  private async drain(publish: Publish): Promise<void> {
    let failures = 0;
    while (!this.closed) {
      try {
        await this.step(publish);
        failures = 0;
        if (!this.running) return;
      } catch {
        await this.wait(Math.min(firstPause * 2 ** failures, longestPause));
        failures += 1;
      }
    }
  }

  private async step(publish: Publish): Promise<void> {
    if (this.toRelease.length > 0) await this.release();
    if (this.name !== this.holders.me) this.renamed();
    this.answer();
    if (this.done < this.due) await this.sweep(publish);
    else if (!this.queue.empty) await this.send(publish, this.queue.first(batch));
    // In the same turn of the event loop as the look into the queue: what comes from now on wakes the loop again.
    else this.running = false;
  }

  private async sweep(publish: Publish): Promise<void> {
    this.started += 1;
    const number = this.started;
    if (!this.tookOver) await this.leftovers.takeOver();
    this.tookOver = true;
    for (let whole = false; !whole; ) {
      const page = await this.leftovers.page(this.name);
      for (let from = 0; from < page.items.length; from += batch) {
        await this.send(publish, page.items.slice(from, from + batch));
        await this.release();
      }
      whole = page.whole;
    }
    this.done = number;
  }

  private async send(publish: Publish, items: readonly Queued[]): Promise<void> {
    await this.holders.sure();
    if (this.closed || this.name !== this.holders.me) throw new Unavailable('this sender');
    await publish(items.map((item) => JSON.parse(item.e) as LogEvent));
    this.queue.remove(items);
    this.toRelease = items;
  }

  private async release(): Promise<void> {
    if (this.closed) return;
    const knows = (item: OutItem) => this.queue.knows(item.id);
    const releasing = release(this.db, this.name, this.toRelease, knows);
    this.releasing = releasing;
    if (!(await releasing)) this.sweepSoon();
    this.toRelease = [];
  }

  /** The others have taken over what this process held: all of it is read from the database once more. */
  private renamed(): void {
    this.name = this.holders.me;
    this.tookOver = false;
    this.queue.clear();
    this.sweepSoon();
    this.waiting = this.waiting.map((waiter) => ({ ...waiter, due: this.due }));
  }

  private sweepSoon(): void {
    this.due = this.started + 1;
  }

  private answer(): void {
    const reached = this.waiting.filter(({ due, last }) => this.reached(due, last));
    this.waiting = this.waiting.filter((waiter) => !reached.includes(waiter));
    for (const { resolve } of reached) resolve();
  }

  private reached(due: number, last: string | undefined): boolean {
    const inMemory = last !== undefined && this.queue.has(last);
    return this.done >= due && !inMemory && this.toRelease.length === 0;
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
