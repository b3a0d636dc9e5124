import { queryOptions, useMutation } from '@tanstack/react-query';
import { api, take } from './client';

const TYPES: Readonly<Record<string, string>> = {
  csv: 'text/csv',
  jsonl: 'application/x-ndjson',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** The content type of a file by its name; undefined for one that cannot be imported. */
export const typeOf = (name: string): string | undefined => TYPES[name.split('.').at(-1)?.toLowerCase() ?? ''];

/** A file as the body of a request, as it is. */
export const sent = (file: File) => ({
  body: file as unknown as string,
  bodySerializer: () => file,
  headers: { 'content-type': typeOf(file.name) ?? 'application/octet-stream' },
});

/** The rows of a sheet with what is wrong beside each cell. */
export const checkedSheetQuery = (file: File) =>
  queryOptions({
    queryKey: ['sheet', file.name, file.size, file.lastModified],
    queryFn: () => take(api.POST('/api/v1/sheet-checks', sent(file))),
    staleTime: Number.POSITIVE_INFINITY,
  });

/** Saves the same sheet with its wrong cells marked. */
export const useMarkedSheet = () =>
  useMutation({
    mutationFn: async (file: File) => {
      const content = await take(api.POST('/api/v1/sheet-checks/marked', { ...sent(file), parseAs: 'blob' }));
      const link = document.createElement('a');
      link.href = URL.createObjectURL(content as unknown as Blob);
      link.download = file.name.replace(/(\.\w+)?$/, '-marked.xlsx');
      link.click();
      URL.revokeObjectURL(link.href);
    },
  });
