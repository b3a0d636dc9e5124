import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ApiClient, ApiRefusal } from './api-client.js';

let server: Server;
let client: ApiClient;
let answer: (request: IncomingMessage, response: ServerResponse) => void;
const seen: {
  method?: string | undefined;
  url?: string | undefined;
  headers: IncomingMessage['headers'];
  body: string;
}[] = [];

beforeEach(async () => {
  seen.length = 0;
  answer = (_request, response) => response.end('{"ok":true}');
  server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += String(chunk);
    seen.push({ method: request.method, url: request.url, headers: request.headers, body });
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  client = new ApiClient(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, 'the-secret', 'en');
});
afterEach(() => {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(resolve));
});

describe('the client of the API', () => {
  it('sends JSON with secret, language and idempotency key', async () => {
    expect(await client.post('/demands', { title: '齿轮' }, 'a-key-of-mine')).toEqual({ ok: true });
    expect(seen[0]).toMatchObject({ method: 'POST', url: '/api/v1/demands', body: '{"title":"齿轮"}' });
    expect(seen[0]?.headers).toMatchObject({
      authorization: 'Bearer the-secret',
      'accept-language': 'en',
      'content-type': 'application/json',
      'idempotency-key': 'a-key-of-mine',
    });
    await client.get('/me');
    expect(seen[1]?.headers).not.toHaveProperty('content-type');
  });

  it('sends a file as it is read', async () => {
    const body = Readable.toWeb(Readable.from([Buffer.from('a'), Buffer.from('b')])) as ReadableStream<Uint8Array>;
    await client.upload('/imports', 'text/csv', body);
    expect(seen[0]).toMatchObject({ body: 'ab', headers: { 'content-type': 'text/csv' } });
  });

  it('takes an empty answer', async () => {
    answer = (_request, response) => void response.writeHead(204).end();
    expect(await client.post('/sessions')).toBeUndefined();
  });

  it('tells a refusal with what is wrong with each field', async () => {
    const errors = [
      { pointer: '/title', code: 'field.text', detail: 'Too short.' },
      { pointer: '/deadline', code: 'field.instant', detail: 'No time.' },
    ];
    const problem = {
      type: '/problems/x',
      title: 'Not valid',
      status: 422,
      detail: '2 fields are wrong.',
      code: 'x',
      errors,
    };
    answer = (_request, response) => void response.writeHead(422).end(JSON.stringify(problem));
    const refusal = await client.get('/me').catch((error: unknown) => error as ApiRefusal);
    expect(refusal).toMatchObject({
      status: 422,
      problem,
      message: '2 fields are wrong.\n  /title: Too short.\n  /deadline: No time.',
    });
    expect(refusal).toBeInstanceOf(ApiRefusal);
  });

  it.each(['<html>Bad Gateway</html>', '', 'null', '"text"', '{"error":1}'])(
    'tells a refusal of somebody in between: %j',
    async (body) => {
      answer = (_request, response) => void response.writeHead(502).end(body);
      await expect(client.get('/me')).rejects.toMatchObject({ name: 'ApiRefusal', status: 502, message: 'HTTP 502' });
    },
  );

  it('waits for an import to be over, telling its progress', async () => {
    const states = ['checking', 'importing', 'importing', 'done'];
    let asked = 0;
    answer = (_request, response) => response.end(JSON.stringify({ status: states[asked++], rows: 3, handled: asked }));
    const told: string[] = [];
    await client.imported('job', (job) => told.push(job.status));
    expect(told).toEqual(states);
    expect(seen.every(({ url }) => url === '/api/v1/imports/job')).toBe(true);
  });

  it('goes on waiting for an import while the product cannot answer, and not when it may not ask', async () => {
    const states = ['importing', undefined, undefined, 'done'];
    let asked = 0;
    answer = (_request, response) => {
      const status = states[asked++];
      if (status) response.end(JSON.stringify({ status, rows: 3, handled: asked }));
      else response.writeHead(503).end();
    };
    expect(await client.imported('job')).toMatchObject({ status: 'done' });
    answer = (_request, response) => void response.writeHead(401).end();
    await expect(client.imported('job')).rejects.toMatchObject({ status: 401 });
  });
});
