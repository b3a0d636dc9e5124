import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, type Demand, type Schemas, take } from './client';

export type Response = Schemas['ResponseView'];
/** A thread; the demand in it is the one its reader may see. */
export type Thread = Omit<Schemas['EngagementView'], 'demand'> & { readonly demand?: Demand };

export const responseQuery = (id: string) =>
  queryOptions({
    queryKey: ['responses', id],
    queryFn: () => take(api.GET('/api/v1/responses/{id}', { params: { path: { id } } })),
  });

export const threadQuery = (id: string) =>
  queryOptions({
    queryKey: ['engagements', id],
    queryFn: async () =>
      (await take(api.GET('/api/v1/engagements/{id}', { params: { path: { id } } }))) as unknown as Thread,
  });

/** Threads of the reader's organisation, what has changed last first. */
export const threadsQuery = (orphaned = false) =>
  infiniteQueryOptions({
    queryKey: ['engagements', 'list', orphaned],
    queryFn: async ({ pageParam }) => {
      const query = { limit: 20, ...(orphaned ? { orphaned } : {}), ...(pageParam ? { cursor: pageParam } : {}) };
      const page = await take(api.GET('/api/v1/engagements', { params: { query } }));
      return page as unknown as { items: Thread[]; next?: string };
    },
    initialPageParam: '',
    getNextPageParam: (last) => last.next,
  });

/** What the owner of a demand does with a response. */
export type Decision =
  | { readonly step: 'shortlist'; readonly shortlisted: boolean }
  | { readonly step: 'ask'; readonly text: string }
  | { readonly step: 'reject'; readonly reason: Schemas['RejectionInput']['reason']; readonly note?: string }
  | { readonly step: 'choose' };

function decide({ id, version }: Response, decision: Decision): Promise<Response> {
  const params = { path: { id }, header: { 'If-Match': String(version) } };
  switch (decision.step) {
    case 'shortlist':
      return take(
        api.POST('/api/v1/responses/{id}/shortlisting', { params, body: { shortlisted: decision.shortlisted } }),
      );
    case 'ask':
      return take(api.POST('/api/v1/responses/{id}/questions', { params, body: { text: decision.text } }));
    case 'reject': {
      const { reason, note } = decision;
      return take(
        api.POST('/api/v1/responses/{id}/rejection', { params, body: { reason, ...(note ? { note } : {}) } }),
      );
    }
    case 'choose':
      return take(api.POST('/api/v1/responses/{id}/choice', { params }));
  }
}

/** Decides on a response, unless it has changed since it was read. */
export function useDecide(response: Response) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (decision: Decision) => decide(response, decision),
    onSettled: () => {
      void client.invalidateQueries({ queryKey: ['responses'] });
      void client.invalidateQueries({ queryKey: ['engagements'] });
    },
  });
}

/** Turns to a firm about a demand of the reader's. */
export function useApproach(demandId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => take(api.POST('/api/v1/demands/{id}/approach', { params: { path: { id: demandId } } })),
    onSuccess: () => client.invalidateQueries({ queryKey: ['engagements'] }),
  });
}

export function useContact(demandId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (firmId: string) =>
      take(api.POST('/api/v1/demands/{id}/engagements', { params: { path: { id: demandId } }, body: { firmId } })),
    onSuccess: () => client.invalidateQueries({ queryKey: ['engagements'] }),
  });
}
