import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, type Demand, type Schemas, take } from '#web/api/client';

interface Write {
  readonly body: Schemas['DemandInput'];
  /** Hands it in as well. */
  readonly submit: boolean;
}

function write(before: Demand | undefined, body: Schemas['DemandInput']): Promise<Demand> {
  if (!before) return take(api.POST('/api/v1/demands', { body }));
  const params = { path: { id: before.id }, header: { 'If-Match': String(before.version) } };
  return take(api.PATCH('/api/v1/demands/{id}', { params, body }));
}

/** Writes a new demand, or changes one unless somebody else has since; then hands it in if asked. */
export function useWriteDemand(before: Demand | undefined) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ body, submit }: Write) => {
      const written = await write(before, body);
      if (!submit) return written;
      const params = { path: { id: written.id }, header: { 'If-Match': String(written.version) } };
      return take(api.POST('/api/v1/demands/{id}/submission', { params }));
    },
    onSuccess: (saved) => {
      client.setQueryData(['demands', saved.id], saved);
      void client.invalidateQueries({ queryKey: ['demands'] });
    },
  });
}
