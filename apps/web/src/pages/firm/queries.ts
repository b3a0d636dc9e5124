import { queryOptions } from '@tanstack/react-query';
import { api, take } from '#web/api/client';

export const firmQuery = (id: string) =>
  queryOptions({
    queryKey: ['profiles', id],
    queryFn: () => take(api.GET('/api/v1/profiles/{id}', { params: { path: { id } } })),
  });
