import { QueryClient, queryOptions } from '@tanstack/react-query';
import { api, type Problem, take } from './client';

/** Asks again when the network or the server was away, not when the answer is no. */
const worthAnother = (failures: number, error: Error): boolean =>
  failures < 2 && [0, 502, 503, 504].includes((error as Problem).status);

export const queryClient = new QueryClient({
  defaultOptions: { queries: { staleTime: 10_000, retry: worthAnother, refetchOnWindowFocus: true } },
});

/** Who is signed in; `role: anonymous` when nobody is. */
export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: () => take(api.GET('/api/v1/me')),
  staleTime: 60_000,
});

export const unreadQuery = queryOptions({
  queryKey: ['notices', 'unread'],
  queryFn: () => take(api.GET('/api/v1/notices/unread')),
});

export const noticesQuery = queryOptions({
  queryKey: ['notices', 'latest'],
  queryFn: () => take(api.GET('/api/v1/notices', { params: { query: { limit: 30 } } })),
});
