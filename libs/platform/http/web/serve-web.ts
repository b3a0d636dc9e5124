import type { INestApplication } from '@nestjs/common';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { SESSION_COOKIE } from '#platform/access/access';
import type { Language } from '#platform/errors/errors';
import { readerLanguage } from '../request.js';
import { demandHead, firmHead, type PageHead, welcome, withHead } from './page-head.js';
import { bestOf, readWeb, type WebApp, type WebFile } from './web-files.js';

export { readWeb };

/** Scripts come from our own files only; Ant Design writes its styles into the page. */
const POLICY = [
  "default-src 'self'",
  "img-src 'self' data: blob:",
  "style-src 'self' 'unsafe-inline'",
  "script-src 'self'",
  "connect-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

const YEAR = 31_536_000;

/** Pages of which a chat or a search engine is told more: address, where their public data are, what is said of them. */
const TOLD = [
  { path: /^\/demands\/([\w-]+)$/, api: '/api/v1/demands/', head: demandHead },
  { path: /^\/firms\/([\w-]+)$/, api: '/api/v1/profiles/', head: firmHead },
] as const;

/**
 * Serves the web app beside the API: its files under their addresses, its page for every other address, so that links lead
 * into it. What lies under /api and /health stays with the API. Public base address as the request names it, or `publicUrl`.
 */
export function serveWeb(app: INestApplication, web: WebApp, publicUrl = ''): void {
  const fastify = app.getHttpAdapter().getInstance() as FastifyInstance;
  fastify.get('/*', async (request, reply) => {
    const path = request.url.split('?')[0] ?? '/';
    const file = web.files.get(path);
    if (file) return sendFile(file, request, reply);
    // A file that is not there, or an address of the API: answered as any other that does not exist.
    if (/^\/(api|health|assets)(\/|$)/.test(path) || /\.\w{1,8}$/.test(path)) return reply.callNotFound();
    return sendPage(fastify, web, { path, base: publicUrl || `${request.protocol}://${request.host}` }, request, reply);
  });
}

function sendFile(file: WebFile, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  void reply.headers({
    'cache-control': file.immutable ? `public, max-age=${YEAR}, immutable` : 'public, max-age=3600',
    'content-security-policy': POLICY,
    etag: file.etag,
    vary: 'accept-encoding',
  });
  if (request.headers['if-none-match'] === file.etag) return reply.code(304).send();
  const { body, encoding } = bestOf(file, request.headers['accept-encoding']);
  if (encoding) void reply.header('content-encoding', encoding);
  return reply.type(file.type).send(body);
}

interface Asked {
  readonly path: string;
  readonly base: string;
}

async function sendPage(
  fastify: FastifyInstance,
  web: WebApp,
  { path, base }: Asked,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const language = readerLanguage(request.headers['accept-language']);
  const url = base + path;
  const told = await headOf(fastify, path, url, language);
  // Who is signed in may see what the public does not: the app finds out.
  const signedIn = request.headers.cookie?.includes(`${SESSION_COOKIE}=`) ?? false;
  return reply
    .code(told === 'missing' && !signedIn ? 404 : 200)
    .headers({ 'cache-control': 'no-cache', 'content-security-policy': POLICY, vary: 'accept-language, cookie' })
    .type('text/html; charset=utf-8')
    .send(withHead(web.page, told === 'missing' ? welcome(url, language) : told));
}

/** Asks the API what anybody may see, and nothing else: what a page says before sign-in is public. */
async function headOf(
  fastify: FastifyInstance,
  path: string,
  url: string,
  language: Language,
): Promise<PageHead | 'missing'> {
  for (const { path: pattern, api, head } of TOLD) {
    const id = pattern.exec(path)?.[1];
    if (id === undefined) continue;
    const { statusCode, body } = await fastify.inject({ url: api + id });
    if (statusCode === 200) return head(JSON.parse(body), url, language);
    if (statusCode === 404) return 'missing';
  }
  return welcome(url, language);
}
