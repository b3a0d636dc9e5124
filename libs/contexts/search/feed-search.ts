import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import type { PublicDemand } from '#contracts/public-demand';
import type { PublicFirm } from '#contracts/public-firm';
import { EVENTS, TOPICS } from '#contracts/topics';
import type { LogEvent } from '#ports/event';
import { Log, type Tail } from '#ports/log/log';
import { Search, type SearchDoc, type SearchIndexSpec, type SearchWriter } from '#ports/search/search';
import { DEMAND_SEARCH, demandDoc, FIRM_SEARCH, firmDoc } from './search.specs.js';

interface Feed {
  readonly spec: SearchIndexSpec;
  readonly topic: string;
  readonly doc: (data: unknown) => SearchDoc;
  readonly removedBy: string;
}

const FEEDS: readonly Feed[] = [
  { spec: DEMAND_SEARCH, topic: TOPICS.publicDemand, doc: (data) => demandDoc(data as PublicDemand), removedBy: '' },
  {
    spec: FIRM_SEARCH,
    topic: TOPICS.publicFirm,
    doc: (data) => firmDoc(data as PublicFirm),
    removedBy: EVENTS.profileRemoved,
  },
];

/** Brings public events into the search indexes; each index knows the log position it stands at. */
@Injectable()
export class FeedSearch implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger('search.feed');
  private readonly tails: Tail[] = [];

  constructor(
    private readonly log: Log,
    private readonly search: Search,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    for (const feed of FEEDS) this.tails.push(await this.followLive(feed));
  }

  async onApplicationShutdown(): Promise<void> {
    await Promise.all(this.tails.map((tail) => tail.close()));
  }

  /** Resolves when the indexes hold everything that was on the log when this was called. */
  async caughtUp(): Promise<void> {
    await Promise.all(FEEDS.map(async (feed, at) => this.tails[at]?.reached(await this.log.end([feed.topic]))));
  }

  /** Builds fresh indexes from the start of the log beside the live ones and switches when they have caught up. */
  async reindex(progress: (index: string) => void = () => undefined): Promise<void> {
    for (const [at, feed] of FEEDS.entries()) {
      await this.rebuild(feed, at);
      this.logger.log({ msg: 'search index rebuilt', index: feed.spec.name });
      progress(feed.spec.name);
    }
  }

  /** When it fails the live index stays and goes on being fed. */
  private async rebuild(feed: Feed, at: number): Promise<void> {
    const { writer, publish, abandon } = await this.search.rebuild(feed.spec.name);
    let fresh: Tail | undefined;
    try {
      fresh = await this.follow(feed, writer, '');
      await fresh.reached(await this.log.end([feed.topic]));
      await this.tails[at]?.close();
      await fresh.reached(await this.log.end([feed.topic]));
      await publish();
      this.tails[at] = fresh;
    } catch (error) {
      await fresh?.close();
      await abandon();
      await this.tails[at]?.close();
      this.tails[at] = await this.followLive(feed);
      throw error;
    }
  }

  private async followLive(feed: Feed): Promise<Tail> {
    const writer = await this.search.open(feed.spec);
    return this.follow(feed, writer, await writer.position());
  }

  private follow(feed: Feed, writer: SearchWriter, from: string): Promise<Tail> {
    return this.log.tail([feed.topic], from, async (events, position) => {
      const newest = [...new Map(events.map((event) => [event.subject, event])).values()];
      const removed = (event: LogEvent) => event.type === feed.removedBy;
      await writer.apply({
        upsert: newest.filter((event) => !removed(event)).map((event) => feed.doc(event.data)),
        remove: newest.filter(removed).map((event) => event.subject),
        position,
      });
    });
  }
}
