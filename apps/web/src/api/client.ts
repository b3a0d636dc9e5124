import createClient from 'openapi-fetch';
import { currentLanguage } from '#web/i18n/language';
import type { components, paths } from './schema';

export type Schemas = components['schemas'];
export type Demand = Schemas['DemandDocument'];
export type Profile = Schemas['ProfileDocument'];
/** A proposal; the demand in it is the one its reader may see. */
export type Proposal = Omit<Schemas['ProposalView'], 'demand'> & { readonly demand: Demand };

/** Sixteen random bytes as text: a repeat of the same request has no second effect. */
export function newKey(): string {
  // Not randomUUID: browsers have it on https only, and an installation may serve a closed network.
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

export const api = createClient<paths>({
  baseUrl: window.location.origin,
  querySerializer: { array: { style: 'form', explode: true } },
});

api.use({
  onRequest({ request }) {
    request.headers.set('accept-language', currentLanguage());
    if (request.method !== 'GET' && !request.headers.has('idempotency-key'))
      request.headers.set('idempotency-key', newKey());
    return request;
  },
});

/** A refusal of the server, in the reader's language, or that it could not be reached (status 0). */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    detail: string,
    readonly fields: readonly { readonly pointer: string; readonly detail: string }[] = [],
  ) {
    super(detail);
  }
}

export const UNREACHABLE = {
  zh: '连不上服务器。请检查网络后重试，已填写的内容不会丢失。',
  en: 'The server cannot be reached. Check the network and try again; what you have written is kept.',
};

export const isProblem = (value: unknown): value is Schemas['Problem'] =>
  typeof value === 'object' && value !== null && 'detail' in value && 'code' in value;

/** The data of an answer; throws a `Problem` for a refusal. */
export async function take<T>(call: Promise<{ data?: T; error?: unknown; response: Response }>): Promise<T> {
  const { data, error, response } = await call.catch((cause: unknown) => {
    if (cause instanceof DOMException) throw cause;
    throw new Problem(0, 'unreachable', UNREACHABLE[currentLanguage()]);
  });
  if (response.ok) return data as T;
  if (isProblem(error)) throw new Problem(response.status, error.code, error.detail, error.errors ?? []);
  throw new Problem(0, 'unreachable', UNREACHABLE[currentLanguage()]);
}
