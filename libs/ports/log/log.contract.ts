import { describe } from '@jest/globals';
import { deliveryContract } from './log-delivery.contract.js';
import { failureContract } from './log-failures.contract.js';
import type { Harness } from './log-kit.contract.js';
import { letterContract } from './log-letters.contract.js';
import { tailContract } from './log-tails.contract.js';

export type { Harness } from './log-kit.contract.js';

/** The one suite of the port: every adapter runs it. `open` gives a log; tests use topics and groups of their own. */
export function logContract(name: string, open: () => Promise<Harness>): void {
  describe(`log: ${name}`, () => {
    deliveryContract(open);
    failureContract(open);
    letterContract(open);
    tailContract(open);
  });
}
