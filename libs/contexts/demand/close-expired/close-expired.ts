import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { changeDocument } from '#platform/store/change';
import { InjectCollection } from '#platform/store/collections';
import { Clock } from '#platform/time/clock';
import { Repeating } from '#platform/time/repeating';
import type { Collection } from '#ports/store/store';
import { closeDemand } from '../demand.rules.js';
import { DEMANDS, type Demand } from '../demand.store.js';

const EVERY_MS = 30_000;
const SYSTEM = { role: 'operator', personName: '系统' } as const;

/** Closes published demands whose deadline has passed. Safe to run twice: a closed demand is not due any more. */
@Injectable()
export class CloseExpiredDemands implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly repeating = new Repeating(() => this.run(), EVERY_MS, new Logger('demand.expiry'));

  constructor(
    @InjectCollection(DEMANDS) private readonly demands: Collection<Demand>,
    private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    this.repeating.start();
  }

  onApplicationShutdown(): Promise<void> {
    return this.repeating.stop();
  }

  /** Number of demands closed. */
  async run(): Promise<number> {
    const at = this.clock.iso();
    let closed = 0;
    for (;;) {
      const due = await this.demands.find('due', { range: { lte: at }, limit: 100 });
      if (due.items.length === 0) return closed;
      const results = await Promise.all(due.items.map((demand) => this.close(demand, at)));
      closed += results.filter((result) => result.ok).length;
      if (results.every((result) => !result.ok)) return closed;
    }
  }

  private close(demand: Demand, at: string) {
    return changeDocument(this.demands, demand.id, { version: demand.version }, (current) =>
      closeDemand(current, 'expired', { by: SYSTEM, at }),
    );
  }
}
