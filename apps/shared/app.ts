import type { DynamicModule } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import { configureHttp, createAdapter } from '#platform/http/http-app';
import { NestLogger } from '#platform/logging/logger';
import { LogStrategy } from '#platform/messaging/log-strategy';
import { logRequests } from '#platform/telemetry/access-log';
import { measureRequests, serveMetrics } from '#platform/telemetry/metrics';
import { startTracing, traceRequests } from '#platform/telemetry/tracing';
import type { Parts } from './process.module.js';

/** A process that answers requests and hears events. */
export interface RunningApp {
  /** The address it can be reached at. */
  readonly url: string;
  /** Finishes what is under way, then lets go of the parts. */
  stop(): Promise<void>;
}

export interface AppOptions {
  /** Name in traces, e.g. `rulian-demand`. */
  readonly name: string;
  readonly module: DynamicModule;
  readonly parts: Parts;
  readonly logger: Logger;
  /** Its requests come from our gateway, whose traces go on. */
  readonly inner: boolean;
  /** Adds routes beside those of the contexts. */
  readonly routes?: (app: NestFastifyApplication) => void;
}

/** Starts a process: telemetry, routes, sending the store's events, hearing those of others, answering requests. */
export async function startApp({ name, module, parts, logger, inner, routes }: AppOptions): Promise<RunningApp> {
  const { config, store, search, files, log } = parts;
  const stopTracing = await startTracing(name, config.tracesUrl);
  const app = await NestFactory.create<NestFastifyApplication>(module, createAdapter(config), {
    logger: new NestLogger(logger),
    bodyParser: false,
    abortOnError: false,
  });
  const fastify = app.getHttpAdapter().getInstance() as unknown as FastifyInstance;
  traceRequests(fastify, inner);
  logRequests(fastify, logger);
  measureRequests(fastify);
  configureHttp(app);
  routes?.(app);
  const strategy = new LogStrategy(log);
  app.connectMicroservice({ strategy });
  store.publishTo((events) => log.append(events));
  await app.init();
  await app.startAllMicroservices();
  await app.listen(config.port, config.host);
  const groups = strategy.groups();
  const stopMetrics = config.metricsPort
    ? await serveMetrics(config.metricsPort, config.host, { store, log, groups })
    : undefined;
  const stop = async () => {
    await app.close();
    await stopMetrics?.();
    await store.close();
    await search?.close();
    await files?.close();
    await log.close();
    await stopTracing();
  };
  return { url: await addressOf(app), stop };
}

async function addressOf(app: NestFastifyApplication): Promise<string> {
  const url = new URL(await app.getUrl());
  if (url.hostname === '127.0.0.1' || url.hostname === '[::1]') url.hostname = 'localhost';
  return url.origin;
}

/** Less than the 20 to 30 seconds after which those who end processes use force. */
const STOP_MS = 15_000;

/**
 * Ends the process cleanly when it is told to; after `ms` all the same, as when a database keeps it waiting: what was under
 * way is done again, as after a kill.
 */
export function stopOnSignals(
  stop: () => Promise<void>,
  tell: (signal: string) => void = () => undefined,
  ms = STOP_MS,
): void {
  let stopping = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.on(signal, () => {
      if (stopping) return;
      stopping = true;
      tell(signal);
      setTimeout(() => {
        console.error(
          `Did not stop within ${ms} ms; what was under way is done again. / 未能按时停止，未完成的处理下次重做。`,
        );
        process.exit(1);
      }, ms).unref();
      stop().then(
        () => process.exit(0),
        (error: unknown) => {
          console.error(error);
          process.exit(1);
        },
      );
    });
}
