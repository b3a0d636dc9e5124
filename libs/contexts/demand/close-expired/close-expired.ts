import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { SYSTEM } from '#platform/access/access';
import { changeDocument } from '#platform/store/change';
import { InjectCollection } from '#platform/store/collections';
import { Clock } from '#platform/time/clock';
import { DueWork } from '#platform/time/due-work';
import type { Collection } from '#ports/store/store';
import { closeDemand } from '../demand.rules.js';
import { DEMANDS, type Demand } from '../demand.store.js';

/** Closes published demands whose deadline has passed. Safe to run twice: a closed demand is not due any more. */
@Injectable()
export class CloseExpiredDemands implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly due: DueWork<Demand>;

  constructor(
    @InjectCollection(DEMANDS) private readonly demands: Collection<Demand>,
    clock: Clock,
  ) {
    const logger = new Logger('demand.expiry');
    const handle = (demand: Demand, at: string) => this.close(demand, at);
    this.due = new DueWork({ collection: demands, index: 'due', clock, logger, handle });
  }

  onApplicationBootstrap(): void {
    this.due.start();
  }

  onApplicationShutdown(): Promise<void> {
    return this.due.stop();
  }

  /** Number of demands closed. */
  run(): Promise<number> {
    return this.due.run();
  }

  private async close({ id, version }: Demand, at: string): Promise<number> {
    const closed = await changeDocument(this.demands, id, { version }, (current) =>
      closeDemand(current, 'expired', { by: SYSTEM, at }),
    );
    return closed.ok ? 1 : 0;
  }
}
