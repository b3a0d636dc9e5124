import { Controller } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';
import type { AccessState } from '#contracts/access';
import { TOPICS } from '#contracts/topics';
import { OnEvents } from '#platform/messaging/on-events';
import { InjectCollection } from '#platform/store/collections';
import type { LogEvent } from '#ports/event';
import type { Collection } from '#ports/store/store';
import { DEMAND_ACCESSES, type DemandAccess } from '../demand.store.js';

/** Adds what was read in threads to the access log of the demand. */
@Controller()
export class RecordAccess {
  constructor(@InjectCollection(DEMAND_ACCESSES) private readonly accesses: Collection<DemandAccess>) {}

  @OnEvents({ group: 'demand.access', topics: [TOPICS.access] })
  async record(@Payload() events: readonly LogEvent<AccessState>[]): Promise<void> {
    await this.accesses.insert(events.map(({ data }) => ({ doc: data })));
  }
}
