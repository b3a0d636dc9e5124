import { Controller } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';
import type { DemandEventData } from '#contracts/demand';
import type { OrganisationEventState, PersonState } from '#contracts/identity';
import type { ProposalState } from '#contracts/match';
import type { ProfileState } from '#contracts/profile';
import { TOPICS } from '#contracts/topics';
import { OnEvents } from '#platform/messaging/on-events';
import { InjectCollection } from '#platform/store/collections';
import { Clock } from '#platform/time/clock';
import type { LogEvent } from '#ports/event';
import type { Collection } from '#ports/store/store';
import { Owners } from '../thread/owners.js';
import {
  KNOWN_DEMANDS,
  KNOWN_FIRMS,
  KNOWN_MATCHES,
  KNOWN_ORGANISATIONS,
  KNOWN_PEOPLE,
  type KnownDemand,
  type KnownFirm,
  type KnownMatch,
  type KnownOrganisation,
  type KnownPerson,
} from './known.store.js';
import {
  demandsFromEvents,
  firmsFromEvents,
  matchesFromEvents,
  organisationsFromEvents,
  peopleFromEvents,
} from './projections.js';

/** Keeps what this context knows of demands, firms, people and proposals, from their events. */
@Controller()
export class KnowOthers {
  constructor(
    @InjectCollection(KNOWN_DEMANDS) private readonly demands: Collection<KnownDemand>,
    @InjectCollection(KNOWN_FIRMS) private readonly firms: Collection<KnownFirm>,
    @InjectCollection(KNOWN_PEOPLE) private readonly people: Collection<KnownPerson>,
    @InjectCollection(KNOWN_MATCHES) private readonly matches: Collection<KnownMatch>,
    @InjectCollection(KNOWN_ORGANISATIONS) private readonly organisations: Collection<KnownOrganisation>,
    private readonly owners: Owners,
    private readonly clock: Clock,
  ) {}

  @OnEvents({ group: 'engagement.demands', topics: [TOPICS.demand] })
  knowDemands(@Payload() events: readonly LogEvent<DemandEventData>[]): Promise<void> {
    return demandsFromEvents(this.demands).apply(events);
  }

  @OnEvents({ group: 'engagement.organisations', topics: [TOPICS.organisation] })
  knowOrganisations(@Payload() events: readonly LogEvent<OrganisationEventState>[]): Promise<void> {
    return organisationsFromEvents(this.organisations).apply(events);
  }

  @OnEvents({ group: 'engagement.firms', topics: [TOPICS.profile] })
  knowFirms(@Payload() events: readonly LogEvent<ProfileState>[]): Promise<void> {
    return firmsFromEvents(this.firms).apply(events);
  }

  @OnEvents({ group: 'engagement.people', topics: [TOPICS.person] })
  async knowPeople(@Payload() events: readonly LogEvent<PersonState>[]): Promise<void> {
    await peopleFromEvents(this.people).apply(events);
    // After they are known: a thread that gets an owner meanwhile finds out by itself that the person has left.
    const ids = [...new Set(events.map(({ subject }) => subject))];
    const at = this.clock.iso();
    for (let from = 0; from < ids.length; from += 1000) {
      const people = await this.people.many(ids.slice(from, from + 1000));
      await this.owners.noteEverywhere(people, at);
    }
  }

  @OnEvents({ group: 'engagement.matches', topics: [TOPICS.proposal] })
  knowMatches(@Payload() events: readonly LogEvent<ProposalState>[]): Promise<void> {
    return matchesFromEvents(this.matches).apply(events);
  }
}
