import { afterAll, describe } from '@jest/globals';
import { eventsContract } from './store-events.contract.js';
import { findContract } from './store-find.contract.js';
import { destroyLeftOpen, type Open } from './store-kit.contract.js';
import { writesContract } from './store-writes.contract.js';

export type { Harness } from './store-kit.contract.js';

/** The one suite of the store port: every adapter runs it, from a factory only. */
export function storeContract(name: string, open: Open): void {
  describe(`store on ${name}`, () => {
    afterAll(destroyLeftOpen);
    describe('writes', () => writesContract(open));
    describe('reads', () => findContract(open));
    describe('events', () => eventsContract(open));
  });
}
