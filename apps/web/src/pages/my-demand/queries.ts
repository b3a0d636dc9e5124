import { queryOptions } from '@tanstack/react-query';
import { api, take } from '#web/api/client';

export const decisionQuery = (id: string) =>
  queryOptions({
    // Below the proposals: what is said of one holds for the other.
    queryKey: ['proposals', 'decision', id],
    queryFn: () => take(api.GET('/api/v1/demands/{id}/decision', { params: { path: { id } } })),
  });
