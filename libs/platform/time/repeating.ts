import type { Logger } from '@nestjs/common';

/** Work that is done at once and then again and again, one run after the other; a run that fails is logged. */
export class Repeating {
  private timer: NodeJS.Timeout | undefined;
  private waits = false;
  private stopped = false;
  private running: Promise<void> = Promise.resolve();

  constructor(
    private readonly work: () => Promise<unknown>,
    private readonly everyMs: number,
    private readonly logger: Logger,
  ) {}

  start(): void {
    this.timer = setInterval(() => this.soon(), this.everyMs);
    this.timer.unref();
    this.soon();
  }

  /** Once more as soon as the run under way is done; several wishes meanwhile are one. */
  soon(): void {
    if (this.waits || this.stopped) return;
    this.waits = true;
    this.running = this.running
      .then(() => {
        this.waits = false;
        return this.work();
      })
      .then(
        () => undefined,
        (error: unknown) => this.logger.error({ msg: `failed; next try in ${this.everyMs / 1000} s`, error }),
      );
  }

  /** Resolves when the run under way is done. */
  async stop(): Promise<void> {
    this.stopped = true;
    clearInterval(this.timer);
    await this.running;
  }
}
