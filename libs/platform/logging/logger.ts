import type { LoggerService } from '@nestjs/common';
import { type DestinationStream, type Logger, pino, stdSerializers } from 'pino';
import type { Config } from '#platform/config/config';
import { activeTraceId } from '#platform/telemetry/tracing';

/** Never written, wherever they stand in what is logged. */
const SECRETS = new Set([
  'password',
  'currentpassword',
  'passwordhash',
  'token',
  'secret',
  'operatorsecret',
  'authorization',
  'cookie',
  'set-cookie',
  'invitation',
  'code',
]);

const MOST_DEPTH = 8;

/** A copy without secrets. Errors keep their `code`, which names what went wrong; elsewhere a code opens invitations. */
function redacted(value: unknown, depth = 0): unknown {
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  if (depth === MOST_DEPTH) return '[deeper]';
  if (Array.isArray(value)) return value.map((item) => redacted(item, depth + 1));
  if (isError(value)) return redactedFields(stdSerializers.err(value as Error), depth, ['code']);
  return redactedFields(value, depth, []);
}

function redactedFields(fields: object, depth: number, open: readonly string[]): Record<string, unknown> {
  const safe = ([key, value]: [string, unknown]): [string, unknown] =>
    SECRETS.has(key.toLowerCase()) && !open.includes(key) ? [key, '[redacted]'] : [key, redacted(value, depth + 1)];
  return Object.fromEntries(Object.entries(fields).map(safe));
}

/** By form: errors of worker threads and of other realms are instances of another class. */
const isError = (value: object): boolean => 'stack' in value && 'message' in value;

/** One JSON line an entry on standard error; `context` is the part of the house that speaks. */
export function createLogger(
  config: Pick<Config, 'logLevel'>,
  to: DestinationStream = pino.destination({ dest: 2, sync: true }),
): Logger {
  return pino(
    {
      level: config.logLevel,
      formatters: { log: (entry) => redacted(entry) as Record<string, unknown> },
      timestamp: pino.stdTimeFunctions.isoTime,
      base: undefined,
      mixin: () => ({ trace: activeTraceId() }),
    },
    to,
  );
}

/** Nest's logger on pino. Objects become fields, text becomes `msg`. */
export class NestLogger implements LoggerService {
  constructor(private readonly logger: Logger) {}

  log(message: unknown, ...rest: unknown[]): void {
    // Nest tells every route at boot; that is for debugging.
    const context = contextOf(rest);
    const level = context && NEST_CONTEXTS.has(context) ? 'debug' : 'info';
    this.logger[level](entryOf(message, rest));
  }
  error(message: unknown, ...rest: unknown[]): void {
    this.logger.error(entryOf(message, rest));
  }
  warn(message: unknown, ...rest: unknown[]): void {
    this.logger.warn(entryOf(message, rest));
  }
  debug(message: unknown, ...rest: unknown[]): void {
    this.logger.debug(entryOf(message, rest));
  }
  verbose(message: unknown, ...rest: unknown[]): void {
    this.logger.trace(entryOf(message, rest));
  }
  fatal(message: unknown, ...rest: unknown[]): void {
    this.logger.fatal(entryOf(message, rest));
  }
}

const NEST_CONTEXTS = new Set([
  'NestFactory',
  'InstanceLoader',
  'RoutesResolver',
  'RouterExplorer',
  'NestApplication',
  'NestMicroservice',
]);

const contextOf = (rest: readonly unknown[]): string | undefined => {
  const last = rest.at(-1);
  return typeof last === 'string' ? last : undefined;
};

function entryOf(message: unknown, rest: readonly unknown[]): object {
  const context = contextOf(rest);
  const stack = rest.length > 1 && typeof rest[0] === 'string' ? { stack: rest[0] } : {};
  const base = { ...(context ? { context } : {}), ...stack };
  if (message instanceof Error) return { ...base, error: message };
  return typeof message === 'object' && message !== null ? { ...base, ...message } : { ...base, msg: String(message) };
}
