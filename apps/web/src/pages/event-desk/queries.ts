import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, type Schemas, take } from '#web/api/client';
import { eventQuery } from '#web/api/events';
import { sent } from '#web/api/files';

const at = (id: string) => ({ params: { path: { id } } });

export const candidatesQuery = (id: string) =>
  queryOptions({
    queryKey: ['events', id, 'candidates'],
    queryFn: () => take(api.GET('/api/v1/matchmaking-events/{id}/candidates', at(id))),
  });

/** Public demands that leaders bring, those of the invited too. */
export const broughtQuery = (id: string) =>
  queryOptions({
    queryKey: ['events', id, 'demands'],
    queryFn: () => take(api.GET('/api/v1/matchmaking-events/{id}/demands', at(id))),
  });

/** Figures of the event so far. */
export const figuresQuery = (id: string) =>
  queryOptions({
    queryKey: ['events', id, 'report'],
    queryFn: () => take(api.GET('/api/v1/matchmaking-events/{id}/report', at(id))),
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

/** Wishes that the plan does not hold; null while there is no plan. */
export const unmetQuery = (id: string) =>
  queryOptions({
    queryKey: ['events', id, 'unmet'],
    queryFn: () => take(api.GET('/api/v1/matchmaking-events/{id}/unmet-wishes', at(id))),
  });

/** Why two do not meet, and what would let them. */
export const whyNotQuery = (id: string, leaderId: string, smeId: string) =>
  queryOptions({
    queryKey: ['events', id, 'why-not', leaderId, smeId],
    queryFn: () =>
      take(
        api.GET('/api/v1/matchmaking-events/{id}/why-not/{leaderId}/{smeId}', {
          params: { path: { id, leaderId, smeId } },
        }),
      ),
  });

export interface Place {
  readonly slot: number;
  readonly table: number;
}

/** What it would cost to hold a meeting elsewhere, in the plan of that version. */
export const placeCheckQuery = (id: string, version: number, meetingId: string, place: Place) =>
  queryOptions({
    queryKey: ['events', id, 'place-check', version, meetingId, place.slot, place.table],
    queryFn: () =>
      take(
        api.POST('/api/v1/matchmaking-events/{id}/meetings/{meetingId}/place-checks', {
          params: { path: { id, meetingId } },
          body: place,
        }),
      ),
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
  });

/** Who is awaited; looked at again every half minute. Nobody is once the event is over, and then it is not asked. */
export const noShowsQuery = (id: string) =>
  queryOptions({
    queryKey: ['events', id, 'no-shows'],
    queryFn: async ({ client }) => {
      const { phase } = await client.fetchQuery({ ...eventQuery(id), staleTime: 10_000 });
      return phase === 'live' ? take(api.GET('/api/v1/matchmaking-events/{id}/no-shows', at(id))) : [];
    },
    refetchInterval: 30_000,
  });

/** The leaders of an event with what they bring, as far as anybody may know whose it is. */
export const leadersQuery = (id: string) =>
  queryOptions({
    queryKey: ['events', id, 'leaders'],
    queryFn: async () =>
      (
        await take(
          api.GET('/api/v1/matchmaking-events/{id}/participants', {
            params: { path: { id }, query: { side: 'leader', limit: 100 } },
          }),
        )
      ).items,
  });

/** Who has been asked to take a seat, and what they say; looked at again often, as they have minutes. */
export const seatOffersQuery = (id: string) =>
  queryOptions({
    queryKey: ['events', id, 'seat-offers'],
    queryFn: () => take(api.GET('/api/v1/matchmaking-events/{id}/seat-offers', at(id))),
    refetchInterval: ({ state }) => (state.data?.some(({ status }) => status === 'open') ? 4_000 : 30_000),
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
    settings: useMutation({
      mutationFn: ({ version, change }: { version: number; change: Schemas['MatchmakingChangeInput'] }) =>
        take(
          api.PATCH('/api/v1/matchmaking-events/{id}', {
            params: { path: { id }, header: { 'If-Match': String(version) } },
            body: change,
          }),
        ),
      onSuccess,
    }),
    bring: useMutation({
      mutationFn: (demandId: string) =>
        take(api.PUT('/api/v1/matchmaking-events/{id}/demands/{demandId}', { params: { path: { id, demandId } } })),
      onSuccess,
    }),
    dropDemand: useMutation({
      mutationFn: ({ organisationId, demandIds }: { organisationId: string; demandIds: string[] }) =>
        take(
          api.PATCH('/api/v1/matchmaking-events/{id}/registrations/{organisationId}', {
            params: { path: { id, organisationId } },
            body: { demandIds },
          }),
        ),
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
    checkSheet: useMutation({
      mutationFn: (file: File) =>
        take(api.POST('/api/v1/matchmaking-events/{id}/participant-sheet-checks', { ...at(id), ...sent(file) })),
    }),
    inviteSheet: useMutation({
      mutationFn: (file: File) =>
        take(api.POST('/api/v1/matchmaking-events/{id}/participant-sheets', { ...at(id), ...sent(file) })),
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
    place: useMutation({
      mutationFn: ({ meetingId, place }: { meetingId: string; place: Place }) =>
        take(
          api.PUT('/api/v1/matchmaking-events/{id}/meetings/{meetingId}/place', {
            params: { path: { id, meetingId } },
            body: place,
          }),
        ),
      onSuccess,
    }),
    meet: useMutation({
      mutationFn: (body: Schemas['ExtraMeetingInput']) =>
        take(api.POST('/api/v1/matchmaking-events/{id}/meetings', { ...at(id), body })),
      onSuccess,
    }),
    whatIf: useMutation({
      mutationFn: (body: Schemas['WhatIfInput']) =>
        take(api.POST('/api/v1/matchmaking-events/{id}/what-if', { ...at(id), body })),
    }),
    checkAbsence: useMutation({
      mutationFn: (organisationId: string) =>
        take(api.POST('/api/v1/matchmaking-events/{id}/absence-checks', { ...at(id), body: { organisationId } })),
    }),
    absence: useMutation({
      mutationFn: (organisationId: string) =>
        take(api.POST('/api/v1/matchmaking-events/{id}/absences', { ...at(id), body: { organisationId } })),
      onSuccess,
    }),
    askSeats: useMutation({
      mutationFn: (organisationId: string) =>
        take(api.POST('/api/v1/matchmaking-events/{id}/seat-offers', { ...at(id), body: { organisationId } })),
      onSuccess,
    }),
    placeSeat: useMutation({
      mutationFn: (offerId: string) =>
        take(
          api.POST('/api/v1/matchmaking-events/{id}/seat-offers/{offerId}/placement', {
            params: { path: { id, offerId } },
          }),
        ),
      onSettled: onSuccess,
    }),
    checkDelay: useMutation({
      mutationFn: (body: Schemas['DelayInput']) =>
        take(api.POST('/api/v1/matchmaking-events/{id}/delay-checks', { ...at(id), body })),
    }),
    delay: useMutation({
      mutationFn: (body: Schemas['DelayInput']) =>
        take(api.POST('/api/v1/matchmaking-events/{id}/delays', { ...at(id), body })),
      onSuccess,
    }),
  };
}
