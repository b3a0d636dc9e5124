import type { Deployment } from './deployment.js';
import { DistributedDeployment } from './distributed-deployment.js';
import { StandaloneDeployment } from './standalone-deployment.js';

/** The shape that this run of the tests is about: standalone or distributed. */
export const shape = process.env.RULIAN_E2E_SHAPE ?? 'standalone';

/** A running product of that shape. */
export function deploy(settings: Readonly<Record<string, string>> = {}): Promise<Deployment> {
  if (shape === 'standalone') return StandaloneDeployment.create(settings);
  if (shape === 'distributed') return DistributedDeployment.create(settings, 'matching=2,notification=2');
  throw new Error(`RULIAN_E2E_SHAPE is standalone or distributed, not ${shape}`);
}
