import type { LoggerService } from '@nestjs/common';
import { type Logger, pino } from 'pino';
import type { Config } from '#platform/config/config';

/** Never written, wherever they stand in what is logged. */
const SECRETS = ['password', 'currentPassword', 'passwordHash', 'token', 'secret', 'authorization', 'cookie', 'code'];

/** One JSON line an entry on standard error; `context` is the part of the house that speaks. */
export function createLogger(config: Pick<Config, 'logLevel'>): Logger {
  const paths = SECRETS.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]);
  return pino(
    {
      level: config.logLevel,
      redact: { paths, censor: '[redacted]' },
      serializers: { error: pino.stdSerializers.err },
      timestamp: pino.stdTimeFunctions.isoTime,
      base: undefined,
    },
    pino.destination({ dest: 2, sync: true }),
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
