import { afterEach, beforeEach, describe } from '@jest/globals';
import { changingContract } from './contract/changes.contract.js';
import { hostileContract } from './contract/hostile.contract.js';
import { listingContract } from './contract/lists.contract.js';
import { type SearchHarness, Stage } from './contract/stage.contract.js';
import { findingContract } from './contract/words.contract.js';

export type { SearchHarness } from './contract/stage.contract.js';

/** The one suite of the search port. Ranking is asserted only where the port promises it. */
export function searchContract(name: string, open: () => Promise<SearchHarness>): void {
  describe(`search: ${name}`, () => {
    const stage = new Stage(open);
    beforeEach(() => stage.set());
    afterEach(() => stage.strike());

    findingContract(stage);
    listingContract(stage);
    changingContract(stage);
    hostileContract(stage);
  });
}
