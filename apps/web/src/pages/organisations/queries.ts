import { infiniteQueryOptions } from '@tanstack/react-query';
import { api, take } from '#web/api/client';

export const STATES = ['pending', 'approved', 'rejected', 'suspended'] as const;
export type State = (typeof STATES)[number];

/** Every organisation, or those in a state, newest first. */
export const organisationsQuery = (status: State | undefined) =>
  infiniteQueryOptions({
    queryKey: ['organisations', 'list', status ?? 'all'],
    queryFn: ({ pageParam }) =>
      take(
        api.GET('/api/v1/organisations', {
          params: { query: { limit: 50, ...(status ? { status } : {}), ...(pageParam ? { cursor: pageParam } : {}) } },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (last) => last.next,
  });
