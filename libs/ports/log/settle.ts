import type { LogEvent } from '#ports/event';
import { isUnavailable } from '#ports/unavailable';
import { backoff, pause, reasonOf } from './backoff.js';
import type { HandleBatch, Outcome } from './log.js';

export interface Delivery {
  readonly event: LogEvent;
  /** Failed tries before this delivery. */
  readonly attempts: number;
}

export type Verdict =
  | { readonly kind: 'done' }
  /** For the dead letters. */
  | { readonly kind: 'dead'; readonly reason: string }
  /** Order-free groups only: to be delivered again after a wait. */
  | { readonly kind: 'later'; readonly attempts: number };

export interface Settled {
  /** In the order of the deliveries; undefined where the batch was left before its end (stop, abort). */
  readonly verdicts: readonly (Verdict | undefined)[];
  /** Reason of a `stop`. */
  readonly stopped?: string;
}

export interface SettleOptions {
  readonly tries: number;
  readonly orderFree: boolean;
  /** Leaves after the call of the handler that is under way. */
  readonly signal: AbortSignal;
  /** Told of every failed call, for the log file. */
  readonly onFailure?: (error: unknown, events: readonly LogEvent[]) => void;
  readonly wait?: (ms: number, signal: AbortSignal) => Promise<void>;
}

/**
 * Delivers one batch until each of its events has a verdict: what every adapter does between reading a batch and
 * committing it. A batch that throws is halved until the failing event stands alone, so the others are repeated at most
 * log2(batch) times; the later events of its key wait for it, those of other keys do not.
 */
export async function settle(
  deliveries: readonly Delivery[],
  handle: HandleBatch,
  options: SettleOptions,
): Promise<Settled> {
  const settling = new Settling(deliveries, handle, options);
  await settling.run();
  return {
    verdicts: settling.verdicts,
    ...(settling.stopped === undefined ? {} : { stopped: settling.stopped }),
  };
}

type Answer = { readonly outcomes: readonly Outcome[] | undefined } | { readonly error: unknown };

class Settling {
  readonly verdicts: (Verdict | undefined)[];
  stopped: string | undefined;
  private readonly attempts: number[];
  /** Per key the event that fails, and those that wait behind it in order. */
  private readonly failing = new Map<string, { readonly index: number; readonly behind: number[] }>();

  constructor(
    private readonly deliveries: readonly Delivery[],
    private readonly handle: HandleBatch,
    private readonly options: SettleOptions,
  ) {
    this.verdicts = deliveries.map(() => undefined);
    this.attempts = deliveries.map((delivery) => delivery.attempts);
  }

  async run(): Promise<void> {
    await this.deliver(this.deliveries.map((_, index) => index));
    while (this.failing.size > 0 && !this.left()) await this.round();
  }

  private left(): boolean {
    return this.stopped !== undefined || this.options.signal.aborted;
  }

  /** Waits, then tries every failing event again, and what waited behind those that are settled now. */
  private async round(): Promise<void> {
    const now = [...this.failing];
    const most = Math.max(...now.map(([, { index }]) => this.attempts[index] ?? 1));
    await this.wait(backoff(most));
    for (const [key, { index, behind }] of now) {
      if (this.left()) return;
      this.failing.delete(key);
      await this.deliver([index]);
      const again = this.failing.get(key);
      if (again) again.behind.push(...behind);
      else await this.deliver(behind);
    }
  }

  private async deliver(indexes: readonly number[]): Promise<void> {
    const free = indexes.filter((index) => !this.held(index));
    if (free.length === 0 || this.left()) return;
    const answer = await this.call(free);
    if (!answer) return;
    if ('outcomes' in answer) return this.apply(free, answer.outcomes);
    const [first] = free;
    if (free.length === 1 && first !== undefined) return this.fail(first, answer.error);
    const half = free.length >> 1;
    await this.deliver(free.slice(0, half));
    await this.deliver(free.slice(half));
  }

  private held(index: number): boolean {
    const before = this.failing.get(this.keyOf(index));
    before?.behind.push(index);
    return before !== undefined;
  }

  private keyOf(index: number): string {
    const event = this.deliveries[index]?.event;
    return `${event?.topic}\n${event?.partitionkey}`;
  }

  /** Undefined when it was left while the handler was not available. */
  private async call(indexes: readonly number[]): Promise<Answer | undefined> {
    const events = indexes.flatMap((index) => this.deliveries[index]?.event ?? []);
    for (let refused = 1; ; refused++) {
      try {
        const outcomes = (await this.handle(events)) ?? undefined;
        if (outcomes && outcomes.length !== events.length) {
          throw new Error(`the handler gave ${outcomes.length} outcomes for ${events.length} events`);
        }
        return { outcomes };
      } catch (error) {
        this.options.onFailure?.(error, events);
        if (!isUnavailable(error)) return { error };
      }
      await this.wait(backoff(refused));
      if (this.left()) return undefined;
    }
  }

  private apply(indexes: readonly number[], outcomes: readonly Outcome[] | undefined): void {
    for (const [place, index] of indexes.entries()) {
      const outcome = outcomes?.[place];
      if (outcome?.kind === 'stop') {
        this.stopped = outcome.reason;
        return;
      }
      this.verdicts[index] = outcome?.kind === 'skip' ? { kind: 'dead', reason: outcome.reason } : { kind: 'done' };
    }
  }

  private fail(index: number, error: unknown): void {
    const attempts = (this.attempts[index] ?? 0) + 1;
    this.attempts[index] = attempts;
    if (attempts >= this.options.tries) this.verdicts[index] = { kind: 'dead', reason: reasonOf(error) };
    else if (this.options.orderFree) this.verdicts[index] = { kind: 'later', attempts };
    else this.failing.set(this.keyOf(index), { index, behind: [] });
  }

  private wait(ms: number): Promise<void> {
    return (this.options.wait ?? pause)(ms, this.options.signal);
  }
}
