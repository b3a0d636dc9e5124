import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { pause } from '#ports/log/backoff';
import { Log } from '#ports/log/log';
import { Search, type SearchQuery, type SearchResult } from '#ports/search/search';
import { Unavailable } from '#ports/unavailable';
import { FEEDS } from './feeds.js';
import { codeOf, isLost } from './following.js';
import { IndexFeed } from './index-feed.js';

/** Milliseconds that a start waits for the indexes: a search that is away must not keep the process from starting. */
const PATIENCE = 3000;

/** Brings public events into the search indexes; each index knows the log position it stands at. */
@Injectable()
export class FeedSearch implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger('search.feed');
  private readonly feeds: ReadonlyMap<string, IndexFeed>;

  constructor(
    log: Log,
    private readonly search: Search,
  ) {
    this.feeds = new Map(FEEDS.map((feed) => [feed.spec.name, new IndexFeed(feed, log, search)]));
  }

  async onApplicationBootstrap(): Promise<void> {
    const opened = Promise.all([...this.feeds.values()].map((feed) => feed.start()));
    const enough = new AbortController();
    await Promise.race([opened, pause(PATIENCE, enough.signal)]);
    enough.abort();
  }

  async onApplicationShutdown(): Promise<void> {
    await Promise.all([...this.feeds.values()].map((feed) => feed.stop()));
  }

  /** Resolves when the indexes hold everything that was on the log when this was called. */
  async caughtUp(): Promise<void> {
    await Promise.all([...this.feeds.values()].map((feed) => feed.reachEnd()));
  }

  /** Whether each index has held, once, everything that was on the log at the start of this process. */
  caughtUpOnce(): boolean {
    return [...this.feeds.values()].every((feed) => feed.caughtUpOnce);
  }

  /** Names of the indexes for which that is not so yet. */
  behind(): string[] {
    return [...this.feeds].filter(([, feed]) => !feed.caughtUpOnce).map(([name]) => name);
  }

  /** As {@link Search.query}; an index that is gone is opened again, and Unavailable until then. */
  async query(index: string, query: SearchQuery): Promise<SearchResult> {
    try {
      return await this.search.query(index, query);
    } catch (error) {
      throw this.away(index, error);
    }
  }

  /**
   * Builds fresh indexes from the start of the log beside the live ones and switches when they have caught up. Throws
   * Unavailable when the search is away or takes an index away, and `search.rebuild.running`.
   */
  async reindex(progress: (index: string) => void = () => undefined): Promise<void> {
    for (const [name, feed] of this.feeds) {
      await feed.rebuild().catch((error: unknown) => {
        throw this.away(name, error);
      });
      this.logger.log({ msg: 'search index rebuilt', index: name });
      progress(name);
    }
  }

  private away(index: string, error: unknown): unknown {
    if (isLost(error)) this.feeds.get(index)?.lose();
    else if (codeOf(error) !== 'search.index.unknown') return error;
    return new Unavailable(`the search index ${index}`, { cause: error });
  }
}
