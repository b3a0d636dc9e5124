import type { Logger } from '@nestjs/common';

/** Work that is done at once and then again and again, one run after the other; a run that fails is logged. */
export class Repeating {
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> = Promise.resolve();

  constructor(
    private readonly work: () => Promise<unknown>,
    private readonly everyMs: number,
    private readonly logger: Logger,
  ) {}

  start(): void {
    this.timer = setInterval(() => this.tick(), this.everyMs);
    this.timer.unref();
    this.tick();
  }

  /** Resolves when the run under way is done. */
  async stop(): Promise<void> {
    clearInterval(this.timer);
    await this.running;
  }

  private tick(): void {
    this.running = this.running.then(this.work).then(
      () => undefined,
      (error: unknown) => this.logger.error({ msg: `failed; next try in ${this.everyMs / 1000} s`, error }),
    );
  }
}
