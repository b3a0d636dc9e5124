import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query';
import { api, take } from '#web/api/client';

const PAGE = 20;
/** What a search gives at most, by the API. */
const DEEPEST = 900;
export const FACETS = ['region', 'tier', 'industry', 'claimed'] as const;

/** Firms for what the address asks. */
export function firmsQuery(asked: URLSearchParams) {
  const filters = Object.fromEntries(
    FACETS.map((key) => [key, asked.getAll(key)]).filter(([, values]) => values?.length),
  );
  const q = asked.get('q') ?? '';
  return infiniteQueryOptions({
    queryKey: ['search', 'firms', q, filters],
    queryFn: ({ pageParam, signal }) =>
      take(
        api.GET('/api/v1/search/firms', {
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
