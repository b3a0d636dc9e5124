/** Holds one thing at a time, or none for a while; who needs it waits until there is one. */
export class Slot<T> {
  private held: T | undefined;
  private ended: Error | undefined;
  private waiting: { resolve(value: T): void; reject(error: Error): void }[] = [];

  get value(): T | undefined {
    return this.held;
  }

  set(value: T): void {
    this.held = value;
    for (const { resolve } of this.waiting.splice(0)) resolve(value);
  }

  clear(): void {
    this.held = undefined;
  }

  /** There will be none any more: who waits, and who comes later, is refused with `error`. */
  end(error: Error): void {
    this.ended = error;
    this.held = undefined;
    for (const { reject } of this.waiting.splice(0)) reject(error);
  }

  get(): Promise<T> {
    if (this.ended) return Promise.reject(this.ended);
    if (this.held !== undefined) return Promise.resolve(this.held);
    return new Promise((resolve, reject) => this.waiting.push({ resolve, reject }));
  }
}
