import { fail, type Result } from '#platform/errors/errors';
import { Lanes } from '#platform/lanes';
import { callWorker, type Remote, type WorkerHandle } from '#platform/worker/rpc';
import { Unavailable } from '#ports/unavailable';
import { contentErrors } from './content.errors.js';
import type { FileType } from './file-types.js';
import type { WorkshopMethods } from './workshop.worker.js';

/** Milliseconds for one file; most take less than a second. */
const PATIENCE_MS = 30_000;
/** Megabytes of objects that one file may become. */
const HEAP_MB = 384;
/** Files that wait for their turn; who comes then is told to come again. */
const MOST_WAITING = 40;

/**
 * Looks through files and marks them in a thread of its own, one after the other: a file comes from outside, and whatever is in it may
 * cost time and memory of that thread only. What waits is not read into memory yet.
 */
export class Workshop {
  private readonly lane = new Lanes(1);
  private worker: WorkerHandle<WorkshopMethods> | undefined;
  private waiting = 0;

  constructor(private readonly patienceMs = PATIENCE_MS) {}

  /** What kind of file it is, or why it is not taken. */
  async check(content: () => Promise<Uint8Array>): Promise<Result<FileType>> {
    return this.turn(content, (call, bytes) => call.check(bytes)).catch((error: unknown) => {
      if (error instanceof GaveUp) return fail(contentErrors.takes_too_long());
      throw error;
    });
  }

  /** The file with the lines in it. What was checked once can be marked, so anything else is a fault. */
  mark(content: () => Promise<Uint8Array>, type: FileType, lines: readonly string[]): Promise<Uint8Array> {
    return this.turn(content, (call, bytes) => call.mark(bytes, type, lines));
  }

  async close(): Promise<void> {
    await this.worker?.end();
    this.worker = undefined;
  }

  private async turn<R>(
    content: () => Promise<Uint8Array>,
    work: (call: Remote<WorkshopMethods>, bytes: Uint8Array) => Promise<R>,
  ): Promise<R> {
    if (this.waiting >= MOST_WAITING) throw new Unavailable('the thread for files');
    this.waiting += 1;
    try {
      return await this.lane.run(async () => this.within(work, await content()));
    } finally {
      this.waiting -= 1;
    }
  }

  private async within<R>(
    work: (call: Remote<WorkshopMethods>, bytes: Uint8Array) => Promise<R>,
    bytes: Uint8Array,
  ): Promise<R> {
    const limits = { maxOldGenerationSizeMb: HEAP_MB };
    this.worker ??= callWorker<WorkshopMethods>(
      new URL('./workshop.worker.js', import.meta.url),
      undefined,
      [],
      limits,
    );
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new GaveUp('too long')), this.patienceMs);
    });
    try {
      return await Promise.race([work(this.worker.call, bytes), late]);
    } catch (error) {
      // Whatever it is, the next file gets a thread that is well.
      await this.close();
      const isOver = error instanceof GaveUp || (error as { code?: unknown }).code === 'ERR_WORKER_OUT_OF_MEMORY';
      throw isOver ? new GaveUp('given up', { cause: error }) : error;
    } finally {
      clearTimeout(timer);
    }
  }
}

class GaveUp extends Error {}
