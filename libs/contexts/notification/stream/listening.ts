import type { NoticeState } from '#contracts/notice';
import type { Page } from '#ports/store/store';
import { orderNumber } from '../notify/order.js';

/** Where a listener's notices go. */
export interface Sink {
  /**
   * `cursor` is where the listener goes on after a break: the notice's own order, or a later one that was sent before it.
   * False when it cannot take more for now and is to be cut off.
   */
  send(notice: NoticeState, cursor: string): boolean;
  /** Nothing more will come on this stream: the process stops, or the store does not answer. */
  close(): void;
}

/** The person's notices after an order, oldest first. */
export type ReadAfter = (order: string) => Promise<Page<NoticeState>>;

/** Notices that may wait while the store is being read; what is beyond is read from the store. */
const MOST_WAITING = 100;
/** Missing numbers that may still come. Each belongs to a notice whose writing was under way or had failed. */
const MOST_HOLES = 100;

/**
 * What one listener was sent and is still to get: each notice once, by number. The log brings notices of several processes
 * in any order; the store has what is between. Reads one page at a time, and meanwhile takes in what is heard without
 * holding up whoever tells it.
 */
export class Listening {
  private readonly holes = new Set<number>();
  private readonly waiting: NoticeState[] = [];
  /** More was heard than may wait. */
  private overflown = false;
  private reading = false;
  private over = false;

  /** `last` is the order after which the listener is to hear. */
  constructor(
    private last: string,
    private readonly sink: Sink,
    private readonly read: ReadAfter,
    private readonly failed: (error: unknown) => void,
  ) {}

  /** Sends what the store has already. */
  start(): Promise<void> {
    this.overflown = true;
    return this.catchUp();
  }

  /** Sends nothing more. */
  end(): void {
    this.over = true;
  }

  /** Ends it from this side. */
  close(): void {
    this.end();
    this.sink.close();
  }

  /** A notice of the person was written, by whichever process. */
  hear(notice: NoticeState): void {
    if (this.reading) this.wait(notice);
    else if (this.isAhead(notice)) {
      this.wait(notice);
      void this.catchUp();
    } else this.take(notice);
  }

  private wait(notice: NoticeState): void {
    if (this.waiting.length < MOST_WAITING) this.waiting.push(notice);
    else this.overflown = true;
  }

  /** Does not fail: a listener whose notices cannot be read is cut off, and goes on where it was when it comes back. */
  private async catchUp(): Promise<void> {
    this.reading = true;
    try {
      while (!this.over && (this.overflown || this.waiting.length > 0)) await this.step();
    } catch (error) {
      this.failed(error);
      this.close();
    }
    this.waiting.length = 0;
    this.reading = false;
  }

  private async step(): Promise<void> {
    const notice = this.waiting.shift();
    // The notice was heard before this reading: what is between is committed, and is read with it.
    if (this.overflown || (notice && this.isAhead(notice))) await this.readOn();
    if (notice) this.take(notice);
  }

  private async readOn(): Promise<void> {
    this.overflown = false;
    for (;;) {
      const page = await this.read(this.last);
      for (const notice of page.items) this.send(notice);
      if (page.next === undefined || this.over) return;
    }
  }

  /** Numbers between the last one and this are missing. */
  private isAhead({ order }: NoticeState): boolean {
    return orderNumber(order) > orderNumber(this.last) + 1;
  }

  private take(notice: NoticeState): void {
    const number = orderNumber(notice.order);
    if (number > orderNumber(this.last) || this.holes.delete(number)) this.send(notice);
  }

  private send(notice: NoticeState): void {
    if (this.over) return;
    const isLate = notice.order < this.last;
    const cursor = isLate ? this.last : notice.order;
    if (!this.sink.send(notice, cursor)) {
      this.end();
      return;
    }
    this.noteHoles(orderNumber(this.last), orderNumber(cursor));
    this.last = cursor;
  }

  private noteHoles(from: number, to: number): void {
    for (let missing = Math.max(from + 1, to - MOST_HOLES); missing < to; missing += 1) this.holes.add(missing);
    for (const oldest of this.holes) {
      if (this.holes.size <= MOST_HOLES) return;
      this.holes.delete(oldest);
    }
  }
}
