/** Runs so many pieces of work at a time; the others wait in the order they came. One lane: one after the other. */
export class Lanes {
  private readonly waiting: (() => void)[] = [];
  private running = 0;

  constructor(private readonly most: number) {}

  /** Answers what the work answers; a failure is the caller's and holds up nobody else. */
  async run<T>(work: () => Promise<T>): Promise<T> {
    if (this.running === this.most) await new Promise<void>((resolve) => this.waiting.push(resolve));
    else this.running += 1;
    try {
      return await work();
    } finally {
      // The lane goes over to the next one without being free in between.
      const next = this.waiting.shift();
      if (next) next();
      else this.running -= 1;
    }
  }
}
