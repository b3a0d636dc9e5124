import type { Consumer, Kafka } from 'kafkajs';
import { backoff, pause, reasonOf } from '../backoff.js';
import type { HandleBatch, SubscribeOptions, Subscription } from '../log.js';
import { type Member, PartitionBatch } from './batch.js';
import { Commits } from './commits.js';
import type { Names } from './names.js';
import type { Outgoing } from './records.js';
import { SharedCalls } from './shared-calls.js';

export interface GroupParts {
  readonly kafka: Kafka;
  /** How old what is known of partitions may grow, ms. */
  readonly refreshMs: number;
  readonly names: Names;
  readonly append: (records: readonly Outgoing[]) => Promise<void>;
  /** Tells the broker that a member is no more. */
  readonly bury: (groupId: string, memberId: string) => Promise<void>;
  readonly warn: (message: string) => void;
}

/** A member that is silent for so long is dead to its group, ms. What a killed process had waits that long. */
const sessionTimeout = 10_000;
/** How long others wait for a member that is in the middle of a batch when the group is assigned anew, ms. */
const rebalanceTimeout = 60_000;
/** How long a broker may hold a fetch that finds nothing, ms: bounds how long `close` and a resume take. */
const maxWaitTimeInMs = 1000;

/**
 * This process's member of a group. kafkajs fetches and keeps the membership; when its consumer gives up, whatever the
 * reason, a new one takes its place.
 */
export class KafkaGroup implements Subscription {
  stopped: string | undefined;
  private readonly leaving = new AbortController();
  private readonly timers = new Set<NodeJS.Timeout>();
  private readonly member: Omit<Member, 'mayCommit'>;
  private generation = 0;
  private failures = 0;
  private abandoned = false;
  /** Id of the member this process was last, until it has left the group. */
  private former: string | undefined;
  private loop: Promise<void> | undefined;

  constructor(
    readonly name: string,
    /** Short names. */
    readonly topics: readonly string[],
    handle: HandleBatch,
    options: SubscribeOptions,
    private readonly parts: GroupParts,
    private readonly left: () => void,
  ) {
    const batch = options.batch ?? 200;
    const commits = new Commits();
    this.member = {
      group: name,
      names: parts.names,
      batch,
      tries: options.tries ?? 5,
      orderFree: options.orderFree ?? false,
      calls: new SharedCalls(name, handle, batch, () => commits.done()),
      commits,
      append: parts.append,
      warn: parts.warn,
      signal: this.leaving.signal,
      stop: (reason) => this.stop(reason),
      refusals: new Map(),
      later: (ms, work) => this.later(ms, work),
    };
  }

  start(): this {
    this.loop = this.run();
    return this;
  }

  async close(): Promise<void> {
    this.leaving.abort();
    await this.loop;
    this.left();
  }

  /** Commits nothing more and waits for nothing, as if the process had died. */
  leave(): void {
    this.abandoned = true;
    this.leaving.abort();
  }

  private stop(reason: string): void {
    this.stopped ??= reason;
    this.leaving.abort();
  }

  private later(ms: number, work: () => void): void {
    const timer = setTimeout(() => {
      this.timers.delete(timer);
      work();
    }, ms);
    this.timers.add(timer);
  }

  private async run(): Promise<void> {
    const { signal } = this.leaving;
    while (!signal.aborted) {
      try {
        await this.belong();
      } catch (error) {
        if (signal.aborted) return;
        this.failures += 1;
        this.parts.warn(`group ${this.name} has lost its place and joins again: ${reasonOf(error)}`);
        await pause(backoff(this.failures), signal);
      }
    }
  }

  /** From joining the group to leaving it. Throws when the consumer gives up. */
  private async belong(): Promise<void> {
    const consumer = this.consumer();
    const gaveUp = new Promise<Error>((resolve) => {
      consumer.on(consumer.events.CRASH, ({ payload }) => resolve(payload.error));
    });
    consumer.on(consumer.events.GROUP_JOIN, ({ payload }) => {
      this.generation += 1;
      this.failures = 0;
      this.former = payload.memberId;
    });
    try {
      await consumer.connect();
      await this.leaveBehind();
      const { names } = this.parts;
      const topics = [...this.topics, names.retry(this.name)].map((topic) => names.full(topic));
      await consumer.subscribe({ topics, fromBeginning: true });
      await consumer.run({
        autoCommit: false,
        eachBatchAutoResolve: false,
        partitionsConsumedConcurrently: 16,
        eachBatch: (payload) => {
          const { generation } = this;
          const mayCommit = () => !this.abandoned && this.generation === generation;
          return new PartitionBatch(payload, { ...this.member, mayCommit }).run();
        },
      });
      const error = await Promise.race([gaveUp, aborted(this.leaving.signal)]);
      if (error) throw error;
    } finally {
      for (const timer of this.timers) clearTimeout(timer);
      this.timers.clear();
      await consumer.disconnect();
    }
  }

  /** Who was cut off could not say goodbye: without this the group would wait for it, ten seconds, before it goes on. */
  private async leaveBehind(): Promise<void> {
    if (this.former === undefined) return;
    await this.parts.bury(this.parts.names.full(this.name), this.former);
    this.former = undefined;
  }

  private consumer(): Consumer {
    return this.parts.kafka.consumer({
      groupId: this.parts.names.full(this.name),
      allowAutoTopicCreation: false,
      sessionTimeout,
      rebalanceTimeout,
      heartbeatInterval: 1000,
      maxWaitTimeInMs,
      metadataMaxAge: this.parts.refreshMs,
      retry: { retries: 3, initialRetryTime: 100, maxRetryTime: 1000, restartOnFailure: async () => false },
    });
  }
}

function aborted(signal: AbortSignal): Promise<undefined> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve(undefined);
    signal.addEventListener('abort', () => resolve(undefined), { once: true });
  });
}
