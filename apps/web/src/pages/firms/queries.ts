import { api, take } from '#web/api/client';
import { searchQuery } from '#web/api/search';

/** Firms for what the address asks. */
export const firmsQuery = (asked: URLSearchParams) =>
  searchQuery('firms', ['region', 'tier', 'industry', 'claimed'], asked, (query, signal) =>
    take(api.GET('/api/v1/search/firms', { params: { query }, signal })),
  );
