import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { currentLanguage } from '#web/i18n/language';
import { api, isProblem, newKey, Problem, type Schemas, take, UNREACHABLE } from './client';

export type Attachment = Schemas['FileView'];
export type Circle = NonNullable<Attachment['disclosure']>;
export type StepKind = NonNullable<Attachment['step']>;

/** Files of a demand that the reader may see, newest first, and how many more there are. */
export const demandFilesQuery = (id: string) =>
  queryOptions({
    queryKey: ['files', 'demand', id],
    queryFn: () => take(api.GET('/api/v1/demands/{id}/files', { params: { path: { id } } })),
  });

/** Files of a thread, newest first. */
export const threadFilesQuery = (id: string) =>
  queryOptions({
    queryKey: ['files', 'thread', id],
    queryFn: async () => (await take(api.GET('/api/v1/engagements/{id}/files', { params: { path: { id } } }))).items,
  });

/** Where a file is to go: a demand with a circle, or a thread, perhaps as evidence of a step. */
export type Place =
  | { readonly demand: string; readonly disclosure: Circle }
  | { readonly thread: string; readonly step?: StepKind | undefined };

function addressOf(place: Place, name: string): string {
  const query = new URLSearchParams({ name });
  if ('demand' in place) query.set('disclosure', place.disclosure);
  else if (place.step) query.set('step', place.step);
  const of = 'demand' in place ? `demands/${place.demand}` : `engagements/${place.thread}`;
  return `/api/v1/${of}/files?${query}`;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Sends a file, telling its progress from 0 to 1. Not `fetch`, which tells nothing of what is sent. */
function send(place: Place, file: File, progress: (part: number) => void): Promise<Attachment> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', addressOf(place, file.name.slice(-200)));
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.setRequestHeader('accept-language', currentLanguage());
    request.setRequestHeader('idempotency-key', newKey());
    request.upload.addEventListener('progress', ({ loaded, total }) => progress(total ? loaded / total : 0));
    const failed = () => reject(new Problem(0, 'unreachable', UNREACHABLE[currentLanguage()]));
    request.addEventListener('error', failed);
    request.addEventListener('abort', failed);
    request.addEventListener('load', () => {
      const answer = parsed(request.responseText);
      if (request.status === 201) resolve(answer as Attachment);
      else if (isProblem(answer)) reject(new Problem(request.status, answer.code, answer.detail, answer.errors ?? []));
      else failed();
    });
    request.send(file);
  });
}

/** Sends one file after the other; `progress` is that of the one under way. */
export function useUpload() {
  const client = useQueryClient();
  const [progress, setProgress] = useState(0);
  const upload = useMutation({
    mutationFn: async ({ place, files }: { readonly place: Place; readonly files: readonly File[] }) => {
      for (const file of files) {
        setProgress(0);
        await send(place, file, setProgress);
      }
    },
    onSettled: () => {
      void client.invalidateQueries({ queryKey: ['files'] });
      void client.invalidateQueries({ queryKey: ['engagements'] });
    },
  });
  return { ...upload, progress };
}

/** Keeps a file of a demand to another circle, or takes a file away. */
export function useFileChange() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ id, version, to }: Pick<Attachment, 'id' | 'version'> & { readonly to: Circle | 'gone' }) => {
      if (to === 'gone') await take(api.DELETE('/api/v1/files/{id}', { params: { path: { id } } }));
      else {
        const params = { path: { id }, header: { 'If-Match': String(version) } };
        await take(api.PATCH('/api/v1/files/{id}', { params, body: { disclosure: to } }));
      }
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['files'] }),
  });
}
