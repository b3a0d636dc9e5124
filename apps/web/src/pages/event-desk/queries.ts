import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, type Schemas, take } from '#web/api/client';

const at = (id: string) => ({ params: { path: { id } } });

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

export const candidatesQuery = (id: string) =>
  queryOptions({
    queryKey: ['events', id, 'candidates'],
    queryFn: () => take(api.GET('/api/v1/matchmaking-events/{id}/candidates', at(id))),
  });

/** The newest schedules; asked again while one is being made. */
export const schedulesQuery = (id: string) =>
  queryOptions({
    queryKey: ['events', id, 'schedules'],
    queryFn: async () =>
      (
        await take(
          api.GET('/api/v1/matchmaking-events/{id}/schedules', { params: { path: { id }, query: { limit: 5 } } }),
        )
      ).items,
    refetchInterval: ({ state }) => (state.data?.some(({ status }) => status === 'running') ? 1000 : false),
  });

/** All meetings; null while there is no plan. */
export const planQuery = (id: string) =>
  queryOptions({
    queryKey: ['events', id, 'plan'],
    queryFn: () =>
      take(api.GET('/api/v1/matchmaking-events/{id}/plan', at(id))).catch((error: { code?: string }) => {
        if (error.code === 'matchmaking.plan_needed') return null;
        throw error;
      }),
  });

/** What staff can do with an event; what was read of it is read again afterwards. */
export function useDesk(id: string) {
  const client = useQueryClient();
  const onSuccess = () => client.invalidateQueries({ queryKey: ['events'] });
  return {
    move: useMutation({
      mutationFn: (body: Schemas['MoveInput']) =>
        take(api.POST('/api/v1/matchmaking-events/{id}/phase', { ...at(id), body })),
      onSuccess,
    }),
    invite: useMutation({
      mutationFn: (organisationId: string) =>
        take(
          api.POST('/api/v1/matchmaking-events/{id}/invitations', {
            ...at(id),
            body: { organisations: [{ organisationId }] },
          }),
        ),
      onSuccess,
    }),
    decide: useMutation({
      mutationFn: ({ organisationId, decision }: { organisationId: string; decision: 'approve' | 'reject' }) =>
        take(
          api.POST('/api/v1/matchmaking-events/{id}/registrations/{organisationId}/decision', {
            params: { path: { id, organisationId } },
            body: { decision },
          }),
        ),
      onSuccess,
    }),
    start: useMutation({
      mutationFn: () => take(api.POST('/api/v1/matchmaking-events/{id}/schedules', { ...at(id), body: {} })),
      onSuccess,
    }),
    stop: useMutation({
      mutationFn: (scheduleId: string) =>
        take(
          api.POST('/api/v1/matchmaking-events/{id}/schedules/{scheduleId}/stop', {
            params: { path: { id, scheduleId } },
          }),
        ),
      onSuccess,
    }),
    lock: useMutation({
      mutationFn: ({ meetingId, locked }: { meetingId: string; locked: boolean }) =>
        take(
          api.PATCH('/api/v1/matchmaking-events/{id}/meetings/{meetingId}', {
            params: { path: { id, meetingId } },
            body: { locked },
          }),
        ),
      onSuccess,
    }),
    checkIn: useMutation({
      mutationFn: (code: string) =>
        take(api.POST('/api/v1/matchmaking-events/{id}/check-ins', { ...at(id), body: { code } })),
      onSuccess,
    }),
    absence: useMutation({
      mutationFn: (organisationId: string) =>
        take(api.POST('/api/v1/matchmaking-events/{id}/absences', { ...at(id), body: { organisationId } })),
      onSuccess,
    }),
  };
}
