import { setTimeout as pause } from 'node:timers/promises';
import type { Collection } from '#ports/store/store';
import type { ImportJob } from '../capability.store.js';

const TURN = 'import';

export interface Patience {
  /** Between two looks whether the turn is free, ms. */
  readonly lookMs: number;
  /** For so long a job that has the turn may write nothing before it is taken for dead, ms. It writes with each batch. */
  readonly silentMs: number;
}

/**
 * Of all processes together one import brings in rows at a time: of two that bring in a firm without a code, each would
 * make it. The turn is a key in a unique index, on the job that has it. Nobody's clock is asked: a job whose version does
 * not move has lost its process, and the turn goes on to the next.
 */
export class ImportTurn {
  constructor(
    private readonly jobs: Collection<ImportJob>,
    private readonly patience: Patience = { lookMs: 500, silentMs: 60_000 },
  ) {}

  /** Waits for the turn; answers the job as it is then. Throws when `signal` is aborted first. */
  async take(job: ImportJob, signal: AbortSignal): Promise<ImportJob> {
    for (let holder = { mark: '', since: performance.now() }; ; ) {
      const written = await this.jobs.save({ ...job, turnKey: TURN });
      if (written.status === 'done') return written.doc;
      if (written.status !== 'duplicate') throw new Error(`import job ${job.id} was changed (${written.status})`);
      holder = await this.watch(holder);
      await pause(this.patience.lookMs, undefined, { signal });
    }
  }

  private async watch(before: { mark: string; since: number }): Promise<{ mark: string; since: number }> {
    const [holder] = await this.jobs.manyBy('turn', [TURN]);
    const mark = holder ? `${holder.id}/${holder.version}` : '';
    if (!holder || mark !== before.mark) return { mark, since: performance.now() };
    if (performance.now() - before.since > this.patience.silentMs) await this.jobs.save(withoutTurn(holder));
    return before;
  }
}

export function withoutTurn({ turnKey: _turn, ...job }: ImportJob): ImportJob {
  return job;
}
