import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, take } from './client';

const PAGE = 20;
/** What a search gives at most, by the API. */
const DEEPEST = 900;

/** A page of what was found. */
export interface Found<H> {
  readonly hits: readonly H[];
  readonly facets: Readonly<Record<string, readonly { readonly value: string; readonly count: number }[]>>;
  readonly total: number;
  /** There are more than `total` says. */
  readonly capped: boolean;
}

/** What is asked of a search: words, filters by name, and the place in the list. */
export type Asked = Readonly<Record<string, unknown>> & { readonly limit: number; readonly offset: number };

/** What is found in `name` for what the address asks, page by page. */
export function searchQuery<P extends Found<unknown>>(
  name: string,
  filters: readonly string[],
  asked: URLSearchParams,
  read: (query: Asked, signal: AbortSignal) => Promise<P>,
) {
  const narrowed = Object.fromEntries(
    filters.map((key) => [key, asked.getAll(key)] as const).filter(([, values]) => values.length > 0),
  );
  const q = asked.get('q') ?? '';
  return infiniteQueryOptions({
    queryKey: ['search', name, q, narrowed],
    queryFn: ({ pageParam, signal }) =>
      read({ ...(q ? { q } : {}), ...narrowed, limit: PAGE, offset: pageParam }, signal),
    initialPageParam: 0,
    getNextPageParam: ({ total, capped }, _pages, offset) =>
      (capped || offset + PAGE < total) && offset + PAGE <= DEEPEST ? offset + PAGE : undefined,
    placeholderData: keepPreviousData,
  });
}

/** Public demands by a word: the best few. */
export const demandsByName = (q: string) =>
  queryOptions({
    queryKey: ['search', 'demands-by-name', q],
    queryFn: async () => (await take(api.GET('/api/v1/search/demands', { params: { query: { q, limit: 8 } } }))).hits,
    enabled: q !== '',
  });

/** Organisations by a word, for staff: the best few of those that are approved and of these kinds. */
export const organisationsByName = (q: string, kind: ('leader' | 'sme' | 'staff')[]) =>
  queryOptions({
    queryKey: ['search', 'organisations-by-name', q, kind],
    queryFn: async () =>
      (
        await take(
          api.GET('/api/v1/search/organisations', { params: { query: { q, kind, status: ['approved'], limit: 8 } } }),
        )
      ).hits,
    enabled: q !== '',
  });

/** Firms by a word: the best few. */
export const firmsByName = (q: string) =>
  queryOptions({
    queryKey: ['search', 'firms-by-name', q],
    queryFn: async () => (await take(api.GET('/api/v1/search/firms', { params: { query: { q, limit: 8 } } }))).hits,
    enabled: q !== '',
  });
