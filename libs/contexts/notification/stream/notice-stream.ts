import {
  type BeforeApplicationShutdown,
  Injectable,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import type { NoticeState } from '#contracts/notice';
import { TOPICS } from '#contracts/topics';
import { InjectCollection } from '#platform/store/collections';
import type { LogEvent } from '#ports/event';
import { Log, type Tail } from '#ports/log/log';
import type { Collection } from '#ports/store/store';
import { NOTICES, type Notice } from '../notification.store.js';

/** Where a listener's notices go. */
export interface Sink {
  /** False when it cannot take more for now and is to be cut off. */
  send(notice: NoticeState): boolean;
  /** The process stops: nothing more will come. */
  close(): void;
}

interface Listener {
  readonly sink: Sink;
  /** Notices that came while the past was being replayed. */
  waiting: NoticeState[] | undefined;
  /** Order of the last notice sent. */
  last: string;
}

/** Live notices: every process hears all and passes on those of the people connected to it. */
@Injectable()
export class NoticeStream implements OnApplicationBootstrap, BeforeApplicationShutdown, OnApplicationShutdown {
  private readonly listeners = new Map<string, Set<Listener>>();
  private tail: Tail | undefined;
  private stopping = false;

  constructor(
    private readonly log: Log,
    @InjectCollection(NOTICES) private readonly notices: Collection<Notice>,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    const topics = [TOPICS.notice];
    this.tail = await this.log.tail(topics, await this.log.end(topics), (events) =>
      this.pass(events as LogEvent<NoticeState>[]),
    );
  }

  /** The web server waits for its connections: a stream left open would keep the process from stopping. */
  beforeApplicationShutdown(): void {
    this.stopping = true;
    for (const own of this.listeners.values()) for (const { sink } of own) sink.close();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.tail?.close();
  }

  /**
   * Sends what came after `after` (nothing of the past when undefined), then everything new, in order and each once.
   * Returns the function that ends it.
   */
  async listen(personId: string, after: string | undefined, sink: Sink): Promise<() => void> {
    const listener: Listener = { sink, waiting: [], last: after ?? '' };
    const own = this.listeners.get(personId) ?? new Set();
    this.listeners.set(personId, own.add(listener));
    const end = () => {
      own.delete(listener);
      if (own.size === 0) this.listeners.delete(personId);
    };
    if (this.stopping) sink.close();
    try {
      if (after !== undefined) await this.replay(personId, listener);
      for (const notice of listener.waiting ?? []) this.send(listener, notice);
      listener.waiting = undefined;
    } catch (error) {
      end();
      throw error;
    }
    return end;
  }

  /** To the end, however much was missed: what came live meanwhile is newer than all of it. */
  private async replay(personId: string, listener: Listener): Promise<void> {
    for (;;) {
      const page = await this.notices.find('byPerson', { eq: [personId], range: { gt: listener.last }, limit: 100 });
      for (const notice of page.items) if (!this.send(listener, notice)) return;
      if (page.next === undefined) return;
    }
  }

  private pass(events: readonly LogEvent<NoticeState>[]): void {
    for (const { data } of events) {
      for (const listener of this.listeners.get(data.personId) ?? []) {
        if (listener.waiting) listener.waiting.push(data);
        else this.send(listener, data);
      }
    }
  }

  /** False when the listener takes no more. Also hears what was replayed: only what is newer goes out. */
  private send(listener: Listener, notice: NoticeState): boolean {
    if (notice.order <= listener.last) return true;
    const taken = listener.sink.send(notice);
    if (taken) listener.last = notice.order;
    return taken;
  }
}
