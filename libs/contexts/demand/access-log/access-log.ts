import { Injectable } from '@nestjs/common';
import type { ReadIn } from '#contracts/access';
import type { Principal } from '#platform/access/access';
import { notedAccess } from '#platform/access/noted-access';
import { InjectCollection } from '#platform/store/collections';
import { Clock } from '#platform/time/clock';
import type { Collection } from '#ports/store/store';
import { DEMAND_ACCESSES, type Demand, type DemandAccess, demandState } from '../demand.store.js';

/** Notes who is shown what is confidential of demands, before it is shown. */
@Injectable()
export class AccessLog {
  constructor(
    @InjectCollection(DEMAND_ACCESSES) private readonly accesses: Collection<DemandAccess>,
    private readonly clock: Clock,
  ) {}

  /** The caller is shown all of these demands. */
  async whole(demands: readonly Demand[], readIn: ReadIn, caller: Principal): Promise<void> {
    const at = this.clock.iso();
    const noted = demands.flatMap((demand) => notedAccess(demandState(demand), 'owner', readIn, caller, at) ?? []);
    if (noted.length > 0) await this.accesses.insert(noted.map((doc) => ({ doc })));
  }
}
