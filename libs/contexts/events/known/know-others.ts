import { Controller } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';
import type { DemandEventData } from '#contracts/demand';
import type { OrganisationEventState } from '#contracts/identity';
import type { ProposalState } from '#contracts/match';
import { TOPICS } from '#contracts/topics';
import { OnEvents } from '#platform/messaging/on-events';
import { InjectCollection } from '#platform/store/collections';
import type { LogEvent } from '#ports/event';
import type { Collection } from '#ports/store/store';
import {
  KNOWN_DEMANDS,
  KNOWN_MATCHES,
  KNOWN_ORGANISATIONS,
  type KnownDemand,
  type KnownMatch,
  type KnownOrganisation,
} from './known.store.js';
import { demandsFromEvents, matchesFromEvents, organisationsFromEvents } from './projections.js';

/** Keeps what this context knows of organisations, demands and proposals, from their events. */
@Controller()
export class KnowOthers {
  constructor(
    @InjectCollection(KNOWN_ORGANISATIONS) private readonly organisations: Collection<KnownOrganisation>,
    @InjectCollection(KNOWN_DEMANDS) private readonly demands: Collection<KnownDemand>,
    @InjectCollection(KNOWN_MATCHES) private readonly matches: Collection<KnownMatch>,
  ) {}

  @OnEvents({ group: 'events.organisations', topics: [TOPICS.organisation] })
  knowOrganisations(@Payload() events: readonly LogEvent<OrganisationEventState>[]): Promise<void> {
    return organisationsFromEvents(this.organisations).apply(events);
  }

  @OnEvents({ group: 'events.demands', topics: [TOPICS.demand] })
  knowDemands(@Payload() events: readonly LogEvent<DemandEventData>[]): Promise<void> {
    return demandsFromEvents(this.demands).apply(events);
  }

  @OnEvents({ group: 'events.matches', topics: [TOPICS.proposal] })
  knowMatches(@Payload() events: readonly LogEvent<ProposalState>[]): Promise<void> {
    return matchesFromEvents(this.matches).apply(events);
  }
}
