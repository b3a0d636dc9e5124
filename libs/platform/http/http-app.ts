import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { INestApplication } from '@nestjs/common';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyReply } from 'fastify';
import type { Config } from '#platform/config/config';
import { commonErrors } from '#platform/errors/common.errors';
import { Refused } from '#platform/errors/errors';
import { closeConnectionsOnceAnswered } from './close-connections.js';
import { isDeeperThan } from './json-depth.js';
import { ProblemFilter } from './problem.filter.js';
import { readBody } from './read-body.js';
import type { HouseRequest } from './request.js';
import { createValidationPipe } from './validation.pipe.js';

/** Most bytes of a JSON body. Files go to their own streaming endpoints. */
export const JSON_LIMIT = 1024 * 1024;

/** Most levels of lists and objects in a JSON body; ours have five. */
const JSON_DEPTH = 32;

export const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Content types whose body reaches the controller as a stream; it sets its own limit. */
export const FILE_TYPES = ['text/csv', 'application/x-ndjson', 'application/jsonl', XLSX_TYPE] as const;

/** Content type of a file of any kind: what it is is found out from the content. */
export const ANY_FILE_TYPE = 'application/octet-stream';

/** Content type of a mail as it came (RFC 5322). */
export const MAIL_TYPE = 'message/rfc822';

/** Of a form; RFC 8058 posts one to the link that ends mail. What it says is not needed. */
const FORM_TYPE = 'application/x-www-form-urlencoded';

export function createAdapter(config: Config): FastifyAdapter {
  const filter = new ProblemFilter();
  return new FastifyAdapter({
    // An address that cannot be read, before any route is looked for.
    frameworkErrors: (_error: Error, request: HouseRequest, reply: FastifyReply) => {
      setHeaders(reply);
      const params = { method: request.method, path: request.url.split('?')[0]?.slice(0, 200) ?? '' };
      filter.answer(new Refused([commonErrors.method_or_path(params)]), request, reply);
    },
    bodyLimit: JSON_LIMIT,
    trustProxy: config.trustProxy,
    skipMiddie: true,
    // An id from outside is kept when it is one, so that a chain of services logs the same.
    genReqId: (request: IncomingMessage) => {
      const given = request.headers['x-request-id'];
      return typeof given === 'string' && /^[\w-]{8,64}$/.test(given) ? given : randomUUID().replaceAll('-', '');
    },
  });
}

/** Everything at the edge: bodies, refusals, checks, headers. Called once before `listen`. */
export function configureHttp(app: NestFastifyApplication | INestApplication): void {
  const filter = new ProblemFilter();
  const fastify = app.getHttpAdapter().getInstance() as FastifyInstance;
  closeConnectionsOnceAnswered(fastify);
  readBodies(fastify);
  fastify.addHook('onRequest', async (_request, reply) => setHeaders(reply));
  setPrefix(app);
  app.useGlobalFilters(filter);
  app.useGlobalPipes(createValidationPipe());
}

/** Where the API lives; health stands outside. */
export function setPrefix(app: INestApplication): void {
  app.setGlobalPrefix('api/v1', { exclude: ['health/{*rest}'] });
}

function readBodies(fastify: FastifyInstance): void {
  const parseJson = fastify.getDefaultJsonParser('error', 'error');
  fastify.removeAllContentTypeParsers();
  fastify.addContentTypeParser('application/json', (request: HouseRequest, payload, done) => {
    readBody(payload, JSON_LIMIT).then((text) => {
      // A body-less write may still carry the header.
      if (text === '') return done(null, undefined);
      if (isDeeperThan(JSON_DEPTH, text)) return done(new Refused([commonErrors.body_too_deep({ limit: JSON_DEPTH })]));
      void parseJson(request, text, done);
    }, done);
  });
  // Only where mail programs post: elsewhere a form of another site could act for whoever is signed in.
  fastify.addContentTypeParser(FORM_TYPE, (request: HouseRequest, payload, done) => {
    const taken = request.routeOptions.url?.startsWith('/api/v1/unsubscribe/');
    const refused = taken
      ? undefined
      : new Refused([commonErrors.media_type({ type: FORM_TYPE, allowed: 'application/json' })]);
    readBody(payload, JSON_LIMIT).then(() => done(refused ?? null, undefined), done);
  });
  const streamed = [...FILE_TYPES, ANY_FILE_TYPE, MAIL_TYPE];
  fastify.addContentTypeParser(streamed, (_request, payload, done) => done(null, payload));
}

function setHeaders(reply: FastifyReply): void {
  void reply.headers({
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'same-origin',
    'cross-origin-opener-policy': 'same-origin',
    'content-security-policy':
      "default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline'; script-src 'self' 'unsafe-inline'; frame-ancestors 'none'",
    'x-request-id': String(reply.request.id),
  });
}
