import type { AccessState } from '#contracts/access';
import type { EngagementChange, EngagementState, MessageState, ResponseState } from '#contracts/engagement';
import type { CollectionSpec, Doc } from '#ports/store/store';

/** A response as stored. The id is made of demand and organisation: there is one for each pair. */
export interface Response extends ResponseState, Doc {
  readonly version: number;
  /** Demand id once it was handed in: what the leader sees. A draft is the firm's alone. */
  readonly inbox?: string;
  /** When its leader is reminded, while it waits for that. */
  readonly dueAt?: string;
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

/** A thread as stored, with the keys that list it while they should. One for each demand and organisation. */
export interface Engagement extends EngagementState, Doc {
  readonly version: number;
  /** Person ids of the owners while it is open. */
  readonly leaderKey?: string;
  readonly firmKey?: string;
  /** Present while it is open and a side has no owner who is there. */
  readonly orphanKey?: string;
  /** When the next alarm is due. */
  readonly dueAt?: string;
}

export interface Message extends MessageState, Doc {}

/** Somebody was shown confidential fields of a demand in a thread; the demand's owner reads of it with the demand. */
export interface ThreadAccess extends AccessState, Doc {}

export const THREAD_ACCESSES: CollectionSpec<ThreadAccess> = { name: 'engagement_access', indexes: {} };

export const ENGAGEMENTS: CollectionSpec<Engagement> = {
  name: 'engagement',
  indexes: {
    byLeader: { fields: ['ownerId', 'updatedAt'] },
    byFirm: { fields: ['organisationId', 'updatedAt'] },
    byAge: { fields: ['updatedAt'] },
    leaderPerson: { fields: ['leaderKey'] },
    firmPerson: { fields: ['firmKey'] },
    orphans: { fields: ['orphanKey', 'updatedAt'] },
    due: { fields: ['dueAt'] },
  },
};

export const MESSAGES: CollectionSpec<Message> = {
  name: 'engagement_message',
  indexes: { byEngagement: { fields: ['engagementId', 'at'] } },
};

export const RESPONSES: CollectionSpec<Response> = {
  name: 'response',
  indexes: {
    byDemand: { fields: ['inbox', 'submittedAt'] },
    byDemandStatus: { fields: ['inbox', 'status', 'submittedAt'] },
    byOrganisation: { fields: ['organisationId', 'updatedAt'] },
    byOwnerStatus: { fields: ['ownerId', 'status', 'submittedAt'] },
    byAge: { fields: ['submittedAt'] },
    due: { fields: ['dueAt'] },
  },
};

export const CHOICES: CollectionSpec<Choice> = { name: 'response_choice', indexes: {} };

export const ENGAGEMENT_HISTORY: CollectionSpec<EngagementHistoryEntry> = {
  name: 'engagement_history',
  indexes: { byAbout: { fields: ['about', 'aboutVersion'] } },
};
