import { resolve } from 'node:path';
import type { VectorEndpoint } from '#ports/vectors/openai-vectors';
import { type Environment, Reader } from './reader.js';

/** Everything that can be set from outside, typed and read once before Nest starts. */
export interface Config {
  /** TCP port of the web server; 0 picks a free one. */
  readonly port: number;
  /** Address to listen on. Loopback by default: opening to the network is a decision. */
  readonly host: string;
  /** Folder of all data, absolute. */
  readonly dataDir: string;
  /** Folder in which matching keeps an image of its index between starts; empty: none, it is filled from the log. */
  readonly indexFolder: string;
  /** Fill an empty data folder with demo organisations, firms and demands. */
  readonly demo: boolean;
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent';
  /** Base address people reach the product at, for links in invitations. Empty: taken from the request. */
  readonly publicUrl: string;
  /** Requests a minute that one address or account may make. */
  readonly requestsPerMinute: number;
  /** Sign-in tries a minute per account and per address. */
  readonly signInsPerMinute: number;
  /** New organisations an hour per address. */
  readonly signUpsPerHour: number;
  /** New proposals that one firm is told of in seven days; what is more waits, and the best goes out first. */
  readonly proposalsPerWeek: number;
  /** Mail server that notices are handed to, `smtp://user:password@host:587` or `smtps://…`. Empty: no mail. */
  readonly smtpUrl: string;
  /** Sender of mail. */
  readonly mailFrom: string;
  /** Whether webhooks and robots may be at private addresses and without https: for systems inside the own network. */
  readonly privateWebhooks: boolean;
  /** Words of the region and its trades, as `readDictionary` reads them. */
  readonly dictionary: string;
  /** Threads that the firms are spread over for matching. */
  readonly matchShards: number;
  /** Model that turns texts of firms and demands into vectors, for matching; absent: none, and no text leaves the product for it. */
  readonly vectors?: VectorEndpoint;
  /** Whether X-Forwarded-For is believed: only behind a proxy that sets it. */
  readonly trustProxy: boolean;
  /** Port of the Prometheus metrics, on the same address; 0: none. */
  readonly metricsPort: number;
  /** OTLP/HTTP collector that traces go to, e.g. http://collector:4318. Empty: none. */
  readonly tracesUrl: string;
}

/** Reads the configuration; `logLevel` holds where none is set. Throws one error that names every wrong setting. */
export function readConfig(env: Environment = process.env, logLevel: Config['logLevel'] = 'info'): Config {
  const reader = new Reader(env);
  const config = commonConfig(reader, logLevel);
  reader.orThrow();
  return { ...config, indexFolder: config.dataDir };
}

/** The settings that every process has. */
export function commonConfig(reader: Reader, logLevel: Config['logLevel'] = 'info'): Config {
  return {
    port: reader.whole('PORT', 3000, 0, 65_535),
    host: reader.text('HOST', '127.0.0.1'),
    dataDir: resolve(reader.text('RULIAN_DATA_DIR', 'data')),
    indexFolder: '',
    demo: reader.flag('RULIAN_DEMO', true),
    logLevel: reader.oneOf('RULIAN_LOG_LEVEL', logLevel, ['debug', 'info', 'warn', 'error', 'silent']),
    publicUrl: reader.text('RULIAN_PUBLIC_URL', '').replace(/\/+$/, ''),
    requestsPerMinute: reader.whole('RULIAN_REQUESTS_PER_MINUTE', 6000, 1, 10_000_000),
    signInsPerMinute: reader.whole('RULIAN_SIGN_INS_PER_MINUTE', 10, 1, 1_000_000),
    signUpsPerHour: reader.whole('RULIAN_SIGN_UPS_PER_HOUR', 20, 1, 1_000_000),
    proposalsPerWeek: reader.whole('RULIAN_PROPOSALS_PER_WEEK', 5, 1, 1_000_000),
    smtpUrl: smtpUrl(reader),
    mailFrom: mailFrom(reader),
    privateWebhooks: reader.flag('RULIAN_PRIVATE_WEBHOOKS', false),
    dictionary: reader.file('RULIAN_DICTIONARY') ?? '',
    matchShards: reader.whole('RULIAN_MATCH_SHARDS', 1, 1, 64),
    ...vectors(reader),
    trustProxy: reader.flag('RULIAN_TRUST_PROXY', false),
    metricsPort: reader.whole('RULIAN_METRICS_PORT', 0, 0, 65_535),
    tracesUrl: reader.text('OTEL_EXPORTER_OTLP_ENDPOINT', '').replace(/\/+$/, ''),
  };
}

/** Told without what it holds: there may be a password in it. */
function smtpUrl(reader: Reader): string {
  const text = reader.text('RULIAN_SMTP_URL', '');
  if (text !== '' && !/^smtps?:\/\/\S+$/.test(text))
    reader.problems.push('RULIAN_SMTP_URL must look like smtp://user:password@host:587 or smtps://…');
  return text;
}

function mailFrom(reader: Reader): string {
  const text = reader.text('RULIAN_MAIL_FROM', '');
  if (text === '' ? reader.text('RULIAN_SMTP_URL', '') !== '' : !/@[\w.-]+>?$/.test(text))
    reader.problems.push('RULIAN_MAIL_FROM must be the sender of mail, such as 入链 <notice@example.org>');
  return text;
}

/** The key is told to nobody. */
function vectors(reader: Reader): Pick<Config, 'vectors'> {
  const url = reader.text('RULIAN_VECTORS_URL', '').replace(/\/+$/, '');
  const model = reader.text('RULIAN_VECTORS_MODEL', '');
  if (url === '' && model === '') return {};
  if (!/^https?:\/\/\S+$/.test(url))
    reader.problems.push(
      'RULIAN_VECTORS_URL must be the address before /embeddings, such as https://api.example.com/v1',
    );
  if (model === '') reader.problems.push('RULIAN_VECTORS_MODEL must name the model of vectors');
  return { vectors: { url, model, key: reader.text('RULIAN_VECTORS_KEY', '') } };
}

/** Dependency token of {@link Config}. */
export const CONFIG = Symbol('config');
