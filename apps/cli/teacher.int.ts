import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { askTeacher } from './teacher.js';

interface Asked {
  readonly model: string;
  readonly input: readonly string[];
}

describe('askTeacher', () => {
  let server: Server;
  let url: string;
  let asked: Asked[];
  let answer: (asked: Asked) => { readonly status?: number; readonly body: unknown };

  /** Backwards: an endpoint may answer in any order. */
  const vectors = ({ input }: Asked) => ({
    body: { data: input.map((text, index) => ({ index, embedding: [text.length, index] })).reverse() },
  });

  beforeEach(async () => {
    asked = [];
    answer = vectors;
    server = createServer(async (request, response) => {
      let text = '';
      for await (const chunk of request) text += chunk;
      const one = JSON.parse(text) as Asked;
      asked.push(one);
      const { status = 200, body } = request.url === '/v1/embeddings' ? answer(one) : { status: 404, body: {} };
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(typeof body === 'string' ? body : JSON.stringify(body));
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`;
  });

  afterEach(() => new Promise((done) => server.close(done)));

  it('asks in batches, tells how far it is, and keeps the order of the texts', async () => {
    const texts = Array.from({ length: 150 }, (_, at) => 'x'.repeat(at + 1));
    const said: string[] = [];
    const all = await askTeacher(texts, { url: `${url}/`, model: 'm', say: (line) => said.push(line) });
    expect(asked.map(({ model, input }) => [model, input.length])).toEqual([
      ['m', 64],
      ['m', 64],
      ['m', 22],
    ]);
    expect(Array.from({ length: 150 }, (_, at) => all[2 * at])).toEqual(texts.map(({ length }) => length));
    expect(said[0]).toBe('teacher: 64 of 150 lines');
  });

  it.each([
    ['an error', () => ({ status: 500, body: 'no model' }), /HTTP 500 no model/],
    ['what is not JSON', () => ({ body: '<html>' }), /no vector for each of 2 texts/],
    ['too few vectors', () => ({ body: { data: [{ index: 0, embedding: [1] }] } }), /no vector for each of 2 texts/],
    [
      'texts for numbers',
      () => ({ body: { data: [{ embedding: ['1'] }, { embedding: ['2'] }] } }),
      /no vector for each/,
    ],
    [
      'the same place twice',
      () => ({ body: { data: [0, 0].map((index) => ({ index, embedding: [1] })) } }),
      /no vector/,
    ],
    ['other widths', () => ({ body: { data: [{ embedding: [1, 2] }, { embedding: [1] }] } }), /a vector of 1 numbers/],
  ])('refuses %s with one sentence', async (_, bad, message) => {
    answer = bad;
    const failure = { name: 'TeacherFailed', code: 'cli.teacher-failed', message: expect.stringMatching(message) };
    await expect(askTeacher(['a', 'b'], { url, model: 'm', say: () => undefined })).rejects.toMatchObject(failure);
  });

  it('says that nobody is there', async () => {
    await new Promise((done) => server.close(done));
    const failure = { name: 'TeacherFailed', message: expect.stringMatching(/embeddings: .*ECONNREFUSED/) };
    await expect(askTeacher(['a'], { url, model: 'm', say: () => undefined })).rejects.toMatchObject(failure);
    server.listen(0);
  });
});
