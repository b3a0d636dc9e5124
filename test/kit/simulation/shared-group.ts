import type { LogEvent } from '#ports/event';
import type { Random } from '#test/soak/random';
import { partitionOf } from './memory-log.js';

interface Partition {
  readonly events: LogEvent[];
  committed: number;
  owner: number;
  /** Grows with each change of the owner: what a former owner has handled is not committed. */
  epoch: number;
}

type Handle = (events: readonly LogEvent[]) => Promise<unknown>;

/**
 * A consumer group of several processes, driven by hand: each partition has one owner, each process handles one batch at
 * a time, what fails comes again. A partition that changes hands is delivered to the new owner from the last commit on,
 * while the former one may still be at it.
 */
export class SharedGroup {
  /** Calls; partitions that changed hands in the middle of a call; calls that failed. */
  readonly seen = { calls: 0, torn: 0, failed: 0 };
  private readonly partitions = new Map<string, Partition>();
  private readonly busy: boolean[];

  constructor(
    /** One for each process. */
    private readonly handlers: readonly Handle[],
    private readonly random: Random,
    private readonly batch: number,
  ) {
    this.busy = handlers.map(() => false);
  }

  /** Events of the group's topics, as they come on the log. */
  take(events: readonly LogEvent[]): void {
    for (const event of events) {
      const name = `${event.topic}/${partitionOf(event.partitionkey)}`;
      const owner = this.partitions.size % this.handlers.length;
      const partition = this.partitions.get(name) ?? { events: [], committed: 0, epoch: 0, owner };
      partition.events.push(event);
      this.partitions.set(name, partition);
    }
  }

  /** Processes that could start a call. */
  idle(): number[] {
    return [...this.busy.keys()].filter((process) => !this.busy[process] && this.waitingFor(process).length > 0);
  }

  /** Starts a call; the process must be idle. */
  start(process: number): void {
    this.busy[process] = true;
    void this.call(process, this.random.pick(this.waitingFor(process)));
  }

  /** Gives a partition to the next process. */
  rebalance(): void {
    if (this.partitions.size === 0) return;
    const partition = this.random.pick([...this.partitions.values()]);
    if (this.busy[partition.owner] && partition.committed < partition.events.length) this.seen.torn += 1;
    partition.owner = (partition.owner + 1) % this.handlers.length;
    partition.epoch += 1;
  }

  get isDone(): boolean {
    return !this.busy.includes(true) && this.idle().length === 0;
  }

  private waitingFor(process: number): Partition[] {
    const all = [...this.partitions.values()];
    return all.filter(({ owner, committed, events }) => owner === process && committed < events.length);
  }

  private async call(process: number, partition: Partition): Promise<void> {
    const { epoch, committed } = partition;
    const batch = partition.events.slice(committed, committed + 1 + this.random.below(this.batch));
    this.seen.calls += 1;
    try {
      await this.handlers[process]?.(batch);
      if (partition.epoch === epoch) partition.committed = committed + batch.length;
    } catch (error) {
      this.seen.failed += 1;
      if (this.seen.failed > 100) throw error;
    } finally {
      this.busy[process] = false;
    }
  }
}
