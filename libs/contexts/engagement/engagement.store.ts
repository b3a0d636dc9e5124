import type { EngagementChange, ResponseState } from '#contracts/engagement';
import type { CollectionSpec, Doc } from '#ports/store/store';

/** A response as stored. The id is made of demand and organisation: there is one for each pair. */
export interface Response extends ResponseState, Doc {
  readonly version: number;
  /** Demand id once it was handed in: what the leader sees. A draft is the firm's alone. */
  readonly inbox?: string;
}

/** Which responses to a demand are chosen; the id is the demand's. It is one document, so that no race chooses too many. */
export interface Choice extends Doc {
  readonly chosen: readonly string[];
}

/** One line of the history of a response or thread; written from their own events. */
export interface EngagementHistoryEntry extends Doc, EngagementChange {
  readonly about: string;
  readonly aboutVersion: number;
}

export const RESPONSES: CollectionSpec<Response> = {
  name: 'response',
  indexes: {
    byDemand: { fields: ['inbox', 'submittedAt'] },
    byDemandStatus: { fields: ['inbox', 'status', 'submittedAt'] },
    byOrganisation: { fields: ['organisationId', 'updatedAt'] },
    byAge: { fields: ['submittedAt'] },
  },
};

export const CHOICES: CollectionSpec<Choice> = { name: 'response_choice', indexes: {} };

export const ENGAGEMENT_HISTORY: CollectionSpec<EngagementHistoryEntry> = {
  name: 'engagement_history',
  indexes: { byAbout: { fields: ['about', 'aboutVersion'] } },
};
