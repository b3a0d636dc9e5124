import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, type Schemas, take } from '#web/api/client';

const at = (id: string) => ({ params: { path: { id } } });

/** The registration of the reader's organisation; null when there is none. */
export const registrationQuery = (id: string) =>
  queryOptions({
    queryKey: ['events', id, 'registration'],
    queryFn: () =>
      take(api.GET('/api/v1/matchmaking-events/{id}/registration', at(id))).catch((error: { status?: number }) => {
        if (error.status === 404) return null;
        throw error;
      }),
  });

/** Whom the reader's organisation can meet. */
export const participantsQuery = (id: string) =>
  infiniteQueryOptions({
    queryKey: ['events', id, 'participants'],
    queryFn: ({ pageParam }) =>
      take(
        api.GET('/api/v1/matchmaking-events/{id}/participants', {
          params: { path: { id }, query: { limit: 50, ...(pageParam ? { cursor: pageParam } : {}) } },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (last) => last.next,
  });

export const preferencesQuery = (id: string) =>
  queryOptions({
    queryKey: ['events', id, 'preferences'],
    queryFn: () => take(api.GET('/api/v1/matchmaking-events/{id}/preferences', at(id))),
  });

export const outcomesQuery = (id: string) =>
  queryOptions({
    queryKey: ['events', id, 'outcomes'],
    queryFn: () => take(api.GET('/api/v1/matchmaking-events/{id}/outcomes', at(id))),
  });

/** What a participant can do; what was read of the event is read again afterwards. */
export function useParticipant(id: string) {
  const client = useQueryClient();
  const onSuccess = () => client.invalidateQueries({ queryKey: ['events', id] });
  return {
    apply: useMutation({
      mutationFn: () => take(api.POST('/api/v1/matchmaking-events/{id}/registrations', { ...at(id), body: {} })),
      onSuccess,
    }),
    revise: useMutation({
      mutationFn: (body: Schemas['RegistrationInput']) =>
        take(api.PATCH('/api/v1/matchmaking-events/{id}/registration', { ...at(id), body })),
      onSuccess,
    }),
    withdraw: useMutation({
      mutationFn: () =>
        take(api.POST('/api/v1/matchmaking-events/{id}/registration/withdrawal', { ...at(id), body: {} })),
      onSuccess,
    }),
    prefer: useMutation({
      mutationFn: (body: Schemas['PreferencesOfEventInput']) =>
        take(api.PUT('/api/v1/matchmaking-events/{id}/preferences', { ...at(id), body })),
      onSuccess,
    }),
    say: useMutation({
      mutationFn: ({ meetingId, ...body }: Schemas['OutcomeInput'] & { readonly meetingId: string }) =>
        take(
          api.PUT('/api/v1/matchmaking-events/{id}/meetings/{meetingId}/outcome', {
            params: { path: { id, meetingId } },
            body,
          }),
        ),
      onSuccess,
    }),
    answerSeat: useMutation({
      mutationFn: ({ offerId, yes }: { readonly offerId: string; readonly yes: boolean }) =>
        take(
          api.POST('/api/v1/matchmaking-events/{id}/seat-offers/{offerId}/answer', {
            params: { path: { id, offerId } },
            body: { yes },
          }),
        ),
      onSettled: onSuccess,
    }),
    subscribe: useMutation({
      mutationFn: () => take(api.POST('/api/v1/matchmaking-events/{id}/calendar', at(id))),
    }),
  };
}
