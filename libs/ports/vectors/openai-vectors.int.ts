import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { isUnavailable } from '#ports/unavailable';
import { VectorServer } from '#test/kit/vector-server';
import { OpenAiVectors } from './openai-vectors.js';

let server: VectorServer;
beforeEach(async () => {
  server = await VectorServer.open();
});
afterEach(() => server.close());

const vectors = (key = 'sk-secret') => new OpenAiVectors({ url: server.url, model: 'meaning-1', key });
const failure = (texts: string[] = ['齿轮']) =>
  vectors()
    .of(texts)
    .then(
      () => undefined,
      (error: Error) => error,
    );

describe('vectors of a server as the OpenAI API has it', () => {
  it('asks as documented and gives each text its own vector, of length 1', async () => {
    const [gear, silk, again] = await vectors().of(['精密齿轮', '丝绸', '精密齿轮']);
    expect(server.asked).toMatchObject([
      {
        path: '/v1/embeddings',
        headers: { 'content-type': 'application/json', authorization: 'Bearer sk-secret' },
        body: { model: 'meaning-1', input: ['精密齿轮', '丝绸', '精密齿轮'], encoding_format: 'float' },
      },
    ]);
    expect(gear).toEqual(again);
    expect(gear).not.toEqual(silk);
    for (const vector of [gear, silk]) expect(Math.hypot(...(vector ?? []))).toBeCloseTo(1, 5);
  });

  it('sends no key where there is none', async () => {
    await vectors('').of(['齿轮']);
    expect(server.asked[0]?.headers.authorization).toBeUndefined();
  });

  it.each([429, 500, 503])('may answer later after %s', async (status) => {
    server.answer = () => [status, {}, '{"error":{"message":"later"}}'];
    expect(isUnavailable(await failure())).toBe(true);
  });

  it('may answer later when nobody listens', async () => {
    const before = vectors();
    await server.close();
    expect(isUnavailable(await before.of(['齿轮']).catch((error: unknown) => error))).toBe(true);
    server = await VectorServer.open();
  });

  it('tells what is refused, not the key', async () => {
    server.answer = () => [401, {}, '{"error":{"message":"no such account"}}'];
    const error = await failure();
    expect([isUnavailable(error), error?.message]).toEqual([false, expect.stringContaining('no such account')]);
    expect(String(error?.stack)).not.toContain('sk-secret');
  });

  it('goes to no other address', async () => {
    const other = await VectorServer.open();
    server.answer = () => [307, { location: `${other.url}/embeddings` }, ''];
    expect(await failure()).toBeDefined();
    expect(other.asked).toEqual([]);
    await other.close();
  });

  it.each([
    ['no list', '{}'],
    ['too few', '{"data":[{"index":0,"embedding":[1,0]}]}'],
    ['a vector without length', '{"data":[{"index":0,"embedding":[0,0]},{"index":1,"embedding":[1,0]}]}'],
    ['no numbers', '{"data":[{"index":0,"embedding":["1","0"]},{"index":1,"embedding":[1,0]}]}'],
    ['other dimensions', '{"data":[{"index":0,"embedding":[1,0]},{"index":1,"embedding":[1,0,0]}]}'],
    ['no JSON', 'hello'],
  ])('takes no answer with %s', async (_, body) => {
    server.answer = () => [200, {}, body];
    const error = await failure(['a', 'b']);
    expect(error).toBeDefined();
    expect(isUnavailable(error)).toBe(false);
  });
});
