import { join } from 'node:path';
import type { CollectionSpec, Doc } from '#ports/store/store';
import { Unavailable } from '#ports/unavailable';
import { asUnavailable, type Connection, connectTo, openWriting, type Statement } from './database.js';
import { GroupCommit } from './group-commit.js';
import type { EventRow, Operation, Result, WriterData } from './operations.js';
import { indexesOf, outboxDdl, tablesDdl } from './schema.js';
import { TableWriter } from './table-writer.js';

const rowsPerCommit = 2000;

/** Owns the writing connection and the folder's lock. Lives in the writing thread. */
export class WriteSide {
  private readonly tables = new Map<string, TableWriter>();
  private readonly lock: Connection;
  private readonly db: Connection;
  private readonly group: GroupCommit;
  private readonly insertEvent: Statement;
  private readonly deleteSent: Statement;

  constructor({ folder, busyMs }: WriterData) {
    this.lock = takeLock(folder, busyMs);
    this.db = openWriting(join(folder, 'store.db'), busyMs);
    this.db.exec(outboxDdl);
    this.group = new GroupCommit(this.db, rowsPerCommit);
    this.insertEvent = this.db.prepare('INSERT INTO outbox (topic, key, event) VALUES (?, ?, ?)');
    this.deleteSent = this.db.prepare('DELETE FROM outbox WHERE seq <= ?');
  }

  define(spec: CollectionSpec<Doc>): Promise<void> {
    return this.group.run(1, () => {
      this.createMissing(spec);
      this.tables.set(spec.name, new TableWriter(this.db, spec.name, (events) => this.toOutbox(events)));
    });
  }

  write(operations: readonly Operation[]): Promise<Result[]> {
    return this.group.run(operations.length, () =>
      operations.map((operation) => this.table(operation.collection).apply(operation)),
    );
  }

  sent(seq: number): Promise<void> {
    return this.group.run(1, () => {
      this.deleteSent.run([seq]);
    });
  }

  close(): void {
    this.db.pragma('wal_checkpoint(TRUNCATE)');
    this.db.close();
    this.lock.exec('ROLLBACK');
    this.lock.close();
  }

  /** Indexes whose definition has changed are made anew. */
  private createMissing(spec: CollectionSpec<Doc>): void {
    for (const sql of tablesDdl(spec.name)) this.db.exec(sql);
    const wanted = indexesOf(spec);
    const present = this.db
      .prepare("SELECT name, sql FROM sqlite_master WHERE type = 'index' AND tbl_name = ? AND sql IS NOT NULL")
      .raw()
      .all([`c_${spec.name}`]) as [string, string][];
    for (const [name, sql] of present) {
      if (wanted.get(name) === sql) wanted.delete(name);
      else this.db.exec(`DROP INDEX "${name}"`);
    }
    for (const sql of wanted.values()) this.db.exec(sql);
  }

  private table(collection: string): TableWriter {
    const table = this.tables.get(collection);
    if (!table) throw new Error(`collection ${collection} is not defined`);
    return table;
  }

  private toOutbox(events: readonly EventRow[]): void {
    for (const [topic, key, json] of events) this.insertEvent.run([topic, key, json]);
  }
}

/** Two processes on one folder would both send the outbox. The lock is the system's: it ends with the process. */
function takeLock(folder: string, busyMs: number): Connection {
  const connection = connectTo(join(folder, 'store.lock'), busyMs);
  try {
    connection.exec('BEGIN EXCLUSIVE');
    return connection;
  } catch (error) {
    connection.close();
    if ((error as { code?: string }).code !== 'SQLITE_BUSY') throw asUnavailable(error);
    throw new Unavailable(`store in ${folder} (open in another process)`, { cause: error });
  }
}
