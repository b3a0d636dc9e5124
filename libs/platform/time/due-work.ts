import type { Logger, OnApplicationBootstrap, OnApplicationShutdown } from '@nestjs/common';
import { foundPages } from '#platform/store/pages';
import type { Collection, Doc } from '#ports/store/store';
import { isUnavailable } from '#ports/unavailable';
import type { Clock } from './clock.js';

/** Between looks: how late a deadline is handled at most while there is little to do. */
const EVERY_MS = 1000;
/** After a look that failed, as when the database is away. */
const AFTER_FAILURE_MS = 5000;
const PAGE = 200;

export interface DueWorkOptions<T extends Doc> {
  readonly collection: Collection<T>;
  /** An index whose first field is when the document is due, ISO 8601, and is there only while it is. */
  readonly index: string;
  readonly clock: Clock;
  readonly logger: Logger;
  /**
   * Does what is due and answers how much was done. It writes once at most for each thing that is due, on the version given
   * or a newer one that is due as well: what another process has done already comes to nothing.
   */
  readonly handle: (doc: T, at: string) => Promise<number>;
}

/**
 * Deadlines, reminders and alarms: looks every second for documents that are due and has each handled. What is due is
 * written in the document itself and changes in the write that handles it, so nothing is lost or done twice over a kill or
 * in several processes; what came due while no process ran is handled at the next start.
 */
export class DueWork<T extends Doc> {
  private timer: NodeJS.Timeout | undefined;
  private looking: Promise<void> = Promise.resolve();
  private stopping = false;

  constructor(private readonly options: DueWorkOptions<T>) {}

  /** `look` stands for {@link run} where a look is more than that. */
  start(look: () => Promise<unknown> = () => this.run()): void {
    this.looking = look().then(
      () => this.again(look, EVERY_MS),
      (error: unknown) => {
        this.options.logger.error({ msg: `failed; next try in ${AFTER_FAILURE_MS / 1000} s`, error });
        this.again(look, AFTER_FAILURE_MS);
      },
    );
  }

  /** Resolves when the page under way is done; the rest is due at the next start. */
  async stop(): Promise<void> {
    this.stopping = true;
    clearTimeout(this.timer);
    await this.looking;
  }

  /** Handles what is due, by now unless said otherwise; answers how much was done. */
  async run(until?: string): Promise<number> {
    const { collection, index, clock } = this.options;
    const limit = until ?? clock.iso();
    let done = 0;
    for await (const page of foundPages(collection, index, { range: { lte: limit }, limit: PAGE })) {
      const counts = await Promise.all(shuffled(page).map((doc) => this.handle(doc)));
      done += counts.reduce((sum, count) => sum + count, 0);
      if (this.stopping) break;
    }
    return done;
  }

  private again(look: () => Promise<unknown>, ms: number): void {
    if (this.stopping) return;
    this.timer = setTimeout(() => this.start(look), ms);
    this.timer.unref();
  }

  /** One that fails holds up no other, and is tried again at the next look. */
  private async handle(doc: T): Promise<number> {
    const { handle, clock, logger } = this.options;
    try {
      return await handle(doc, clock.iso());
    } catch (error) {
      if (isUnavailable(error)) throw error;
      logger.error({ msg: `what is due of ${doc.id} failed; it is tried again`, error });
      return 0;
    }
  }
}

/** A provider that does what is due of one collection for as long as the application runs. */
export abstract class HandlesDue<T extends Doc> implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly due: DueWork<T>;

  protected constructor(options: Omit<DueWorkOptions<T>, 'handle'>) {
    this.due = new DueWork({ ...options, handle: (doc, at) => this.handle(doc, at) });
  }

  onApplicationBootstrap(): void {
    this.due.start();
  }

  onApplicationShutdown(): Promise<void> {
    return this.due.stop();
  }

  /** Does what is due now; answers how much was done. */
  run(): Promise<number> {
    return this.due.run();
  }

  /** See {@link DueWorkOptions.handle}. */
  protected abstract handle(doc: T, at: string): Promise<number>;
}

/** Processes that look at the same page at once begin in different places, and so seldom meet. */
function shuffled<T>(items: readonly T[]): T[] {
  const mixed = [...items];
  for (let at = mixed.length - 1; at > 0; at -= 1) {
    const other = Math.floor(Math.random() * (at + 1));
    [mixed[at], mixed[other]] = [mixed[other] as T, mixed[at] as T];
  }
  return mixed;
}
