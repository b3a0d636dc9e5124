import type { INestApplication } from '@nestjs/common';
import type { FastifyInstance } from 'fastify';
import { createAsyncApi } from '#contracts/asyncapi';
import { publicSchemas } from '#contracts/schemas';

/**
 * For other systems: the AsyncAPI document of the public topics at /api/asyncapi, and the JSON Schema of the events of each
 * at /api/schemas/<topic>.json. Anybody may read them. `prefix` is the one of the installation's topics.
 */
export function serveAsyncApi(app: INestApplication, { prefix = '' }: { readonly prefix?: string } = {}): void {
  const fastify = app.getHttpAdapter().getInstance() as FastifyInstance;
  const schemas = publicSchemas();
  const serve = (path: string, type: string, body: unknown) =>
    fastify.get(path, (_request, reply) => reply.type(`${type}; charset=utf-8`).send(JSON.stringify(body)));
  serve('/api/asyncapi', 'application/json', createAsyncApi({ schemas, prefix }));
  for (const [topic, schema] of Object.entries(schemas)) {
    serve(`/api/schemas/${topic}.json`, 'application/schema+json', schema);
  }
}
