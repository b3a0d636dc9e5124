import { describe, expect, it } from '@jest/globals';
import { NOTICE_KINDS } from '#contracts/notice';
import { HOUSE_TEXTS, noticeText } from '../notice.texts.js';
import type { Texts } from '../texts.js';
import { checkWords, neededOf, placesOf, samplesOf } from './words.rules.js';

const words = (title: string, body = '{firmName}', english = title): Texts => ({
  zh: { title, body },
  en: { title: english, body },
});
const codeOf = (texts: Texts) => checkWords('response.submitted', texts)?.code ?? 'fine';

describe('the words of a kind of notice', () => {
  it.each(NOTICE_KINDS)('%s: those of the house pass, and each place has a sample', (kind) => {
    expect(checkWords(kind, HOUSE_TEXTS[kind])).toBeUndefined();
    const params = samplesOf(kind);
    for (const language of ['zh', 'en'] as const) {
      const { title, body } = noticeText({ kind, params }, language);
      expect(`${title} ${body}`).not.toMatch(/[{}]/);
    }
    for (const place of placesOf(kind)) expect(params[place]).not.toBe(place);
  });

  it('know the places of their kind, and need what its titles name', () => {
    expect(placesOf('response.submitted')).toEqual(['firmName', 'title']);
    expect(neededOf('response.submitted')).toEqual(['firmName']);
  });

  it.each([
    ['收到{firmName}的揭榜', 'fine'],
    ['收到{firm}的揭榜', 'words.unknown'],
    ['收到 { firmName } 的揭榜', 'words.braces'],
    ['收到揭榜}', 'words.braces'],
    ['收到揭榜 https://example.com', 'words.link'],
    ['收到揭榜 www.example.com', 'words.link'],
    ['收到\n揭榜', 'words.line'],
  ])('%j: %s', (title, code) => {
    expect(codeOf(words(title))).toBe(code);
  });

  it('are refused in either language when they leave out what the notice is about', () => {
    expect(codeOf(words('收到揭榜', '请查看'))).toBe('words.missing');
    const english = { zh: { title: '{firmName}', body: '好' }, en: { title: 'A response', body: 'Read it' } };
    expect(checkWords('response.submitted', english)).toMatchObject({ code: 'words.missing', pointer: '/en/title' });
  });

  it('stand in place of the house’s, and what others have written stays text', () => {
    const own = new Map([['response.submitted', words('{firmName}揭榜了')]] as const);
    const notice = { kind: 'response.submitted', params: { firmName: '{title}<b>', title: '齿轮' } } as const;
    expect(noticeText(notice, 'zh', own)).toEqual({ title: '{title}<b>揭榜了', body: '{title}<b>' });
    expect(noticeText(notice, 'zh', new Map()).title).toContain('收到揭榜');
  });
});
