import { api, take } from '#web/api/client';
import { searchQuery } from '#web/api/search';

/** Organisations for what the address asks, the newest first. */
export const organisationsQuery = (asked: URLSearchParams) =>
  searchQuery('organisations', ['kind', 'status', 'region'], asked, (query, signal) =>
    take(api.GET('/api/v1/search/organisations', { params: { query }, signal })),
  );
