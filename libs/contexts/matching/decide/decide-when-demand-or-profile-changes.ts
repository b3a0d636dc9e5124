import { Controller } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';
import type { DemandEventData } from '#contracts/demand';
import { TOPICS } from '#contracts/topics';
import { OnEvents } from '#platform/messaging/on-events';
import { InjectCollection } from '#platform/store/collections';
import type { LogEvent } from '#ports/event';
import type { Collection } from '#ports/store/store';
import { MatchIndex } from '../index/match-index.js';
import { PROPOSALS, type Proposal } from '../matching.store.js';
import { DecideDemands } from './decide-demands.js';

/**
 * Both ways of matching in one handler. A demand that is published, changed or closed is decided again; a profile that is
 * new, changed or gone leads to the open demands it could enter or leave, and these are decided again. A decision that
 * says nothing new is not written.
 */
@Controller()
export class DecideWhenDemandOrProfileChanges {
  constructor(
    private readonly index: MatchIndex,
    private readonly decider: DecideDemands,
    @InjectCollection(PROPOSALS) private readonly proposals: Collection<Proposal>,
  ) {}

  @OnEvents({ group: 'matching.decide', topics: [TOPICS.demand, TOPICS.profile], batch: 500 })
  async handle(@Payload() events: readonly LogEvent[]): Promise<void> {
    const demands = events.filter((event) => event.topic === TOPICS.demand) as LogEvent<DemandEventData>[];
    const firmIds = [
      ...new Set(events.filter((event) => event.topic === TOPICS.profile).map((event) => event.subject)),
    ];
    const closed = newestOf(demands).filter((event) => event.data.demand.status !== 'published');
    await this.decider.close(closed);
    const open = newestOf(demands).filter((event) => event.data.demand.status === 'published');
    const ids = new Set([...open.map((event) => event.subject), ...(await this.demandsOf(firmIds))]);
    await this.decider.decide([...ids]);
  }

  private async demandsOf(firmIds: readonly string[]): Promise<string[]> {
    if (firmIds.length === 0) return [];
    const [entering, standing] = await Promise.all([
      this.index.affectedBy(firmIds),
      this.proposals.manyBy('ofFirm', firmIds),
    ]);
    return [...entering, ...standing.map((proposal) => proposal.demandId)];
  }
}

function newestOf<T>(events: readonly LogEvent<T>[]): LogEvent<T>[] {
  return [...new Map(events.map((event) => [event.subject, event])).values()];
}
