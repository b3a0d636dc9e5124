import { queryOptions } from '@tanstack/react-query';
import { api, take } from '#web/api/client';

export const decisionQuery = (id: string) =>
  queryOptions({
    // Below the proposals: what is said of one holds for the other.
    queryKey: ['proposals', 'decision', id],
    queryFn: () => take(api.GET('/api/v1/demands/{id}/decision', { params: { path: { id } } })),
  });

/** What the last changes of the demand did to its list. Below the proposals as well; read again while it is looked at. */
export const changesQuery = (id: string) =>
  queryOptions({
    queryKey: ['proposals', 'changes', id],
    queryFn: async () =>
      (await take(api.GET('/api/v1/demands/{id}/decision/changes', { params: { path: { id } } }))).items,
    refetchInterval: 5000,
  });
