import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, type Schemas, take } from '#web/api/client';

export const preferencesQuery = queryOptions({
  queryKey: ['preferences'],
  queryFn: () => take(api.GET('/api/v1/notices/preferences')),
});

export function useSavePreferences() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (muted: Schemas['PreferencesInput']['muted']) =>
      take(api.PUT('/api/v1/notices/preferences', { body: { muted } })),
    // What was ticked is seen at once; a refusal takes it back.
    onMutate: (muted) => {
      const before = client.getQueryData(preferencesQuery.queryKey);
      if (before) client.setQueryData(preferencesQuery.queryKey, { ...before, muted });
      return before;
    },
    onSuccess: (saved) => client.setQueryData(preferencesQuery.queryKey, saved),
    onError: (_error, _muted, before) => client.setQueryData(preferencesQuery.queryKey, before),
  });
}

export function useRename() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (name: string) => take(api.PATCH('/api/v1/me', { body: { name } })),
    onSuccess: () => client.invalidateQueries({ queryKey: ['me'] }),
  });
}

/** Every session ends with it, this one too. */
export function useChangePassword() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: Schemas['ChangePasswordInput']) => take(api.POST('/api/v1/me/password', { body })),
    onSuccess: () => client.resetQueries(),
  });
}
