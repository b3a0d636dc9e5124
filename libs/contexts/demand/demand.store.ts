import type { AccessState } from '#contracts/access';
import type { DemandChange, DemandState } from '#contracts/demand';
import type { CollectionSpec, Doc } from '#ports/store/store';

/** A demand as stored. `dueKey` holds the deadline while the demand is published, and so lists what can expire. */
export interface Demand extends DemandState, Doc {
  readonly version: number;
  readonly dueKey?: string;
}

/** What others may know of a stored demand: all but the key that lists it. */
export function demandState({ dueKey: _due, ...state }: Demand): DemandState {
  return state;
}

/** One line of a demand's history; written from the demand's own events. */
export interface DemandHistoryEntry extends Doc, DemandChange {
  readonly demandId: string;
  readonly demandVersion: number;
}

/** One line of the access log of a demand: who was shown which confidential fields, and when. */
export interface DemandAccess extends AccessState, Doc {}

export const DEMAND_ACCESSES: CollectionSpec<DemandAccess> = {
  name: 'demand_access',
  indexes: { byDemand: { fields: ['demandId', 'at'] } },
};

export const DEMANDS: CollectionSpec<Demand> = {
  name: 'demand',
  indexes: {
    byOwner: { fields: ['ownerId', 'updatedAt'] },
    byOwnerStatus: { fields: ['ownerId', 'status', 'updatedAt'] },
    byStatus: { fields: ['status', 'updatedAt'] },
    byAge: { fields: ['updatedAt'] },
    due: { fields: ['dueKey'] },
  },
};

export const DEMAND_HISTORY: CollectionSpec<DemandHistoryEntry> = {
  name: 'demand_history',
  indexes: { byDemand: { fields: ['demandId', 'demandVersion'] } },
};
