import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { useCallback, useRef, useState } from 'react';
import { api, type Problem, type Schemas, take } from '#web/api/client';
import type { Response } from '#web/api/engagements';

/** The response of the reader's organisation to a demand; null while there is none. */
export const ownResponseQuery = (demandId: string) =>
  queryOptions({
    queryKey: ['responses', 'own', demandId],
    queryFn: () =>
      take(api.GET('/api/v1/demands/{id}/response', { params: { path: { id: demandId } } })).catch((error: Problem) => {
        if (error.status === 404) return null;
        throw error;
      }),
    // What is being written is the newer.
    refetchOnWindowFocus: false,
  });

/**
 * Keeps on the server what is being written, one request after the other, each on the version of the one before: what a
 * colleague has changed meanwhile is not written over. `keep` answers null where it was refused.
 */
export function useKeeping(demandId: string, before: Response | null) {
  const client = useQueryClient();
  const [kept, setKept] = useState(before);
  const [error, setError] = useState<Error | null>(null);
  const [keptText, setKeptText] = useState('');
  const version = useRef(before?.version);
  const last = useRef('');
  const turn = useRef<Promise<Response | null>>(Promise.resolve(before));
  const keep = useCallback(
    (body: Schemas['ResponseInput']): Promise<Response | null> => {
      const text = JSON.stringify(body);
      if (text === last.current) return turn.current;
      last.current = text;
      const header = () => (version.current === undefined ? {} : { header: { 'If-Match': String(version.current) } });
      turn.current = turn.current.then(async () => {
        try {
          const params = { path: { id: demandId }, ...header() };
          const written = await take(api.PUT('/api/v1/demands/{id}/response', { params, body }));
          version.current = written.version;
          setKept(written);
          setKeptText(text);
          setError(null);
          client.setQueryData(['responses', 'own', demandId], written);
          return written;
        } catch (thrown) {
          last.current = '';
          setError(thrown as Error);
          return null;
        }
      });
      return turn.current;
    },
    [client, demandId],
  );
  /** Whether what is written is what the server has; true of what was not changed here. */
  const isKept = (body: Schemas['ResponseInput']): boolean => JSON.stringify(body) === keptText;
  return { kept, error, keep, isKept };
}

/** Hands the response in or takes it back. */
export function useHandIn(demandId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, back }: { readonly id: string; readonly back: boolean }) =>
      back
        ? take(api.POST('/api/v1/responses/{id}/withdrawal', { params: { path: { id } }, body: {} }))
        : take(api.POST('/api/v1/responses/{id}/submission', { params: { path: { id } } })),
    onSettled: () => client.invalidateQueries({ queryKey: ['responses', 'own', demandId] }),
  });
}

export function useAnswerQuestion(demandId: string, id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ questionId, text }: { readonly questionId: string; readonly text: string }) =>
      take(
        api.POST('/api/v1/responses/{id}/questions/{questionId}/answer', {
          params: { path: { id, questionId } },
          body: { text },
        }),
      ),
    onSettled: () => client.invalidateQueries({ queryKey: ['responses', 'own', demandId] }),
  });
}
