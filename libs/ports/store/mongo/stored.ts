import type { Doc } from '#ports/store/store';

/** One event waiting in the document that it tells of. */
export interface OutItem {
  /** Id of the event. */
  readonly id: string;
  /** Microseconds since 1970 by the writer's clock, growing within a process: orders the events of several documents. */
  readonly n: number;
  /** Time of the event, ISO 8601. */
  readonly t: string;
  /** The event as JSON text. */
  readonly e: string;
}

/**
 * How a document lies in MongoDB. Everything of it is in one document of the server, so one update is atomic:
 *
 * - `doc` holds the fields, names and values escaped where BSON cannot hold them (see {@link Codec});
 * - a removed document has its fields under `_last` instead and so is in no index any more;
 * - the fields about events are there only while events wait.
 */
export interface Stored {
  readonly _id: string;
  /** Stored names of the fields in their order, as JSON text: `$set` and `$unset` do not keep an order. */
  readonly _keys: string;
  readonly doc?: Fields;
  readonly _last?: Fields;
  /** The last 16 causes; absent when there are none. */
  readonly _causes?: string[];
  readonly _out?: OutItem[];
  /** The process that sends what is in `_out`. */
  readonly _holder?: string;
  /** In `_out` are events of other processes than the holder, so that it sends from there and not from its memory. */
  readonly _mixed?: true;
  /** At most the `n` of the first item of `_out`. */
  readonly _outAt?: number;
}

export type Fields = Record<string, unknown>;

export const rememberedCauses = 16;
/** Events that may wait in one document; MongoDB's documents have at most 16 MB. */
export const maxWaiting = 1000;

export const liveOnly = { doc: { $exists: true } } as const;
export const goneOnly = { doc: { $exists: false } } as const;

/** A tombstone that nothing needs: no cause to be recognised, no event to be sent. */
export const idleTombstone = { ...goneOnly, _causes: { $exists: false }, _out: { $exists: false } } as const;

export type AnyDoc = Doc & Record<string, unknown>;
