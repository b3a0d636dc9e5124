import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, type Schemas, take } from './client';

export type MatchmakingEvent = Schemas['MatchmakingView'];

/** When an event begins: with its first session, or with the first of the programme. A draft may have neither yet. */
export const beginsAt = ({ sessions = [], programme = [] }: MatchmakingEvent): string | undefined =>
  [...sessions, ...programme].map(({ from }) => from).sort()[0];

/** Matchmaking events: for staff all, for others those that are open or over. */
export const eventsQuery = infiniteQueryOptions({
  queryKey: ['events'],
  queryFn: ({ pageParam }) =>
    take(
      api.GET('/api/v1/matchmaking-events', {
        params: { query: { limit: 20, ...(pageParam ? { cursor: pageParam } : {}) } },
      }),
    ),
  initialPageParam: '',
  getNextPageParam: (last) => last.next,
});

export const eventQuery = (id: string) =>
  queryOptions({
    queryKey: ['events', id],
    queryFn: () => take(api.GET('/api/v1/matchmaking-events/{id}', { params: { path: { id } } })),
  });

/** All meetings; null while there is no plan. */
export const planQuery = (id: string) =>
  queryOptions({
    queryKey: ['events', id, 'plan'],
    queryFn: () =>
      take(api.GET('/api/v1/matchmaking-events/{id}/plan', { params: { path: { id } } })).catch(
        (error: { code?: string }) => {
          if (error.code === 'matchmaking.plan_needed') return null;
          throw error;
        },
      ),
  });

/** The meetings of the reader's organisation. */
export const agendaQuery = (id: string) =>
  queryOptions({
    queryKey: ['events', id, 'agenda'],
    queryFn: () => take(api.GET('/api/v1/matchmaking-events/{id}/agenda', { params: { path: { id } } })),
    // What one is asked has minutes; a notice has it read at once, unless the reader does not want that notice.
    refetchInterval: 30_000,
  });

/** Events that the reader's organisation is invited to or takes part in, the last changed first. */
export const ownRegistrationsQuery = queryOptions({
  queryKey: ['events', 'own'],
  queryFn: async () =>
    (await take(api.GET('/api/v1/matchmaking-registrations', { params: { query: { limit: 20 } } }))).items,
});

/** Checks an organisation in by its code; a second time changes nothing, so it may be asked again. */
export const checkInQuery = (id: string, code: string) =>
  queryOptions({
    queryKey: ['events', id, 'check-in', code],
    queryFn: () =>
      take(api.POST('/api/v1/matchmaking-events/{id}/check-ins', { params: { path: { id } }, body: { code } })),
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });

/** Who comes, for staff: the last changed first. */
export const registrationsQuery = (id: string) =>
  infiniteQueryOptions({
    queryKey: ['events', id, 'registrations'],
    queryFn: ({ pageParam }) =>
      take(
        api.GET('/api/v1/matchmaking-events/{id}/registrations', {
          params: { path: { id }, query: { limit: 50, ...(pageParam ? { cursor: pageParam } : {}) } },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (last) => last.next,
  });
