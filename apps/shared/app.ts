import type { DynamicModule } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Logger } from 'pino';
import { configureHttp, createAdapter } from '#platform/http/http-app';
import { NestLogger } from '#platform/logging/logger';
import { LogStrategy } from '#platform/messaging/log-strategy';
import type { Parts } from './process.module.js';

/** A Nest application over the parts, ready for routes beside its own; nothing runs yet. */
export async function createApp(module: DynamicModule, parts: Parts, logger: Logger): Promise<NestFastifyApplication> {
  const app = await NestFactory.create<NestFastifyApplication>(module, createAdapter(parts.config), {
    logger: new NestLogger(logger),
    bodyParser: false,
    abortOnError: false,
  });
  configureHttp(app);
  return app;
}

/** Sends the store's events to the log, hears those of others, answers requests. The address it can be reached at. */
export async function startApp(app: NestFastifyApplication, { config, store, log }: Parts): Promise<string> {
  app.connectMicroservice({ strategy: new LogStrategy(log) });
  store.publishTo((events) => log.append(events));
  await app.init();
  await app.startAllMicroservices();
  await app.listen(config.port, config.host);
  const url = new URL(await app.getUrl());
  if (url.hostname === '127.0.0.1' || url.hostname === '[::1]') url.hostname = 'localhost';
  return url.origin;
}

/** Finishes what is under way, then lets go of the parts. */
export async function stopApp(app: NestFastifyApplication, { store, search, log }: Parts): Promise<void> {
  await app.close();
  await store.close();
  await search?.close();
  await log.close();
}

/** Ends the process cleanly when it is told to. */
export function stopOnSignals(stop: () => Promise<void>, tell: (signal: string) => void = () => undefined): void {
  let stopping = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.on(signal, () => {
      if (stopping) return;
      stopping = true;
      tell(signal);
      stop().then(
        () => process.exit(0),
        (error: unknown) => {
          console.error(error);
          process.exit(1);
        },
      );
    });
}
