import type { OrganisationEventState } from '#contracts/identity';
import type { Projected } from '#platform/messaging/projection';
import type { CollectionSpec } from '#ports/store/store';

// What this context knows of others, from their events.

export interface KnownOrganisation extends Projected, Pick<OrganisationEventState, 'name' | 'kind' | 'status'> {
  /** By these a sheet finds it: its name without what does not count, and its credit code. */
  readonly nameKey?: string;
  readonly creditCode?: string;
}

/** A demand that is public. */
export interface KnownDemand extends Projected {
  readonly ownerId: string;
  readonly title: string;
  readonly type: string;
  /** Whether anybody may know whose it is. */
  readonly named: boolean;
}

/** A demand and an organisation that fit, as far as the organisation has not declined. */
export interface KnownMatch extends Projected {
  readonly demandId: string;
  readonly organisationId: string;
  /** 0 to 1. */
  readonly score: number;
}

export const KNOWN_ORGANISATIONS: CollectionSpec<KnownOrganisation> = {
  name: 'events_organisation',
  indexes: { byName: { fields: ['nameKey'] }, byCode: { fields: ['creditCode'] } },
};
export const KNOWN_DEMANDS: CollectionSpec<KnownDemand> = {
  name: 'events_demand',
  indexes: { byOwner: { fields: ['ownerId'] } },
};
export const KNOWN_MATCHES: CollectionSpec<KnownMatch> = {
  name: 'events_match',
  indexes: { byDemand: { fields: ['demandId'] }, byOrganisation: { fields: ['organisationId'] } },
};
