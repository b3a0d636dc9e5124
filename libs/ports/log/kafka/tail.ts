import type { Cluster } from 'kafkajs';
import type { LogEvent } from '#ports/event';
import { backoff, pause, reasonOf } from '../backoff.js';
import type { Position, Tail, TailHandle } from '../log.js';
import { refresh } from './client.js';
import { edges, type Fetched, fetchFrom, leaders, type Place } from './fetching.js';
import type { Names } from './names.js';
import { Offsets } from './position.js';
import { read } from './records.js';
import { Turn } from './turn.js';

const batchSize = 500;
/** How long a broker may hold a request that has no records yet, ms. Bounds how long `close` takes. */
const wait = 1000;

interface Waiter {
  readonly wanted: Offsets;
  resolve(): void;
  reject(error: Error): void;
}

export interface TailParts {
  /** Of this tail alone: a broker answers the fetches of one connection one after the other. */
  readonly cluster: Cluster;
  readonly names: Names;
  readonly topics: readonly string[];
  /** How old what is known of partitions may grow, ms. */
  readonly refreshMs: number;
  readonly warn: (message: string) => void;
}

/** Reads every partition without a group, one loop for each broker that leads some, and keeps the position itself. */
export class KafkaTail implements Tail {
  private readonly leaving = new AbortController();
  private readonly turn = new Turn();
  private readonly own: ReadonlySet<string>;
  private waiters: Waiter[] = [];
  /** Aborted to look up partitions and leaders anew. */
  private round = new AbortController();
  /** `topic/partition` of what is read now. */
  private known: ReadonlySet<string> = new Set();
  private loop: Promise<void> | undefined;

  constructor(
    private readonly parts: TailParts,
    private readonly at: Offsets,
    private readonly handle: TailHandle,
    private readonly left: () => void,
  ) {
    this.own = new Set(parts.topics);
  }

  start(): this {
    this.loop = this.run();
    return this;
  }

  position(): Position {
    return this.at.encode();
  }

  async reached(position: Position): Promise<void> {
    const wanted = Offsets.decode(position);
    if (this.covers(wanted)) return;
    if (this.leaving.signal.aborted) throw closed();
    if (!this.knows(wanted)) this.round.abort();
    await new Promise<void>((resolve, reject) => this.waiters.push({ wanted, resolve, reject }));
  }

  async close(): Promise<void> {
    this.leave();
    await this.loop;
    await this.parts.cluster.disconnect().catch(() => {});
    this.left();
  }

  /** Delivers nothing more and waits for nothing. */
  leave(): void {
    this.leaving.abort();
    this.round.abort();
    for (const waiter of this.waiters.splice(0)) waiter.reject(closed());
  }

  /** False when partitions were added that are not read yet. */
  private knows(wanted: Offsets): boolean {
    return [...wanted.entries()].every(
      ([topic, partition]) => !this.own.has(topic) || this.known.has(`${topic}/${partition}`),
    );
  }

  private covers(wanted: Offsets): boolean {
    return this.at.cover(wanted, (topic) => this.own.has(topic));
  }

  private async run(): Promise<void> {
    const { signal } = this.leaving;
    for (let failures = 0; !signal.aborted; ) {
      try {
        await this.readUntilStale();
        failures = 0;
      } catch (error) {
        if (signal.aborted) return;
        failures += 1;
        this.parts.warn(`a tail of ${this.parts.topics.join(', ')} cannot read: ${reasonOf(error)}`);
        await pause(backoff(failures), signal);
        await refresh(this.parts.cluster);
        await this.comeBackInRange(error);
      }
    }
  }

  /** Follows the leaders of today; leaves when one fails, and now and then to see new partitions. */
  private async readUntilStale(): Promise<void> {
    this.round = new AbortController();
    const { signal } = this.round;
    let stale: NodeJS.Timeout | undefined;
    try {
      const led = await leaders(this.parts.cluster, this.parts.names, this.parts.topics);
      this.known = new Set([...led.values()].flat().map(({ topic, partition }) => `${topic}/${partition}`));
      const leaderless = led.delete('-1');
      if (led.size === 0) throw new Error('no broker leads the topics');
      stale = setTimeout(() => this.round.abort(), leaderless ? 1000 : this.parts.refreshMs);
      const ends = await Promise.allSettled(
        [...led].map(([node, partitions]) => this.follow(node, partitions, signal)),
      );
      for (const end of ends) if (end.status === 'rejected') throw end.reason;
    } finally {
      clearTimeout(stale);
    }
  }

  private async follow(
    nodeId: string,
    partitions: readonly { topic: string; partition: number }[],
    signal: AbortSignal,
  ): Promise<void> {
    try {
      while (!signal.aborted && !this.leaving.signal.aborted) {
        const broker = await this.parts.cluster.findBroker({ nodeId });
        const places: Place[] = partitions.map(({ topic, partition }) => ({
          topic,
          partition,
          next: this.at.get(topic, partition),
        }));
        const fetched = await fetchFrom(broker, this.parts.names, places, wait);
        await this.turn.take(() => this.deliver(fetched));
      }
    } finally {
      this.round.abort();
    }
  }

  private async deliver(fetched: readonly Fetched[]): Promise<void> {
    for (let from = 0; from < fetched.length && !this.leaving.signal.aborted; from += batchSize) {
      const batch = fetched.slice(from, from + batchSize);
      const events = batch.flatMap((record) => this.eventOf(record) ?? []);
      const after = Offsets.decode(this.at.encode());
      for (const { topic, partition, next } of batch) after.set(topic, partition, next);
      if (events.length > 0 && !(await this.handled(events, after.encode()))) return;
      for (const { topic, partition, next } of batch) this.at.set(topic, partition, next);
      this.tellWaiters();
    }
  }

  private eventOf({ topic, partition, message }: Fetched): LogEvent | undefined {
    if (!message) return undefined;
    const found = read(message, topic, `${topic}/${partition}/${message.offset}`);
    if (found.kind === 'unreadable') this.parts.warn(`a tail leaves out what it cannot read: ${found.reason}`);
    return found.kind === 'event' ? found.event : undefined;
  }

  /** False when the tail was closed before the handler took the batch. */
  private async handled(events: readonly LogEvent[], position: Position): Promise<boolean> {
    const { signal } = this.leaving;
    for (let failures = 1; ; failures++) {
      try {
        await this.handle(events, position);
        return true;
      } catch (error) {
        this.parts.warn(`a tail of ${this.parts.topics.join(', ')} failed: ${reasonOf(error)}`);
      }
      await pause(backoff(failures), signal);
      if (signal.aborted) return false;
    }
  }

  private tellWaiters(): void {
    const reached = this.waiters.filter(({ wanted }) => this.covers(wanted));
    if (reached.length === 0) return;
    this.waiters = this.waiters.filter((waiter) => !reached.includes(waiter));
    for (const waiter of reached) waiter.resolve();
  }

  /** After records were removed by hand, or a topic was made anew, the old place is no place any more. */
  private async comeBackInRange(error: unknown): Promise<void> {
    if ((error as { name?: unknown })?.name !== 'KafkaJSOffsetOutOfRange') return;
    const { cluster, names, topics, warn } = this.parts;
    try {
      const ends = new Offsets();
      for (const { topic, partition, next } of await edges(cluster, names, topics, 'end'))
        ends.set(topic, partition, next);
      for (const { topic, partition, next } of await edges(cluster, names, topics, 'first')) {
        const at = this.at.get(topic, partition);
        if (at >= next && at <= ends.get(topic, partition)) continue;
        warn(`a tail of ${topic} stands at ${at}, where the log has nothing; it reads on from ${next}`);
        this.at.set(topic, partition, next);
      }
    } catch (failure) {
      warn(`a tail cannot look up where the log begins: ${reasonOf(failure)}`);
    }
  }
}

function closed(): Error {
  return new Error('the tail was closed before it reached the position');
}
