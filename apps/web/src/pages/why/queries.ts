import { queryOptions } from '@tanstack/react-query';
import { api, take } from '#web/api/client';

/** Every part of a firm's score for a demand. */
export const breakdownQuery = (id: string, firmId: string) =>
  queryOptions({
    queryKey: ['demands', id, 'firms', firmId, 'breakdown'],
    queryFn: () => take(api.GET('/api/v1/demands/{id}/firms/{firmId}/breakdown', { params: { path: { id, firmId } } })),
  });
