import { infiniteQueryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, type Schemas, take } from './client';

export type Person = Schemas['PersonView'];

/** People of an organisation, in the order in which they came. */
export const peopleQuery = (organisationId: string) =>
  infiniteQueryOptions({
    queryKey: ['people', organisationId],
    queryFn: ({ pageParam }) =>
      take(
        api.GET('/api/v1/organisations/{id}/people', {
          params: { path: { id: organisationId }, query: { limit: 50, ...(pageParam ? { cursor: pageParam } : {}) } },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (last) => last.next,
  });

/** Switches a person on or off, or makes an administrator of one. */
export function useChangePerson() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, ...body }: { readonly id: string; readonly active?: boolean; readonly admin?: boolean }) =>
      take(api.PATCH('/api/v1/people/{id}', { params: { path: { id } }, body })),
    onSettled: () => client.invalidateQueries({ queryKey: ['people'] }),
  });
}

/** A link with which the person sets a new password; it is in this answer only. */
export const useMakePasswordLink = () =>
  useMutation({
    mutationFn: (id: string) => take(api.POST('/api/v1/people/{id}/password-links', { params: { path: { id } } })),
  });

interface OrganisationAnswer {
  readonly id: string;
  readonly decision: Schemas['DecideOrganisationInput']['decision'];
  readonly reason?: string;
  readonly selfPublish?: boolean;
}

/** Staff's yes or no to an organisation. */
export function useDecideOrganisation() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, ...body }: OrganisationAnswer) =>
      take(api.POST('/api/v1/organisations/{id}/decisions', { params: { path: { id } }, body })),
    onSettled: () => client.invalidateQueries({ queryKey: ['organisations'] }),
  });
}
