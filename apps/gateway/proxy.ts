import replyFrom, { type FastifyReplyFromOptions } from '@fastify/reply-from';
import { NotFoundException } from '@nestjs/common';
import type { FastifyInstance, FastifyReply } from 'fastify';
import type { Identifier } from '#platform/access/identifier';
import { PRINCIPAL_HEADER, type PrincipalSigner } from '#platform/access/principal-token';
import type { GatewayConfig, InnerRole } from '#platform/config/service-config';
import { ProblemFilter } from '#platform/http/problem.filter';
import type { HouseRequest } from '#platform/http/request';
import { traceHeaders } from '#platform/telemetry/tracing';
import { Unavailable } from '#ports/unavailable';
import type { Route } from './routes.js';

/** Rebuilding an index answers when it is over. */
const LONGEST_ANSWER_MS = 30 * 60_000;
/** Questions are asked again while a service starts anew; what changes something is for the caller to repeat. */
const AGAIN_MS = [100, 300, 600];

export interface ProxyParts {
  readonly config: GatewayConfig;
  readonly routes: readonly Route[];
  readonly identifier: () => Identifier;
  readonly signer: PrincipalSigner;
}

/** Passes requests on to the services, bodies and answers as streams, with the signed name of who is asking. */
export function proxyTo(fastify: FastifyInstance, parts: ProxyParts): void {
  const roles = new Set(parts.routes.map((route) => route.role));
  for (const role of roles) void fastify.register((scope) => proxyRole(scope, role, parts));
}

async function proxyRole(scope: FastifyInstance, role: InnerRole, parts: ProxyParts): Promise<void> {
  const { config, routes, identifier, signer } = parts;
  const [first = '', ...others] = config.upstreams[role];
  const options: FastifyReplyFromOptions = {
    base: others.length === 0 ? first : [first, ...others],
    // Without a limit: each open stream of notices holds a connection of its own. Certificates are not checked unless asked.
    undici: {
      connections: null,
      headersTimeout: LONGEST_ANSWER_MS,
      bodyTimeout: 0,
      connect: { rejectUnauthorized: true },
    },
    disableRequestLogging: true,
    disableCache: true,
  };
  await scope.register(replyFrom, options);
  // Whatever it is, the service reads and refuses it.
  scope.removeAllContentTypeParsers();
  scope.addContentTypeParser('*', (_request, payload, done) => done(null, payload));
  const filter = new ProblemFilter();
  scope.setErrorHandler((error, request, reply) => {
    // Who asked has gone away in the middle of an answer: nobody to tell, and no fault of ours.
    if (!reply.raw.destroyed) filter.answer(error, request as HouseRequest, reply);
  });
  closeStreamsAtStop(scope);
  for (const { method, path } of routes.filter((route) => route.role === role)) {
    scope.route({
      method,
      url: path,
      handler: async (request: HouseRequest, reply) => {
        if (climbs(request.url)) throw new NotFoundException();
        const token = await signer.sign(await identifier().identify(request), role);
        return pass(request, reply, token, filter);
      },
    });
  }
}

/** Steps out of its folder once it is decoded: no address of ours does, and the proxy takes none that does. */
function climbs(url: string): boolean {
  const path = decodeURIComponent(url.split('?')[0] ?? '');
  return path.includes('/..') || path.includes('../');
}

/** Streams of notices stay open for hours, and a server that stops waits for its answers. Who listens comes back. */
function closeStreamsAtStop(scope: FastifyInstance): void {
  const streams = new Set<FastifyReply['raw']>();
  scope.addHook('onSend', async (_request, reply, payload) => {
    if (String(reply.getHeader('content-type')).startsWith('text/event-stream')) {
      streams.add(reply.raw);
      reply.raw.once('close', () => streams.delete(reply.raw));
    }
    return payload;
  });
  scope.addHook('preClose', async () => {
    for (const stream of streams) stream.destroy();
  });
}

function pass(request: HouseRequest, reply: FastifyReply, token: string, filter: ProblemFilter): FastifyReply {
  const trace = traceHeaders();
  return reply.from(undefined, {
    rewriteRequestHeaders: (_request, { cookie: _c, authorization: _a, ...headers }) => ({
      ...headers,
      ...trace,
      [PRINCIPAL_HEADER]: token,
      'x-request-id': request.id,
      'x-forwarded-for': request.ip,
      'x-forwarded-host': request.host,
      'x-forwarded-proto': request.protocol,
    }),
    retryDelay: ({ err, attempt }) => (err && isSafe(request) ? (AGAIN_MS[attempt] ?? null) : null),
    onError: (_reply, { error }) => filter.answer(new Unavailable('a service', { cause: error }), request, reply),
  });
}

const isSafe = (request: HouseRequest): boolean => request.method === 'GET' || request.method === 'HEAD';
