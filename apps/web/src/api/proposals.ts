import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { api, type Proposal, type Schemas, take } from './client';

const typed = (page: Schemas['ProposalViewPage']) => page as unknown as { items: Proposal[]; next?: string };

/** Demands proposed to the reader's organisation, newest first. */
export const proposalsQuery = infiniteQueryOptions({
  queryKey: ['proposals', 'own'],
  queryFn: async ({ pageParam }) =>
    typed(
      await take(
        api.GET('/api/v1/proposals', { params: { query: { limit: 20, ...(pageParam ? { cursor: pageParam } : {}) } } }),
      ),
    ),
  initialPageParam: '',
  getNextPageParam: (last) => last.next,
});

export const proposalQuery = (id: string) =>
  queryOptions({
    queryKey: ['proposals', id],
    queryFn: async () =>
      (await take(api.GET('/api/v1/proposals/{id}', { params: { path: { id } } }))) as unknown as Proposal,
  });

/** Tells that somebody of the firm has opened its proposal; once, and nobody waits for it. */
export function useSeen(proposal: Proposal | undefined, own: boolean): void {
  const id = own && proposal?.status === 'released' && !proposal.seenAt ? proposal.id : undefined;
  useEffect(() => {
    if (id) void take(api.POST('/api/v1/proposals/{id}/seen', { params: { path: { id } } })).catch(() => undefined);
  }, [id]);
}

/** Answers a proposal for the reader's firm; lists and pages that show it are read again. */
export function useAnswer(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ answer, reasons = [], note }: Schemas['AnswerInput']) =>
      take(
        api.POST('/api/v1/proposals/{id}/answer', {
          params: { path: { id } },
          body: { answer, reasons, ...(note ? { note } : {}) },
        }),
      ),
    onSuccess: () => client.invalidateQueries({ queryKey: ['proposals'] }),
  });
}

/** What the firm could add to its profile to stand better, each tried by ranking again. */
export const adviceQuery = (id: string) =>
  queryOptions({
    queryKey: ['proposals', id, 'advice'],
    queryFn: () => take(api.GET('/api/v1/proposals/{id}/advice', { params: { path: { id } } })),
  });

/** Between two readings of what is looked at, and while something is about to come. */
export const USUAL_MS = 5000;
export const SOON_MS = 1000;

/** The best firms for a demand. Read again every few seconds while it is looked at: firms change their profiles. */
export const proposalsOfQuery = (demandId: string) =>
  queryOptions({
    queryKey: ['proposals', 'of', demandId],
    queryFn: async () =>
      typed(
        await take(
          api.GET('/api/v1/demands/{id}/proposals', { params: { path: { id: demandId }, query: { limit: 100 } } }),
        ),
      ).items,
    refetchInterval: ({ state }) => (state.data?.length ? USUAL_MS : SOON_MS),
  });

/** The reader's proposal for this demand, among the latest hundred. */
export const ownProposalQuery = (demandId: string) =>
  queryOptions({
    queryKey: ['proposals', 'of-demand', demandId],
    queryFn: async () => {
      const { items } = typed(await take(api.GET('/api/v1/proposals', { params: { query: { limit: 100 } } })));
      const own = items.find((proposal) => proposal.demandId === demandId);
      return own ?? null;
    },
  });
