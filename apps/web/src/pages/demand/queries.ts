import { queryOptions } from '@tanstack/react-query';
import { api, type Proposal, take } from '#web/api/client';

/** The reader's proposal for this demand, among the latest hundred. */
export const ownProposalQuery = (demandId: string) =>
  queryOptions({
    queryKey: ['proposals', 'of-demand', demandId],
    queryFn: async () => {
      const { items } = await take(api.GET('/api/v1/proposals', { params: { query: { limit: 100 } } }));
      const own = (items as Proposal[]).find((proposal) => proposal.demandId === demandId);
      return own ?? null;
    },
  });
