import { Logger } from '@nestjs/common';
import type { LogEvent } from '#ports/event';
import type { Log, Position, Tail } from '#ports/log/log';
import type { SearchWriter } from '#ports/search/search';
import { changeOf, type Feed } from './feeds.js';

export const codeOf = (error: unknown): unknown => (error as { code?: unknown } | null | undefined)?.code;
export const isLost = (error: unknown): boolean => codeOf(error) === 'search.index.lost';

/**
 * One tail that is written into one index, for as long as that is the same index. When it is deleted or replaced nothing
 * more is written: `lost` resolves, and who opened this closes it before the index is opened again, since writers of one
 * index stand for the same thing and a late write would put the position ahead of what the new index holds.
 *
 * At most one batch is held in memory; while the search does not answer the tail repeats it with back-off.
 */
export class Following {
  readonly lost: Promise<void>;
  /** Whether anything was written. */
  progressed = false;
  private tellLost: () => void = () => undefined;
  private over = false;
  private tail: Tail | undefined;
  private last: Promise<unknown> = Promise.resolve();
  private readonly logger = new Logger('search.feed');

  private constructor(
    private readonly feed: Feed,
    private readonly writer: SearchWriter,
    /** Where this has brought the index. */
    private applied: Position,
  ) {
    this.lost = new Promise((resolve) => {
      this.tellLost = resolve;
    });
  }

  static async open(log: Log, feed: Feed, writer: SearchWriter, from: Position): Promise<Following> {
    const following = new Following(feed, writer, from);
    const handle = (events: readonly LogEvent[], position: Position) => following.handle(events, position);
    following.tail = await log.tail([feed.topic], from, handle);
    return following;
  }

  /** Resolves when the index holds everything up to `position`; rejects when this is closed first. */
  async reached(position: Position): Promise<void> {
    await this.tail?.reached(position);
  }

  async close(): Promise<void> {
    this.over = true;
    await this.tail?.close();
  }

  /** Somebody has seen that the index is not there any more. */
  lose(): void {
    this.over = true;
    this.tellLost();
  }

  /** Looks whether the index stands where this has brought it; where not, it is lost. Throws what `position` throws. */
  look(): Promise<void> {
    return this.inTurn(async () => {
      if (!this.over && (await this.writer.position()) !== this.applied) this.lose();
    });
  }

  private handle(events: readonly LogEvent[], position: Position): Promise<void> {
    return this.inTurn(() => this.apply(events, position));
  }

  private async apply(events: readonly LogEvent[], position: Position): Promise<void> {
    if (this.over) throw new Error(`search index ${this.feed.spec.name} is being opened again`);
    const { upsert, remove } = changeOf(this.feed, events, (event, error) =>
      this.logger.error({
        msg: 'an event is left out of the index',
        index: this.feed.spec.name,
        event: event.id,
        error,
      }),
    );
    try {
      await this.writer.apply({ upsert, remove, position });
      this.applied = position;
      this.progressed = true;
    } catch (error) {
      if (isLost(error)) this.lose();
      throw error;
    }
  }

  /** A look must not let a writer take a new index for the old one between two writes. */
  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const mine = this.last.then(work, work);
    this.last = mine.catch(() => undefined);
    return mine;
  }
}
