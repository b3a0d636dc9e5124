import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, jest } from '@jest/globals';
import { searchContract } from '#ports/search/search.contract';
import { type AnyMeili, anyMeili, dropIndexes } from '#test/kit/meili';
import { MeiliSearchAdapter } from './meili-search.js';

// A task takes the server some tenths of a second, however small it is.
jest.setTimeout(120_000);

let server: AnyMeili;
beforeAll(async () => {
  server = await anyMeili();
});
afterAll(() => server.end());

searchContract('Meilisearch', async () => {
  const options = { url: server.url, key: server.key, prefix: `t${randomBytes(6).toString('hex')}_` };
  let search = await MeiliSearchAdapter.open(options);
  return {
    search,
    reopen: async () => {
      await search.close();
      search = await MeiliSearchAdapter.open(options);
      return search;
    },
    destroy: async () => {
      await search.close();
      await dropIndexes(server, options.prefix);
    },
  };
});
