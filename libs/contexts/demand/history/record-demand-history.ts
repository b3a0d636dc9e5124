import { Controller } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';
import type { DemandEventData } from '#contracts/demand';
import { TOPICS } from '#contracts/topics';
import { OnEvents } from '#platform/messaging/on-events';
import { InjectCollection } from '#platform/store/collections';
import type { LogEvent } from '#ports/event';
import type { Collection } from '#ports/store/store';
import { DEMAND_HISTORY, type DemandHistoryEntry } from '../demand.store.js';

/** Keeps every change of a demand, who made it and what it changed, from the demand's own events. */
@Controller()
export class RecordDemandHistory {
  constructor(@InjectCollection(DEMAND_HISTORY) private readonly history: Collection<DemandHistoryEntry>) {}

  @OnEvents({ group: 'demand.history', topics: [TOPICS.demand] })
  async record(@Payload() events: readonly LogEvent<DemandEventData>[]): Promise<void> {
    const entries = events.map(({ data, subject, sequence }) => ({
      doc: { id: `${subject}:${sequence}`, demandId: subject, demandVersion: sequence, ...data.change },
    }));
    await this.history.insert(entries);
  }
}
