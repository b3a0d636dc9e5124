import type { Deployment } from './deployment.js';
import { DistributedDeployment } from './distributed-deployment.js';
import { StandaloneDeployment } from './standalone-deployment.js';

/** A running product of the shape that this run of the tests is about (RULIAN_E2E_SHAPE). */
export function deploy(settings: Readonly<Record<string, string>> = {}): Promise<Deployment> {
  const { RULIAN_E2E_SHAPE: shape = 'standalone' } = process.env;
  if (shape === 'standalone') return StandaloneDeployment.create(settings);
  if (shape === 'distributed') return DistributedDeployment.create(settings, 'matching=2,notification=2');
  throw new Error(`RULIAN_E2E_SHAPE is standalone or distributed, not ${shape}`);
}
