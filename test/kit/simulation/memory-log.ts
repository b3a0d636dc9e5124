import type { LogEvent } from '#ports/event';
import { Offsets } from '#ports/log/kafka/position';
import { Log, type Position, type Tail, type TailHandle } from '#ports/log/log';
import type { Random } from '#test/soak/random';
import type { Turns } from './turns.js';

const PARTITIONS = 4;

/** Which partition a key belongs to. */
export function partitionOf(key: string): number {
  return [...key].reduce((sum, char) => (sum * 31 + char.charCodeAt(0)) % 9973, 7) % PARTITIONS;
}

/** The events of a log with several partitions a topic, all in memory. Processes see it through {@link MemoryLog}. */
export class Records {
  private readonly topics = new Map<string, LogEvent[][]>();
  private readonly ears: ((events: readonly LogEvent[]) => void)[] = [];

  append(events: readonly LogEvent[]): void {
    for (const event of events) this.of(event.topic, partitionOf(event.partitionkey)).push(event);
    for (const ear of this.ears) ear(events);
  }

  /** Calls `ear` at once after each append. */
  listen(ear: (events: readonly LogEvent[]) => void): void {
    this.ears.push(ear);
  }

  of(topic: string, partition: number): LogEvent[] {
    const partitions = this.topics.get(topic) ?? Array.from({ length: PARTITIONS }, () => []);
    this.topics.set(topic, partitions);
    return partitions[partition] as LogEvent[];
  }

  end(topics: readonly string[]): Offsets {
    const offsets = new Offsets();
    for (const topic of topics) {
      for (let at = 0; at < PARTITIONS; at += 1) offsets.set(topic, at, this.of(topic, at).length);
    }
    return offsets;
  }
}

/** One process's way to the records: what it asks and hears waits for its turns. Groups are driven by hand. */
export class MemoryLog extends Log {
  constructor(
    private readonly records: Records,
    private readonly turns: Turns,
    private readonly lane: string,
    private readonly random: Random,
  ) {
    super();
  }

  async append(events: readonly LogEvent[]): Promise<void> {
    await this.turns.call(this.lane, () => this.records.append(events));
  }

  end(topics: readonly string[]): Promise<Position> {
    return this.turns.call(this.lane, () => this.records.end(topics).encode());
  }

  async tail(topics: readonly string[], from: Position, handle: TailHandle): Promise<Tail> {
    return new MemoryTail(this.records, topics, Offsets.decode(from), handle, this.random, () =>
      this.turns.take(`${this.lane} tail`),
    );
  }

  subscribe = notHere;
  lag = notHere;
  reset = notHere;
  deadLetter = notHere;
  deadLetters = notHere;
  deadLetterCounts = notHere;
  replayDeadLetter = notHere;
  dropDeadLetter = notHere;
  async close(): Promise<void> {}
}

class MemoryTail implements Tail {
  private waiters: { readonly wanted: Offsets; resolve(): void }[] = [];
  private running = false;

  constructor(
    private readonly records: Records,
    private readonly topics: readonly string[],
    private readonly at: Offsets,
    private readonly handle: TailHandle,
    private readonly random: Random,
    private readonly turn: () => Promise<void>,
  ) {
    records.listen(() => void this.run());
    void this.run();
  }

  position(): Position {
    return this.at.encode();
  }

  async reached(position: Position): Promise<void> {
    const wanted = Offsets.decode(position);
    if (this.covers(wanted)) return;
    await new Promise<void>((resolve) => this.waiters.push({ wanted, resolve }));
  }

  async close(): Promise<void> {}

  private async run(): Promise<void> {
    if (this.running) return;
    this.running = true;
    for (let places = this.behind(); places.length > 0; places = this.behind()) {
      await this.turn();
      const [topic, partition, next] = this.random.pick(places);
      const events = this.records.of(topic, partition).slice(next, next + 1 + this.random.below(50));
      await this.handle(events, '');
      this.at.set(topic, partition, next + events.length);
      for (const waiter of this.waiters.filter(({ wanted }) => this.covers(wanted))) waiter.resolve();
      this.waiters = this.waiters.filter(({ wanted }) => !this.covers(wanted));
    }
    this.running = false;
  }

  private behind(): (readonly [topic: string, partition: number, next: number])[] {
    const ends = [...this.records.end(this.topics).entries()];
    return ends.flatMap(([topic, partition, end]) => {
      const next = this.at.get(topic, partition);
      return next < end ? [[topic, partition, next] as const] : [];
    });
  }

  private covers(wanted: Offsets): boolean {
    return this.at.cover(wanted, (topic) => this.topics.includes(topic));
  }
}

async function notHere(): Promise<never> {
  throw new Error('a simulation has no such thing');
}
