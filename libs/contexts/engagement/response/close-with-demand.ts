import { Controller } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';
import type { DemandEventData } from '#contracts/demand';
import { EVENTS, TOPICS } from '#contracts/topics';
import { OnEvents } from '#platform/messaging/on-events';
import { changeDocument } from '#platform/store/change';
import { InjectCollection } from '#platform/store/collections';
import { foundPages } from '#platform/store/pages';
import type { LogEvent } from '#ports/event';
import type { Collection } from '#ports/store/store';
import { SYSTEM } from '../act.js';
import { RESPONSES, type Response } from '../engagement.store.js';
import { rejectResponse } from './response.rules.js';

/**
 * No firm waits for an answer that will not come: when a demand is fulfilled or withdrawn, the responses that are not
 * decided are. One whose deadline has passed takes no new ones; its leader still chooses.
 */
@Controller()
export class CloseWithDemand {
  constructor(@InjectCollection(RESPONSES) private readonly responses: Collection<Response>) {}

  @OnEvents({ group: 'engagement.closing', topics: [TOPICS.demand] })
  async handle(@Payload() events: readonly LogEvent<DemandEventData>[]): Promise<void> {
    const over = events.filter(
      ({ type, data }) => type === EVENTS.demandClosed && data.demand.closeReason !== 'expired',
    );
    for (const { id, subject, time } of over) {
      await this.close(subject, 'submitted', time, id);
      await this.close(subject, 'shortlisted', time, id);
    }
  }

  private async close(demandId: string, status: string, at: string, cause: string): Promise<void> {
    const act = { by: SYSTEM, at };
    const options = { eq: [demandId, status], limit: 200 };
    for await (const page of foundPages(this.responses, 'byDemandStatus', options))
      await Promise.all(
        page.map(({ id }) =>
          changeDocument(this.responses, id, { cause }, (response) =>
            rejectResponse(response, 'demand-over', undefined, act),
          ),
        ),
      );
  }
}
