import { queryOptions } from '@tanstack/react-query';
import { api, take } from '#web/api/client';

/** How many responses wait for the reader, by demand. */
export const waitingQuery = queryOptions({
  queryKey: ['responses', 'waiting'],
  queryFn: () => take(api.GET('/api/v1/responses/waiting')),
  select: (waiting) => new Map(waiting.map(({ demandId, count }) => [demandId, count])),
});
