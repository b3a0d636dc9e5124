import type { Type } from '@nestjs/common';
import type { ServiceRole } from '#platform/config/service-config';

/** The contexts that each process of the distributed shape hosts; standalone hosts all. Loaded when they are needed. */
export const CONTEXTS: Readonly<Record<ServiceRole, () => Promise<Type<unknown>>>> = {
  gateway: async () => (await import('#contexts/identity/identity.module')).IdentityModule,
  demand: async () => (await import('#contexts/demand/demand.module')).DemandModule,
  capability: async () => (await import('#contexts/capability/capability.module')).CapabilityModule,
  matching: async () => (await import('#contexts/matching/matching.module')).MatchingModule,
  notification: async () => (await import('#contexts/notification/notification.module')).NotificationModule,
  search: async () => (await import('#contexts/search/search.module')).SearchModule,
};

/** Every context, in the order in which the API shows them. */
export const everyContext = (): Promise<Type<unknown>[]> => Promise.all(Object.values(CONTEXTS).map((load) => load()));
