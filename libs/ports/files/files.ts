import type { Readable } from 'node:stream';

/** What is kept of one file beside its bytes. */
export interface KeptFile {
  readonly id: string;
  /** Bytes; 0 for one that is still being written, or never was to its end. */
  readonly size: number;
  /** When it was written, or begun to be; UTC ISO 8601. */
  readonly at: string;
  /** False: it cannot be read, as nobody has finished writing it. */
  readonly whole: boolean;
}

/** What was written. */
export interface WrittenFile {
  /** Bytes. */
  readonly size: number;
  /** Of the content, in hexadecimal. */
  readonly sha256: string;
}

/** Most characters of an id: letters, digits, `-` and `_`. */
export const MOST_ID = 64;

/**
 * Bytes under an id, for any process of an installation. A file is written once and never changed: what is new gets an id of its
 * own, so a reader never meets half of the old and half of the new. Streams in and out: of a file of any size a process holds
 * a piece only. What the bytes are, whose they are and who may read them is the business of the contexts.
 *
 * Methods throw Unavailable when what is behind the port does not answer or has no room, and nothing else on purpose.
 */
export abstract class Files {
  /**
   * Keeps the content. Durable when it resolves: it survives the end of the process and of the machine. When the content throws, that
   * is thrown and nothing is kept. A process that is killed meanwhile may leave a file that is not whole; see {@link list}.
   * An id that is there already is a mistake of the caller and throws an Error.
   */
  abstract put(id: string, content: AsyncIterable<Uint8Array>): Promise<WrittenFile>;

  /** The bytes from the first to the last; undefined when there is no such file, or it is not whole. */
  abstract read(id: string): Promise<Readable | undefined>;

  /** Leaves nothing of it. An id that is not there is no failure. A reader under way may fail. */
  abstract remove(id: string): Promise<void>;

  /** Files in the order of their ids, from the first after `after`; also those that are not whole. */
  abstract list(options: { readonly after?: string; readonly limit: number }): Promise<readonly KeptFile[]>;

  /** Waits for what is under way. */
  abstract close(): Promise<void>;
}

/** Throws for what cannot be an id: it becomes a name in a folder. */
export function checkId(id: string): void {
  if (!new RegExp(`^[\\w-]{1,${MOST_ID}}$`).test(id)) throw new Error(`${JSON.stringify(id)} is no id of a file`);
}

export const presentAlready = (id: string): Error => new Error(`file ${id} is there already`);
