import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type Lookup, OutwardPost } from './outward-post.js';

let server: Server;
let port: number;
let asked: { body: string; type: string | undefined }[];
let respond: (path: string) => { status: number; body?: string; headers?: Record<string, string> } | undefined;
beforeEach(async () => {
  asked = [];
  respond = () => ({ status: 200, body: 'fine' });
  server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += String(chunk);
    asked.push({ body, type: request.headers['content-type'] });
    const answer = respond(request.url ?? '');
    if (answer) response.writeHead(answer.status, answer.headers).end(answer.body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  port = (server.address() as AddressInfo).port;
});
const open: OutwardPost[] = [];
afterEach(() => {
  for (const post of open.splice(0)) post.close();
  server.closeAllConnections();
  return new Promise((resolve) => server.close(resolve));
});
const poster = (privateAllowed: boolean, resolve?: Lookup) => {
  const post = new OutwardPost(privateAllowed, resolve);
  open.push(post);
  return post;
};
/** A name service that says this of every name. */
const means =
  (...addresses: string[]): Lookup =>
  (_name, _options, callback) =>
    callback(
      null,
      addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    );

describe('where private addresses are allowed', () => {
  it('posts and answers what comes, with its status and Retry-After', async () => {
    const post = poster(true);
    expect(await post.post(`http://127.0.0.1:${port}/x`, '{"标题":1}')).toEqual({ status: 200, body: 'fine' });
    expect(asked).toEqual([{ body: '{"标题":1}', type: 'application/json; charset=utf-8' }]);
    respond = () => ({ status: 429, headers: { 'retry-after': '17' } });
    expect(await post.post(`http://localhost:${port}/`, '')).toEqual({ status: 429, body: '', retryAfter: 17 });
  });

  it('follows no redirect', async () => {
    respond = (path) => (path === '/' ? { status: 302, headers: { location: '/elsewhere' } } : { status: 200 });
    expect(await poster(true).post(`http://127.0.0.1:${port}/`, '')).toMatchObject({ status: 302 });
    expect(asked).toHaveLength(1);
  });

  it('does not wait for ever, nor read for ever', async () => {
    respond = () => undefined;
    await expect(poster(true).post(`http://127.0.0.1:${port}/`, '', {}, 50)).rejects.toMatchObject({
      name: 'AbortError',
    });
    respond = () => ({ status: 200, body: 'x'.repeat(1_000_000) });
    const { body } = await poster(true).post(`http://127.0.0.1:${port}/`, '');
    expect(body).toHaveLength(64 * 1024);
  });
});

describe('otherwise', () => {
  it.each(['http://example.org/', 'https://127.0.0.1/', 'https://[::1]/', 'https://10.0.0.8/', 'https://2130706433/'])(
    'refuses %s without asking anybody',
    async (address) => {
      const resolve: Lookup = () => {
        throw new Error('a name was looked up');
      };
      await expect(poster(false, resolve).post(address, '')).rejects.toMatchObject({ name: 'PrivateAddress' });
    },
  );

  it('refuses a name that means a private address, also as one of several', async () => {
    const address = `https://hook.example.org:${port}/`;
    for (const addresses of [['127.0.0.1'], ['::1'], ['203.0.114.1', '192.168.0.1']]) {
      const answer = poster(false, means(...addresses)).post(address, '');
      await expect(answer).rejects.toMatchObject({ name: 'PrivateAddress' });
    }
    expect(asked).toEqual([]);
  });

  it('looks again for each connection: a name that has changed its meaning opens no way in', async () => {
    const meanings = ['127.0.0.1', '127.0.0.2'];
    const changing: Lookup = (name, options, callback) => means(meanings.shift() ?? '')(name, options, callback);
    const post = new OutwardPost(false, changing, (ip) => ip === '127.0.0.1');
    open.push(post);
    // The first meaning passes for public, and is connected to: a server that does not speak TLS.
    const first = await post.post(`https://hook.example.org:${port}/`, '').catch((error: unknown) => error);
    expect(first).toMatchObject({ code: expect.stringMatching(/^(EPROTO|ERR_SSL)/) });
    await expect(post.post(`https://hook.example.org:${port}/`, '')).rejects.toMatchObject({ name: 'PrivateAddress' });
    expect(asked).toEqual([]);
  });
});
