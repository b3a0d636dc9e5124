import type { OrganisationEventState, OrganisationKind, OrganisationStatus, PersonState } from '#contracts/identity';
import type { CollectionSpec, Doc } from '#ports/store/store';

export interface Organisation extends Doc {
  readonly name: string;
  readonly nameKey: string;
  readonly kind: OrganisationKind;
  readonly creditCode?: string;
  /** Present while the organisation stands: a rejected one frees its code. */
  readonly codeKey?: string;
  readonly region?: string;
  readonly status: OrganisationStatus;
  /** May publish demands without a second pair of eyes. */
  readonly selfPublish: boolean;
  /** Who has said so last, apart from a decision, and when. */
  readonly trust?: { readonly by: string; readonly at: string };
  readonly founderId: string;
  readonly invitationHash?: string;
  readonly reason?: string;
  readonly createdAt: string;
  readonly decidedAt?: string;
  readonly decidedBy?: string;
}

export interface Person extends Doc {
  readonly organisationId: string;
  readonly kind: OrganisationKind;
  readonly name: string;
  /** Lower case; unique. */
  readonly email: string;
  readonly passwordHash: string;
  readonly admin: boolean;
  readonly active: boolean;
  readonly language: 'zh' | 'en';
  readonly createdAt: string;
}

/** The id is the SHA-256 of the token: what is stored cannot be used to sign in. */
export interface Session extends Doc {
  readonly personId: string;
  readonly createdAt: string;
  readonly expiresAt: string;
}

/** The id is the SHA-256 of the secret. */
export interface ApiKey extends Doc {
  readonly organisationId: string;
  readonly name: string;
  /** First characters of the secret, to tell keys apart. */
  readonly hint: string;
  readonly createdBy: string;
  readonly createdAt: string;
}

/** A link to set a new password with. The id is the SHA-256 of the code in it. */
export interface PasswordLink extends Doc {
  readonly personId: string;
  readonly createdBy: string;
  readonly createdAt: string;
  readonly expiresAt: string;
}

export const ORGANISATIONS: CollectionSpec<Organisation> = {
  name: 'organisation',
  indexes: {
    byCode: { fields: ['codeKey'], unique: true },
    byStatus: { fields: ['status', 'createdAt'] },
    byAge: { fields: ['createdAt'] },
  },
};

export const PEOPLE: CollectionSpec<Person> = {
  name: 'person',
  indexes: {
    byEmail: { fields: ['email'], unique: true },
    byOrganisation: { fields: ['organisationId', 'createdAt'] },
  },
};

export const SESSIONS: CollectionSpec<Session> = {
  name: 'session',
  indexes: { byPerson: { fields: ['personId', 'createdAt'] }, byExpiry: { fields: ['expiresAt'] } },
};

export const API_KEYS: CollectionSpec<ApiKey> = {
  name: 'api_key',
  indexes: { byOrganisation: { fields: ['organisationId', 'createdAt'] } },
};

export const PASSWORD_LINKS: CollectionSpec<PasswordLink> = {
  name: 'password_link',
  indexes: { byPerson: { fields: ['personId', 'createdAt'] } },
};

export function organisationEventState(o: Omit<Organisation, 'version'>): OrganisationEventState {
  const { id, name, kind, status, creditCode, region, founderId, reason, invitationHash, createdAt } = o;
  return { id, name, kind, status, creditCode, region, founderId, reason, invitationHash, createdAt };
}

export function personEventState(p: Omit<Person, 'version'>): PersonState {
  const { id, organisationId, name, email, admin, active, language, kind } = p;
  return { id, organisationId, name, email, admin, active, language, kind };
}
