import type { Cluster } from 'kafkajs';
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
import { type KafkaLogOptions, openCluster, unavailable } from './client.js';
import { type Connected, closeConnected, openConnected } from './connected.js';
import { type GroupParts, KafkaGroup } from './group.js';
import { Letters } from './letters.js';
import { checkSubscription, checkTopic } from './names.js';
import { Offsets } from './position.js';
import { outgoing } from './records.js';
import { KafkaTail } from './tail.js';

export type { KafkaLogOptions } from './client.js';

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
  private closing: Promise<void> | undefined;

  private constructor(
    private readonly broker: Connected,
    private readonly letters: Letters,
    options: KafkaLogOptions,
  ) {
    super();
    this.warn = options.warn ?? (() => {});
  }

  /** Throws Unavailable when no broker answers. */
  static async open(options: KafkaLogOptions): Promise<KafkaLog> {
    const broker = await openConnected(options);
    const { cluster, names, topics, appender, ending } = broker;
    return new KafkaLog(broker, new Letters(cluster, names, topics, appender, ending.signal), options);
  }

  async append(events: readonly LogEvent[]): Promise<void> {
    this.mustBeOpen();
    await this.broker.appender.append(outgoing(events));
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
      await this.broker.topics.ensure([...own, this.broker.names.retry(group)]);
      this.mustBeOpen();
      const parts: GroupParts = {
        kafka: this.broker.kafka,
        refreshMs: this.broker.refreshMs,
        names: this.broker.names,
        warn: this.warn,
        append: (records) => this.broker.appender.append(records),
        bury: (groupId, memberId) => this.broker.progress.bury(groupId, memberId),
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
    await this.broker.topics.ensure(topics);
    const cluster = await this.ownCluster();
    const { warn } = this;
    const { names, refreshMs } = this.broker;
    const parts = { cluster, names, warn, refreshMs, topics: [...new Set(topics)] };
    const made: KafkaTail = new KafkaTail(parts, at, handle, () => this.tails.delete(made));
    this.tails.add(made);
    return made.start();
  }

  async end(topics: readonly string[]): Promise<Position> {
    this.mustBeOpen();
    topics.forEach(checkTopic);
    return (await this.broker.progress.end(topics)).encode();
  }

  async lag(group?: string): Promise<Lag[]> {
    this.mustBeOpen();
    const known =
      group === undefined ? await this.broker.progress.groups(() => this.broker.admin.listGroups()) : [group];
    const names = group === undefined ? new Set([...known, ...this.groups.keys()]) : known;
    const answer: Lag[] = [];
    for (const name of names) {
      const live = this.groups.get(name);
      const own = live === 'joining' ? undefined : live;
      const stopped = own?.stopped === undefined ? {} : { stopped: own.stopped };
      for (const lag of await this.broker.progress.lag(name, own?.topics ?? [])) answer.push({ ...lag, ...stopped });
    }
    return answer;
  }

  async reset(group: string, position: Position): Promise<void> {
    this.mustBeOpen();
    if (this.groups.has(group)) throw new Error(`group ${group} is subscribed; close it before you move it`);
    await this.broker.progress.reset(group, Offsets.decode(position));
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
    this.broker.appender.abandon();
    this.closing ??= this.finish();
    this.closing.catch(() => {});
  }

  private async finish(): Promise<void> {
    try {
      await Promise.all([...this.loops()].map((loop) => loop.close()));
    } finally {
      await closeConnected(this.broker);
    }
  }

  private async ownCluster(): Promise<Cluster> {
    try {
      return await openCluster(this.broker.kafka, this.broker.refreshMs);
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
