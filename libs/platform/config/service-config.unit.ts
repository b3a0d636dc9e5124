import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { readGatewayConfig, readInnerConfig, readKafkaAccess, readRole, readSearchConfig } from './service-config.js';

const SHARED = { MONGO_URL: 'mongodb://db:27017/rulian', KAFKA_BROKERS: 'k1:9092, k2:9092' };
const INNER = { ...SHARED, RULIAN_TOKEN_PUBLIC_KEY: 'one,two' };
const GATEWAY = {
  ...SHARED,
  RULIAN_TOKEN_PRIVATE_KEY: 'key',
  RULIAN_OPERATOR_SECRET: `rlo_${'a'.repeat(32)}`,
  RULIAN_DEMAND_URL: 'http://demand:3000',
  RULIAN_CAPABILITY_URL: 'http://capability:3000',
  RULIAN_MATCHING_URL: 'http://m1:3000,http://m2:3000',
  RULIAN_ENGAGEMENT_URL: 'http://engagement:3000',
  RULIAN_EVENTS_URL: 'http://events:3000',
  RULIAN_NOTIFICATION_URL: 'http://notification:3000',
  RULIAN_SEARCH_URL: 'http://search:3000',
};

describe('the configuration of a service', () => {
  it('names its servers, keys and prefix', () => {
    expect(readInnerConfig('demand', { ...INNER, RULIAN_PREFIX: 'qingdao' })).toMatchObject({
      role: 'demand',
      mongoUrl: 'mongodb://db:27017/rulian',
      kafka: { brokers: ['k1:9092', 'k2:9092'] },
      tokenPublicKeys: ['one', 'two'],
      prefix: 'qingdao',
    });
  });

  it('says all that is missing in one sentence, and has no default for a secret', () => {
    expect(() => readInnerConfig('matching', {})).toThrow(
      'Configuration: RULIAN_TOKEN_PUBLIC_KEY must be set: the key that shows what the gateway has signed; MONGO_URL must be set: the MongoDB server, mongodb://host:port/database; KAFKA_BROKERS must be set: the Kafka brokers, host:port, separated by commas.',
    );
    expect(() => readGatewayConfig({ ...GATEWAY, RULIAN_OPERATOR_SECRET: '' })).toThrow(
      'RULIAN_OPERATOR_SECRET must be set',
    );
  });

  it.each([
    [{ MONGO_URL: 'mongodb://db:27017' }, 'MONGO_URL must name a database'],
    [{ RULIAN_PREFIX: 'Qing.Dao' }, 'RULIAN_PREFIX must be up to 40 of a-z, 0-9 and _, not "Qing.Dao"'],
    [{ RULIAN_OPERATOR_SECRET: 'short' }, 'RULIAN_OPERATOR_SECRET must be rlo_ and at least 32'],
    [
      { RULIAN_DEMAND_URL: 'demand:3000' },
      'RULIAN_DEMAND_URL must hold addresses like http://host:port, not "demand:3000"',
    ],
    [{ RULIAN_SEARCH_URL: 'http://search:3000/api' }, 'not "http://search:3000/api"'],
  ])('refuses %j', (wrong, sentence) => {
    expect(() => readGatewayConfig({ ...GATEWAY, ...wrong })).toThrow(sentence);
  });

  it('never shows a secret in what it says', () => {
    try {
      readGatewayConfig({ ...GATEWAY, RULIAN_OPERATOR_SECRET: 'too short but secret', PORT: 'x' });
    } catch (error) {
      expect((error as Error).message).not.toContain('too short but secret');
    }
    expect.assertions(1);
  });

  it('gives the gateway each process of a service', () => {
    expect(readGatewayConfig(GATEWAY).upstreams.matching).toEqual(['http://m1:3000', 'http://m2:3000']);
  });

  it('refuses a search service without a server, unless an index in the one process is asked for', () => {
    expect(() => readSearchConfig(INNER)).toThrow('MEILI_URL must be set: the Meilisearch server');
    expect(readSearchConfig({ ...INNER, MEILI_URL: 'http://meili:7700', MEILI_KEY: 'k' }).meili).toEqual({
      url: 'http://meili:7700',
      key: 'k',
    });
    expect(readSearchConfig({ ...INNER, RULIAN_SEARCH_EMBEDDED: '1' }).meili).toBeUndefined();
  });
});

describe('the role of a container', () => {
  it('is standalone when none is named', () => {
    expect(readRole({})).toBe('standalone');
    expect(readRole({ RULIAN_ROLE: 'matching' })).toBe('matching');
  });

  it('must exist', () => {
    expect(() => readRole({ RULIAN_ROLE: 'engagement2' })).toThrow(
      'Configuration: RULIAN_ROLE must be one of standalone, gateway, demand, capability, matching, engagement, events, notification, search, not "engagement2".',
    );
  });
});

describe('how Kafka is spoken to', () => {
  const LOGIN = { KAFKA_SASL: 'scram-sha-512', KAFKA_USER: 'rulian', KAFKA_PASSWORD: 'geheim' };

  it('is plain and without sign-in unless it is set', () => {
    expect(readKafkaAccess({})).toEqual({});
    expect(readKafkaAccess({ KAFKA_TLS: '1' })).toEqual({ tls: {} });
    expect(readKafkaAccess(LOGIN)).toEqual({
      login: { mechanism: 'scram-sha-512', username: 'rulian', password: 'geheim' },
    });
  });

  it('trusts the certificates of a file, which asks for TLS by itself', () => {
    const ca = fileURLToPath(import.meta.url);
    expect(readKafkaAccess({ KAFKA_TLS_CA: ca }).tls?.ca).toContain('how Kafka is spoken to');
  });

  it.each([
    [{ KAFKA_SASL: 'md5' }, 'KAFKA_SASL must be one of none, plain, scram-sha-256, scram-sha-512, not "md5"'],
    [{ ...LOGIN, KAFKA_PASSWORD: '' }, 'KAFKA_PASSWORD must be set'],
    [{ KAFKA_TLS_CA: '/no/such.pem' }, 'KAFKA_TLS_CA must name a file that can be read'],
    [
      { KAFKA_TLS_CA: fileURLToPath(import.meta.url), KAFKA_TLS: '0' },
      'KAFKA_TLS_CA is of no use where KAFKA_TLS is 0',
    ],
  ])('refuses %j', (wrong, sentence) => {
    expect(() => readKafkaAccess(wrong)).toThrow(sentence);
  });
});
