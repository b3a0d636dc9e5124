import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'libsql';

export type Connection = Database.Database;

/**
 * `aside` holds what is delivered outside the order of the log: replayed dead letters and events an order-free handler
 * failed on. `key` stands before `body` so that compaction reads it without the body's overflow pages.
 */
const schema = `
CREATE TABLE IF NOT EXISTS event(
  seq INTEGER PRIMARY KEY AUTOINCREMENT, topic TEXT NOT NULL, key TEXT NOT NULL, id TEXT NOT NULL, body TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS event_topic ON event(topic, seq);
CREATE INDEX IF NOT EXISTS event_key ON event(topic, key, seq);
CREATE TABLE IF NOT EXISTS topic(name TEXT PRIMARY KEY, compacted INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS member(
  grp TEXT NOT NULL, topic TEXT NOT NULL, seq INTEGER NOT NULL, PRIMARY KEY(grp, topic)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS dead(
  id INTEGER PRIMARY KEY AUTOINCREMENT, grp TEXT NOT NULL, reason TEXT NOT NULL, at TEXT NOT NULL, body TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS dead_group ON dead(grp, id);
CREATE TABLE IF NOT EXISTS aside(
  id INTEGER PRIMARY KEY AUTOINCREMENT, grp TEXT NOT NULL, topic TEXT NOT NULL, due INTEGER NOT NULL,
  attempts INTEGER NOT NULL, body TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS aside_due ON aside(grp, due, id);
`;

export function openWriting(folder: string): Connection {
  const db = new Database(join(folder, 'log.db'));
  db.pragma('journal_mode=WAL');
  db.exec('PRAGMA synchronous=FULL');
  db.exec('PRAGMA busy_timeout=5000');
  db.exec(schema);
  return db;
}

export function openReading(folder: string): Connection {
  const db = new Database(join(folder, 'log.db'));
  db.exec('PRAGMA query_only=1');
  db.exec('PRAGMA busy_timeout=5000');
  return db;
}

/**
 * Holds the folder for this process until the connection is closed or the process dies: subscribers are woken in
 * process only, a second writer would go unheard.
 */
export function lockFolder(folder: string): Connection {
  mkdirSync(folder, { recursive: true });
  const lock = lockFile(join(folder, lockName));
  if (!lock) throw new Error(`the event log in ${folder} is open in another process; stop that one first`);
  return lock;
}

export const lockName = 'log.lock';

/** Undefined when another process holds it. The lock is the system's: it ends with the process at the latest. */
export function lockFile(path: string): Connection | undefined {
  const db = new Database(path);
  try {
    db.exec('BEGIN EXCLUSIVE');
    return db;
  } catch (error) {
    db.close();
    if ((error as { code?: unknown }).code !== 'SQLITE_BUSY') throw error;
    return undefined;
  }
}

/**
 * All rows as arrays. The only way rows are read here: libsql's `get` leaves the statement open after its row, which
 * would hold the connection on an old snapshot.
 */
export function rowsOf<T>(db: Connection, sql: string): (...params: unknown[]) => T[] {
  const statement = db.prepare(sql);
  statement.raw(true);
  return (...params) => statement.all(...params) as T[];
}
