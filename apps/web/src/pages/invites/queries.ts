import { infiniteQueryOptions, useMutation } from '@tanstack/react-query';
import { api, take } from '#web/api/client';

export const firmsToInviteQuery = infiniteQueryOptions({
  queryKey: ['firms-to-invite'],
  queryFn: ({ pageParam }) =>
    take(
      api.GET('/api/v1/firms-to-invite', {
        params: { query: { limit: 20, ...(pageParam ? { cursor: pageParam } : {}) } },
      }),
    ),
  initialPageParam: '',
  getNextPageParam: (last) => last.next,
});

export const useInvite = () =>
  useMutation({ mutationFn: (profileId: string) => take(api.POST('/api/v1/invitations', { body: { profileId } })) });
