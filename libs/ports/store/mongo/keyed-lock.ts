/** Lets those who name the same key take turns, in the order in which they asked. */
export class KeyedLock {
  private readonly tails = new Map<string, Promise<void>>();

  /** All keys are asked for in one turn of the event loop: two callers never wait for each other. */
  async hold<R>(keys: readonly string[], work: () => Promise<R>): Promise<R> {
    const before = keys.map((key) => this.tails.get(key));
    let release: () => void = () => undefined;
    const mine = new Promise<void>((resolve) => {
      release = resolve;
    });
    for (const key of keys) this.tails.set(key, mine);
    await Promise.all(before);
    try {
      return await work();
    } finally {
      release();
      for (const key of keys) if (this.tails.get(key) === mine) this.tails.delete(key);
    }
  }
}
