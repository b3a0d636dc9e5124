import { queryOptions } from '@tanstack/react-query';
import { api, take } from './client';

/** The profile of the reader's organisation; null when it has none yet. */
export const ownProfileQuery = queryOptions({
  queryKey: ['profiles', 'own'],
  queryFn: async () => (await take(api.GET('/api/v1/profiles', { params: { query: { limit: 1 } } }))).items[0] ?? null,
});
