import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, type Schemas, take } from '#web/api/client';
import { USUAL_MS } from '#web/api/proposals';

export type Curation = Schemas['CurationView'];
export type Weights = Schemas['WeightsFields'];
export type Touch = Schemas['TouchFirmInput'];

const at = (id: string) => ({ params: { path: { id } } });
const of = (id: string, firmId: string) => ({ params: { path: { id, firmId } } });

/** The list of a demand; read again while it is looked at, as firms change their profiles. */
export const curationQuery = (id: string) =>
  queryOptions({
    queryKey: ['curations', 'of', id],
    queryFn: () => take(api.GET('/api/v1/demands/{id}/curation', at(id))),
    refetchInterval: USUAL_MS,
  });

/** Who did what, newest first; written after the step. */
export const stepsQuery = (id: string, version: number) =>
  queryOptions({
    queryKey: ['curations', 'steps', id, version],
    queryFn: async () =>
      (await take(api.GET('/api/v1/demands/{id}/curation/history', { params: { path: { id }, query: { limit: 50 } } })))
        .items,
    refetchInterval: USUAL_MS,
  });

/** The musts that a firm contradicts. */
export const contradictionsQuery = (id: string, firmId: string) =>
  queryOptions({
    queryKey: ['curations', 'contradictions', id, firmId],
    queryFn: () => take(api.GET('/api/v1/demands/{id}/curation/firms/{firmId}', of(id, firmId))),
  });

/** What can be done to a list; the answer is the list as it is then. */
export function useCurate(id: string) {
  const client = useQueryClient();
  const keep = (list: Curation) => {
    client.setQueryData(curationQuery(id).queryKey, list);
    void client.invalidateQueries({ queryKey: ['curations', 'held'] });
    void client.invalidateQueries({ queryKey: ['proposals'] });
  };
  return {
    touch: useMutation({
      mutationFn: ({ firmId, ...body }: Touch & { readonly firmId: string }) =>
        take(api.PUT('/api/v1/demands/{id}/curation/firms/{firmId}', { ...of(id, firmId), body })),
      onSuccess: keep,
    }),
    untouch: useMutation({
      mutationFn: (firmId: string) => take(api.DELETE('/api/v1/demands/{id}/curation/firms/{firmId}', of(id, firmId))),
      onSuccess: keep,
    }),
    send: useMutation({
      mutationFn: ({ step, note }: { readonly step: 'hold' | 'release'; readonly note: string }) => {
        const body = note ? { note } : {};
        return step === 'hold'
          ? take(api.POST('/api/v1/demands/{id}/curation/hold', { ...at(id), body }))
          : take(api.POST('/api/v1/demands/{id}/curation/release', { ...at(id), body }));
      },
      onSuccess: keep,
    }),
    weigh: useMutation({
      mutationFn: (weights: Weights) =>
        take(api.PUT('/api/v1/demands/{id}/curation/weights', { ...at(id), body: { weights } })),
      onSuccess: keep,
    }),
    trial: useMutation({
      mutationFn: (weights: Weights) =>
        take(api.POST('/api/v1/demands/{id}/curation/trial', { ...at(id), body: { weights } })),
    }),
  };
}
