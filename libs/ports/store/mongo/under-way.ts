import { Unavailable } from '#ports/unavailable';
import { asUnavailable } from './errors.js';

/** Calls of the server that are under way: none begins after the end, which waits for them. */
export class UnderWay {
  private readonly calls = new Set<Promise<unknown>>();
  private ended = false;

  /** `what` is named in the refusal of a call that comes after the end. */
  constructor(private readonly what: string) {}

  /** Throws Unavailable after the end, and for whatever the server's absence makes of the call. */
  async run<R>(work: () => Promise<R>): Promise<R> {
    this.check();
    const done = work().catch((error: unknown) => {
      throw asUnavailable(error);
    });
    this.calls.add(done);
    try {
      return await done;
    } finally {
      this.calls.delete(done);
    }
  }

  check(): void {
    if (this.ended) throw new Unavailable(`closed ${this.what}`);
  }

  async end(): Promise<void> {
    this.ended = true;
    while (this.calls.size > 0) await Promise.allSettled(this.calls);
  }
}
