import type { Admin, Cluster, Kafka } from 'kafkajs';
import type { LogEvent } from '#ports/event';
import {
  type DeadLetter,
  type HandleBatch,
  type Lag,
  type LetterCount,
  Log,
  type Position,
  type SubscribeOptions,
  type Subscription,
  type Tail,
  type TailHandle,
} from '../log.js';
import { Appender } from './appender.js';
import { connectTo, type KafkaLogOptions, openCluster, unavailable } from './client.js';
import { type GroupParts, KafkaGroup } from './group.js';
import { Letters } from './letters.js';
import { checkSubscription, checkTopic, Names } from './names.js';
import { Offsets } from './position.js';
import { Progress } from './progress.js';
import { outgoing } from './records.js';
import { KafkaTail } from './tail.js';
import { Topics } from './topics.js';

export type { KafkaLogOptions } from './client.js';

const refreshMs = 30_000;

/**
 * The log on Kafka, one per process. Brokers from 2.3 on. Differences from the embedded log, within the port's promises:
 * older events of a key may be compacted away a day after they were appended, whether a slow group has heard them or not
 * (`topics.ts`); a process that is killed keeps its share of a group for ten seconds; `lag` counts compacted records that
 * lie ahead.
 */
export class KafkaLog extends Log {
  private readonly groups = new Map<string, KafkaGroup | 'joining'>();
  private readonly tails = new Set<KafkaTail>();
  private readonly warn: (message: string) => void;
  private readonly refreshMs: number;
  private closing: Promise<void> | undefined;

  private constructor(
    private readonly kafka: Kafka,
    private readonly admin: Admin,
    private readonly cluster: Cluster,
    private readonly names: Names,
    private readonly topics: Topics,
    private readonly appender: Appender,
    private readonly progress: Progress,
    private readonly letters: Letters,
    private readonly ending: AbortController,
    options: KafkaLogOptions,
  ) {
    super();
    this.warn = options.warn ?? (() => {});
    this.refreshMs = options.refreshMs ?? refreshMs;
  }

  /** Throws Unavailable when no broker answers. */
  static async open(options: KafkaLogOptions): Promise<KafkaLog> {
    const names = new Names(options.prefix ?? '');
    const { partitions = 6, replicationFactor = -1, topicSettings: settings = {} } = options;
    const kafka = connectTo(options);
    const admin = kafka.admin();
    const ending = new AbortController();
    const topics = new Topics(admin, names, { partitions, replicationFactor, settings });
    const appender = new Appender(kafka, topics, names, options.warn ?? (() => {}));
    try {
      await Promise.all([admin.connect(), appender.open()]);
      const cluster = await openCluster(kafka, options.refreshMs ?? refreshMs);
      const progress = new Progress(cluster, names, topics, ending.signal);
      const letters = new Letters(cluster, names, topics, appender, ending.signal);
      return new KafkaLog(kafka, admin, cluster, names, topics, appender, progress, letters, ending, options);
    } catch (error) {
      await Promise.allSettled([admin.disconnect(), appender.close()]);
      throw unavailable(error);
    }
  }

  async append(events: readonly LogEvent[]): Promise<void> {
    this.mustBeOpen();
    await this.appender.append(outgoing(events));
  }

  async subscribe(
    group: string,
    topics: readonly string[],
    handle: HandleBatch,
    options: SubscribeOptions = {},
  ): Promise<Subscription> {
    this.mustBeOpen();
    checkSubscription(group, topics, options);
    if (this.groups.has(group)) throw new Error(`group ${group} is subscribed already`);
    this.groups.set(group, 'joining');
    try {
      const own = [...new Set(topics)];
      await this.topics.ensure([...own, this.names.retry(group)]);
      this.mustBeOpen();
      const parts: GroupParts = {
        kafka: this.kafka,
        refreshMs: this.refreshMs,
        names: this.names,
        warn: this.warn,
        append: (records) => this.appender.append(records),
        bury: (groupId, memberId) => this.progress.bury(groupId, memberId),
      };
      const made: KafkaGroup = new KafkaGroup(group, own, handle, options, parts, () => {
        if (this.groups.get(group) === made) this.groups.delete(group);
      });
      this.groups.set(group, made);
      return made.start();
    } catch (error) {
      this.groups.delete(group);
      throw error;
    }
  }

  async tail(topics: readonly string[], from: Position, handle: TailHandle): Promise<Tail> {
    this.mustBeOpen();
    if (topics.length === 0) throw new Error('a tail needs a topic');
    topics.forEach(checkTopic);
    const at = Offsets.decode(from);
    await this.topics.ensure(topics);
    const cluster = await this.ownCluster();
    const { names, warn, refreshMs } = this;
    const parts = { cluster, names, warn, refreshMs, topics: [...new Set(topics)] };
    const made: KafkaTail = new KafkaTail(parts, at, handle, () => this.tails.delete(made));
    this.tails.add(made);
    return made.start();
  }

  async end(topics: readonly string[]): Promise<Position> {
    this.mustBeOpen();
    topics.forEach(checkTopic);
    return (await this.progress.end(topics)).encode();
  }

  async lag(group?: string): Promise<Lag[]> {
    this.mustBeOpen();
    const known = group === undefined ? await this.progress.groups(() => this.admin.listGroups()) : [group];
    const names = group === undefined ? new Set([...known, ...this.groups.keys()]) : known;
    const answer: Lag[] = [];
    for (const name of names) {
      const live = this.groups.get(name);
      const own = live === 'joining' ? undefined : live;
      const stopped = own?.stopped === undefined ? {} : { stopped: own.stopped };
      for (const lag of await this.progress.lag(name, own?.topics ?? [])) answer.push({ ...lag, ...stopped });
    }
    return answer;
  }

  async reset(group: string, position: Position): Promise<void> {
    this.mustBeOpen();
    if (this.groups.has(group)) throw new Error(`group ${group} is subscribed; close it before you move it`);
    await this.progress.reset(group, Offsets.decode(position));
  }

  async deadLetters(options: { group?: string; after?: string; limit: number }): Promise<DeadLetter[]> {
    this.mustBeOpen();
    return this.letters.list(options);
  }

  async deadLetter(id: string): Promise<DeadLetter | undefined> {
    this.mustBeOpen();
    return this.letters.read(id);
  }

  async deadLetterCounts(cap: number): Promise<LetterCount[]> {
    this.mustBeOpen();
    return this.letters.counts(cap);
  }

  async replayDeadLetter(id: string): Promise<boolean> {
    this.mustBeOpen();
    return this.letters.replay(id);
  }

  async dropDeadLetter(id: string): Promise<boolean> {
    this.mustBeOpen();
    return this.letters.drop(id);
  }

  /** Waits for the batches under way, commits them and leaves the groups. */
  close(): Promise<void> {
    this.closing ??= this.finish();
    return this.closing;
  }

  /**
   * Lets go at once: no batch is waited for, nothing handled is committed any more, as if the process had died, only that
   * the groups need not wait to notice. What `append` acknowledged stays. For tests of what comes after a crash; `close`
   * then waits for what was left behind.
   */
  abandon(): void {
    for (const loop of this.loops()) loop.leave();
    this.appender.abandon();
    this.closing ??= this.finish();
    this.closing.catch(() => {});
  }

  private async finish(): Promise<void> {
    try {
      await Promise.all([...this.loops()].map((loop) => loop.close()));
    } finally {
      this.ending.abort();
      await Promise.allSettled([this.appender.close(), this.cluster.disconnect(), this.admin.disconnect()]);
    }
  }

  private async ownCluster(): Promise<Cluster> {
    try {
      return await openCluster(this.kafka, this.refreshMs);
    } catch (error) {
      throw unavailable(error);
    }
  }

  private *loops(): Iterable<KafkaGroup | KafkaTail> {
    for (const group of this.groups.values()) if (group !== 'joining') yield group;
    yield* this.tails;
  }

  private mustBeOpen(): void {
    if (this.closing) throw new Error('the event log is closed');
  }
}
