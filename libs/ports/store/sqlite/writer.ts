import { callWorker, type WorkerHandle } from '#platform/worker/rpc';
import { Unavailable } from '#ports/unavailable';
import { asUnavailable } from './database.js';
import type { Operation, Result, WriterData, WriterMethods } from './operations.js';

/** Rows that may be on their way to the writing thread; callers beyond that wait in the order they came. */
const maxRowsUnderWay = 4000;

/** The main thread's side of the writing thread. */
export class Writer {
  private rows = 0;
  private readonly queue: { readonly rows: number; readonly go: () => void }[] = [];
  private readonly underWay = new Set<Promise<unknown>>();
  private ending = false;

  private constructor(private readonly thread: WorkerHandle<WriterMethods>) {}

  static async open(data: WriterData): Promise<Writer> {
    const thread = callWorker<WriterMethods>(new URL('./writer.worker.js', import.meta.url), data);
    try {
      await thread.call.open();
    } catch (error) {
      await thread.end();
      throw error;
    }
    return new Writer(thread);
  }

  define(spec: string): Promise<void> {
    return this.run(1, () => this.thread.call.define(spec));
  }

  write(operations: readonly Operation[]): Promise<Result[]> {
    return this.run(operations.length, () => this.thread.call.write(operations));
  }

  sent(seq: number): Promise<void> {
    return this.run(1, () => this.thread.call.sent(seq));
  }

  /** Finishes what was asked for, refuses what comes now. */
  async close(): Promise<void> {
    if (this.ending) return;
    this.ending = true;
    while (this.underWay.size > 0) await Promise.allSettled(this.underWay);
    try {
      await this.thread.call.close();
    } finally {
      await this.thread.end();
    }
  }

  private run<R>(rows: number, call: () => Promise<R>): Promise<R> {
    if (this.ending) return Promise.reject(new Unavailable('closed store'));
    const done = this.whenRoom(rows, call);
    this.underWay.add(done);
    const forget = () => {
      this.underWay.delete(done);
    };
    done.then(forget, forget);
    return done;
  }

  private async whenRoom<R>(rows: number, call: () => Promise<R>): Promise<R> {
    if (this.queue.length > 0 || (this.rows > 0 && this.rows + rows > maxRowsUnderWay)) {
      await new Promise<void>((go) => this.queue.push({ rows, go }));
    } else {
      this.rows += rows;
    }
    try {
      return await call();
    } catch (error) {
      throw asUnavailable(error);
    } finally {
      this.rows -= rows;
      this.letIn();
    }
  }

  private letIn(): void {
    for (let next = this.queue[0]; next; next = this.queue[0]) {
      if (this.rows > 0 && this.rows + next.rows > maxRowsUnderWay) return;
      this.rows += next.rows;
      this.queue.shift();
      next.go();
    }
  }
}
