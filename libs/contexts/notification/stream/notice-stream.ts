import {
  type BeforeApplicationShutdown,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import type { NoticeState } from '#contracts/notice';
import { TOPICS } from '#contracts/topics';
import { Lanes } from '#platform/lanes';
import { onceAvailable } from '#platform/messaging/once-available';
import { InjectCollection } from '#platform/store/collections';
import type { LogEvent } from '#ports/event';
import { Log, type Tail } from '#ports/log/log';
import type { Collection } from '#ports/store/store';
import { NOTICES, type Notice } from '../notification.store.js';
import { LastOrders } from '../notify/last-orders.js';
import { orderNumber } from '../notify/order.js';
import { Listening, type Sink } from './listening.js';

/** Readings of all listeners together: a burst of them leaves the store to others as well. */
const READS_AT_A_TIME = 16;
const PAGE = 100;

/** Live notices: every process hears all, whoever wrote them, and passes on those of the people connected to it. */
@Injectable()
export class NoticeStream implements OnApplicationBootstrap, BeforeApplicationShutdown, OnApplicationShutdown {
  private readonly logger = new Logger('notification.stream');
  private readonly listeners = new Map<string, Set<Listening>>();
  private readonly reading = new Lanes(READS_AT_A_TIME);
  private tail: Tail | undefined;
  private stopping = false;

  constructor(
    private readonly log: Log,
    @InjectCollection(NOTICES) private readonly notices: Collection<Notice>,
    private readonly orders: LastOrders,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    const topics = [TOPICS.notice];
    const hear = async () =>
      this.log.tail(topics, await this.log.end(topics), (events) => this.pass(events as LogEvent<NoticeState>[]));
    this.tail = await onceAvailable('live notices', hear, (line) => this.logger.warn(line));
  }

  /** The web server waits for its connections: a stream left open would keep the process from stopping. */
  beforeApplicationShutdown(): void {
    this.stopping = true;
    for (const own of this.listeners.values()) for (const listening of own) listening.close();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.tail?.close();
  }

  /**
   * Where a listener begins who comes now: after `last`, the order it heard last, or after the newest notice when it has
   * heard none or one that there is not. To be asked before the listener is told that it is connected.
   */
  async beginning(personId: string, last: string | undefined): Promise<string> {
    const newest = await this.orders.stored(personId);
    return last !== undefined && last < newest ? last : newest;
  }

  /**
   * Sends what came after the order `after`, then everything new, each once and in the order of numbers (but for one whose
   * number was passed over because it was not there yet). Returns the function that ends it.
   */
  async listen(personId: string, after: string, sink: Sink): Promise<() => void> {
    const listening = new Listening(after, sink, this.readerOf(personId), (error) =>
      this.logger.warn({ msg: 'a stream of notices was cut off: they cannot be read', personId, error }),
    );
    const own = this.listeners.get(personId) ?? new Set();
    this.listeners.set(personId, own.add(listening));
    if (this.stopping) listening.close();
    await listening.start();
    return () => {
      listening.end();
      own.delete(listening);
      if (own.size === 0 && this.listeners.get(personId) === own) this.listeners.delete(personId);
    };
  }

  private readerOf(personId: string) {
    return (after: string) =>
      this.reading.run(() => this.notices.find('byPerson', { eq: [personId], range: { gt: after }, limit: PAGE }));
  }

  private pass(events: readonly LogEvent<NoticeState>[]): void {
    for (const { id, data } of events) {
      if (typeof data?.personId !== 'string' || typeof data.order !== 'string') {
        this.logger.error({ msg: 'an event is no notice and goes to no stream', event: id });
        continue;
      }
      this.orders.saw(data.personId, orderNumber(data.order));
      for (const listening of this.listeners.get(data.personId) ?? []) listening.hear(data);
    }
  }
}
