import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, type Schemas, take } from '#web/api/client';

export type Channel = Schemas['ChannelView'];
export type NewChannel = Schemas['NewChannelInput'];

export const channelsQuery = queryOptions({
  queryKey: ['channels'],
  queryFn: () => take(api.GET('/api/v1/notice-channels')),
});

export const channelKindsQuery = queryOptions({
  queryKey: ['channel-kinds'],
  queryFn: () => take(api.GET('/api/v1/notice-channels/kinds')),
  staleTime: Number.POSITIVE_INFINITY,
});

export const messagesQuery = (id: string) =>
  queryOptions({
    queryKey: ['channels', id, 'messages'],
    queryFn: () =>
      take(api.GET('/api/v1/notice-channels/{id}/messages', { params: { path: { id }, query: { limit: 10 } } })),
  });

/** What changes the channels; the list is read again afterwards, also when it was refused. */
function useChange<In, Out>(mutationFn: (input: In) => Promise<Out>) {
  const client = useQueryClient();
  return useMutation({ mutationFn, onSettled: () => client.invalidateQueries({ queryKey: ['channels'] }) });
}

export const useAddChannel = () => useChange((body: NewChannel) => take(api.POST('/api/v1/notice-channels', { body })));

export const useChangeChannel = () =>
  useChange(({ id, ...body }: { readonly id: string } & Schemas['ChannelChangeInput']) =>
    take(api.PATCH('/api/v1/notice-channels/{id}', { params: { path: { id } }, body })),
  );

export const useRemoveChannel = () =>
  useChange((id: string) => take(api.DELETE('/api/v1/notice-channels/{id}', { params: { path: { id } } })));

export const useTestChannel = () =>
  useChange((id: string) => take(api.POST('/api/v1/notice-channels/{id}/test', { params: { path: { id } } })));
