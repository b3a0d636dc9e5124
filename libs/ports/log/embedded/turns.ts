/**
 * Lets the loops of all groups and tails take turns: one of them reads and parses a batch per turn of the event loop, so
 * that requests are served in between however many of them have work.
 */
export class Turns {
  private readonly waiting: (() => void)[] = [];

  next(): Promise<void> {
    return new Promise((resolve) => {
      this.waiting.push(resolve);
      if (this.waiting.length === 1) setImmediate(this.run);
    });
  }

  private readonly run = (): void => {
    this.waiting.shift()?.();
    if (this.waiting.length > 0) setImmediate(this.run);
  };
}

/** A door bell that remembers a ring until it is answered. */
export class Bell {
  private rung = false;
  private answer: (() => void) | undefined;

  ring(): void {
    this.rung = true;
    this.answer?.();
  }

  /** Call before looking for work: what rings from now on is not missed. */
  quiet(): void {
    this.rung = false;
  }

  /** Resolves at the next ring, or after `ms` where given. */
  async heard(ms?: number): Promise<void> {
    if (this.rung) return;
    await new Promise<void>((resolve) => {
      const timer = ms === undefined ? undefined : setTimeout(resolve, ms);
      this.answer = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    this.answer = undefined;
  }
}
