import { queryOptions } from '@tanstack/react-query';
import { api, type Demand, type Schemas, take } from '#web/api/client';
import { SOON_MS, USUAL_MS } from '#web/api/proposals';

/** Whether matching knows the demand as it is now. */
export const isDecided = ({ version }: Demand, decision: Schemas['DecisionView'] | undefined): boolean =>
  decision !== undefined && decision.demandVersion >= version;

/** The matching of a demand, read again soon until it knows the demand as it is. */
export const decisionQuery = (demand: Demand) =>
  queryOptions({
    // Below the proposals: what is said of one holds for the other.
    queryKey: ['proposals', 'decision', demand.id],
    queryFn: () => take(api.GET('/api/v1/demands/{id}/decision', { params: { path: { id: demand.id } } })),
    refetchInterval: ({ state }) => (isDecided(demand, state.data) ? USUAL_MS : SOON_MS),
  });

/** What the last changes of the demand did to its list. Below the proposals as well; read again while it is looked at. */
export const changesQuery = (id: string) =>
  queryOptions({
    queryKey: ['proposals', 'changes', id],
    queryFn: async () =>
      (await take(api.GET('/api/v1/demands/{id}/decision/changes', { params: { path: { id } } }))).items,
    refetchInterval: USUAL_MS,
  });
