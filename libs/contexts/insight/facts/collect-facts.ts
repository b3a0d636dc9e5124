import { Controller } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';
import type { DemandEventData } from '#contracts/demand';
import type { EngagementEventData, ResponseEventData } from '#contracts/engagement';
import type { ProposalState } from '#contracts/match';
import type { MeetingOutcomeState } from '#contracts/matchmaking';
import type { ProfileState } from '#contracts/profile';
import { EVENTS, TOPICS } from '#contracts/topics';
import { OnEvents } from '#platform/messaging/on-events';
import type { LogEvent } from '#ports/event';
import { Summaries } from '../funnel/summaries.js';
import { Facts } from './facts.js';
import { ToldFirms } from './told-firms.js';

type Events<D> = readonly LogEvent<D>[];

/** What else happens to a proposal changes no figure, and there is much of it. */
const COUNTED: readonly string[] = [EVENTS.proposalReleased, EVENTS.proposalSeen, EVENTS.proposalAnswered];

/** Keeps the facts that figures are made of, and the summary of each demand that they concern. */
@Controller()
export class CollectFacts {
  constructor(
    private readonly facts: Facts,
    private readonly toldFirms: ToldFirms,
    private readonly summaries: Summaries,
  ) {}

  @OnEvents({ group: 'insight.demands', topics: [TOPICS.demand] })
  async demandsChanged(@Payload() events: Events<DemandEventData>): Promise<void> {
    await this.facts.demands.apply(events);
    await this.summaries.refresh(events.map(({ subject }) => subject));
  }

  @OnEvents({ group: 'insight.proposals', topics: [TOPICS.proposal] })
  async proposalsChanged(@Payload() events: Events<ProposalState>): Promise<void> {
    const counted = events.filter(({ type }) => COUNTED.includes(type));
    await this.facts.proposals.apply(counted);
    await this.toldFirms.remember(counted.map(({ data }) => data));
    await this.summaries.refresh(counted.map(({ data }) => data.demandId));
  }

  @OnEvents({ group: 'insight.responses', topics: [TOPICS.response] })
  async responsesChanged(@Payload() events: Events<ResponseEventData>): Promise<void> {
    await this.facts.responses.apply(events);
    await this.summaries.refresh(events.map(({ data }) => data.response.demandId));
  }

  @OnEvents({ group: 'insight.threads', topics: [TOPICS.engagement] })
  async threadsChanged(@Payload() events: Events<EngagementEventData>): Promise<void> {
    await this.facts.threads.apply(events);
    await this.summaries.refresh(events.map(({ data }) => data.engagement.demandId));
  }

  @OnEvents({ group: 'insight.meetings', topics: [TOPICS.meeting] })
  async meetingsChanged(@Payload() events: Events<MeetingOutcomeState>): Promise<void> {
    await this.facts.meetings.apply(events);
    await this.summaries.refresh(await this.summaries.demandsOf([...new Set(events.map(({ data }) => data.smeId))]));
  }

  @OnEvents({ group: 'insight.firms', topics: [TOPICS.profile] })
  firmsChanged(@Payload() events: Events<Partial<ProfileState>>): Promise<void> {
    // What a profile says changes no figure, and profiles change all the time.
    return this.facts.firms.apply(events.filter(({ type }) => type !== EVENTS.profileChanged));
  }
}
