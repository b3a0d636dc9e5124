import { Controller } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';
import type { DemandEventData } from '#contracts/demand';
import { TOPICS } from '#contracts/topics';
import { OnEvents } from '#platform/messaging/on-events';
import type { LogEvent } from '#ports/event';
import { DecideDemands } from './decide-demands.js';

/**
 * Both ways of matching in one handler. A demand that is published, changed or closed is decided again; a profile that is
 * new, changed or gone leads to the open demands it could enter or leave, and these are decided again. A decision that
 * says nothing new is not written.
 */
@Controller()
export class DecideWhenDemandOrProfileChanges {
  constructor(private readonly decider: DecideDemands) {}

  @OnEvents({ group: 'matching.decide', topics: [TOPICS.demand, TOPICS.profile], batch: 500 })
  async handle(@Payload() events: readonly LogEvent[]): Promise<void> {
    const newest = [...new Map(events.map((event) => [`${event.topic}/${event.subject}`, event])).values()];
    const demands = newest
      .filter((event) => event.topic === TOPICS.demand)
      .map((event) => (event.data as DemandEventData).demand);
    const firmIds = newest.filter((event) => event.topic === TOPICS.profile).map((event) => event.subject);
    await this.decider.close(demands.filter(({ status }) => status !== 'published'));
    const open = demands.filter(({ status }) => status === 'published').map(({ id }) => id);
    const affected = firmIds.length > 0 ? await this.decider.affectedBy(firmIds) : [];
    await this.decider.decide([...new Set([...open, ...affected])]);
  }
}
