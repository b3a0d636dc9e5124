import { fitting } from '#ports/fitting';
import { isUnavailable } from '#ports/unavailable';
import { asUnavailable, type Connection } from './database.js';

interface Job {
  readonly rows: number;
  readonly work: () => unknown;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * One transaction, one fsync for everything that waits when the turn comes, up to `maxRows`. A job answers after the
 * commit. When a group fails, its jobs are tried once more one by one, so that one bad job cannot fail the others.
 */
export class GroupCommit {
  private waiting: Job[] = [];
  private scheduled = false;

  constructor(
    private readonly db: Connection,
    private readonly maxRows: number,
  ) {}

  run<R>(rows: number, work: () => R): Promise<R> {
    return new Promise<R>((resolve, reject) => {
      this.waiting.push({ rows, work, resolve: resolve as (value: unknown) => void, reject });
      this.schedule();
    });
  }

  private schedule(): void {
    if (this.scheduled) return;
    this.scheduled = true;
    // After the messages that have arrived by now, not in their middle.
    setImmediate(() => {
      this.scheduled = false;
      const group = this.waiting.splice(
        0,
        fitting(this.waiting, this.maxRows, ({ rows }) => rows),
      );
      if (this.waiting.length > 0) this.schedule();
      const failed = this.commit(group);
      for (const job of failed) this.commit([job]);
    });
  }

  /** Returns the jobs to be tried again, one by one; the others have been answered. */
  private commit(group: readonly Job[]): readonly Job[] {
    try {
      this.db.exec('BEGIN IMMEDIATE');
      const values = group.map((job) => job.work());
      this.db.exec('COMMIT');
      for (const [place, job] of group.entries()) job.resolve(values[place]);
      return [];
    } catch (error) {
      this.rollback();
      const reason = asUnavailable(error);
      if (group.length > 1 && !isUnavailable(reason)) return group;
      for (const job of group) job.reject(reason);
      return [];
    }
  }

  private rollback(): void {
    try {
      this.db.exec('ROLLBACK');
    } catch {
      // SQLite has rolled back by itself, or BEGIN never went through.
    }
  }
}
