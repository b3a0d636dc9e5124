import Database from 'libsql';
import { isUnavailable, Unavailable } from '#ports/unavailable';

export type Connection = Database.Database;
export type Statement = Database.Statement;

/**
 * Connects. Traps of the binding that shaped this folder, all measured with libsql 0.5.29: text read back stops at
 * U+0000 (so ids are read from the JSON document, where it is escaped); `?` binds every number as REAL; EXPLAIN QUERY
 * PLAN through `.all()` pins a snapshot on its connection; a prepared BEGIN that fails with BUSY blocks later commits
 * (so BEGIN and COMMIT go through `exec`); there is no read-only open.
 */
export function connectTo(file: string, busyMs: number): Connection {
  return guarded(() => new Database(file, { timeout: busyMs }));
}

export function openReading(file: string, busyMs: number): Connection {
  const db = connectTo(file, busyMs);
  db.exec('PRAGMA query_only=1');
  return db;
}

export function openWriting(file: string, busyMs: number): Connection {
  const db = connectTo(file, busyMs);
  return guarded(() => {
    db.pragma('journal_mode=WAL');
    db.exec('PRAGMA synchronous=FULL');
    // Fewer, larger checkpoints: each one is a pause of the writer.
    db.exec('PRAGMA wal_autocheckpoint=4000');
    db.pragma('journal_size_limit=67108864');
    return db;
  });
}

const passing = /^SQLITE_(BUSY|LOCKED|IOERR|FULL|CANTOPEN|READONLY|NOMEM|PROTOCOL)/;

/** Errors of a busy, full, failing or missing disk, or of a thread that died, become {@link Unavailable}; others stay. */
export function asUnavailable(error: unknown): unknown {
  if (isUnavailable(error)) return error;
  const { code, message = '' } = (error ?? {}) as { code?: unknown; message?: string };
  if (typeof code === 'string' && passing.test(code)) return new Unavailable(`store (${code})`, { cause: error });
  if (/ConnectionFailed|^worker thread /.test(message)) return new Unavailable('store', { cause: error });
  return error;
}

export function guarded<R>(work: () => R): R {
  try {
    return work();
  } catch (error) {
    throw asUnavailable(error);
  }
}
