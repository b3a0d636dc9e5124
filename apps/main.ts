import { failedToStart } from '#apps/shared/service';
import { readRole, type ServiceRole } from '#platform/config/service-config';

/** The entry of the one image: RULIAN_ROLE says which process this container is. */
const PROCESSES: Readonly<Record<ServiceRole | 'standalone', () => Promise<unknown>>> = {
  standalone: () => import('./standalone/main.js'),
  gateway: () => import('./gateway/main.js'),
  demand: () => import('./demand/main.js'),
  capability: () => import('./capability/main.js'),
  matching: () => import('./matching/main.js'),
  engagement: () => import('./engagement/main.js'),
  events: () => import('./events/main.js'),
  notification: () => import('./notification/main.js'),
  search: () => import('./search/main.js'),
};

await Promise.resolve()
  .then(() => PROCESSES[readRole()]())
  .catch(failedToStart);
