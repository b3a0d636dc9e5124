import type { PersonState } from '#contracts/identity';
import type { NoticeKind, NoticeState } from '#contracts/notice';
import type { CollectionSpec, Doc } from '#ports/store/store';

export interface Notice extends NoticeState, Doc {
  /** `<person id>#<order>`: a person's number is given once. Notices of before there were numbers have none. */
  readonly place?: string;
  /** Person id while the notice has not been read: the unread count. */
  readonly unreadKey?: string;
  readonly readAt?: string;
}

/** Whom to tell, from the events of people. */
export interface Recipient extends Doc, Omit<PersonState, 'id'> {
  readonly seen: number;
  /** `staff` for active people of staff organisations. */
  readonly staffKey?: string;
}

/** What a person does not want to hear. The id is the person's. */
export interface Preferences extends Doc {
  readonly muted: readonly NoticeKind[];
}

export const NOTICES: CollectionSpec<Notice> = {
  name: 'notice',
  indexes: {
    byPerson: { fields: ['personId', 'order'] },
    unread: { fields: ['unreadKey', 'order'] },
    place: { fields: ['place'], unique: true },
  },
};

export const RECIPIENTS: CollectionSpec<Recipient> = {
  name: 'recipient',
  indexes: { byOrganisation: { fields: ['organisationId'] }, staff: { fields: ['staffKey'] } },
};

export const PREFERENCES: CollectionSpec<Preferences> = { name: 'notice_preferences', indexes: {} };
