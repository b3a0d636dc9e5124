/** What goes to the writing thread and comes back: strings made by the caller's thread, so that the writer only writes. */
export type EventRow = readonly [topic: string, key: string, json: string];

export type Operation = {
  readonly collection: string;
  readonly id: string;
  readonly events: readonly EventRow[];
  readonly cause?: string | undefined;
} & (
  | { readonly kind: 'insert'; readonly doc: string }
  /** `version` is the one that must be stored now; `doc` carries the next one already. */
  | { readonly kind: 'save'; readonly doc: string; readonly version: number }
  | { readonly kind: 'remove'; readonly version: number }
);

export type Result =
  /** `doc` only after a remove. */
  | { readonly status: 'done'; readonly doc?: string }
  | { readonly status: 'already'; readonly doc: string }
  | { readonly status: 'stale' }
  | { readonly status: 'duplicate'; readonly index: string };

export interface WriterData {
  readonly folder: string;
  readonly busyMs: number;
}

export type WriterMethods = {
  /** Takes the folder's lock and makes the outbox. */
  open(): void;
  define(spec: string): Promise<void>;
  write(operations: readonly Operation[]): Promise<Result[]>;
  /** Deletes events up to this `seq`: the log has them. */
  sent(seq: number): Promise<void>;
  close(): void;
};
