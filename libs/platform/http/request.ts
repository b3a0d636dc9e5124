import { createParamDecorator, type ExecutionContext, type ParamDecoratorEnhancer } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { ANONYMOUS, type Principal } from '#platform/access/access';
import { commonErrors } from '#platform/errors/common.errors';
import { type Language, Refused } from '#platform/errors/errors';
import { sha256 } from '#platform/ids';
import { isStream } from './body-stream.js';

export interface HouseRequest extends FastifyRequest {
  principal?: Principal;
}

/** The language of the reader: the first of zh and en in Accept-Language, Chinese when neither is named. */
export function readerLanguage(acceptLanguage: string | undefined): Language {
  const wanted = (acceptLanguage ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
      const q = parameters.map((p) => /^\s*q=([\d.]+)/.exec(p)?.[1]).find((v) => v !== undefined);
      return { tag, q: q === undefined ? 1 : Number(q) };
    })
    .filter(({ tag, q }) => (tag.startsWith('zh') || tag.startsWith('en')) && q > 0)
    .sort((a, b) => b.q - a.q);
  return wanted[0]?.tag.startsWith('en') ? 'en' : 'zh';
}

const requestOf = (context: ExecutionContext) => context.switchToHttp().getRequest<HouseRequest>();

/** The caller, as the access guard found it. */
export const Caller = createParamDecorator(
  (_data: unknown, context: ExecutionContext): Principal => requestOf(context).principal ?? ANONYMOUS,
);

export const Reader = createParamDecorator(
  (_data: unknown, context: ExecutionContext): Language =>
    readerLanguage(requestOf(context).headers['accept-language']),
);

/**
 * What makes a write happen once. Without the header each request is its own command.
 * `key` names the command (derive ids of new documents from it); `cause` also covers what was asked, so that the same key
 * with another body is noticed.
 */
export interface Command {
  readonly key: string | undefined;
  readonly cause: string | undefined;
}

/** A command as a use case takes it: who asks, which command it is, and the version that the caller has seen. */
export interface Asked {
  readonly caller: Principal;
  readonly command: Command;
  readonly version?: number | undefined;
}

/** Reads `Idempotency-Key`. The key is scoped to caller, method and address. */
export function commandOf(request: HouseRequest): Command {
  const header = request.headers['idempotency-key'];
  if (header === undefined) return { key: undefined, cause: undefined };
  if (typeof header !== 'string' || !/^[\x21-\x7e]{8,128}$/.test(header))
    throw new Refused([commonErrors.idempotency_invalid()]);
  const subject = (request.principal ?? ANONYMOUS).subject;
  const key = sha256([subject, request.method, request.url, header].join('\u001f'));
  // A file is a stream: what it holds is not part of the command.
  const asked = isStream(request.body) ? null : (request.body ?? null);
  return { key, cause: `${key}.${sha256(JSON.stringify(asked)).slice(0, 16)}` };
}

/** Shows a header in OpenAPI wherever it is read. */
const documented =
  (name: string, description: string): ParamDecoratorEnhancer =>
  (target, key) => {
    const method = key === undefined ? undefined : Object.getOwnPropertyDescriptor(target, key);
    if (key !== undefined && method) ApiHeader({ name, required: false, description })(target, key, method);
  };

export const Once = createParamDecorator(
  (_data: unknown, context: ExecutionContext): Command => commandOf(requestOf(context)),
  [documented('Idempotency-Key', '8 to 128 visible ASCII characters; a repeat of the request has no second effect')],
);

/** The version in `If-Match: "7"`; undefined when the caller does not ask for it. What is no version matches none. */
export const IfMatch = createParamDecorator(
  (_data: unknown, context: ExecutionContext): number | undefined => {
    const header = requestOf(context).headers['if-match'];
    if (header === undefined || header === '*') return undefined;
    const match = /^"?(\d{1,15})"?$/.exec(header);
    if (!match) throw new Refused([commonErrors.stale()]);
    return Number(match[1]);
  },
  [documented('If-Match', 'Version that was read, e.g. "7"; when it is another now, the request is refused')],
);
