import { Injectable, Logger } from '@nestjs/common';
import { SYSTEM } from '#platform/access/access';
import { changeDocument } from '#platform/store/change';
import { InjectCollection } from '#platform/store/collections';
import { Clock } from '#platform/time/clock';
import { HandlesDue } from '#platform/time/due-work';
import type { Collection } from '#ports/store/store';
import { closeDemand } from '../demand.rules.js';
import { DEMANDS, type Demand } from '../demand.store.js';

/** Closes published demands whose deadline has passed. Safe to run twice: a closed demand is not due any more. */
@Injectable()
export class CloseExpiredDemands extends HandlesDue<Demand> {
  constructor(
    @InjectCollection(DEMANDS) private readonly demands: Collection<Demand>,
    clock: Clock,
  ) {
    super({ collection: demands, index: 'due', clock, logger: new Logger('demand.expiry') });
  }

  protected async handle({ id, version }: Demand, at: string): Promise<number> {
    const closed = await changeDocument(this.demands, id, { version }, (current) =>
      closeDemand(current, 'expired', { by: SYSTEM, at }),
    );
    return closed.ok ? 1 : 0;
  }
}
