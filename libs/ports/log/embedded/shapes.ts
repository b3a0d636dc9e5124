/** What crosses between the main thread and the thread that writes. Sequence numbers (`seq`) count appended events. */

export type Row = readonly [topic: string, key: string, id: string, body: string];

/** What one handled batch changes, written in one transaction. */
export interface Progress {
  readonly group: string;
  /** Topic → last event handled. A lower position than the stored one is ignored. */
  readonly positions: Readonly<Record<string, number>>;
  readonly dead: readonly { readonly body: string; readonly reason: string; readonly at: string }[];
  readonly later: readonly {
    readonly topic: string;
    readonly body: string;
    readonly attempts: number;
    /** Milliseconds since the epoch. */
    readonly due: number;
  }[];
  /** Set-aside events that have been delivered again. */
  readonly removed: readonly number[];
}

export interface WriterSettings {
  readonly folder: string;
  /** A repeated event id among that many last events is stored once, and compaction leaves them alone. */
  readonly recent: number;
  /** Appended events between two runs of compaction. */
  readonly compactEvery: number;
}

export type WriterMethods = {
  /** Opens or creates the file; answers the last `seq`. */
  open(): number;
  /** Answers the last `seq` of the log after it. */
  append(rows: readonly Row[]): Promise<number>;
  commit(progress: Progress): Promise<void>;
  /** Makes the group known; answers its positions. */
  join(group: string, topics: readonly string[]): Promise<Record<string, number>>;
  reset(group: string, seq: number): Promise<boolean>;
  /** Answers the group, undefined when there is no such letter. */
  replay(id: number): Promise<string | undefined>;
  drop(id: number): Promise<boolean>;
  close(): Promise<void>;
};
