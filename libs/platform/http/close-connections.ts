import type { Server, ServerResponse } from 'node:http';
import type { FastifyInstance } from 'fastify';

const LOOK_MS = 50;

/**
 * Makes a stop wait for answers under way and for nothing else. Node closes connections that are idle, but one that has
 * asked nothing yet, such as browsers open ahead of need, would hold the server for a minute.
 */
export function closeConnectionsOnceAnswered(fastify: FastifyInstance): void {
  const server = fastify.server as Server;
  let underWay = 0;
  server.on('request', (_request, response: ServerResponse) => {
    underWay += 1;
    response.once('close', () => {
      underWay -= 1;
    });
  });
  fastify.addHook('preClose', async () => {
    const timer = setInterval(() => {
      if (underWay === 0) server.closeAllConnections();
    }, LOOK_MS);
    server.once('close', () => clearInterval(timer));
  });
}
