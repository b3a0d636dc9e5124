import { isPrefix } from '#platform/config/service-config';

/** A connection string and what of it may be shown. */
export interface Address {
  readonly url: string;
  /** Hosts and database. */
  readonly shown: string;
  /** `text` without what of the connection string is secret. */
  redact(text: string): string;
}

/** Throws a sentence, which does not repeat the string, for one that names no database. */
export function addressOf(url: string): Address {
  const [, user, hosts, database] = /^mongodb(?:\+srv)?:\/\/(?:(.*)@)?([^/?@]+)\/([^/?]+)/.exec(url) ?? [];
  if (hosts === undefined || database === undefined)
    throw new Error('--mongo is a connection string that names a database: mongodb://host:27017/rulian');
  const password = user?.slice(user.indexOf(':') + 1) ?? '';
  const secrets = [url, user ?? '', password, decoded(password)].filter((text) => text !== '');
  const shown = `${hosts}/${database}`;
  return { url, shown, redact: (text) => secrets.reduce((rest, secret) => rest.replaceAll(secret, '***'), text) };
}

/** Throws a sentence for what is no list of `host:port`. */
export function brokersOf(list: string): string[] {
  const brokers = list.split(',').map((broker) => broker.trim());
  if (!brokers.every((broker) => /^[^\s:@/]+:\d+$/.test(broker) || /^\[[\da-fA-F:]+\]:\d+$/.test(broker)))
    throw new Error('--kafka is a list of brokers: host:9092, or host:9092,other:9092');
  return brokers;
}

/** Throws a sentence for what is no prefix of an installation. */
export function checkPrefix(prefix: string): string {
  if (!isPrefix(prefix)) throw new Error('--prefix is the RULIAN_PREFIX of the services: up to 40 of a-z, 0-9 and _');
  return prefix;
}

export function shownBrokers(brokers: readonly string[], prefix: string): string {
  return `${brokers.join(',')}${prefix === '' ? '' : ` under the prefix ${prefix}`}`;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
