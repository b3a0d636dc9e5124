/**
 * Work that is cheaper done together: what is asked for at once, or while work is under way, is the next piece of work.
 * One piece at a time.
 */
export class Gathered<T> {
  private waiting: T[] = [];
  private running: Promise<void> | undefined;

  /** `work` answers to each what it was given for, and does not throw. `count`: how many of those that wait it may get. */
  constructor(
    private readonly work: (some: readonly T[]) => Promise<void>,
    private readonly count: (waiting: readonly T[]) => number = ({ length }) => length,
  ) {}

  add(one: T): void {
    this.waiting.push(one);
    this.running ??= this.run();
  }

  /** Resolves when nothing waits and no work is under way. */
  done(): Promise<void> {
    return this.running ?? Promise.resolve();
  }

  private async run(): Promise<void> {
    // Partitions that were fetched together come one after the other.
    await turnOfTheLoop();
    while (this.waiting.length > 0) await this.work(this.waiting.splice(0, this.count(this.waiting)));
    this.running = undefined;
  }
}

/** What follows from promises that are settled now has been done after it. */
export const turnOfTheLoop = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
