import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';

/** One line a request: writes and refusals at info, reading at debug. Addresses are shown as routes, without what is in them. */
export function logRequests(fastify: FastifyInstance, logger: Logger): void {
  fastify.addHook('onResponse', (request, reply, done) => {
    const route = request.routeOptions.url ?? 'unknown';
    const quiet = reply.statusCode < 400 && ['GET', 'HEAD'].includes(request.method);
    logger[quiet || route.startsWith('/health/') ? 'debug' : 'info']({
      context: 'http',
      msg: `${request.method} ${route}`,
      request: request.id,
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime * 10) / 10,
    });
    done();
  });
}
