import type { Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { OpenAPIObject } from '@nestjs/swagger';
import { everyModule, modulesOf } from '#apps/shared/contexts';
import { type Parts, ProcessModule } from '#apps/shared/process.module';
import { Identifier } from '#platform/access/identifier';
import type { Config } from '#platform/config/config';
import { INNER_ROLES, type InnerRole } from '#platform/config/service-config';
import { setPrefix } from '#platform/http/http-app';
import { createOpenApi } from '#platform/http/openapi';

/** Stands for the parts that nobody uses, as nothing is made in a preview. */
const unused = <T>(): T => ({}) as T;

/** What the controllers of these contexts declare, without making any of them. */
async function describe(config: Config, contexts: readonly Type<unknown>[]): Promise<OpenAPIObject> {
  const parts: Required<Parts> = {
    config,
    store: unused(),
    log: unused(),
    clock: unused(),
    search: unused(),
    files: unused(),
    operatorSecret: 'none',
  };
  const identifier = { provide: Identifier, useValue: unused<Identifier>() };
  const module = ProcessModule.of(parts, contexts, identifier);
  const app = await NestFactory.create<NestFastifyApplication>(module, new FastifyAdapter(), {
    preview: true,
    logger: false,
    abortOnError: false,
  });
  setPrefix(app);
  return createOpenApi(app);
}

export interface Route {
  readonly role: InnerRole;
  readonly method: string;
  /** As the web server writes it: `/api/v1/demands/:id`. */
  readonly path: string;
}

/** Which service answers what, from what its controllers declare: there is no list to keep beside the code. */
export async function innerRoutes(config: Config): Promise<Route[]> {
  const routes: Route[] = [];
  for (const role of INNER_ROLES) {
    const { paths } = await describe(config, await modulesOf(role));
    for (const [path, operations] of Object.entries(paths).filter(([path]) => path.startsWith('/api/')))
      for (const method of Object.keys(operations))
        routes.push({ role, method: method.toUpperCase(), path: path.replace(/\{(\w+)\}/g, ':$1') });
  }
  return routes;
}

/** The document of the whole API, as standalone shows it. */
export const wholeApi = async (config: Config): Promise<OpenAPIObject> => describe(config, await everyModule());
