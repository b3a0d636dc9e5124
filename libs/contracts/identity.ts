export const ORGANISATION_KINDS = ['leader', 'sme', 'staff'] as const;
export type OrganisationKind = (typeof ORGANISATION_KINDS)[number];

export const ORGANISATION_STATES = ['pending', 'approved', 'rejected', 'suspended'] as const;
export type OrganisationStatus = (typeof ORGANISATION_STATES)[number];

/** State carried by `organisation.*` events. */
export interface OrganisationEventState {
  readonly id: string;
  readonly name: string;
  readonly kind: OrganisationKind;
  readonly status: OrganisationStatus;
  readonly creditCode?: string;
  readonly region?: string;
  /** Who applied, to be told of the answer. */
  readonly founderId: string;
  readonly reason?: string;
  /** SHA-256 of the invitation the organisation signed up with; the capability context knows which firm it names. */
  readonly invitationHash?: string;
  /** When it signed up; absent in events of before this was told. */
  readonly createdAt?: string;
}

/** State carried by `person.*` events. Never holds secrets. */
export interface PersonState {
  readonly id: string;
  readonly organisationId: string;
  readonly name: string;
  readonly email: string;
  readonly admin: boolean;
  readonly active: boolean;
  readonly language: 'zh' | 'en';
  /** Kind of the person's organisation, so that staff can be told as a group. */
  readonly kind: OrganisationKind;
}
