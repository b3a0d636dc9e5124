import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { defineErrors, errorCodes, errorSpec, fail, failureText, fill, ok, orRefuse, Refused } from './errors.js';

const LIBS = fileURLToPath(new URL('../../', import.meta.url));

/** Every compiled file of the product that defines errors. */
function definingFiles(): string[] {
  const names = readdirSync(LIBS, { recursive: true, encoding: 'utf8' });
  const product = names.filter((name) => name.endsWith('.js') && !/\.(unit|int|e2e|contract)\.js$/.test(name));
  return product.map((name) => join(LIBS, name)).filter((path) => /= defineErrors\('/.test(readFileSync(path, 'utf8')));
}

const places = (text: string): string[] => (text.match(/\{\w+\}/g) ?? []).sort();

describe('the catalogue of errors', () => {
  let codes: string[] = [];
  beforeAll(async () => {
    const files = definingFiles();
    expect(files.length).toBeGreaterThanOrEqual(7);
    for (const file of files) await import(pathToFileURL(file).href);
    codes = errorCodes();
  });

  it('holds the errors of every namespace', () => {
    const namespaces = new Set(codes.map((code) => code.split('.')[0]));
    expect([...namespaces]).toEqual(
      expect.arrayContaining(['capability', 'common', 'credit_code', 'demand', 'field', 'identity', 'matching']),
    );
    expect(codes.every((code) => /^[a-z_]+\.[a-z0-9_]+$/.test(code))).toBe(true);
  });

  it('says each in Chinese and in English, a sentence with the same places', () => {
    for (const code of codes) {
      const spec = errorSpec(code);
      // Some hold a whole sentence, handed over in both languages.
      const [zh, en] = [spec.zh.replace('{zh}', '甲方缺席。'), spec.en.replace('{en}', 'One is absent.')];
      expect([code, /\p{Script=Han}/u.test(zh), /\p{Script=Han}/u.test(en)]).toEqual([code, true, false]);
      expect([code, places(zh)]).toEqual([code, places(en)]);
      expect([code, /[。！？]$/.test(zh), /[.!?]$/.test(en)]).toEqual([code, true, true]);
    }
  });

  it('has Chinese words where it has words', () => {
    const words = codes.flatMap((code) => Object.values(errorSpec(code).words ?? {}));
    expect(words.length).toBeGreaterThan(10);
    expect(words.every((word) => /^\p{Script=Han}+$/u.test(word))).toBe(true);
  });

  it('speaks of states and roles in the language of the reader', () => {
    const state = { code: 'demand.not_in_state', params: { status: 'draft', action: 'publish' } };
    expect(failureText(state, 'zh')).toBe('需求当前状态为“草稿”，不能发布。');
    expect(failureText(state, 'en')).toBe('The demand is “draft”: publish is not possible now.');
    const roles = { code: 'common.forbidden', params: { allowed: 'sme, leader' } };
    expect(failureText(roles, 'zh')).toBe('您的身份无权进行此操作。允许的身份：中小企业、链主企业。');
    expect(failureText(roles, 'en')).toBe('Your role may not do this. It is for: sme, leader.');
  });
});

describe('defining errors', () => {
  it('makes failures with code, parameters and pointer, and refuses a code twice', () => {
    const specs = { wrong: { kind: 'invalid', zh: '错 {n}。', en: 'Wrong {n}.' } } as const;
    const errors = defineErrors('unit', specs);
    expect(errors.wrong({ n: 1 }, '/a')).toEqual({ code: 'unit.wrong', params: { n: 1 }, pointer: '/a' });
    expect(errors.wrong()).toEqual({ code: 'unit.wrong', params: {} });
    expect(() => defineErrors('unit', specs)).toThrow('unit.wrong is defined twice');
    expect(() => errorSpec('unit.none')).toThrow('unit.none is not defined');
  });
});

describe('filling texts', () => {
  it.each([
    ['{a} and {b}', { a: 1, b: 'x' }, '1 and x'],
    ['{a}{a}', { a: '{b}', b: 'no' }, '{b}{b}'],
    ['{none}', {}, '{none}'],
    ['{toString}', {}, '{toString}'],
  ])('%j with %j', (text, params, filled) => {
    expect(fill(text, params as Record<string, string>)).toBe(filled);
  });
});

describe('a result at the edge', () => {
  it('is its value, or thrown as a refusal', () => {
    expect(orRefuse(ok(5))).toBe(5);
    const failure = { code: 'common.stale', params: {} };
    expect(() => orRefuse(fail(failure))).toThrow(new Refused([failure]));
  });
});
