import { type Kafka, Partitioners, type Producer } from 'kafkajs';
import { fitting } from '#ports/fitting';
import { Unavailable } from '#ports/unavailable';
import { reasonOf } from '../backoff.js';
import { kafkaCode, unavailable } from './client.js';
import type { Names } from './names.js';
import type { Outgoing } from './records.js';
import type { Topics } from './topics.js';

/** Characters of one request: below the 1 MiB that brokers take of a partition unless told otherwise. */
const perRequest = 900_000;
/** Characters that may wait before callers are turned away. */
const mayWait = 64_000_000;

interface Call {
  left: number;
  resolve(): void;
  reject(error: Error): void;
}

interface Waiting {
  readonly record: Outgoing;
  readonly call: Call;
}

/**
 * Writes in the order of the calls, one request at a time; what is asked for meanwhile shares the next one.
 *
 * When a request fails for good, nobody knows whether the broker has it. kafkajs would give its sequence numbers to the
 * next records, which the broker may then take for a repeat and drop; so the producer is replaced first. And all calls
 * that wait behind it fail with it: were they to go through, their events would stand before those that are tried again.
 */
export class Appender {
  private waiting: Waiting[] = [];
  private size = 0;
  private producer: Promise<Producer> | undefined;
  private flight: Promise<void> | undefined;
  private closed = false;

  constructor(
    private readonly kafka: Kafka,
    private readonly topics: Topics,
    private readonly names: Names,
    private readonly warn: (message: string) => void,
  ) {}

  /** Connects, so that a wrong address shows when the log is opened. */
  async open(): Promise<void> {
    await this.connected();
  }

  /** Resolves when every in-sync replica has the records. */
  append(records: readonly Outgoing[]): Promise<void> {
    return new Promise((resolve, reject) => {
      if (this.closed) return reject(new Error('the event log is closed'));
      if (records.length === 0) return resolve();
      if (this.size > mayWait) return reject(new Unavailable('the event log (too much waits to be written)'));
      const call: Call = { left: records.length, resolve, reject };
      for (const record of records) {
        this.waiting.push({ record, call });
        this.size += sizeOf(record);
      }
      this.flight ??= this.run();
    });
  }

  /** Writes what waits, then lets go of the broker. */
  async close(): Promise<void> {
    this.closed = true;
    await this.flight;
    await this.replace();
  }

  /** What waits is given up, and what is on its way may or may not arrive. */
  abandon(): void {
    this.closed = true;
    this.fail(this.waiting, new Error('the event log is closed'));
  }

  private async run(): Promise<void> {
    await Promise.resolve();
    while (this.waiting.length > 0) {
      const count = fitting(this.waiting, perRequest, ({ record }) => sizeOf(record));
      await this.send(this.waiting.slice(0, count));
    }
    this.flight = undefined;
  }

  private async send(batch: readonly Waiting[]): Promise<void> {
    try {
      await this.topics.ensure(batch.map(({ record }) => record.topic));
      const producer = await this.connected();
      await producer.sendBatch({ acks: -1, topicMessages: this.perTopic(batch) });
    } catch (error) {
      this.warn(`${batch.length} events could not be appended: ${reasonOf(error)}`);
      if (kafkaCode(error) === 'UNKNOWN_TOPIC_OR_PARTITION') this.topics.forget();
      await this.replace();
      return this.fail(this.waiting, unavailable(error));
    }
    this.waiting = this.waiting.slice(batch.length);
    for (const { record, call } of batch) {
      this.size -= sizeOf(record);
      call.left -= 1;
      if (call.left === 0) call.resolve();
    }
  }

  private fail(waiting: readonly Waiting[], error: Error): void {
    this.waiting = [];
    this.size = 0;
    for (const { call } of waiting) call.reject(error);
  }

  private perTopic(batch: readonly Waiting[]) {
    const byTopic = new Map<string, Outgoing[]>();
    for (const { record } of batch) {
      const of = byTopic.get(record.topic);
      if (of) of.push(record);
      else byTopic.set(record.topic, [record]);
    }
    return [...byTopic].map(([topic, records]) => ({
      topic: this.names.full(topic),
      messages: records.map(({ key, value, headers }) => ({ key, value, ...(headers ? { headers } : {}) })),
    }));
  }

  private connected(): Promise<Producer> {
    this.producer ??= this.connect();
    return this.producer;
  }

  private async connect(): Promise<Producer> {
    const producer = this.kafka.producer({
      idempotent: true,
      maxInFlightRequests: 1,
      allowAutoTopicCreation: false,
      createPartitioner: Partitioners.DefaultPartitioner,
      retry: { retries: 6, initialRetryTime: 200, maxRetryTime: 2000 },
    });
    try {
      await producer.connect();
      return producer;
    } catch (error) {
      this.producer = undefined;
      await producer.disconnect().catch(() => {});
      throw unavailable(error);
    }
  }

  private async replace(): Promise<void> {
    const { producer } = this;
    this.producer = undefined;
    try {
      await (await producer)?.disconnect();
    } catch {
      // It is gone either way.
    }
  }
}

function sizeOf({ key, value }: Outgoing): number {
  return key.length + (value?.length ?? 0) + 100;
}
