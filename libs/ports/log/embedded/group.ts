import { backoff, pause, reasonOf } from '../backoff.js';
import type { HandleBatch, SubscribeOptions, Subscription } from '../log.js';
import { type Delivery, type Settled, settle } from '../settle.js';
import { Offsets } from './offsets.js';
import type { Reader, Stored } from './reader.js';
import type { Progress } from './shapes.js';
import { Bell, type Turns } from './turns.js';

/** What a loop needs of the log it belongs to. */
export interface Surroundings {
  readonly reader: Reader;
  readonly turns: Turns;
  readonly commit: (progress: Progress) => Promise<void>;
  /** ms since the epoch. */
  readonly now: () => number;
  readonly warn: (message: string) => void;
}

/** One group: a single loop that reads a batch, has it handled and goes on; so never more than one batch in flight. */
export class Group implements Subscription {
  stopped: string | undefined;
  private readonly leaving = new AbortController();
  private readonly bell = new Bell();
  private readonly offsets: Offsets;
  private readonly batch: number;
  private readonly tries: number;
  private readonly orderFree: boolean;
  private due: number | undefined;
  private loop: Promise<void> | undefined;

  constructor(
    readonly name: string,
    /** Topic → last event handled. */
    private readonly positions: Map<string, number>,
    private readonly handle: HandleBatch,
    options: SubscribeOptions,
    private readonly around: Surroundings,
    private readonly left: () => void,
  ) {
    this.batch = options.batch ?? 200;
    this.tries = options.tries ?? 5;
    this.orderFree = options.orderFree ?? false;
    this.offsets = new Offsets(around.commit, around.warn, this.leaving.signal);
  }

  start(): this {
    this.due = this.around.reader.due(this.name);
    this.loop = this.run();
    return this;
  }

  hears(topic: string): boolean {
    return this.positions.has(topic);
  }

  position(topic: string): number | undefined {
    return this.positions.get(topic);
  }

  /** There may be something new: in the log, or set aside for this group. */
  wake(setAside = false): void {
    if (setAside) this.due = 0;
    this.bell.ring();
  }

  async close(): Promise<void> {
    this.leave();
    await this.loop;
    try {
      await this.offsets.written();
    } finally {
      this.left();
    }
  }

  /** Delivers nothing more and waits for nothing. */
  leave(): void {
    this.leaving.abort();
    this.bell.ring();
  }

  private get over(): boolean {
    return this.leaving.signal.aborted || this.stopped !== undefined;
  }

  private async run(): Promise<void> {
    for (let failures = 0; !this.over; ) {
      await this.around.turns.next();
      if (this.over) return;
      try {
        this.bell.quiet();
        const worked = (await this.setAside()) || (await this.next());
        failures = 0;
        if (!worked) await this.bell.heard(this.untilDue());
      } catch (error) {
        failures += 1;
        this.around.warn(`group ${this.name} cannot read the log: ${reasonOf(error)}`);
        await pause(backoff(failures), this.leaving.signal);
      }
    }
  }

  private untilDue(): number | undefined {
    return this.due === undefined ? undefined : Math.max(1, this.due - this.around.now());
  }

  /** Replayed letters and what an order-free handler failed on, as far as it is due. */
  private async setAside(): Promise<boolean> {
    if (this.due === undefined || this.due > this.around.now()) return false;
    const asides = this.around.reader.asides(this.name, this.around.now(), this.batch);
    const settled = await this.settle(asides);
    const removed = asides.filter((_, place) => settled.verdicts[place]).map(({ id }) => id);
    this.offsets.push({ ...this.outcome(asides, settled), removed });
    await this.offsets.written();
    this.due = this.around.reader.due(this.name);
    this.stopped = settled.stopped;
    return asides.length > 0;
  }

  private async next(): Promise<boolean> {
    const { batch } = this.around.reader.after(this.positions, this.batch);
    if (batch.length === 0) return false;
    const settled = await this.settle(batch.map(({ event }) => ({ event, attempts: 0 })));
    const end = settled.verdicts.indexOf(undefined);
    const passed = end < 0 ? batch : batch.slice(0, end);
    const progress = this.outcome(
      passed.map(({ event }) => ({ event, attempts: 0 })),
      settled,
    );
    this.offsets.push({ ...progress, positions: this.advance(passed) });
    if (progress.later.length > 0) {
      await this.offsets.written();
      this.due = this.around.reader.due(this.name);
    }
    this.stopped = settled.stopped;
    return true;
  }

  private settle(deliveries: readonly Delivery[]): Promise<Settled> {
    return settle(deliveries, this.handle, {
      tries: this.tries,
      orderFree: this.orderFree,
      signal: this.leaving.signal,
      onFailure: (error, events) =>
        this.around.warn(`group ${this.name} failed on ${events.length} events: ${reasonOf(error)}`),
    });
  }

  /** Topics that stand further on, because they were subscribed before the others, stay there. */
  private advance(passed: readonly Stored[]): Record<string, number> {
    const last = passed.at(-1)?.seq ?? 0;
    for (const [topic, seq] of this.positions) this.positions.set(topic, Math.max(seq, last));
    return Object.fromEntries(this.positions);
  }

  private outcome(deliveries: readonly Delivery[], settled: Settled): Progress {
    const dead: { body: string; reason: string; at: string }[] = [];
    const later: { topic: string; body: string; attempts: number; due: number }[] = [];
    const now = this.around.now();
    for (const [place, { event }] of deliveries.entries()) {
      const verdict = settled.verdicts[place];
      if (!verdict || verdict.kind === 'done') continue;
      const body = JSON.stringify(event);
      if (verdict.kind === 'dead') dead.push({ body, reason: verdict.reason, at: new Date(now).toISOString() });
      else {
        const { attempts } = verdict;
        later.push({ topic: event.topic, body, attempts, due: now + backoff(attempts) });
      }
    }
    return { group: this.name, positions: {}, dead, later, removed: [] };
  }
}
