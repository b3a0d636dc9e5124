import 'reflect-metadata';
import type { Logger } from 'pino';
import { Identifier } from '#platform/access/identifier';
import { TokenIdentifier } from '#platform/access/principal-token';
import type { Config } from '#platform/config/config';
import { type InnerConfig, logPrefix, type ServiceConfig } from '#platform/config/service-config';
import { createLogger } from '#platform/logging/logger';
import { SystemClock } from '#platform/time/clock';
import { KafkaLog } from '#ports/log/kafka/kafka-log';
import type { Search } from '#ports/search/search';
import { MongoStore } from '#ports/store/mongo/mongo-store';
import { isUnavailable } from '#ports/unavailable';
import { startApp, stopOnSignals } from './app.js';
import { CONTEXTS } from './contexts.js';
import { type Parts, ProcessModule } from './process.module.js';

const RETRY_MS = 1000;

/** Opens store and log, waiting for servers that do not answer yet. */
export async function openParts(config: ServiceConfig, logger: Logger): Promise<Parts> {
  const warn = (context: string) => (msg: string) => logger.warn({ context, msg });
  const store = await whenAvailable('MongoDB', logger, () =>
    MongoStore.open({ url: config.mongoUrl, warn: warn('store') }),
  );
  const log = await whenAvailable('Kafka', logger, () =>
    KafkaLog.open({
      brokers: config.kafkaBrokers,
      clientId: `rulian-${config.role}`,
      prefix: logPrefix(config.prefix),
      warn: warn('log'),
    }),
  );
  return { config, store, log, clock: new SystemClock() };
}

/** Runs a service behind the gateway until it is told to end. */
export async function runService(config: InnerConfig, openSearch?: (logger: Logger) => Promise<Search>): Promise<void> {
  const logger = serviceLogger(config);
  const search = openSearch && (await whenAvailable('Meilisearch', logger, () => openSearch(logger)));
  const parts: Parts = { ...(await openParts(config, logger)), ...(search ? { search } : {}) };
  const context = await CONTEXTS[config.role]();
  const identifier = { provide: Identifier, useValue: new TokenIdentifier(config.tokenPublicKeys, config.role) };
  const module = ProcessModule.of(parts, [context], identifier);
  const app = await startApp({ name: `rulian-${config.role}`, module, parts, logger, inner: true });
  stopOnSignals(app.stop);
  logger.info({ msg: 'ready to serve', url: app.url });
}

/** Tells in each line which process speaks. */
export const serviceLogger = (config: ServiceConfig & Config): Logger =>
  createLogger(config).child({ service: config.role, pid: process.pid });

async function whenAvailable<T>(name: string, logger: Logger, open: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await open();
    } catch (error) {
      if (!isUnavailable(error)) throw error;
      logger.warn({ msg: `${name} does not answer yet; trying again`, error });
      await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
    }
  }
}

/** Says in one sentence why the process could not start, and ends it. */
export function failedToStart(error: unknown): never {
  console.error(`Rulian could not start: ${(error as Error).message}`);
  process.exit(1);
}
