import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { INestApplication } from '@nestjs/common';
import Fastify, { type FastifyInstance } from 'fastify';
import { readWeb, serveWeb } from './serve-web.js';

const SCRIPT = 'console.log("入链");';

describe('the web app beside the API', () => {
  let folder: string;
  let fastify: FastifyInstance;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'rulian-web-'));
    await mkdir(join(folder, 'assets'));
    await writeFile(join(folder, 'index.html'), '<html lang="zh-CN"><!-- head --><!-- /head --><div id="root"></div>');
    await writeFile(join(folder, 'assets', 'app-1a2b.js'), SCRIPT);
    await writeFile(join(folder, 'assets', 'app-1a2b.js.gz'), gzipSync(SCRIPT));
    fastify = Fastify();
    fastify.get('/api/v1/demands/:id', (request, reply) => {
      const { id } = request.params as { id: string };
      if (request.headers.cookie) return reply.code(500).send({});
      return id === 'd1' ? reply.send({ title: '精密齿轮' }) : reply.code(404).send({});
    });
    const app = { getHttpAdapter: () => ({ getInstance: () => fastify }) } as unknown as INestApplication;
    serveWeb(app, await readWeb(pathToFileURL(`${folder}/`)));
  });

  afterAll(async () => {
    await fastify.close();
    await rm(folder, { recursive: true, force: true });
  });

  const get = (url: string, headers: Record<string, string> = {}) => fastify.inject({ url, headers });

  it('answers every address of its own with its page, never kept without asking', async () => {
    for (const url of ['/', '/demands', '/my/demands/x/edit', '/sign-in?from=/today']) {
      const answer = await get(url);
      expect([url, answer.statusCode]).toEqual([url, 200]);
      expect(answer.body).toContain('<div id="root">');
      expect(answer.headers['cache-control']).toBe('no-cache');
      expect(answer.headers['content-security-policy']).toContain("script-src 'self';");
    }
  });

  it('leaves the API its own answers, and invents no file', async () => {
    for (const url of ['/api/v1/nothing', '/health/nothing', '/assets/gone.js', '/robots.txt', '/../package.json'])
      expect([url, (await get(url)).statusCode]).toEqual([url, 404]);
  });

  it('serves a file as small as the caller takes it, for ever', async () => {
    const packed = await get('/assets/app-1a2b.js', { 'accept-encoding': 'br, gzip' });
    expect(packed.headers).toMatchObject({ 'content-encoding': 'gzip', vary: 'accept-encoding' });
    expect(packed.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect(packed.rawPayload).toEqual(gzipSync(SCRIPT));
    const plain = await get('/assets/app-1a2b.js', { 'accept-encoding': 'gzip;q=0, identity' });
    expect(plain.headers).not.toHaveProperty('content-encoding');
    expect(plain.body).toBe(SCRIPT);
    const again = await get('/assets/app-1a2b.js', { 'if-none-match': String(plain.headers.etag) });
    expect(again.statusCode).toBe(304);
  });

  it('tells of a demand what anybody may see, whoever asks', async () => {
    expect((await get('/demands/d1')).body).toContain('<title>精密齿轮 · 入链 Rulian</title>');
    expect((await get('/demands/d1', { cookie: 'rulian_session=x' })).body).toContain('<title>精密齿轮');
  });

  it('says that a demand is not there, except to somebody who may see more', async () => {
    expect((await get('/demands/d2')).statusCode).toBe(404);
    expect((await get('/demands/d2', { cookie: 'rulian_session=x' })).statusCode).toBe(200);
  });

  it('says in one sentence that it is not built', async () => {
    await expect(readWeb(pathToFileURL(`${folder}/nowhere/`))).rejects.toThrow('npm run build');
  });
});
