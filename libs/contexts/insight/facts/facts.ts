import { Injectable } from '@nestjs/common';
import type { DemandEventData } from '#contracts/demand';
import type { EngagementEventData, ResponseEventData, StepKind } from '#contracts/engagement';
import type { ProposalState } from '#contracts/match';
import type { MeetingOutcomeState } from '#contracts/matchmaking';
import type { ProfileState } from '#contracts/profile';
import { EVENTS, TOPICS } from '#contracts/topics';
import { Projection } from '#platform/messaging/projection';
import { InjectCollection } from '#platform/store/collections';
import type { Collection } from '#ports/store/store';
import {
  DEMAND_FACTS,
  type DemandFact,
  FIRM_FACTS,
  type FirmFact,
  MEETING_FACTS,
  type MeetingFact,
  PROPOSAL_FACTS,
  type ProposalFact,
  RESPONSE_FACTS,
  type ResponseFact,
  THREAD_FACTS,
  type ThreadFact,
} from '../insight.store.js';

const demandFacts = (facts: Collection<DemandFact>) =>
  new Projection<DemandFact, DemandEventData>(facts, TOPICS.demand, ({ subject, sequence, data: { demand } }) => {
    const { title, ownerId, ownerName, chain, publishedAt } = demand;
    if (!publishedAt) return undefined;
    return { id: subject, seen: sequence, title, ownerId, ownerName, publishedAt, ...(chain ? { chain } : {}) };
  });

const proposalFacts = (facts: Collection<ProposalFact>) =>
  new Projection<ProposalFact, ProposalState>(facts, TOPICS.proposal, ({ subject, sequence, data }) => {
    const { demandId, organisationId, firmName, region, releasedAt, seenAt, answer } = data;
    // A firm may lose its account; what it was told of before stays with what the event says last.
    if (!organisationId || !releasedAt) return undefined;
    return {
      ...{ id: subject, seen: sequence, demandId, organisationId, firmName, releasedAt },
      ...(region ? { district: region } : {}),
      ...(seenAt ? { seenAt } : {}),
      ...(answer ? { answer: answer.answer, answeredAt: answer.at } : {}),
    };
  });

const responseFacts = (facts: Collection<ResponseFact>) =>
  new Projection<ResponseFact, ResponseEventData>(
    facts,
    TOPICS.response,
    ({ subject, sequence, data: { response } }) => {
      const { demandId, organisationId, firmName, region, submittedAt } = response;
      if (!submittedAt) return undefined;
      const district = region ? { district: region } : {};
      return { id: subject, seen: sequence, demandId, organisationId, firmName, submittedAt, ...district };
    },
  );

const CONTRACT: readonly StepKind[] = ['supply', 'repeat'];

const threadFacts = (facts: Collection<ThreadFact>) =>
  new Projection<ThreadFact, EngagementEventData>(
    facts,
    TOPICS.engagement,
    ({ subject, sequence, data: { engagement } }) => {
      const { demandId, organisationId, firmName, region, createdAt, steps } = engagement;
      const done = steps.filter(({ status }) => status === 'done');
      const first = (among: typeof done) => among.flatMap(({ closedAt }) => closedAt ?? []).sort()[0];
      const metAt = first(done);
      const contractAt = first(done.filter(({ kind }) => CONTRACT.includes(kind)));
      return {
        ...{ id: subject, seen: sequence, demandId, organisationId, firmName, openedAt: createdAt },
        ...(region ? { district: region } : {}),
        ...(metAt ? { metAt } : {}),
        ...(contractAt ? { contractAt } : {}),
        amount: done.reduce((sum, { amount = 0 }) => sum + amount, 0),
      };
    },
  );

const meetingFacts = (facts: Collection<MeetingFact>) =>
  new Projection<MeetingFact, MeetingOutcomeState>(facts, TOPICS.meeting, ({ subject, sequence, data }) => {
    const { leaderId, smeId, leader, sme } = data;
    const metAt = [leader, sme].flatMap((said) => (said?.met ? said.at : [])).sort()[0];
    if (!metAt) return undefined;
    return { id: subject, seen: sequence, leaderId, organisationId: smeId, metAt };
  });

const firmFacts = (facts: Collection<FirmFact>) =>
  new Projection<FirmFact, Partial<ProfileState>>(facts, TOPICS.profile, ({ type, subject, sequence, data }) => {
    if (type === EVENTS.profileRemoved) return undefined;
    const { organisationId } = data;
    return { id: subject, seen: sequence, ...(organisationId ? { organisationId } : {}) };
  });

/** How the events of the other contexts become facts. */
@Injectable()
export class Facts {
  readonly demands: ReturnType<typeof demandFacts>;
  readonly proposals: ReturnType<typeof proposalFacts>;
  readonly responses: ReturnType<typeof responseFacts>;
  readonly threads: ReturnType<typeof threadFacts>;
  readonly meetings: ReturnType<typeof meetingFacts>;
  readonly firms: ReturnType<typeof firmFacts>;

  constructor(
    @InjectCollection(DEMAND_FACTS) demands: Collection<DemandFact>,
    @InjectCollection(PROPOSAL_FACTS) proposals: Collection<ProposalFact>,
    @InjectCollection(RESPONSE_FACTS) responses: Collection<ResponseFact>,
    @InjectCollection(THREAD_FACTS) threads: Collection<ThreadFact>,
    @InjectCollection(MEETING_FACTS) meetings: Collection<MeetingFact>,
    @InjectCollection(FIRM_FACTS) firms: Collection<FirmFact>,
  ) {
    this.demands = demandFacts(demands);
    this.proposals = proposalFacts(proposals);
    this.responses = responseFacts(responses);
    this.threads = threadFacts(threads);
    this.meetings = meetingFacts(meetings);
    this.firms = firmFacts(firms);
  }
}
