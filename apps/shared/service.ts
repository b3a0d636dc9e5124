import 'reflect-metadata';
import type { Logger } from 'pino';
import { TOPICS } from '#contracts/topics';
import { Identifier } from '#platform/access/identifier';
import { TokenIdentifier } from '#platform/access/principal-token';
import { type InnerConfig, logPrefix, type ServiceConfig } from '#platform/config/service-config';
import { createLogger } from '#platform/logging/logger';
import { onceAvailable } from '#platform/messaging/once-available';
import { SystemClock } from '#platform/time/clock';
import type { Files } from '#ports/files/files';
import { KafkaLog } from '#ports/log/kafka/kafka-log';
import type { Search } from '#ports/search/search';
import { MongoStore } from '#ports/store/mongo/mongo-store';
import { startApp, stopOnSignals } from './app.js';
import { modulesOf } from './contexts.js';
import { type Parts, ProcessModule } from './process.module.js';

/** Opens store and log, waiting for servers that do not answer yet. */
export async function openParts(config: ServiceConfig, logger: Logger): Promise<Parts> {
  const tell = (line: object) => logger.warn(line);
  const warn = (context: string) => (msg: string) => logger.warn({ context, msg });
  const store = await onceAvailable(
    'MongoDB',
    () => MongoStore.open({ url: config.mongoUrl, warn: warn('store') }),
    tell,
  );
  const open = {
    ...config.kafka,
    clientId: `rulian-${config.role}`,
    prefix: logPrefix(config.prefix),
    warn: warn('log'),
  };
  const log = await onceAvailable('Kafka', () => KafkaLog.open(open), tell);
  // Makes the topics: a broker that has just started takes its time, and every part of the process needs them.
  await onceAvailable('Kafka', () => log.end(Object.values(TOPICS)), tell);
  return { config, store, log, clock: new SystemClock() };
}

/** How parts are opened that not every service has. */
interface OwnParts {
  readonly openSearch?: (logger: Logger) => Promise<Search>;
  readonly openFiles?: () => Promise<Files>;
}

/** Runs a service behind the gateway until it is told to end. */
export async function runService(config: InnerConfig, own: OwnParts = {}): Promise<void> {
  const logger = serviceLogger(config);
  const tell = (line: object) => logger.warn(line);
  const { openSearch, openFiles } = own;
  const search = openSearch && (await onceAvailable('Meilisearch', () => openSearch(logger), tell));
  const files = openFiles && (await onceAvailable('MongoDB', openFiles, tell));
  const parts: Parts = {
    ...(await openParts(config, logger)),
    ...(search ? { search } : {}),
    ...(files ? { files } : {}),
  };
  const identifier = { provide: Identifier, useValue: new TokenIdentifier(config.tokenPublicKeys, config.role) };
  const module = ProcessModule.of(parts, await modulesOf(config.role), identifier);
  const app = await startApp({ name: `rulian-${config.role}`, module, parts, logger, inner: true });
  stopOnSignals(app.stop);
  logger.info({ msg: 'ready to serve', url: app.url });
}

/** Tells in each line which process speaks. */
export const serviceLogger = (config: ServiceConfig): Logger =>
  createLogger(config).child({ service: config.role, pid: process.pid });

/** Says in one sentence why the process could not start, and ends it. */
export function failedToStart(error: unknown): never {
  console.error(`Rulian could not start: ${(error as Error).message}`);
  process.exit(1);
}
