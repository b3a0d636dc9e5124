import { queryOptions } from '@tanstack/react-query';
import { api, take } from '#web/api/client';

/** What an invitation is for. */
export const invitationQuery = (code: string) =>
  queryOptions({
    queryKey: ['invitations', code],
    queryFn: () => take(api.GET('/api/v1/invitations/{code}', { params: { path: { code } } })),
    retry: false,
  });
