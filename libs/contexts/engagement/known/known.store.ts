import type { DemandState } from '#contracts/demand';
import type { OrganisationEventState, PersonState } from '#contracts/identity';
import type { ProfileState } from '#contracts/profile';
import type { Projected } from '#platform/messaging/projection';
import type { CollectionSpec } from '#ports/store/store';

/** What this context knows of others, from their events. */

/** A demand; only one with `publishedAt` is or was public. */
export interface KnownDemand extends Projected {
  readonly demand: DemandState;
}

/** A profile that an organisation has. */
export interface KnownFirm extends Projected, Pick<ProfileState, 'name' | 'creditCode' | 'region' | 'tier'> {
  readonly organisationId: string;
}

export interface KnownPerson extends Projected, Pick<PersonState, 'organisationId' | 'name' | 'active'> {
  /** Absent where the person was known before this was kept. */
  readonly email?: string;
}

export interface KnownOrganisation extends Projected, Pick<OrganisationEventState, 'creditCode'> {}

/** A proposal that a firm was told of and that stands, or of a demand for chosen firms and over. */
export interface KnownMatch extends Projected {
  readonly pair: string;
  /** The firm was asked and is asked no more. */
  readonly over?: true;
}

/** Names a demand and an organisation together. */
export const pairOf = (demandId: string, organisationId: string): string => `${demandId}:${organisationId}`;

export const KNOWN_DEMANDS: CollectionSpec<KnownDemand> = { name: 'engagement_demand', indexes: {} };
export const KNOWN_FIRMS: CollectionSpec<KnownFirm> = {
  name: 'engagement_firm',
  indexes: { byOrganisation: { fields: ['organisationId'] } },
};
export const KNOWN_ORGANISATIONS: CollectionSpec<KnownOrganisation> = { name: 'engagement_organisation', indexes: {} };
export const KNOWN_PEOPLE: CollectionSpec<KnownPerson> = { name: 'engagement_person', indexes: {} };
export const KNOWN_MATCHES: CollectionSpec<KnownMatch> = {
  name: 'engagement_match',
  indexes: { byPair: { fields: ['pair'] } },
};
