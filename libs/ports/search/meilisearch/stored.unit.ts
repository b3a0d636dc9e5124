import { describe, expect, it } from '@jest/globals';
import { queryBySound } from '#ports/search/sound';
import { markedText } from './marked.js';
import { agrees } from './settings.js';
import { facetCode, facetValue, halfWidth, storedDoc, storedId } from './stored.js';

/** Cuts into pairs. */
const cutter = { cut: (text: string) => text.match(/..?/gu) ?? [] };

describe('what Meilisearch stores', () => {
  it('takes ids of any characters apart', () => {
    const ids = ['a', 'A', ' a', '青岛', '_position', '../x', '', 'x'.repeat(381), 'x'.repeat(382)];
    const stored = ids.map(storedId);
    expect(new Set(stored).size).toBe(ids.length);
    for (const id of stored) expect(id).toMatch(/^[A-Za-z0-9-][A-Za-z0-9_-]{0,510}$/);
  });

  it('takes facet values apart that the server would fold together, and gives them back', () => {
    const values = [
      'a',
      'A',
      'Ａ',
      ' a',
      'a ',
      '',
      '"',
      '\\',
      "'",
      '\u0000',
      '\n',
      'é',
      'e\u0301',
      '\ue002',
      '青岛 (高新)',
    ];
    const codes = values.map(facetCode);
    const folded = codes.map((code) => code.trim().normalize('NFKD').toLowerCase());
    expect(folded).toEqual(codes);
    expect(new Set(codes).size).toBe(values.length);
    expect(codes.map(facetValue)).toEqual(values);
    for (const code of codes) expect(code).not.toMatch(/["'\\\p{Cc}]/u);
  });

  it('cuts a long facet value and tells it from another with the same start', () => {
    const [one, other] = [facetCode(`${'汽'.repeat(200)}一`), facetCode(`${'汽'.repeat(200)}二`)];
    expect(one).not.toBe(other);
    expect(Buffer.byteLength(one)).toBeLessThanOrEqual(460);
    expect(facetValue(one)).toBe(`${'汽'.repeat(40)}…`);
  });

  it('keeps the text as it was written only where half width is another', () => {
    const text = { name: 'ＲＶ减速器（甲）', about: '齿轮' };
    expect(storedDoc({ id: 'a', text, facets: {}, show: {} }, cutter)).toMatchObject({
      t_name: 'RV减速器(甲)',
      o_name: 'ＲＶ减速器（甲）',
      t_about: '齿轮',
    });
    expect(storedDoc({ id: 'a', text, facets: {}, show: {} }, cutter)).not.toHaveProperty('o_about');
    expect(halfWidth('ＡｚＺ０９　～')).toBe('AzZ09 ~');
  });

  it('keeps how the Chinese sounds, each word and each with the next', () => {
    const text = { name: 'RV齿轮', products: ['精密轴承', '泵'] };
    const sounds = 'chilun jingmi jingmizhoucheng zhoucheng beng';
    expect(storedDoc({ id: 'a', text, facets: {}, show: {} }, cutter)).toMatchObject({ sounds });
    expect(storedDoc({ id: 'a', text: { name: 'RV' }, facets: {}, show: {} }, cutter)).not.toHaveProperty('sounds');
    expect(queryBySound('RV 轴乘ISO9001', cutter)).toBe('rv zhoucheng iso 9001');
  });
});

describe('what is marked', () => {
  it('joins neighbouring words and gives the text back as it was written', () => {
    expect(markedText('\ue000减速\ue001\ue000器\ue001(甲)', '减速器（甲）')).toBe('\ue000减速器\ue001（甲）');
    expect(markedText(['a', '\ue000b\ue001'], undefined)).toBe('a\n\ue000b\ue001');
    expect(markedText('nothing', undefined)).toBeUndefined();
    expect(markedText(undefined, undefined)).toBeUndefined();
  });

  it('cuts a long text around the first word, and closes a mark it cuts', () => {
    const text = `${'前'.repeat(500)}\ue000齿轮\ue001${'后'.repeat(500)}`;
    expect(markedText(text, undefined)).toMatch(/^…前{60}\ue000齿轮\ue001后+…$/);
    const long = markedText(`${'前'.repeat(100)}\ue000${'x'.repeat(500)}\ue001`, undefined);
    expect(long).toMatch(/^…前{60}\ue000x+\ue001…$/);
    expect(long!.length).toBeLessThan(305);
  });
});

describe('settings', () => {
  it('agree when what is wanted is so, whatever else there is', () => {
    expect(agrees({ a: [1, { b: 2, c: 3 }], d: 4 }, { a: [1, { b: 2 }] })).toBe(true);
    expect(agrees({ a: [1, 2] }, { a: [1] })).toBe(false);
    expect(agrees({ a: null }, { a: { b: 1 } })).toBe(false);
    expect(agrees({}, { a: 1 })).toBe(false);
  });
});
