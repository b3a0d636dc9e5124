import 'reflect-metadata';
import { randomBytes } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Config } from '#platform/config/config';
import { serveAsyncApi } from '#platform/http/asyncapi';
import { configureHttp, createAdapter } from '#platform/http/http-app';
import { createOpenApi, serveOpenApi } from '#platform/http/openapi';
import { createLogger, NestLogger } from '#platform/logging/logger';
import { LogStrategy } from '#platform/messaging/log-strategy';
import { SystemClock } from '#platform/time/clock';
import { EmbeddedLog } from '#ports/log/embedded/embedded-log';
import { EmbeddedSearch } from '#ports/search/embedded/embedded-search';
import { SqliteStore } from '#ports/store/sqlite/sqlite-store';
import { forgetRunFile, writeRunFile } from './run-file.js';
import { type Parts, StandaloneModule } from './standalone.module.js';

export interface Running {
  readonly url: string;
  readonly operatorSecret: string;
  readonly app: NestFastifyApplication;
  readonly parts: Parts;
  /** Finishes what is under way and closes the folder. */
  stop(): Promise<void>;
}

/** Starts the whole product in this process on `config.dataDir`. Throws with a clear sentence when the folder is in use. */
export async function startStandalone(config: Config): Promise<Running> {
  await mkdir(config.dataDir, { recursive: true });
  const logger = createLogger(config);
  // The log holds the lock of the folder: it is opened first and closed last.
  const log = await EmbeddedLog.open(config.dataDir, { warn: (msg) => logger.warn({ context: 'log', msg }) });
  const store = await SqliteStore.open(config.dataDir);
  const search = await EmbeddedSearch.open(config.dataDir);
  const operatorSecret = `rlo_${randomBytes(32).toString('base64url')}`;
  const parts: Parts = { config, store, log, search, clock: new SystemClock(), operatorSecret };

  const app = await NestFactory.create<NestFastifyApplication>(StandaloneModule.of(parts), createAdapter(config), {
    logger: new NestLogger(logger),
    bodyParser: false,
    abortOnError: false,
  });
  configureHttp(app);
  serveOpenApi(app, createOpenApi(app));
  serveAsyncApi(app);
  app.connectMicroservice({ strategy: new LogStrategy(log) });
  store.publishTo((events) => log.append(events));
  await app.init();
  await app.startAllMicroservices();
  await app.listen(config.port, config.host);
  const url = await addressOf(app);
  await writeRunFile(config.dataDir, { url, secret: operatorSecret, pid: process.pid });

  const stop = async () => {
    await forgetRunFile(config.dataDir);
    await app.close();
    await store.close();
    await search.close();
    await log.close();
  };
  return { url, operatorSecret, app, parts, stop };
}

async function addressOf(app: NestFastifyApplication): Promise<string> {
  const url = new URL(await app.getUrl());
  if (url.hostname === '127.0.0.1' || url.hostname === '[::1]') url.hostname = 'localhost';
  return url.origin;
}
