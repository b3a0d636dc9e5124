import { afterEach, beforeEach, describe } from '@jest/globals';
import { changingContract } from './search-changes.contract.js';
import { hostileContract } from './search-hostile.contract.js';
import { listingContract } from './search-lists.contract.js';
import { type SearchHarness, Stage } from './search-stage.contract.js';
import { findingContract } from './search-words.contract.js';

export type { SearchHarness } from './search-stage.contract.js';

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
