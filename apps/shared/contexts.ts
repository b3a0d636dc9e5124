import type { Type } from '@nestjs/common';
import type { ServiceRole } from '#platform/config/service-config';

/** What each process of the distributed shape hosts; standalone hosts all. Loaded when it is needed. */
const HOSTED: Readonly<Record<ServiceRole, () => Promise<Type<unknown>[]>>> = {
  gateway: async () => [
    (await import('#contexts/identity/identity.module')).IdentityModule,
    (await import('#platform/operations/operations.module')).OperationsModule,
  ],
  demand: async () => [(await import('#contexts/demand/demand.module')).DemandModule],
  capability: async () => [(await import('#contexts/capability/capability.module')).CapabilityModule],
  matching: async () => [(await import('#contexts/matching/matching.module')).MatchingModule],
  engagement: async () => [
    (await import('#contexts/engagement/engagement.module')).EngagementModule,
    (await import('#contexts/insight/insight.module')).InsightModule,
  ],
  events: async () => [(await import('#contexts/events/events.module')).EventsModule],
  notification: async () => [(await import('#contexts/notification/notification.module')).NotificationModule],
  search: async () => [(await import('#contexts/search/search.module')).SearchModule],
};

/** The modules of one process. */
export const modulesOf = (role: ServiceRole): Promise<Type<unknown>[]> => HOSTED[role]();

/**
 * All modules, in the order in which the API shows them. Loaded one after another: two imports at once that share
 * a part gain no time in one thread, and module loaders other than Node's own (the one tests run in) may lose it.
 */
export async function everyModule(): Promise<Type<unknown>[]> {
  const modules: Type<unknown>[][] = [];
  for (const load of Object.values(HOSTED)) modules.push(await load());
  return modules.flat();
}
