import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, take } from '#web/api/client';

/** Whose password the link sets. */
export const passwordLinkQuery = (code: string) =>
  queryOptions({
    queryKey: ['password-links', code],
    queryFn: () => take(api.GET('/api/v1/password-links/{code}', { params: { path: { code } } })),
    retry: false,
    // Once used it is gone, while its person is being signed in.
    staleTime: Number.POSITIVE_INFINITY,
  });

/** Sets the password and signs in with it. */
export function useNewPassword(code: string, email: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (password: string) => {
      await take(api.POST('/api/v1/password-links/{code}', { params: { path: { code } }, body: { password } }));
      await take(api.POST('/api/v1/sessions', { body: { email, password } }));
    },
    onSuccess: () => {
      client.clear();
      window.location.assign('/');
    },
  });
}
