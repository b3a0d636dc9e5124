import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, type Schemas, take } from '#web/api/client';
import type { Thread } from '#web/api/engagements';

export type Step = Thread['steps'][number];
type Kind = Step['kind'];

/** The latest messages, newest first. */
export const messagesQuery = (id: string) =>
  queryOptions({
    queryKey: ['engagements', id, 'messages'],
    queryFn: async () =>
      (await take(api.GET('/api/v1/engagements/{id}/messages', { params: { path: { id }, query: { limit: 50 } } })))
        .items,
  });

/** What a side does with a thread. */
export type Move =
  | { readonly move: 'plan'; readonly step: Kind; readonly plan: Schemas['StepPlanInput'] }
  | { readonly move: 'close'; readonly step: Kind; readonly closing: Schemas['StepClosingInput'] }
  | { readonly move: 'hand-over'; readonly personId: string }
  | { readonly move: 'name-readers'; readonly personIds: string[] }
  | { readonly move: 'end'; readonly reason: Schemas['EndingInput']['reason']; readonly note?: string }
  | { readonly move: 'write'; readonly text: string };

function send({ id, version }: Thread, asked: Move): Promise<unknown> {
  const header = { 'If-Match': String(version) };
  const params = { path: { id }, header };
  switch (asked.move) {
    case 'plan':
      return take(
        api.PUT('/api/v1/engagements/{id}/steps/{step}', {
          params: { path: { id, step: asked.step }, header },
          body: asked.plan,
        }),
      );
    case 'close':
      return take(
        api.POST('/api/v1/engagements/{id}/steps/{step}/closing', {
          params: { path: { id, step: asked.step }, header },
          body: asked.closing,
        }),
      );
    case 'hand-over':
      return take(api.POST('/api/v1/engagements/{id}/owner', { params, body: { personId: asked.personId } }));
    case 'name-readers':
      return take(api.PUT('/api/v1/engagements/{id}/readers', { params, body: { personIds: asked.personIds } }));
    case 'end': {
      const { reason, note } = asked;
      return take(api.POST('/api/v1/engagements/{id}/ending', { params, body: { reason, ...(note ? { note } : {}) } }));
    }
    case 'write':
      return take(
        api.POST('/api/v1/engagements/{id}/messages', { params: { path: { id } }, body: { text: asked.text } }),
      );
  }
}

/** Does something in a thread, unless it has changed since it was read. */
export function useMove(thread: Thread) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (asked: Move) => send(thread, asked),
    onSettled: () => client.invalidateQueries({ queryKey: ['engagements'] }),
  });
}
