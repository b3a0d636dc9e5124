import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { LogEvent } from '#ports/event';
import type { KeptDocument } from '#ports/store/kept';
import { type Connection, guarded, openReading } from './database.js';
import { goneOf, tableOf } from './schema.js';

const busyMs = 5000;
const pageRows = 500;
const pageBytes = 4_000_000;
const unsentRows = 500;

export interface UnsentPage {
  readonly events: readonly LogEvent[];
  /** Number of the last event of the page; grows with each event for ever. */
  readonly last: number;
}

/**
 * Reads a whole store from beside it, also while a process holds its folder: nothing is written, no lock of the folder is
 * taken, and each page is a read of its own, so that neither writes nor checkpoints of that process wait.
 */
export class SqliteExport {
  private constructor(private readonly db: Connection) {}

  /** Throws when there is no store in the folder. */
  static open(folder: string): SqliteExport {
    const file = join(folder, 'store.db');
    if (!existsSync(file)) throw new Error(`there is no store in ${folder}`);
    return new SqliteExport(openReading(file, busyMs));
  }

  /** Names of all collections that were ever defined. */
  collections(): string[] {
    const sql = "SELECT name FROM sqlite_master WHERE type = 'table' AND substr(name, 1, 2) = 'c_' ORDER BY name";
    return this.rows<[string]>(sql).map(([name]) => name.slice(2));
  }

  /** Documents, removed ones that are remembered included. */
  count(collection: string): number {
    const [live, gone] = [tableOf(collection), goneOf(collection)];
    const sql = `SELECT (SELECT count(*) FROM ${live}) + (SELECT count(*) FROM ${gone})`;
    return this.rows<[number]>(sql)[0]?.[0] ?? 0;
  }

  /**
   * All documents by id, then those removed, in pages of at most 500 documents and some megabytes. What changes meanwhile
   * may be seen before or after the change; one removed or brought back meanwhile may be seen as both, the later one last.
   */
  *documents(collection: string): Generator<readonly KeptDocument[]> {
    yield* this.walk(tableOf(collection), false);
    yield* this.walk(goneOf(collection), true);
  }

  /** Those of `ids` that are there, removed ones that are remembered included. */
  present(collection: string, ids: readonly string[]): Set<string> {
    const from = (table: string) => `SELECT 1 FROM ${table} WHERE id = value`;
    const kept = `EXISTS (${from(tableOf(collection))}) OR EXISTS (${from(goneOf(collection))})`;
    const rows = this.rows<[number]>(`SELECT key FROM json_each(?1) WHERE ${kept}`, JSON.stringify(ids));
    return new Set(rows.map(([place]) => ids[place] as string));
  }

  /** The oldest events after number `after` that the log has not acknowledged; undefined when there are none. */
  unsent(after: number): UnsentPage | undefined {
    const sql = 'SELECT seq, event FROM outbox WHERE seq > ? ORDER BY seq LIMIT ?';
    const rows = this.rows<[number, string]>(sql, after, unsentRows);
    const last = rows.at(-1)?.[0];
    if (last === undefined) return undefined;
    return { events: rows.map(([, event]) => JSON.parse(event) as LogEvent), last };
  }

  close(): void {
    this.db.close();
  }

  private *walk(table: string, removed: boolean): Generator<readonly KeptDocument[]> {
    for (let after = ''; ; ) {
      const page = this.page(table, after);
      const last = page.at(-1);
      if (!last) return;
      const documents = page.map(([json, causes]): KeptDocument => {
        return { id: idOf(json), json, causes: JSON.parse(causes) as string[], removed };
      });
      yield documents;
      after = documents.at(-1)?.id ?? after;
    }
  }

  /** Lengths are read first, so that a page of large documents holds few of them. */
  private page(table: string, after: string): [doc: string, causes: string][] {
    const where = `FROM ${table} WHERE id > ? ORDER BY id LIMIT ?`;
    let bytes = 0;
    let count = 0;
    for (const [length] of this.rows<[number]>(`SELECT octet_length(doc) ${where}`, after, pageRows)) {
      bytes += length;
      if (bytes > pageBytes && count > 0) break;
      count += 1;
    }
    return count === 0 ? [] : this.rows<[string, string]>(`SELECT doc, causes ${where}`, after, count);
  }

  private rows<T>(sql: string, ...values: unknown[]): T[] {
    return guarded(() => this.db.prepare(sql).raw().all(values) as T[]);
  }
}

/** From the document, not from the column: there the binding stops reading at U+0000. */
function idOf(json: string): string {
  return (JSON.parse(json) as { id: string }).id;
}
