import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, type Schemas, take } from '#web/api/client';

export const STAGES = ['told', 'seen', 'answered', 'accepted', 'met', 'contract'] as const;
export type Stage = (typeof STAGES)[number];
export const DIMENSIONS = ['chain', 'month', 'leader', 'district'] as const;
export type Dimension = (typeof DIMENSIONS)[number];

export type Line = Schemas['FunnelLineView'];
export type InsightDemand = Schemas['InsightDemandView'];

/** What the figures are narrowed to. */
export type Narrowed = { readonly [part in 'chain' | 'leader' | 'district' | 'from' | 'to']?: string };

const PAGE = 20;

export const funnelQuery = (by: Dimension, wanted: Narrowed) =>
  queryOptions({
    queryKey: ['insight', 'funnel', by, wanted],
    queryFn: ({ signal }) => take(api.GET('/api/v1/insight/funnel', { params: { query: { by, ...wanted } }, signal })),
    placeholderData: keepPreviousData,
  });

export const insightDemandsQuery = (stage: Stage, wanted: Narrowed) =>
  infiniteQueryOptions({
    queryKey: ['insight', 'demands', stage, wanted],
    queryFn: ({ pageParam, signal }) =>
      take(
        api.GET('/api/v1/insight/demands', {
          params: { query: { stage, ...wanted, limit: PAGE, offset: pageParam } },
          signal,
        }),
      ),
    initialPageParam: 0,
    getNextPageParam: ({ total }, _pages, offset) => (offset + PAGE < total ? offset + PAGE : undefined),
    placeholderData: keepPreviousData,
  });

export const casesQuery = (id: string) =>
  queryOptions({
    queryKey: ['insight', 'cases', id],
    queryFn: () => take(api.GET('/api/v1/insight/demands/{id}/cases', { params: { path: { id } } })),
  });

/** Address of the sheet with the same figures. */
export const sheetOf = (wanted: Narrowed): string => {
  const query = new URLSearchParams(wanted as Record<string, string>).toString();
  return `/api/v1/insight/sheet${query ? `?${query}` : ''}`;
};
