import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, type Profile, type Schemas, take } from '#web/api/client';
import { sent } from '#web/api/files';

export const claimableQuery = queryOptions({
  queryKey: ['profiles', 'claimable'],
  queryFn: () => take(api.GET('/api/v1/claimable-profiles')),
});

export const claimsQuery = queryOptions({
  queryKey: ['claims', 'own'],
  queryFn: async () => (await take(api.GET('/api/v1/claims', { params: { query: { limit: 20 } } }))).items,
});

export function useClaim() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (profileId: string) => take(api.POST('/api/v1/claims', { body: { profileId } })),
    onSettled: () => client.invalidateQueries({ queryKey: ['claims'] }),
  });
}

/** What a sheet of the firm's own says; nothing is stored. */
export const useReadSheet = () =>
  useMutation({
    mutationFn: (file: File) => take(api.POST('/api/v1/profile-sheets', sent(file))),
  });

/** Writes a first profile, or changes the one that was read, unless somebody else has changed it since. */
export function useSaveProfile(profile: Profile | null) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: Schemas['ProfileInput']) =>
      profile
        ? take(
            api.PATCH('/api/v1/profiles/{id}', {
              params: { path: { id: profile.id }, header: { 'If-Match': String(profile.version) } },
              body,
            }),
          )
        : take(api.POST('/api/v1/profiles', { body })),
    onSuccess: (saved) => {
      client.setQueryData(['profiles', 'own'], saved);
      void client.invalidateQueries({ queryKey: ['proposals'] });
      void client.invalidateQueries({ queryKey: ['profiles', saved.id] });
    },
  });
}
