import { afterEach, describe, expect, it } from '@jest/globals';
import { Global, Logger, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { type Lag, Log } from '#ports/log/log';
import { Store, type Unsent } from '#ports/store/store';
import { Unavailable } from '#ports/unavailable';
import { HealthModule } from './health.module.js';
import { Readiness } from './readiness.js';

Logger.overrideLogger(false);

type Parts = { answers: () => Promise<void>; lag: () => Promise<Lag[]>; unsent: () => Promise<Unsent> };
let app: NestFastifyApplication | undefined;
afterEach(() => app?.close());

/** A process with the health module alone; store and log answer as `parts` says. */
async function start(parts: Parts): Promise<{ readiness: Readiness; get: (path: string) => Promise<Heard> }> {
  const providers = [
    { provide: Store, useValue: { answers: () => parts.answers(), unsent: () => parts.unsent() } },
    { provide: Log, useValue: { lag: () => parts.lag() } },
  ];
  @Global()
  @Module({ imports: [HealthModule], providers, exports: providers })
  class Process {}
  const made = await NestFactory.create<NestFastifyApplication>(Process, new FastifyAdapter(), { logger: false });
  app = made;
  await made.init();
  const get = async (path: string) => {
    const { statusCode, body } = await made.inject({ url: path });
    return { status: statusCode, body: JSON.parse(body) as unknown };
  };
  return { readiness: made.get(Readiness), get };
}

interface Heard {
  readonly status: number;
  readonly body: unknown;
}

const well = (): Parts => ({
  answers: async () => undefined,
  lag: async () => [],
  unsent: async () => ({ count: 0 }),
});

describe('health', () => {
  it('is ready when store and log answer and every check is, and tells what is to do', async () => {
    const parts = well();
    const { readiness, get } = await start(parts);
    readiness.add('search', async () => undefined);
    parts.unsent = async () => ({ count: 3 });
    parts.lag = async () => [
      { group: 'g', topic: 't', events: 2 },
      { group: 'h', topic: 't', events: 0 },
    ];
    expect(await get('/health/ready')).toEqual({
      status: 200,
      body: {
        status: 'ready',
        checks: ['store', 'log', 'search'].map((name) => ({ name, ready: true })),
      },
    });
    const body = { unsent: 3, lag: [{ group: 'g', topic: 't', events: 2 }] };
    expect(await get('/health/backlog')).toEqual({ status: 200, body });
  });

  it('is not ready until every check is, and lives meanwhile', async () => {
    const { readiness, get } = await start(well());
    let filled = false;
    readiness.add('matching', async () => (filled ? undefined : 'the index is being filled'));
    expect(await get('/health/ready')).toMatchObject({
      status: 503,
      body: {
        status: 'not-ready',
        checks: [{}, {}, { name: 'matching', ready: false, why: 'the index is being filled' }],
      },
    });
    expect(await get('/health/live')).toEqual({ status: 200, body: { status: 'live' } });
    filled = true;
    expect(await get('/health/ready')).toMatchObject({ status: 200, body: { status: 'ready' } });
    expect(() => readiness.add('matching', async () => undefined)).toThrow('already');
  });

  it('names who does not answer without a word on where it stands, and leaves out what is not known', async () => {
    const parts = well();
    const { get } = await start(parts);
    parts.lag = async () => {
      throw new Unavailable('the event log (connect ECONNREFUSED 10.0.0.5:9092)');
    };
    const { status, body } = await get('/health/ready');
    expect([status, body]).toEqual([
      503,
      {
        status: 'not-ready',
        checks: [
          { name: 'store', ready: true },
          { name: 'log', ready: false, why: 'does not answer' },
        ],
      },
    ]);
    expect(await get('/health/backlog')).toEqual({ status: 200, body: { unsent: 0 } });
  });

  it('says after three seconds that something hangs', async () => {
    const parts = well();
    const { get } = await start(parts);
    parts.answers = () => new Promise(() => undefined);
    const asked = performance.now();
    expect(await get('/health/ready')).toMatchObject({
      status: 503,
      body: {
        checks: [
          { name: 'store', ready: false, why: 'no answer within 3 s' },
          { name: 'log', ready: true },
        ],
      },
    });
    expect(performance.now() - asked).toBeLessThan(6000);
  }, 20_000);

  it('is not ready when a group has stopped, each told once', async () => {
    const parts = well();
    const { get } = await start(parts);
    const stopped = { group: 'g', events: 1, stopped: 'no such demand' };
    parts.lag = async () => [
      { ...stopped, topic: 't' },
      { ...stopped, topic: 'u' },
    ];
    const { status, body } = await get('/health/ready');
    const why = 'stopped: no such demand';
    expect([status, (body as { checks: unknown[] }).checks.slice(2)]).toEqual([
      503,
      [{ name: 'group g', ready: false, why }],
    ]);
  });
});
