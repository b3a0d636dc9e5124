import type { LogEvent } from '#ports/event';

/**
 * A place in some topics. Opaque to callers: made by {@link Log.end} and carried by tail deliveries, stored as a string.
 * The empty string is the start of everything.
 */
export type Position = string;

/** What a handler says of one event. Nothing (undefined) for a whole batch means ack for each. */
export type Outcome =
  | { readonly kind: 'ack' }
  /** Can never be handled: goes to the dead letters with the reason, the group goes on. */
  | { readonly kind: 'skip'; readonly reason: string }
  /** The group must not go past this event: it stops, reports unhealthy and waits for an operator or a restart. */
  | { readonly kind: 'stop'; readonly reason: string };

export const ack: Outcome = { kind: 'ack' };
export const skip = (reason: string): Outcome => ({ kind: 'skip', reason });
export const stop = (reason: string): Outcome => ({ kind: 'stop', reason });

/**
 * Handles events of one batch in order. May see an event again (at least once), must be idempotent.
 * Returns nothing, or an outcome per event in the same order.
 */
export type HandleBatch = (events: readonly LogEvent[]) => Promise<readonly Outcome[] | undefined | void>;

export interface SubscribeOptions {
  /** Most events in a batch, 1 to 1000. Default 200. */
  readonly batch?: number;
  /** The handler does not need order: a failing event is set aside and tried again later instead of holding its key. */
  readonly orderFree?: boolean;
  /** Tries of a failing event in place before it is set aside (default 5, waits of 50 ms doubling up to 2 s). */
  readonly tries?: number;
}

export interface Subscription {
  /** Undefined while all is well; the reason after a `stop`. */
  readonly stopped: string | undefined;
  /** Waits for the batch under way, commits and leaves the group. */
  close(): Promise<void>;
}

export type TailHandle = (events: readonly LogEvent[], position: Position) => Promise<void> | void;

export interface Tail {
  /** Position after the last batch that was handled. */
  position(): Position;
  /** Resolves when everything up to `position` has been handled here. Rejects with Unavailable when the tail is closed first. */
  reached(position: Position): Promise<void>;
  close(): Promise<void>;
}

export interface Lag {
  readonly group: string;
  readonly topic: string;
  /** Events not yet handled. */
  readonly events: number;
  /** Reason when the group has stopped. */
  readonly stopped?: string;
}

export interface DeadLetter {
  /** Letters, digits, `.`, `_` and `-`: it can stand in an address as it is. */
  readonly id: string;
  readonly group: string;
  readonly reason: string;
  /** When it was set aside, ISO 8601. */
  readonly at: string;
  readonly event: LogEvent;
}

export interface LetterCount {
  readonly group: string;
  readonly letters: number;
}

/**
 * The event log.
 *
 * Delivery: at least once to every group; each event goes to one member of a group. Order: events of one
 * `partitionkey` in one topic reach a group in the order they were appended, and the next one is not delivered before the
 * former one was answered. Durability: what `append` has acknowledged survives kill -9 and power loss. Compaction: for
 * each key of a topic the newest event is kept for ever, older ones go away once every known group has handled them.
 *
 * Failures of a handler: {@link Unavailable} pauses and repeats without end; any other error is tried again in place
 * (`tries`), the batch being cut so that only the failing event is repeated, and then set aside as a dead letter with its
 * reason. A dead letter is never lost silently: it is listed until replayed or dropped.
 *
 * Topics need no declaration. `libs/ports/log/log.contract.ts` is the one suite of this port.
 */
export abstract class Log {
  /** Appends in the given order; resolves when durable. At most 10,000 events a call. */
  abstract append(events: readonly LogEvent[]): Promise<void>;

  /** A new group starts at the beginning of each topic. The same group may be subscribed once per process. */
  abstract subscribe(
    group: string,
    topics: readonly string[],
    handle: HandleBatch,
    options?: SubscribeOptions,
  ): Promise<Subscription>;

  /**
   * Every caller hears all events of the topics after `from` and keeps its own position (indexes, live streams).
   * An error of `handle` repeats the batch with back-off. Batches hold up to 500 events.
   */
  abstract tail(topics: readonly string[], from: Position, handle: TailHandle): Promise<Tail>;

  /** The position after everything acknowledged so far on these topics. */
  abstract end(topics: readonly string[]): Promise<Position>;

  /** Per topic of the group, or of every known group. */
  abstract lag(group?: string): Promise<Lag[]>;

  /** Moves a group that is not subscribed now; `''` is the start. */
  abstract reset(group: string, position: Position): Promise<void>;

  /** Oldest first. `after` is the id of the last one seen; it may be gone by now. */
  abstract deadLetters(options: { group?: string; after?: string; limit: number }): Promise<DeadLetter[]>;

  /** One letter; undefined when there is none of that id any more. */
  abstract deadLetter(id: string): Promise<DeadLetter | undefined>;

  /** The groups that have dead letters, by name, each counted up to `cap`. */
  abstract deadLetterCounts(cap: number): Promise<LetterCount[]>;

  /** Delivers the event to its group again, as the next one; false when there is no such letter. */
  abstract replayDeadLetter(id: string): Promise<boolean>;

  abstract dropDeadLetter(id: string): Promise<boolean>;

  abstract close(): Promise<void>;
}
