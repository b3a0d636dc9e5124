import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, type Schemas, take } from '#web/api/client';

export const organisationQuery = (id: string) =>
  queryOptions({
    queryKey: ['organisations', id],
    queryFn: () => take(api.GET('/api/v1/organisations/{id}', { params: { path: { id } } })),
  });

/** Whether the organisation publishes without a check; what comes back is what it is now. */
export function useTrust(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (selfPublish: boolean) =>
      take(api.PUT('/api/v1/organisations/{id}/trust', { params: { path: { id } }, body: { selfPublish } })),
    onSuccess: (now) => client.setQueryData(organisationQuery(id).queryKey, now),
  });
}

/** Adds a person without a password: a link sets the first one. */
export function useAddPerson(organisationId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: Schemas['AddPersonInput']) =>
      take(api.POST('/api/v1/organisations/{id}/people', { params: { path: { id: organisationId } }, body })),
    onSuccess: () => client.invalidateQueries({ queryKey: ['people'] }),
  });
}
