import { api, take } from '#web/api/client';
import { searchQuery } from '#web/api/search';

/** Demands for what the address asks. */
export const demandsQuery = (asked: URLSearchParams) =>
  searchQuery('demands', ['type', 'chain', 'region', 'owner', 'status'], asked, (query, signal) =>
    take(api.GET('/api/v1/search/demands', { params: { query }, signal })),
  );
