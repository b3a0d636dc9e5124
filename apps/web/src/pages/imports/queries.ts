import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, type Schemas, take } from '#web/api/client';
import { sent } from '#web/api/files';

export type Import = Schemas['ImportView'];

const underWay = ({ status }: Import): boolean => status === 'checking' || status === 'importing';

/** The latest imports, read again twice a second while one of them is under way. */
export const importsQuery = queryOptions({
  queryKey: ['imports'],
  queryFn: async () => (await take(api.GET('/api/v1/imports', { params: { query: { limit: 10 } } }))).items,
  refetchInterval: (query) => (query.state.data?.some(underWay) ? 500 : false),
});

interface Start {
  readonly file: File;
  readonly checkOnly: boolean;
}

/** Sends a file as it is. */
export function useImport() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ file, checkOnly }: Start) =>
      take(
        api.POST('/api/v1/imports', {
          params: { query: { fileName: file.name, ...(checkOnly ? { checkOnly } : {}) } },
          ...sent(file),
        }),
      ),
    onSettled: () => client.invalidateQueries({ queryKey: ['imports'] }),
  });
}
