import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, type Schemas, take } from './client';

export type MatchmakingEvent = Schemas['MatchmakingView'];

/** Matchmaking events: for staff all, for others those that are open or over. */
export const eventsQuery = infiniteQueryOptions({
  queryKey: ['events'],
  queryFn: ({ pageParam }) =>
    take(
      api.GET('/api/v1/matchmaking-events', {
        params: { query: { limit: 20, ...(pageParam ? { cursor: pageParam } : {}) } },
      }),
    ),
  initialPageParam: '',
  getNextPageParam: (last) => last.next,
});

export const eventQuery = (id: string) =>
  queryOptions({
    queryKey: ['events', id],
    queryFn: () => take(api.GET('/api/v1/matchmaking-events/{id}', { params: { path: { id } } })),
  });
