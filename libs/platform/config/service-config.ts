import type { KafkaServers } from '#ports/log/kafka/client';
import { type Config, commonConfig } from './config.js';
import { type Environment, Reader } from './reader.js';

/** What a process of the distributed shape can be. */
export const SERVICE_ROLES = [
  'gateway',
  'demand',
  'capability',
  'matching',
  'engagement',
  'events',
  'notification',
  'search',
] as const;
export type ServiceRole = (typeof SERVICE_ROLES)[number];

/** The roles that answer requests behind the gateway. */
export const INNER_ROLES = SERVICE_ROLES.filter((role) => role !== 'gateway');
export type InnerRole = Exclude<ServiceRole, 'gateway'>;

/** Settings of a process of the distributed shape. */
export interface ServiceConfig extends Config {
  readonly role: ServiceRole;
  /** Connection string with the name of the database. */
  readonly mongoUrl: string;
  readonly kafka: KafkaServers;
  /** Before the names of topics, groups and search indexes: several installations can share the servers. */
  readonly prefix: string;
}

export interface GatewayConfig extends ServiceConfig {
  readonly role: 'gateway';
  /** PKCS #8, PEM or its base64: signs the principals that services believe. */
  readonly tokenPrivateKey: string;
  /** `rlo_` and at least 32 characters: who has it is the operator. */
  readonly operatorSecret: string;
  /** Base addresses of each service's processes. */
  readonly upstreams: Readonly<Record<InnerRole, readonly string[]>>;
}

export interface InnerConfig extends ServiceConfig {
  readonly role: InnerRole;
  /** SPKI, PEM or its base64. Several while keys change. */
  readonly tokenPublicKeys: readonly string[];
}

export interface SearchConfig extends InnerConfig {
  readonly role: 'search';
  /** Absent: the index is kept in the folder of the one search process, which must have been asked for. */
  readonly meili?: { readonly url: string; readonly key: string };
}

const listOf = (text: string): string[] =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');

/** Settings of the gateway. Throws one error that names every wrong or missing setting. */
export function readGatewayConfig(env: Environment = process.env): GatewayConfig {
  const reader = new Reader(env);
  const upstreams = Object.fromEntries(
    INNER_ROLES.map((role) => [role, addresses(reader, `RULIAN_${role.toUpperCase()}_URL`, role)]),
  ) as unknown as GatewayConfig['upstreams'];
  const config = {
    ...serviceConfig(reader, 'gateway'),
    tokenPrivateKey: reader.required('RULIAN_TOKEN_PRIVATE_KEY', 'the key that signs who is asking (rulian keys)'),
    operatorSecret: operatorSecret(reader),
    upstreams,
  };
  reader.orThrow();
  return config;
}

/** Settings of a service behind the gateway. Throws one error that names every wrong or missing setting. */
export function readInnerConfig<R extends InnerRole>(
  role: R,
  env: Environment = process.env,
): InnerConfig & { role: R } {
  const reader = new Reader(env);
  const config = innerConfig(reader, role);
  reader.orThrow();
  return config;
}

/** Settings of the search service. */
export function readSearchConfig(env: Environment = process.env): SearchConfig {
  const reader = new Reader(env);
  const config = innerConfig(reader, 'search');
  const embedded = reader.flag('RULIAN_SEARCH_EMBEDDED', false);
  const meili = embedded
    ? undefined
    : {
        url: reader.required(
          'MEILI_URL',
          'the Meilisearch server (for a trial, RULIAN_SEARCH_EMBEDDED=1 keeps the index in the one search process)',
        ),
        key: reader.text('MEILI_KEY', ''),
      };
  reader.orThrow();
  return { ...config, ...(meili ? { meili } : {}) };
}

function innerConfig<R extends InnerRole>(reader: Reader, role: R): InnerConfig & { role: R } {
  const keys = reader.required('RULIAN_TOKEN_PUBLIC_KEY', 'the key that shows what the gateway has signed');
  return { ...serviceConfig(reader, role), tokenPublicKeys: listOf(keys) };
}

function serviceConfig<R extends ServiceRole>(reader: Reader, role: R): ServiceConfig & { role: R } {
  const mongoUrl = reader.required('MONGO_URL', 'the MongoDB server, mongodb://host:port/database');
  if (mongoUrl !== '' && !/^mongodb(\+srv)?:\/\/[^/]+\/[^/?]+/.test(mongoUrl))
    reader.problems.push('MONGO_URL must name a database: mongodb://host:port/database');
  const brokers = listOf(reader.required('KAFKA_BROKERS', 'the Kafka brokers, host:port, separated by commas'));
  const kafka = { brokers, ...kafkaAccess(reader) };
  const prefix = reader.text('RULIAN_PREFIX', '');
  if (!isPrefix(prefix)) reader.problems.push(`RULIAN_PREFIX must be up to 40 of a-z, 0-9 and _, not "${prefix}"`);
  return { ...commonConfig(reader), demo: false, role, mongoUrl, kafka, prefix };
}

/** How Kafka is spoken to, for what gets its brokers otherwise. Throws one error that names every wrong setting. */
export function readKafkaAccess(env: Environment = process.env): Omit<KafkaServers, 'brokers'> {
  const reader = new Reader(env);
  const access = kafkaAccess(reader);
  reader.orThrow();
  return access;
}

function kafkaAccess(reader: Reader): Omit<KafkaServers, 'brokers'> {
  const ca = reader.file('KAFKA_TLS_CA');
  const tls = reader.flag('KAFKA_TLS', ca !== undefined);
  if (ca !== undefined && !tls) reader.problems.push('KAFKA_TLS_CA is of no use where KAFKA_TLS is 0');
  const mechanism = reader.oneOf('KAFKA_SASL', 'none', ['none', 'plain', 'scram-sha-256', 'scram-sha-512']);
  return {
    ...(tls ? { tls: ca === undefined ? {} : { ca } } : {}),
    ...(mechanism === 'none'
      ? {}
      : {
          login: {
            mechanism,
            username: reader.required('KAFKA_USER', 'whom KAFKA_SASL signs in'),
            password: reader.required('KAFKA_PASSWORD', 'the password of KAFKA_USER'),
          },
        }),
  };
}

/** Whether it may be the prefix of an installation. */
export const isPrefix = (text: string): boolean => /^[a-z0-9_]{0,40}$/.test(text);

/** What stands before the names of topics and groups of an installation with this prefix. */
export const logPrefix = (prefix: string): string => prefix && `${prefix}.`;

function operatorSecret(reader: Reader): string {
  const secret = reader.required('RULIAN_OPERATOR_SECRET', 'what the command line proves itself with (rulian keys)');
  if (secret !== '' && !/^rlo_[\w-]{32,190}$/.test(secret))
    reader.problems.push('RULIAN_OPERATOR_SECRET must be rlo_ and at least 32 letters, digits, - or _');
  return secret;
}

function addresses(reader: Reader, name: string, role: InnerRole): string[] {
  const found = listOf(reader.required(name, `the address of the ${role} service, several separated by commas`));
  const wrong = found.find((text) => !/^https?:\/\/[^/?#\s]+$/.test(text));
  if (wrong !== undefined) reader.problems.push(`${name} must hold addresses like http://host:port, not "${wrong}"`);
  return found;
}

/** The role of a container: which of the processes it runs. Throws a sentence for one that does not exist. */
export function readRole(env: Environment = process.env): ServiceRole | 'standalone' {
  const reader = new Reader(env);
  const role = reader.oneOf('RULIAN_ROLE', 'standalone', ['standalone', ...SERVICE_ROLES]);
  reader.orThrow();
  return role;
}
