import type { EventDraft, LogEvent } from '#ports/event';

/** A document is plain JSON data. `version` is 1 when inserted and grows by one with each save. */
export interface Doc {
  readonly id: string;
  readonly version: number;
}

/**
 * An index over top-level or dotted fields holding strings or numbers.
 * A document in which the FIRST field is absent or null is not in the index (sparse). That is how conditional
 * uniqueness is written: a key field that is present only while the rule holds.
 * A unique index has exactly one field.
 */
export interface IndexSpec {
  readonly fields: readonly string[];
  readonly unique?: boolean;
}

/** What a context registers once at boot. The type parameter travels with the spec so that handles are typed. */
export interface CollectionSpec<T extends Doc> {
  /** `snake_case`, unique in the process: it becomes a table or a MongoDB collection. */
  readonly name: string;
  readonly indexes: Readonly<Record<string, IndexSpec>>;
  /** Phantom: never set, only carries the document type. */
  readonly _type?: T;
}

export type Scalar = string | number;

export interface FindOptions {
  /** Values for the first fields of the index, in order. May be empty. */
  readonly eq?: readonly Scalar[];
  /** Bounds on the field after those of `eq`. `gte`/`lte` include the bound, `gt`/`lt` do not. */
  readonly range?: { readonly gt?: Scalar; readonly gte?: Scalar; readonly lt?: Scalar; readonly lte?: Scalar };
  /** Cursor of the last page; continues after it. A cursor belongs to one index, one `eq` and one direction. */
  readonly after?: string;
  /** 1 to 1000. */
  readonly limit: number;
  /** Order by the index's fields after `eq`, then by id. Default ascending. */
  readonly descending?: boolean;
}

export interface Page<T> {
  readonly items: T[];
  /** Absent when there is nothing more. */
  readonly next?: string;
}

export interface Entry<T extends Doc> {
  readonly doc: Omit<T, 'version'>;
  readonly events?: readonly EventDraft[];
}

/**
 * - `done`: written, durable, its events will reach the log.
 * - `already`: this cause has written this document before; `doc` is the document as it is now. Nothing was written.
 * - `stale`: the document has another version than the one given, or is gone. Nothing was written.
 * - `duplicate`: a unique index (`index` names it; `id` for the id itself) holds another document. Nothing was written.
 */
export type Written<T> =
  | { readonly status: 'done'; readonly doc: T }
  | { readonly status: 'already'; readonly doc: T }
  | { readonly status: 'stale' }
  | { readonly status: 'duplicate'; readonly index: string };

/**
 * Documents of one kind.
 *
 * Atomic: one document with its events, never more. Durable: a write that has answered survives kill -9 and power loss.
 * Reads see every write that has answered. Only {@link Unavailable} is thrown on purpose; programming errors (unknown
 * index, limit out of range, a document that is not JSON) throw plain errors.
 *
 * `cause` is the idempotency key of a command or the id of the event handled. The document remembers at least the last
 * 16 causes that wrote it, and so a repeat answers `already`: this is the inbox.
 */
export abstract class Collection<T extends Doc> {
  abstract get(id: string): Promise<T | undefined>;

  /** The documents found, in no order; ids that are not there are left out. At most 1000 ids. */
  abstract many(ids: readonly string[]): Promise<T[]>;

  /** All documents whose single-field index `index` holds one of `values`. At most 1000 values. One query. */
  abstract manyBy(index: string, values: readonly Scalar[]): Promise<T[]>;

  abstract find(index: string, options: FindOptions): Promise<Page<T>>;

  /** Number of documents under `eq`, counted up to `cap` (answers `cap` when there are as many or more). */
  abstract count(index: string, eq: readonly Scalar[], cap: number): Promise<number>;

  /** All documents by id, `limit` a page (1 to 1000), off the hot path. */
  abstract scan(options: { after?: string; limit: number }): Promise<Page<T>>;

  /** The document as it is now (for a removed one: as it was) when `cause` is among those that wrote it. */
  abstract recall(id: string, cause: string): Promise<T | undefined>;

  /** Each entry is its own atomic write, in the given order; the answers are in the same order. At most 1000 entries. */
  abstract insert(entries: readonly Entry<T>[], cause?: string): Promise<Written<T>[]>;

  /** Writes `doc` if the stored version is `doc.version`; the answer carries the new version. */
  abstract save(doc: T, events?: readonly EventDraft[], cause?: string): Promise<Written<T>>;

  /** Removes the document if it has this version; its events carry `version + 1`. `doc` is the document removed. */
  abstract remove(id: string, version: number, events?: readonly EventDraft[], cause?: string): Promise<Written<T>>;
}

/**
 * Where the store sends the events of its writes. Resolves when they are durable on the log. The store sends in the
 * order of commits for each key, one request at a time, again and again until it resolves: at least once.
 */
export type Publish = (events: readonly LogEvent[]) => Promise<void>;

export interface Unsent {
  /** Events committed but not acknowledged by the log. */
  readonly count: number;
  /** Time of the oldest, ISO 8601. */
  readonly oldest?: string;
}

/**
 * Documents with their events.
 * Dependency token and contract; `libs/ports/store/store.contract.ts` is its one suite.
 */
export abstract class Store {
  /** Creates table and indexes if they are missing. The same spec may be asked for again; another spec of that name throws. */
  abstract collection<T extends Doc>(spec: CollectionSpec<T>): Promise<Collection<T>>;

  /**
   * Starts to send events: first those that a former process left, then each write's, at once after its commit.
   * A failing `publish` is tried again with back-off (50 ms to 5 s); writes go on meanwhile. Called once.
   */
  abstract publishTo(publish: Publish): void;

  /** Resolves when the store is there; cheap, however much it holds. Throws Unavailable when it is not. */
  abstract answers(): Promise<void>;

  /** What has not reached the log yet; looks through all collections. */
  abstract unsent(): Promise<Unsent>;

  /** Resolves when everything committed before the call has been acknowledged by `publish`. For tests and clean stops. */
  abstract flushed(): Promise<void>;

  /** Finishes writes under way, stops sending and closes. */
  abstract close(): Promise<void>;
}
