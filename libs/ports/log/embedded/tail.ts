import { Unavailable } from '#ports/unavailable';
import { backoff, pause, reasonOf } from '../backoff.js';
import type { Position, Tail, TailHandle } from '../log.js';
import type { Surroundings } from './group.js';
import { encode } from './position.js';
import { Bell } from './turns.js';

const batchSize = 500;

interface Waiter {
  readonly seq: number;
  resolve(): void;
  reject(error: Error): void;
}

export class EmbeddedTail implements Tail {
  private readonly leaving = new AbortController();
  private readonly bell = new Bell();
  private waiters: Waiter[] = [];
  private loop: Promise<void> | undefined;

  constructor(
    private readonly topics: ReadonlySet<string>,
    private at: number,
    private readonly handle: TailHandle,
    private readonly around: Surroundings & { readonly head: () => number; readonly decode: (p: Position) => number },
    private readonly left: () => void,
  ) {}

  start(): this {
    this.loop = this.run();
    return this;
  }

  hears(topic: string): boolean {
    return this.topics.has(topic);
  }

  wake(): void {
    this.bell.ring();
  }

  position(): Position {
    return encode(this.at);
  }

  async reached(position: Position): Promise<void> {
    const seq = this.around.decode(position);
    if (seq <= this.at) return;
    if (this.leaving.signal.aborted) throw closed();
    await new Promise<void>((resolve, reject) => {
      this.waiters.push({ seq, resolve, reject });
      this.wake();
    });
  }

  async close(): Promise<void> {
    this.leave();
    await this.loop;
    this.left();
  }

  /** Delivers nothing more and waits for nothing. */
  leave(): void {
    this.leaving.abort();
    for (const waiter of this.waiters.splice(0)) waiter.reject(closed());
    this.wake();
  }

  private async run(): Promise<void> {
    const { signal } = this.leaving;
    for (let failures = 0; !signal.aborted; ) {
      await this.around.turns.next();
      if (signal.aborted) return;
      try {
        this.bell.quiet();
        const ended = await this.next();
        failures = 0;
        if (ended) await this.bell.heard();
      } catch (error) {
        failures += 1;
        this.around.warn(`a tail of ${[...this.topics].join(', ')} failed: ${reasonOf(error)}`);
        await pause(backoff(failures), signal);
      }
    }
  }

  /** Answers whether the end was reached. What was acknowledged before an empty read belongs to other topics. */
  private async next(): Promise<boolean> {
    const head = this.around.head();
    const from = this.at;
    const { batch, ended } = this.around.reader.after(new Map([...this.topics].map((t) => [t, from])), batchSize);
    const last = Math.max(batch.at(-1)?.seq ?? from, ended ? head : 0);
    if (batch.length > 0)
      await this.handle(
        batch.map(({ event }) => event),
        encode(last),
      );
    this.at = Math.max(this.at, last);
    const reached = this.waiters.filter(({ seq }) => seq <= this.at);
    this.waiters = this.waiters.filter(({ seq }) => seq > this.at);
    for (const waiter of reached) waiter.resolve();
    return ended;
  }
}

function closed(): Unavailable {
  return new Unavailable('a position that the tail had not reached when it was closed');
}
