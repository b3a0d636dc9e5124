import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, type Demand, type Schemas, take } from './client';

/** A demand as the reader may see it. */
export const demandQuery = (id: string) =>
  queryOptions({
    queryKey: ['demands', id],
    queryFn: () => take(api.GET('/api/v1/demands/{id}', { params: { path: { id } } })),
  });

/** Demands of the reader's organisation, for staff of all, newest first. */
export const demandsQuery = (status?: Demand['status']) =>
  infiniteQueryOptions({
    queryKey: ['demands', 'list', status ?? 'all'],
    queryFn: ({ pageParam }) =>
      take(
        api.GET('/api/v1/demands', {
          params: { query: { limit: 20, ...(status ? { status } : {}), ...(pageParam ? { cursor: pageParam } : {}) } },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (last) => last.next,
  });

/** Every change of a demand, newest first. It is written after the change: asked again until it knows this version. */
export const historyQuery = (id: string, version: number) =>
  queryOptions({
    queryKey: ['demands', id, 'history'],
    queryFn: async () =>
      (await take(api.GET('/api/v1/demands/{id}/history', { params: { path: { id }, query: { limit: 50 } } }))).items,
    refetchInterval: ({ state }) => ((state.data?.[0]?.version ?? 0) < version ? 700 : false),
  });

type Checks = Schemas['ReviewInput']['checks'];

/** What can be done with a demand as a whole. */
export type DemandStep =
  | { readonly step: 'submit' }
  | { readonly step: 'take-back' }
  | { readonly step: 'publish'; readonly checks?: Checks }
  | { readonly step: 'return'; readonly reason: string; readonly checks?: Checks }
  | { readonly step: 'mark'; readonly sensitive: boolean }
  | { readonly step: 'close'; readonly reason: 'fulfilled' | 'withdrawn' }
  | { readonly step: 'renew'; readonly deadline: string };

function send({ id, version }: Demand, asked: DemandStep): Promise<Demand> {
  const params = { path: { id }, header: { 'If-Match': String(version) } };
  switch (asked.step) {
    case 'submit':
      return take(api.POST('/api/v1/demands/{id}/submission', { params }));
    case 'take-back':
      return take(api.DELETE('/api/v1/demands/{id}/submission', { params }));
    case 'publish':
      return take(api.POST('/api/v1/demands/{id}/publication', { params, body: { checks: asked.checks ?? [] } }));
    case 'return':
      return take(
        api.POST('/api/v1/demands/{id}/return', { params, body: { reason: asked.reason, checks: asked.checks ?? [] } }),
      );
    case 'mark':
      return take(api.PUT('/api/v1/demands/{id}/sensitivity', { params, body: { sensitive: asked.sensitive } }));
    case 'close':
      return take(api.POST('/api/v1/demands/{id}/closing', { params, body: { reason: asked.reason } }));
    case 'renew':
      return take(api.POST('/api/v1/demands/{id}/renewal', { params, body: { deadline: asked.deadline } }));
  }
}

/** Takes a demand one step on, unless it has changed since it was read. */
export function useDemandStep(demand: Demand) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (asked: DemandStep) => send(demand, asked),
    onSettled: () => client.invalidateQueries({ queryKey: ['demands'] }),
  });
}
