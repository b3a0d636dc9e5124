import type { DemandState } from '#contracts/demand';
import type { EngagementState } from '#contracts/engagement';
import type { Projected } from '#platform/messaging/projection';
import type { CollectionSpec, Doc } from '#ports/store/store';

// What has happened, from the events of the other contexts: one document each of what figures are made of.

/** A demand that has been published once. */
export interface DemandFact extends Projected, Pick<DemandState, 'title' | 'ownerId' | 'ownerName' | 'chain'> {
  readonly publishedAt: string;
}

/** A proposal that its firm was told of once. */
export interface ProposalFact extends Projected {
  readonly demandId: string;
  readonly organisationId: string;
  readonly firmName: string;
  readonly district?: string;
  readonly releasedAt: string;
  readonly seenAt?: string;
  readonly answer?: 'interested' | 'declined';
  readonly answeredAt?: string;
}

/** A response that was handed in once. */
export interface ResponseFact extends Projected {
  readonly demandId: string;
  readonly organisationId: string;
  readonly firmName: string;
  readonly district?: string;
  readonly submittedAt: string;
}

/** A thread between a leader and a firm. */
export interface ThreadFact extends Projected, Pick<EngagementState, 'demandId' | 'organisationId' | 'firmName'> {
  readonly district?: string;
  readonly openedAt: string;
  /** When the first contact, or any step after it, was done. */
  readonly metAt?: string;
  /** When the firm was taken into the list of suppliers, or the contract was signed. */
  readonly contractAt?: string;
  /** CNY, of all steps. */
  readonly amount: number;
}

/** A leader and a firm that have met at an event, as one of them says. */
export interface MeetingFact extends Projected {
  readonly leaderId: string;
  readonly organisationId: string;
  readonly metAt: string;
}

/** A firm that is on record. */
export interface FirmFact extends Projected {
  readonly organisationId?: string;
}

/** An organisation that was told of a demand at least once; its id is this document's. */
export interface ToldFirm extends Doc {
  readonly since: string;
}

export const DEMAND_FACTS: CollectionSpec<DemandFact> = { name: 'insight_demand', indexes: {} };
export const PROPOSAL_FACTS: CollectionSpec<ProposalFact> = {
  name: 'insight_proposal',
  indexes: { byDemand: { fields: ['demandId'] }, byOrganisation: { fields: ['organisationId'] } },
};
export const RESPONSE_FACTS: CollectionSpec<ResponseFact> = {
  name: 'insight_response',
  indexes: { byDemand: { fields: ['demandId'] }, byOrganisation: { fields: ['organisationId'] } },
};
export const THREAD_FACTS: CollectionSpec<ThreadFact> = {
  name: 'insight_thread',
  indexes: { byDemand: { fields: ['demandId'] }, byOrganisation: { fields: ['organisationId'] } },
};
export const MEETING_FACTS: CollectionSpec<MeetingFact> = {
  name: 'insight_meeting',
  indexes: { byLeader: { fields: ['leaderId'] } },
};
export const FIRM_FACTS: CollectionSpec<FirmFact> = {
  name: 'insight_firm',
  indexes: { all: { fields: ['seen'] }, byOrganisation: { fields: ['organisationId'] } },
};
export const TOLD_FIRMS: CollectionSpec<ToldFirm> = {
  name: 'insight_told_firm',
  indexes: { all: { fields: ['since'] } },
};

/** How far the firms of one demand and one district have come: how many have reached each stage, by its place in the list. */
export interface Reached {
  /** Empty where it is not known. */
  readonly district: string;
  readonly stages: readonly number[];
  /** CNY. */
  readonly amount: number;
}

/** What became of one demand, made from its facts. */
export interface Summary extends Doc, Pick<DemandState, 'title' | 'ownerId' | 'ownerName' | 'chain'> {
  readonly publishedAt: string;
  /** YYYY-MM, China time. */
  readonly month: string;
  /** From publishing to the first answer of a firm. */
  readonly firstAnswerHours?: number;
  readonly reached: readonly Reached[];
  /** When it was written, Unix ms by the clock of the process that wrote it; later than the time before. */
  readonly changed: number;
}

export const SUMMARIES: CollectionSpec<Summary> = {
  name: 'insight_summary',
  indexes: { byChange: { fields: ['changed'] } },
};
