import { resolve } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { readConfig } from './config.js';

describe('the configuration', () => {
  const defaults = {
    port: 3000,
    host: '127.0.0.1',
    dataDir: resolve('data'),
    indexFolder: resolve('data'),
    demo: true,
    logLevel: 'info',
    publicUrl: '',
    requestsPerMinute: 6000,
    signInsPerMinute: 10,
    signUpsPerHour: 20,
    proposalsPerWeek: 5,
    smtpUrl: '',
    mailFrom: '',
    privateWebhooks: false,
    dictionary: '',
    matchShards: 1,
    trustProxy: false,
    metricsPort: 0,
    tracesUrl: '',
  };
  const NAMES = [
    'PORT',
    'HOST',
    'RULIAN_DATA_DIR',
    'RULIAN_DEMO',
    'RULIAN_LOG_LEVEL',
    'RULIAN_PUBLIC_URL',
    'RULIAN_REQUESTS_PER_MINUTE',
    'RULIAN_SIGN_INS_PER_MINUTE',
    'RULIAN_SIGN_UPS_PER_HOUR',
    'RULIAN_PROPOSALS_PER_WEEK',
    'RULIAN_SMTP_URL',
    'RULIAN_MAIL_FROM',
    'RULIAN_PRIVATE_WEBHOOKS',
    'RULIAN_DICTIONARY',
    'RULIAN_MATCH_SHARDS',
    'RULIAN_VECTORS_URL',
    'RULIAN_VECTORS_MODEL',
    'RULIAN_VECTORS_KEY',
    'RULIAN_TRUST_PROXY',
    'RULIAN_METRICS_PORT',
    'OTEL_EXPORTER_OTLP_ENDPOINT',
  ];

  it('has a default for everything, on loopback', () => {
    expect(readConfig({})).toEqual(defaults);
  });

  it.each(['', '  '])('takes a setting that is %j as not set', (empty) => {
    expect(readConfig(Object.fromEntries(NAMES.map((name) => [name, empty])))).toEqual(defaults);
  });

  it('reads every setting', () => {
    const env = {
      PORT: '0',
      HOST: '0.0.0.0',
      RULIAN_DATA_DIR: '/var/lib/rulian',
      RULIAN_DEMO: 'No',
      RULIAN_LOG_LEVEL: 'warn',
      RULIAN_PUBLIC_URL: 'https://rulian.example//',
      RULIAN_REQUESTS_PER_MINUTE: '60',
      RULIAN_SIGN_INS_PER_MINUTE: '3',
      RULIAN_SIGN_UPS_PER_HOUR: '4',
      RULIAN_PROPOSALS_PER_WEEK: '7',
      RULIAN_SMTP_URL: 'smtps://user:p%40ss@mail.example',
      RULIAN_MAIL_FROM: '入链 <notice@rulian.example>',
      RULIAN_PRIVATE_WEBHOOKS: '1',
      RULIAN_DICTIONARY: 'package.json',
      RULIAN_MATCH_SHARDS: '3',
      RULIAN_VECTORS_URL: 'https://vectors.example/v1/',
      RULIAN_VECTORS_MODEL: 'meaning-1',
      RULIAN_VECTORS_KEY: 'sk-1',
      RULIAN_TRUST_PROXY: 'on',
      RULIAN_METRICS_PORT: '9464',
      OTEL_EXPORTER_OTLP_ENDPOINT: 'http://collector:4318/',
    };
    expect(readConfig(env)).toEqual({
      port: 0,
      host: '0.0.0.0',
      dataDir: '/var/lib/rulian',
      indexFolder: '/var/lib/rulian',
      demo: false,
      logLevel: 'warn',
      publicUrl: 'https://rulian.example',
      requestsPerMinute: 60,
      signInsPerMinute: 3,
      signUpsPerHour: 4,
      proposalsPerWeek: 7,
      smtpUrl: 'smtps://user:p%40ss@mail.example',
      mailFrom: '入链 <notice@rulian.example>',
      privateWebhooks: true,
      dictionary: expect.stringContaining('rulian'),
      matchShards: 3,
      vectors: { url: 'https://vectors.example/v1', model: 'meaning-1', key: 'sk-1' },
      trustProxy: true,
      metricsPort: 9464,
      tracesUrl: 'http://collector:4318',
    });
  });

  it.each(['65536', '-1', '3.5', '1e3', '0x10', 'abc', '99999999999999999999'])('refuses the port %s', (PORT) => {
    expect(() => readConfig({ PORT })).toThrow(
      `Configuration: PORT must be a whole number from 0 to 65535, not "${PORT}".`,
    );
  });

  it('refuses a mail server that is none, without telling its password, and mail without a sender', () => {
    const wrong = () => readConfig({ RULIAN_SMTP_URL: 'user:s3cret@mail.example', RULIAN_MAIL_FROM: 'somebody' });
    expect(wrong).toThrow(/RULIAN_SMTP_URL must look like .*; RULIAN_MAIL_FROM must be the sender/);
    expect(wrong).not.toThrow(/s3cret/);
    expect(() => readConfig({ RULIAN_SMTP_URL: 'smtp://mail.example' })).toThrow('RULIAN_MAIL_FROM');
  });

  it('refuses half of a model of vectors, without telling its key', () => {
    const wrong = () => readConfig({ RULIAN_VECTORS_URL: 'vectors.example', RULIAN_VECTORS_KEY: 's3cret' });
    expect(wrong).toThrow(/RULIAN_VECTORS_URL must be the address .*; RULIAN_VECTORS_MODEL must name/);
    expect(wrong).not.toThrow(/s3cret/);
    expect(() => readConfig({ RULIAN_VECTORS_MODEL: 'meaning-1' })).toThrow('RULIAN_VECTORS_URL');
  });

  it('names every wrong setting in one sentence', () => {
    const env = { PORT: 'x', RULIAN_DEMO: 'maybe', RULIAN_LOG_LEVEL: 'loud', RULIAN_SIGN_INS_PER_MINUTE: '0' };
    expect(() => readConfig(env)).toThrow(
      'Configuration: PORT must be a whole number from 0 to 65535, not "x"; RULIAN_DEMO must be 1 or 0, not "maybe"; RULIAN_LOG_LEVEL must be one of debug, info, warn, error, silent, not "loud"; RULIAN_SIGN_INS_PER_MINUTE must be a whole number from 1 to 1000000, not "0".',
    );
  });
});
