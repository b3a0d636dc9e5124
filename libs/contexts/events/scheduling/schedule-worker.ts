import type { Outcome, RunOptions, Standing } from '#engines/schedule/run';
import type { Instance } from '#engines/schedule/types';
import { callWorker } from '#platform/worker/rpc';

/** How long the thread works before it tells how far it is, and hears whether to stop. */
const TURN_MS = 200;

export type ScheduleMethods = {
  start(instance: Instance, options: RunOptions): void;
  /** Works for about so many milliseconds. */
  advance(ms: number): Standing & { readonly finished: boolean };
  outcome(): Outcome;
};

export interface ScheduleRequest extends RunOptions {
  /** Told after each turn. */
  readonly progress?: (standing: Standing) => void;
  /** Stops the search: the best schedule so far is the answer. */
  readonly stop?: AbortSignal;
}

/**
 * Makes a schedule in a thread of its own. `instance` is one that `checkInstance` found nothing wrong with. Rejects when the thread dies.
 */
export async function scheduleInWorker(instance: Instance, request: ScheduleRequest = {}): Promise<Outcome> {
  const { progress, stop, ...options } = request;
  const worker = callWorker<ScheduleMethods>(new URL('./schedule.worker.js', import.meta.url), undefined);
  try {
    await worker.call.start(instance, options);
    for (;;) {
      const { finished, ...standing } = await worker.call.advance(TURN_MS);
      progress?.(standing);
      if (finished || stop?.aborted) return await worker.call.outcome();
    }
  } finally {
    await worker.end();
  }
}
