import { describe, expect, it } from '@jest/globals';
import { ANONYMOUS } from '#platform/access/access';
import { commandOf, type HouseRequest, readerLanguage } from './request.js';

describe('the language of the reader', () => {
  it.each([
    [undefined, 'zh'],
    ['', 'zh'],
    ['zh', 'zh'],
    ['zh-CN,zh;q=0.9,en;q=0.8', 'zh'],
    ['en', 'en'],
    ['EN-us', 'en'],
    ['en-US,en;q=0.9,zh-CN;q=0.8', 'en'],
    ['en;q=0.5, zh;q=0.9', 'zh'],
    ['zh;q=0.2,en;q=0.3', 'en'],
    ['fr,de;q=0.9', 'zh'],
    ['fr, en;q=0.1', 'en'],
    ['zh;q=0, en;q=0.1', 'en'],
    ['en;q=0', 'zh'],
    ['*', 'zh'],
    ['en;q=nonsense', 'en'],
    [';;;,,,q=1', 'zh'],
    ['en; q=0.8, zh; q=0.7', 'en'],
  ])('of %j is %s', (header, language) => {
    expect(readerLanguage(header)).toBe(language);
  });
});

describe('the command of a request', () => {
  const request = (more: { key?: unknown; method?: string; url?: string; body?: unknown; subject?: string } = {}) =>
    ({
      headers: { 'idempotency-key': 'key' in more ? more.key : 'a-key-of-mine' },
      method: more.method ?? 'POST',
      url: more.url ?? '/api/v1/demands',
      body: more.body ?? { title: 'a' },
      principal: { ...ANONYMOUS, subject: more.subject ?? 'person:p' },
    }) as unknown as HouseRequest;

  it('is the same for the same request, and says when another body comes under its key', () => {
    const command = commandOf(request());
    expect(commandOf(request())).toEqual(command);
    const other = commandOf(request({ body: { title: 'b' } }));
    expect(other.key).toBe(command.key);
    expect(other.cause).not.toBe(command.cause);
    expect(command.key).not.toContain('a-key-of-mine');
  });

  it.each([
    ['another caller', { subject: 'person:q' }],
    ['another method', { method: 'PATCH' }],
    ['another address', { url: '/api/v1/claims' }],
    ['another key', { key: 'a-key-of-yours' }],
  ])('is another for %s', (_, more) => {
    expect(commandOf(request(more)).key).not.toBe(commandOf(request()).key);
  });

  it('is none without a key', () => {
    expect(commandOf(request({ key: undefined }))).toEqual({ key: undefined, cause: undefined });
  });

  it.each(['short', 'x'.repeat(129), 'with space', '中文中文中文中文', '', ['a-key-of-mine', 'b']])(
    'is refused for the key %j',
    (key) => {
      expect(() => commandOf(request({ key }))).toThrow('common.idempotency_invalid');
    },
  );
});
