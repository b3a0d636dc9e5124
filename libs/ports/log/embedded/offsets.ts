import { pause, reasonOf } from '../backoff.js';
import type { Progress } from './shapes.js';

/**
 * Writes what a group has handled, behind its back: the next batch is delivered while the last one is being committed,
 * and commits that meet are put together. A crash in between delivers again, never less. Dead letters travel with the
 * position that passes their event, so neither is ever written alone.
 */
export class Offsets {
  private waiting: Progress | undefined;
  private running: Promise<void> | undefined;
  private failed: unknown;

  constructor(
    private readonly write: (progress: Progress) => Promise<void>,
    private readonly warn: (message: string) => void,
    private readonly signal: AbortSignal,
  ) {}

  push(progress: Progress): void {
    this.waiting = this.waiting ? together(this.waiting, progress) : progress;
    this.running ??= this.run();
  }

  /** Resolves when everything pushed is written. After the abort of the signal a failing write rejects instead. */
  async written(): Promise<void> {
    while (this.running) await this.running;
    if (this.failed !== undefined) throw this.failed;
  }

  private async run(): Promise<void> {
    while (this.waiting) {
      const progress = this.waiting;
      this.waiting = undefined;
      try {
        await this.write(progress);
        this.failed = undefined;
      } catch (error) {
        this.waiting = this.waiting ? together(progress, this.waiting) : progress;
        this.warn(`the position of group ${progress.group} cannot be written: ${reasonOf(error)}`);
        this.failed = error;
        if (this.signal.aborted) break;
        await pause(500, this.signal);
      }
    }
    this.running = undefined;
  }
}

function together(first: Progress, then: Progress): Progress {
  return {
    group: first.group,
    positions: { ...first.positions, ...then.positions },
    dead: [...first.dead, ...then.dead],
    later: [...first.later, ...then.later],
    removed: [...first.removed, ...then.removed],
  };
}
