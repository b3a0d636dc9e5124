import { queryOptions } from '@tanstack/react-query';
import { api, take } from '#web/api/client';

const at = (id: string) => ({ params: { path: { id } } });

export const reportQuery = (id: string) =>
  queryOptions({
    queryKey: ['events', id, 'report'],
    queryFn: () => take(api.GET('/api/v1/matchmaking-events/{id}/report', at(id))),
  });

export const fairnessQuery = (id: string) =>
  queryOptions({
    queryKey: ['events', id, 'fairness'],
    queryFn: () => take(api.GET('/api/v1/matchmaking-events/{id}/fairness', at(id))),
  });
