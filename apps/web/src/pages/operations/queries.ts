import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, take } from '#web/api/client';

const KEY = 'operations';

/** Events under way, read again every few seconds while the page is open. */
export const lagQuery = queryOptions({
  queryKey: [KEY, 'lag'],
  queryFn: () => take(api.GET('/api/v1/operations/lag')),
  refetchInterval: 5000,
});

export const lettersQuery = infiniteQueryOptions({
  queryKey: [KEY, 'letters'],
  queryFn: ({ pageParam }) =>
    take(
      api.GET('/api/v1/operations/dead-letters', {
        params: { query: { limit: 20, ...(pageParam ? { cursor: pageParam } : {}) } },
      }),
    ),
  initialPageParam: '',
  getNextPageParam: (last) => last.next,
});

/** A letter with its whole event. */
export const letterQuery = (id: string) =>
  queryOptions({
    queryKey: [KEY, 'letter', id],
    queryFn: () => take(api.GET('/api/v1/operations/dead-letters/{id}', { params: { path: { id } } })),
  });

/** What can be done about a letter: its group gets it again, or never. */
export type Remedy = 'replay' | 'drop';

export function useRemedy(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (remedy: Remedy) =>
      take<unknown>(
        remedy === 'replay'
          ? api.POST('/api/v1/operations/dead-letters/{id}/replay', { params: { path: { id } } })
          : api.DELETE('/api/v1/operations/dead-letters/{id}', { params: { path: { id } } }),
      ),
    onSettled: () => client.invalidateQueries({ queryKey: [KEY] }),
  });
}
