import { infiniteQueryOptions } from '@tanstack/react-query';
import { api, type Schemas, take } from '#web/api/client';

export type ResponseState = Exclude<Schemas['ResponseView']['status'], 'draft'>;

/** Responses to a demand of the reader's, in the order they came. */
export const responsesQuery = (demandId: string, status?: ResponseState) =>
  infiniteQueryOptions({
    queryKey: ['responses', 'to', demandId, status ?? 'all'],
    queryFn: ({ pageParam }) =>
      take(
        api.GET('/api/v1/demands/{id}/responses', {
          params: {
            path: { id: demandId },
            query: { limit: 20, ...(status ? { status } : {}), ...(pageParam ? { cursor: pageParam } : {}) },
          },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (last) => last.next,
  });
