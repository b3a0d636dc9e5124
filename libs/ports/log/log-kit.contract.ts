import { randomUUID } from 'node:crypto';
import type { LogEvent } from '#ports/event';
import type { HandleBatch, Log, Outcome } from './log.js';

/** One log with its data, empty or shared with other tests: each test uses topics and groups of its own. */
export interface Harness {
  readonly log: Log;
  /**
   * Drops the present log as a crash would (no waiting, no commit; it may also have been closed before) and opens the
   * same data again. The former log delivers nothing more.
   */
  reopen(): Promise<Log>;
  /** Closes the present log and removes what `open` made. */
  destroy(): Promise<void>;
}

export type Open = () => Promise<Harness>;

/** Long enough for a broker that rebalances its consumers. */
export const patience = 30_000;

export const unique = (name: string): string => `${name}-${randomUUID().slice(0, 8)}`;

/** The `sequence`-th event of `key`; `data.n` carries `n`. */
export function eventOf(topic: string, key: string, sequence: number, n = sequence): LogEvent<{ n: number }> {
  return {
    specversion: '1.0',
    id: `${topic}/${key}/${sequence}`,
    source: '/rulian/contract',
    type: 'thing.changed',
    subject: key,
    time: '2026-11-22T00:00:00.000Z',
    datacontenttype: 'application/json',
    data: { n },
    sequence,
    partitionkey: key,
    topic,
  };
}

/** Events 1 to `count` of one key. */
export const series = (topic: string, key: string, count: number): LogEvent[] =>
  Array.from({ length: count }, (_, i) => eventOf(topic, key, i + 1));

export const nameOf = (event: LogEvent): string => `${event.partitionkey}${event.sequence}`;

/** Runs a test against a fresh harness and destroys it whatever happens. */
export const using = (open: Open, test: (harness: Harness) => Promise<void>) => async () => {
  const harness = await open();
  try {
    await test(harness);
  } finally {
    await harness.destroy();
  }
};

/** What a handler was given, with waiting for it. `answer` decides per call what the handler does. */
export class Heard {
  /** Every call, those that failed included. */
  readonly batches: string[][] = [];
  /** Events of the calls that did not fail, as these ended. */
  readonly handled: string[] = [];
  private readonly waiting = new Set<() => void>();

  constructor(private readonly answer: HandleBatch = async () => undefined) {}

  get names(): string[] {
    return this.batches.flat();
  }

  of(key: string): string[] {
    return this.names.filter((name) => name.startsWith(key));
  }

  readonly handle = async (events: readonly LogEvent[]): Promise<readonly Outcome[] | undefined> => {
    this.batches.push(events.map(nameOf));
    const answer = (await this.answer(events)) ?? undefined;
    this.handled.push(...events.map(nameOf));
    for (const look of this.waiting) look();
    return answer;
  };

  /** Resolves once `done` holds of what was handled; rejects with what was heard when it takes too long. */
  until(done: (handled: readonly string[]) => boolean): Promise<void> {
    return new Promise((resolve, reject) => {
      const look = () => {
        if (!done(this.handled)) return;
        clearTimeout(timer);
        this.waiting.delete(look);
        resolve();
      };
      const late = () => reject(new Error(`waited in vain; heard ${JSON.stringify(this.batches).slice(0, 2000)}`));
      const timer = setTimeout(late, patience);
      this.waiting.add(look);
      look();
    });
  }

  has(name: string): Promise<void> {
    return this.until((handled) => handled.includes(name));
  }

  all(names: readonly string[]): Promise<void> {
    return this.until((handled) => {
      const set = new Set(handled);
      return names.every((name) => set.has(name));
    });
  }
}

/** For what a port offers no event of: looks again until `look` gives something but undefined or false. */
export async function eventually<T>(look: () => Promise<T | undefined | false>): Promise<T> {
  const end = Date.now() + patience;
  for (;;) {
    const found = await look();
    if (found !== undefined && found !== false) return found;
    if (Date.now() > end) throw new Error('waited in vain');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** First deliveries only: at least once allows repeats, which say nothing of order. */
export const firsts = (names: readonly string[]): string[] => [...new Set(names)];
