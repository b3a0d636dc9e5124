import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, type Problem, type Schemas, take } from './client';

export type Evaluation = Schemas['EvaluationView'];
export type Criterion = Schemas['CriterionInput'];

/** How the responses to a demand are judged; null where nobody has been asked to. */
export const evaluationQuery = (demandId: string) =>
  queryOptions({
    queryKey: ['responses', 'evaluation', demandId],
    queryFn: () =>
      take(api.GET('/api/v1/demands/{id}/evaluation', { params: { path: { id: demandId } } })).catch(
        (error: Problem) => {
          if (error.status === 404) return null;
          throw error;
        },
      ),
  });

/** Keeps what the server answered to a step of an evaluation. */
function useStep<T>(demandId: string, step: (asked: T) => Promise<Evaluation>) {
  const client = useQueryClient();
  const { queryKey } = evaluationQuery(demandId);
  return useMutation({
    mutationFn: step,
    onSuccess: (evaluation) => client.setQueryData(queryKey, evaluation),
    onError: () => client.invalidateQueries({ queryKey }),
  });
}

const ifMatch = (version: number | undefined) =>
  version === undefined ? {} : { header: { 'If-Match': String(version) } };

/** Says who judges by what, unless somebody else has said so meanwhile. */
export const useSetUp = (demandId: string, before: Evaluation | null) =>
  useStep(demandId, (body: Schemas['EvaluationInput']) =>
    take(
      api.PUT('/api/v1/demands/{id}/evaluation', {
        params: { path: { id: demandId }, ...ifMatch(before?.version) },
        body,
      }),
    ),
  );

/** Hands in what the reader says of a response. */
export const useJudge = (demandId: string) =>
  useStep(demandId, ({ responseId, ...body }: Schemas['ScoreSheetInput'] & { readonly responseId: string }) =>
    take(api.PUT('/api/v1/responses/{id}/sheet', { params: { path: { id: responseId } }, body })),
  );

/** Goes on without an evaluator. */
export const useLeaveOut = (demandId: string) =>
  useStep(demandId, (personId: string) =>
    take(
      api.DELETE('/api/v1/demands/{id}/evaluation/evaluators/{personId}', {
        params: { path: { id: demandId, personId } },
      }),
    ),
  );
