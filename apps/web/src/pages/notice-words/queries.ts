import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, type Schemas, take } from '#web/api/client';

export type Words = Schemas['NoticeWordsView'];
export type Input = Schemas['NoticeWordsInput'];

/** The words of every kind of notice. */
export const wordsQuery = queryOptions({
  queryKey: ['notice-words'],
  queryFn: () => take(api.GET('/api/v1/notice-words')),
});

/** Who changed the words of a kind; written after the change. */
export const wordsHistoryQuery = (kind: string, version: number) =>
  queryOptions({
    queryKey: ['notice-words', kind, 'history', version],
    queryFn: async () =>
      (await take(api.GET('/api/v1/notice-words/{kind}/history', { params: { path: { kind }, query: { limit: 20 } } })))
        .items,
    refetchInterval: ({ state }) => ((state.data?.[0]?.version ?? 0) < version ? 700 : false),
  });

/** Changes the words of a kind unless somebody else has; undefined: the house's again. */
export function useSaveWords({ kind, version }: Words) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: Input | undefined) => {
      const params = { path: { kind }, header: { 'If-Match': String(version) } };
      return body
        ? take(api.PUT('/api/v1/notice-words/{kind}', { params, body }))
        : take(api.DELETE('/api/v1/notice-words/{kind}', { params }));
    },
    onSuccess: () => client.invalidateQueries({ queryKey: ['notice-words'] }),
  });
}

/** How the words look; nothing is kept. */
export const useTryWords = ({ kind }: Words) =>
  useMutation({
    mutationFn: (body: Input) =>
      take(api.POST('/api/v1/notice-words/{kind}/preview', { params: { path: { kind } }, body })),
  });
