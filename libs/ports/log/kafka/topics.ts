import type { Admin } from 'kafkajs';
import { backoff, pause } from '../backoff.js';
import { unavailable } from './client.js';
import type { Names } from './names.js';
import { eventTopicSettings } from './topic-settings.js';

/** Retries and dead letters stay until a tombstone says that they are settled; the broker's clock orders them. */
const forAsides = {
  ...eventTopicSettings,
  'min.compaction.lag.ms': '0',
  'message.timestamp.type': 'LogAppendTime',
};

export interface TopicSettings {
  readonly partitions: number;
  readonly replicationFactor: number;
  readonly settings: Readonly<Record<string, string>>;
}

const never = new AbortController().signal;

/** Makes topics on first use, with the settings the log needs; those that are there already are left as they are. */
export class Topics {
  private readonly known = new Set<string>();
  private queue: Promise<void> = Promise.resolve();

  constructor(
    private readonly admin: Admin,
    private readonly names: Names,
    private readonly shape: TopicSettings,
  ) {}

  /** Takes short names. Throws Unavailable. */
  async ensure(topics: Iterable<string>): Promise<void> {
    const wanted = [...new Set(topics)];
    if (wanted.every((topic) => this.known.has(topic))) return;
    const turn = this.queue.then(() => this.make(wanted.filter((topic) => !this.known.has(topic))));
    this.queue = turn.catch(() => {});
    await turn;
  }

  /** To be called when the broker does not know a topic that was made before. */
  forget(): void {
    this.known.clear();
  }

  /** Short names of all topics of this installation. */
  async list(): Promise<string[]> {
    try {
      return (await this.admin.listTopics()).flatMap((topic) => this.names.short(topic) ?? []);
    } catch (error) {
      throw unavailable(error);
    }
  }

  private async make(topics: readonly string[]): Promise<void> {
    if (topics.length === 0) return;
    for (let attempt = 1; ; attempt++) {
      try {
        await this.create(topics);
        break;
      } catch (error) {
        if (attempt === 8) throw unavailable(error);
        await pause(backoff(attempt), never);
      }
    }
    for (const topic of topics) this.known.add(topic);
  }

  /** Throws while the broker does not lead every partition: it answers a creation before it knows of it everywhere. */
  private async create(topics: readonly string[]): Promise<void> {
    const there = new Set(await this.list());
    const missing = topics.filter((topic) => !there.has(topic)).map((topic) => this.describe(topic));
    if (missing.length > 0) {
      await this.admin.createTopics({ topics: missing, timeout: 10_000, waitForLeaders: false });
    }
    const made = await this.admin.fetchTopicMetadata({ topics: topics.map((topic) => this.names.full(topic)) });
    for (const { name, partitions } of made.topics) {
      if (partitions.length === 0 || partitions.some(({ leader }) => leader < 0))
        throw new Error(`${name} has no leader`);
    }
  }

  private describe(topic: string) {
    const aside = /^(retry|dead)\./.test(topic);
    const settings = aside ? forAsides : { ...eventTopicSettings, ...this.shape.settings };
    return {
      topic: this.names.full(topic),
      numPartitions: aside ? 1 : this.shape.partitions,
      replicationFactor: this.shape.replicationFactor,
      configEntries: Object.entries(settings).map(([name, value]) => ({ name, value })),
    };
  }
}
