import type { Connection, Statement } from './database.js';
import type { EventRow, Operation, Result } from './operations.js';
import { goneOf, tableOf } from './schema.js';

const rememberedCauses = 16;

/** Applies operations to one collection, inside a transaction of the caller. What answers without `done` wrote nothing. */
export class TableWriter {
  private readonly selectCauses: Statement;
  private readonly selectDoc: Statement;
  private readonly selectGone: Statement;
  private readonly insertRow: Statement;
  private readonly updateRow: Statement;
  private readonly deleteRow: Statement;
  private readonly insertGone: Statement;
  private readonly deleteGone: Statement;

  constructor(
    db: Connection,
    collection: string,
    private readonly toOutbox: (events: readonly EventRow[]) => void,
  ) {
    const table = tableOf(collection);
    const gone = goneOf(collection);
    this.selectCauses = db.prepare(`SELECT version, causes FROM ${table} WHERE id = ?`).raw();
    this.selectDoc = db.prepare(`SELECT doc FROM ${table} WHERE id = ?`).raw();
    this.selectGone = db.prepare(`SELECT doc, causes FROM ${gone} WHERE id = ?`).raw();
    this.insertRow = db.prepare(`INSERT INTO ${table} VALUES (?, 1, ?, ?) ON CONFLICT (id) DO NOTHING`);
    this.updateRow = db.prepare(`UPDATE ${table} SET version = ?, doc = ?, causes = ? WHERE id = ?`);
    this.deleteRow = db.prepare(`DELETE FROM ${table} WHERE id = ?`);
    this.insertGone = db.prepare(`INSERT OR REPLACE INTO ${gone} VALUES (?, ?, ?)`);
    this.deleteGone = db.prepare(`DELETE FROM ${gone} WHERE id = ?`);
  }

  apply(operation: Operation): Result {
    switch (operation.kind) {
      case 'insert':
        return this.insert(operation);
      case 'save':
        return this.save(operation);
      case 'remove':
        return this.remove(operation);
    }
  }

  private insert({ id, doc, events, cause }: Operation & { kind: 'insert' }): Result {
    const gone = this.selectGone.get([id]) as [string, string] | undefined;
    if (gone && knows(gone[1], cause)) return { status: 'already', doc: gone[0] };
    const conflict = uniquely(() => this.insertRow.run([id, doc, remember(gone?.[1], cause)]).changes === 1);
    if (conflict !== undefined) {
      const row = this.row(id);
      if (!row) return { status: 'duplicate', index: conflict };
      return knows(row.causes, cause) ? this.already(id) : { status: 'duplicate', index: 'id' };
    }
    if (gone) this.deleteGone.run([id]);
    this.toOutbox(events);
    return { status: 'done' };
  }

  private save({ id, version, doc, events, cause }: Operation & { kind: 'save' }): Result {
    const row = this.row(id);
    if (!row) return this.afterRemove(id, cause);
    if (knows(row.causes, cause)) return this.already(id);
    if (row.version !== version) return { status: 'stale' };
    const next = [version + 1, doc, remember(row.causes, cause), id];
    const conflict = uniquely(() => this.updateRow.run(next).changes === 1);
    if (conflict !== undefined) return { status: 'duplicate', index: conflict };
    this.toOutbox(events);
    return { status: 'done' };
  }

  private remove({ id, version, events, cause }: Operation & { kind: 'remove' }): Result {
    const row = this.row(id);
    if (!row) return this.afterRemove(id, cause);
    if (knows(row.causes, cause)) return this.already(id);
    if (row.version !== version) return { status: 'stale' };
    const doc = this.doc(id);
    this.deleteRow.run([id]);
    const causes = remember(row.causes, cause);
    // Without a cause nothing can be repeated: then the last state of what was removed is not kept either.
    if (causes !== '[]') this.insertGone.run([id, doc, causes]);
    this.toOutbox(events);
    return { status: 'done', doc };
  }

  private row(id: string): { version: number; causes: string } | undefined {
    const row = this.selectCauses.get([id]) as [number, string] | undefined;
    return row && { version: row[0], causes: row[1] };
  }

  private doc(id: string): string {
    return (this.selectDoc.get([id]) as [string])[0];
  }

  private already(id: string): Result {
    return { status: 'already', doc: this.doc(id) };
  }

  private afterRemove(id: string, cause: string | undefined): Result {
    const gone = this.selectGone.get([id]) as [string, string] | undefined;
    return gone && knows(gone[1], cause) ? { status: 'already', doc: gone[0] } : { status: 'stale' };
  }
}

function knows(causes: string, cause: string | undefined): boolean {
  return cause !== undefined && causes !== '[]' && (JSON.parse(causes) as string[]).includes(cause);
}

function remember(causes: string | undefined, cause: string | undefined): string {
  if (cause === undefined) return causes ?? '[]';
  const known = causes === undefined ? [] : (JSON.parse(causes) as string[]);
  return JSON.stringify([...known, cause].slice(-rememberedCauses));
}

/** Undefined when the write went through, else the index in the way: `id` or the name of a unique index. */
function uniquely(write: () => boolean): string | undefined {
  try {
    return write() ? undefined : 'id';
  } catch (error) {
    const { code, message } = error as { code?: string; message?: string };
    const index = code === 'SQLITE_CONSTRAINT_UNIQUE' ? /index '[^.']+\.([^']+)'/.exec(message ?? '')?.[1] : undefined;
    if (index === undefined) throw error;
    return index;
  }
}
