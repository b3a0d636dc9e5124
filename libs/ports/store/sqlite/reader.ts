import { type Connection, guarded, openReading, type Statement } from './database.js';
import type { Step } from './query.js';
import { goneOf, tableOf } from './schema.js';

export interface OutboxPage {
  readonly events: readonly string[];
  /** `seq` of the last event of the page. */
  readonly last: number;
}

/**
 * The reading connection of the main thread: points and pages only, each a few dozen microseconds. Statements are run
 * to their end (`get` resets, `all` walks), so no snapshot outlives a call and checkpoints are never held up.
 */
export class Reader {
  private readonly db: Connection;
  private readonly statements = new Map<string, Statement>();

  constructor(file: string, busyMs: number) {
    this.db = openReading(file, busyMs);
  }

  get(collection: string, id: string): string | undefined {
    const row = this.row(`SELECT doc FROM ${tableOf(collection)} WHERE id = ?`, [id]) as [string] | undefined;
    return row?.[0];
  }

  /** Document and causes, of a removed one as it was; undefined when it never was or nothing is kept of it. */
  withCauses(collection: string, id: string): { doc: string; causes: string } | undefined {
    const from = (table: string) => `SELECT doc, causes FROM ${table} WHERE id = ?1`;
    const sql = `${from(tableOf(collection))} UNION ALL ${from(goneOf(collection))} LIMIT 1`;
    const row = this.row(sql, [id]) as [string, string] | undefined;
    return row && { doc: row[0], causes: row[1] };
  }

  many(collection: string, ids: readonly string[]): string[] {
    const sql = `SELECT doc FROM ${tableOf(collection)} WHERE id IN (SELECT value FROM json_each(?1))`;
    return this.docs(sql, [JSON.stringify(ids)]);
  }

  docs(sql: string, values: readonly unknown[]): string[] {
    return guarded(() => (this.statement(sql).all(values) as [string][]).map(([doc]) => doc));
  }

  /** Runs the steps of one page until `rows` are found, all in one snapshot. */
  page(steps: readonly Step[], rows: number): string[] {
    if (steps.length === 1 && steps[0]) return this.docs(steps[0].sql, [steps[0].values, rows]);
    return this.snapshot(() => {
      const found: string[] = [];
      for (const { sql, values } of steps) {
        if (found.length >= rows) break;
        found.push(...this.docs(sql, [values, rows - found.length]));
      }
      return found;
    });
  }

  count(step: Step, cap: number): number {
    return (this.row(step.sql, [step.values, cap]) as [number])[0];
  }

  outboxAfter(seq: number, limit: number): OutboxPage | undefined {
    const sql = 'SELECT seq, event FROM outbox WHERE seq > ? ORDER BY seq LIMIT ?';
    const rows = guarded(() => this.statement(sql).all([seq, limit])) as [number, string][];
    const last = rows.at(-1)?.[0];
    return last === undefined ? undefined : { events: rows.map(([, event]) => event), last };
  }

  /** `seq` of the newest event in the outbox, 0 when it is empty. */
  outboxEnd(): number {
    return (this.row('SELECT ifnull(max(seq), 0) FROM outbox', []) as [number])[0];
  }

  /** The oldest event after `seq`. */
  outboxOldest(seq: number): { seq: number; time: string } | undefined {
    const sql = "SELECT seq, json_extract(event, '$.time') FROM outbox WHERE seq > ? ORDER BY seq LIMIT 1";
    const row = this.row(sql, [seq]) as [number, string] | undefined;
    return row && { seq: row[0], time: row[1] };
  }

  close(): void {
    this.statements.clear();
    this.db.close();
  }

  private row(sql: string, values: readonly unknown[]): unknown {
    return guarded(() => this.statement(sql).get(values));
  }

  private snapshot<R>(work: () => R): R {
    guarded(() => this.db.exec('BEGIN'));
    try {
      return work();
    } finally {
      this.db.exec('COMMIT');
    }
  }

  private statement(sql: string): Statement {
    const known = this.statements.get(sql);
    if (known) return known;
    const statement = this.db.prepare(sql).raw();
    this.statements.set(sql, statement);
    return statement;
  }
}
