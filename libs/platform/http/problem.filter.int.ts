import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Logger } from '@nestjs/common';
import fastify from 'fastify';
import { commonErrors } from '#platform/errors/common.errors';
import { Refused } from '#platform/errors/errors';
import { Unavailable } from '#ports/unavailable';
import { ProblemFilter } from './problem.filter.js';

Logger.overrideLogger(false);

const app = fastify();
let thrown: unknown;
beforeAll(() => {
  const filter = new ProblemFilter();
  app.get('/', (request, reply) => filter.answer(thrown, request, reply));
});
afterAll(() => app.close());

async function answer(error: unknown, language = 'en') {
  thrown = error;
  const { statusCode, headers, body } = await app.inject({ url: '/', headers: { 'accept-language': language } });
  return {
    status: statusCode,
    retry: headers['retry-after'],
    contentType: headers['content-type'],
    ...JSON.parse(body),
  };
}

describe('the answer to an error', () => {
  it('that passes by itself is 503 and says when to come again, in the language of the reader', async () => {
    const away = new Unavailable('Meilisearch', { cause: new Error('connect ECONNREFUSED 10.0.0.5:7700') });
    const english = await answer(away);
    expect(english).toMatchObject({ status: 503, retry: '5', code: 'common.unavailable' });
    expect(english.contentType).toBe('application/problem+json; charset=utf-8');
    expect(english.detail).toBe('The service is busy or not available at the moment. Try again soon.');
    expect(JSON.stringify(english)).not.toContain('10.0.0.5');
    expect(await answer(away, 'zh')).toMatchObject({ status: 503, title: '暂时不可用' });
  });

  it('of too many requests says how long to wait', async () => {
    const many = new Refused([commonErrors.too_many({ seconds: 17 })]);
    expect(await answer(many)).toMatchObject({ status: 429, retry: '17' });
  });

  it('that nobody expected shows an id and no time to come again', async () => {
    const fault = await answer(new Error('secret of the house'));
    expect(fault).toMatchObject({ status: 500, code: 'common.internal', retry: undefined });
    expect(JSON.stringify(fault)).not.toContain('secret of the house');
  });
});
