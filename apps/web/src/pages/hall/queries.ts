import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query';
import { api, take } from '#web/api/client';

const PAGE = 20;
/** What a search gives at most, by the API. */
const DEEPEST = 900;
export const FACETS = ['type', 'chain', 'region', 'owner', 'status'] as const;

/** Demands for what the address asks. */
export function demandsQuery(asked: URLSearchParams) {
  const filters = Object.fromEntries(
    FACETS.map((key) => [key, asked.getAll(key)]).filter(([, values]) => values?.length),
  );
  const q = asked.get('q') ?? '';
  return infiniteQueryOptions({
    queryKey: ['search', 'demands', q, filters],
    queryFn: ({ pageParam, signal }) =>
      take(
        api.GET('/api/v1/search/demands', {
          params: { query: { ...(q ? { q } : {}), ...filters, limit: PAGE, offset: pageParam } },
          signal,
        }),
      ),
    initialPageParam: 0,
    getNextPageParam: (last, _pages, offset) =>
      last.hits.length === PAGE && offset + PAGE <= DEEPEST ? offset + PAGE : undefined,
    placeholderData: keepPreviousData,
  });
}
