import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { LogEvent } from '#ports/event';
import type { KeptAside } from '../kept.js';
import type { DeadLetter } from '../log.js';
import { type Connection, lockFile, lockName, openReading, rowsOf } from './database.js';
import { RecentIds, rememberedIds } from './recent-ids.js';
import { rowsFrom } from './rows.js';

const pageRows = 500;
const pageBytes = 4_000_000;

export interface EventPage {
  readonly events: readonly LogEvent[];
  /** Number of the last event of the page. */
  readonly last: number;
}

/** How far a group has come in one topic: every event of it up to number `seq` is handled, dead or set aside. */
export interface GroupPlace {
  readonly group: string;
  readonly topic: string;
  readonly seq: number;
}

/**
 * Reads a whole log from beside it, also while a process holds its folder: nothing is written and each page is a read of
 * its own. Events are numbered over all topics in the order they were appended; no number is ever given twice.
 */
export class EmbeddedExport {
  private readonly sizes;
  private readonly bodies;
  private readonly letterRows;
  private readonly asideRows;

  private constructor(private readonly db: Connection) {
    const after = 'FROM event WHERE topic = ? AND seq > ? AND seq <= ? ORDER BY seq LIMIT ?';
    this.sizes = rowsOf<[number]>(db, `SELECT octet_length(body) ${after}`);
    this.bodies = rowsOf<[number, string]>(db, `SELECT seq, body ${after}`);
    this.letterRows = rowsOf<LetterRow>(
      db,
      'SELECT id, grp, reason, at, body FROM dead WHERE grp = ? AND id > ? ORDER BY id LIMIT ?',
    );
    this.asideRows = rowsOf<AsideRow>(
      db,
      'SELECT id, grp, due, attempts, body FROM aside WHERE grp = ? AND id > ? ORDER BY id LIMIT ?',
    );
  }

  /** Throws when there is no log in the folder. */
  static open(folder: string): EmbeddedExport {
    if (!existsSync(join(folder, 'log.db'))) throw new Error(`there is no event log in ${folder}`);
    return new EmbeddedExport(openReading(folder));
  }

  /** Keeps every process from opening the log until the function is called; undefined when one has it open. */
  static hold(folder: string): (() => void) | undefined {
    return held(join(folder, lockName));
  }

  /** Keeps others from taking the same hold, who read the log too, until the function is called; undefined when one has it. */
  static holdReading(folder: string): (() => void) | undefined {
    return held(join(folder, 'move.lock'));
  }

  /** Topics that have events, and those that groups hear. */
  topics(): string[] {
    const sql = 'SELECT name FROM topic UNION SELECT topic FROM member ORDER BY 1';
    return rowsOf<[string]>(this.db, sql)().map(([name]) => name);
  }

  places(): GroupPlace[] {
    const rows = rowsOf<[string, string, number]>(this.db, 'SELECT grp, topic, seq FROM member ORDER BY grp, topic')();
    return rows.map(([group, topic, seq]) => ({ group, topic, seq }));
  }

  /** Groups that hear topics or have anything set aside. */
  groups(): string[] {
    const sql = 'SELECT grp FROM member UNION SELECT grp FROM dead UNION SELECT grp FROM aside ORDER BY 1';
    return rowsOf<[string]>(this.db, sql)().map(([group]) => group);
  }

  /** Number of the newest event that was ever appended. */
  last(): number {
    const sql = "SELECT max(seq) FROM sqlite_sequence WHERE name = 'event'";
    return rowsOf<[number | null]>(this.db, sql)()[0]?.[0] ?? 0;
  }

  /** Number of the newest event of a topic. */
  lastOf(topic: string): number {
    return rowsOf<[number | null]>(this.db, 'SELECT max(seq) FROM event WHERE topic = ?')(topic)[0]?.[0] ?? 0;
  }

  count(topic: string, after: number, upTo: number): number {
    const sql = 'SELECT count(*) FROM event WHERE topic = ? AND seq > ? AND seq <= ?';
    return rowsOf<[number]>(this.db, sql)(topic, after, upTo)[0]?.[0] ?? 0;
  }

  /** The events of a topic with numbers beyond `after` up to `upTo`, in pages of at most 500 and some megabytes. */
  *events(topic: string, after: number, upTo: number): Generator<EventPage> {
    for (let from = after; ; ) {
      const rows = this.bodies(topic, from, upTo, this.fitting(topic, from, upTo));
      const last = rows.at(-1)?.[0];
      if (last === undefined) return;
      yield { events: rows.map(([, body]) => JSON.parse(body) as LogEvent), last };
      from = last;
    }
  }

  /** Oldest first. */
  *letters(group: string): Generator<DeadLetter> {
    yield* paged(
      (after) => this.letterRows(group, after, pageRows),
      ([id, owner, reason, at, body]) => {
        return { id: String(id), group: owner, reason, at, event: JSON.parse(body) as LogEvent };
      },
    );
  }

  /** What is set aside for a group, oldest first. */
  *asides(group: string): Generator<KeptAside> {
    yield* paged(
      (after) => this.asideRows(group, after, pageRows),
      ([id, owner, due, attempts, body]) => {
        return { id: String(id), group: owner, due, attempts, event: JSON.parse(body) as LogEvent };
      },
    );
  }

  /**
   * Leaves out what the log has already, as its own `append` would: a sender that stopped between sending and noting it
   * sends again. To be asked page by page in the order of sending.
   */
  repeats(): (events: readonly LogEvent[]) => LogEvent[] {
    const sql = 'SELECT id FROM event ORDER BY seq DESC LIMIT ?';
    const ids = rowsOf<[string]>(this.db, sql)(rememberedIds).map(([id]) => id);
    const recent = new RecentIds(rememberedIds, ids.reverse());
    return (events) => {
      const fresh = recent.fresh(rowsFrom(events));
      for (const [, , id] of fresh) recent.add(id);
      return fresh.map(([, , , body]) => JSON.parse(body) as LogEvent);
    };
  }

  close(): void {
    this.db.close();
  }

  /** Lengths are read first, so that a page of large events holds few of them; one at least. */
  private fitting(topic: string, after: number, upTo: number): number {
    let bytes = 0;
    let count = 0;
    for (const [length] of this.sizes(topic, after, upTo, pageRows)) {
      bytes += length;
      if (bytes > pageBytes && count > 0) break;
      count += 1;
    }
    return count;
  }
}

function held(path: string): (() => void) | undefined {
  const lock = lockFile(path);
  return lock && (() => lock.close());
}

type LetterRow = [id: number, group: string, reason: string, at: string, body: string];
type AsideRow = [id: number, group: string, due: number, attempts: number, body: string];

function* paged<R extends [id: number, ...rest: unknown[]], T>(
  page: (after: number) => R[],
  read: (row: R) => T,
): Generator<T> {
  for (let after = 0; ; ) {
    const rows = page(after);
    const last = rows.at(-1);
    if (!last) return;
    for (const row of rows) yield read(row);
    after = last[0];
  }
}
