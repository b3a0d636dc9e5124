import type { Readable } from 'node:stream';
import type { FastifyRequest } from 'fastify';

/** Whether a body was left as a stream: it is of a type that its endpoint reads by itself. */
export const isStream = (body: unknown): body is Readable =>
  typeof (body as { pipe?: unknown } | null | undefined)?.pipe === 'function';

/** Media type of the body in lower case, without parameters; empty where the request names none. */
export const mediaTypeOf = ({ headers }: Pick<FastifyRequest, 'headers'>): string =>
  (headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
