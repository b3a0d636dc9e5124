import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, take } from '#web/api/client';

export const QUEUES = ['organisations', 'claims', 'demands', 'lists'] as const;
export type Queue = (typeof QUEUES)[number];

export const organisationsQuery = queryOptions({
  queryKey: ['organisations', 'pending'],
  queryFn: async () =>
    (await take(api.GET('/api/v1/organisations', { params: { query: { status: 'pending', limit: 100 } } }))).items,
});

export const claimsQuery = queryOptions({
  queryKey: ['claims', 'requested'],
  queryFn: async () =>
    (await take(api.GET('/api/v1/claims', { params: { query: { status: 'requested', limit: 100 } } }))).items,
});

export const submittedQuery = queryOptions({
  queryKey: ['demands', 'submitted'],
  queryFn: async () =>
    (await take(api.GET('/api/v1/demands', { params: { query: { status: 'submitted', limit: 100 } } }))).items,
});

/** Lists that wait until staff send them out. */
export const heldQuery = queryOptions({
  queryKey: ['curations', 'held'],
  queryFn: async () => (await take(api.GET('/api/v1/held-lists', { params: { query: { limit: 100 } } }))).items,
});

export const settingsQuery = queryOptions({
  queryKey: ['curations', 'settings'],
  queryFn: () => take(api.GET('/api/v1/matching-settings')),
});

export function useHoldLists() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (hold: boolean) => take(api.PUT('/api/v1/matching-settings', { body: { hold } })),
    onSuccess: (settings) => client.setQueryData(settingsQuery.queryKey, settings),
  });
}

/** Demands that may be the same. */
export const likeQuery = (id: string) =>
  queryOptions({
    queryKey: ['demands', id, 'like'],
    queryFn: async () => (await take(api.GET('/api/v1/demands/{id}/like-demands', { params: { path: { id } } }))).items,
  });

interface ClaimAnswer {
  readonly id: string;
  readonly decision: 'accept' | 'refuse';
  readonly reason?: string;
}

export function useDecideClaim() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, ...body }: ClaimAnswer) =>
      take(api.POST('/api/v1/claims/{id}/decision', { params: { path: { id } }, body })),
    onSettled: () => client.invalidateQueries({ queryKey: ['claims'] }),
  });
}
