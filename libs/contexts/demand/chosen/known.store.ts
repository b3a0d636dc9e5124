import type { ProfileState } from '#contracts/profile';
import type { Projected } from '#platform/messaging/projection';
import type { CollectionSpec } from '#ports/store/store';

// What this context knows of others, from their events: enough to choose firms and to know to whom a demand is shown.

/** A profile: whom a demand may be shown to. */
export interface KnownFirm extends Projected, Pick<ProfileState, 'name' | 'organisationId' | 'creditCode'> {}

/** A firm that is asked for a demand which is shown to chosen firms only, while it is; the id is its proposal's. */
export interface ShownDemand extends Projected {
  readonly pair: string;
}

/** Names a demand and an organisation together. */
export const pairOf = (demandId: string, organisationId: string): string => `${demandId}:${organisationId}`;

export const KNOWN_FIRMS: CollectionSpec<KnownFirm> = { name: 'demand_firm', indexes: {} };
export const SHOWN_DEMANDS: CollectionSpec<ShownDemand> = {
  name: 'demand_shown',
  indexes: { byPair: { fields: ['pair'] } },
};
