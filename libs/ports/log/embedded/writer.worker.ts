import { workerData } from 'node:worker_threads';
import { serveWorker } from '#platform/worker/rpc';
import { Changes } from './changes.js';
import { Compaction } from './compaction.js';
import { type Connection, lockFolder, openWriting, rowsOf } from './database.js';
import { RecentIds } from './recent-ids.js';
import type { Row, WriterMethods, WriterSettings } from './shapes.js';

/** Pause between two slices of compaction, so that it takes a part of the disk's time only. */
const restMs = 5;
/** Calls that share one transaction at most: bounds how long the first of them waits. */
const callsPerCommit = 200;

interface Job {
  run(): unknown;
  resolve(value: unknown): void;
  reject(error: unknown): void;
}

/** The only writer of the file. Calls that arrive while a transaction runs share the next one: one fsync for all. */
class Writer {
  private lock: Connection | undefined;
  private db: Connection | undefined;
  private recent: RecentIds | undefined;
  private changes: Changes | undefined;
  private compaction: Compaction | undefined;
  private last = 0;
  private appended = 0;
  private readonly jobs: Job[] = [];
  private stored: (readonly Row[])[] = [];
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly settings: WriterSettings) {}

  open(): number {
    this.lock = lockFolder(this.settings.folder);
    const db = openWriting(this.settings.folder);
    const ids = rowsOf<[string]>(db, 'SELECT id FROM event ORDER BY seq DESC LIMIT ?')(this.settings.recent);
    this.db = db;
    this.recent = new RecentIds(this.settings.recent, ids.map(([id]) => id).reverse());
    this.changes = new Changes(db, this.recent);
    this.compaction = new Compaction(db, this.settings.recent);
    this.last = rowsOf<[number | null]>(db, "SELECT max(seq) FROM sqlite_sequence WHERE name = 'event'")()[0]?.[0] ?? 0;
    this.compactSoon();
    return this.last;
  }

  /** Runs `work` in the next transaction; resolves after its commit. */
  write<T>(work: (changes: Changes) => T): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      const { changes } = this;
      if (!changes) return reject(new Error('the event log is not open'));
      if (this.jobs.length === 0) setImmediate(() => this.flush());
      this.jobs.push({ run: () => work(changes), resolve: resolve as (value: unknown) => void, reject });
    });
  }

  async append(rows: readonly Row[]): Promise<number> {
    await this.write((changes) => this.stored.push(changes.append(rows)));
    return this.last;
  }

  async close(): Promise<void> {
    while (this.jobs.length > 0) this.flush();
    clearTimeout(this.timer);
    this.changes = undefined;
    this.db?.close();
    this.lock?.close();
    this.db = undefined;
    this.lock = undefined;
  }

  private flush(): void {
    const { db } = this;
    const jobs = this.jobs.splice(0, callsPerCommit);
    if (!db || jobs.length === 0) return;
    if (this.jobs.length > 0) setImmediate(() => this.flush());
    this.stored = [];
    try {
      const answers = inTransaction(db, () => jobs.map((job) => job.run()));
      this.remember();
      for (const [place, job] of jobs.entries()) job.resolve(answers[place]);
    } catch (error) {
      this.changes?.forget();
      for (const job of jobs) job.reject(error);
    }
  }

  private remember(): void {
    for (const [, , id] of this.stored.flat()) {
      this.recent?.add(id);
      this.last += 1;
      this.appended += 1;
    }
    this.stored = [];
    if (this.appended >= this.settings.compactEvery) this.compactSoon();
  }

  private compactSoon(): void {
    this.appended = 0;
    this.timer ??= setTimeout(() => this.compact(), restMs);
  }

  private compact(): void {
    this.timer = undefined;
    try {
      if (this.compaction?.step(this.last)) this.timer = setTimeout(() => this.compact(), restMs);
    } catch {
      // A full or failing disk shows in the appends; compaction comes back with the next round.
    }
  }
}

function inTransaction<T>(db: Connection, work: () => T): T {
  db.exec('BEGIN IMMEDIATE');
  try {
    const value = work();
    db.exec('COMMIT');
    return value;
  } catch (error) {
    if (db.inTransaction) db.exec('ROLLBACK');
    throw error;
  }
}

const writer = new Writer(workerData as WriterSettings);
serveWorker<WriterMethods>({
  open: () => writer.open(),
  append: (rows) => writer.append(rows),
  commit: (progress) => writer.write((changes) => changes.commit(progress)),
  join: (group, topics) => writer.write((changes) => changes.join(group, topics)),
  reset: (group, seq) => writer.write((changes) => changes.reset(group, seq)),
  replay: (id) => writer.write((changes) => changes.replay(id)),
  drop: (id) => writer.write((changes) => changes.drop(id)),
  close: () => writer.close(),
});
