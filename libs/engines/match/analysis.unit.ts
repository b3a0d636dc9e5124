import { describe, expect, it } from '@jest/globals';
import { createAnalyser, MAX_TEXT, normalise } from './analysis.js';
import { demandQuery, MAX_QUERY_TERMS, makeQuery } from './query.js';

const analyser = createAnalyser();

describe('normalise', () => {
  it('makes full width, compatibility forms and case equal', () => {
    expect(normalise('ＰＬＣ控制①㎜')).toBe('plc控制1mm');
  });

  it('reads no more than its limit, also where a character becomes many', () => {
    expect(normalise('铝'.repeat(MAX_TEXT + 5))).toHaveLength(MAX_TEXT);
    expect(normalise('ﷺ'.repeat(MAX_TEXT))).toHaveLength(MAX_TEXT);
  });
});

describe('createAnalyser', () => {
  it('gives words and pairs of Han characters', () => {
    const terms = analyser.terms('铝合金压铸');
    expect(terms).toEqual(expect.arrayContaining(['铝合金', '压铸', '铝合', '合金', '金压']));
    expect(terms.filter((term) => term === '压铸')).toHaveLength(2);
  });

  it('gives words without pairs', () => {
    expect(analyser.words('铝合金压铸')).toEqual(['铝合金', '压铸']);
  });

  it('makes no pair across punctuation, letters or blanks', () => {
    const terms = analyser.terms('轴承、齿轮A泵 阀');
    for (const pair of ['承齿', '轮泵', '泵阀']) expect(terms).not.toContain(pair);
  });

  it('lets standards meet however they are spaced', () => {
    const joined = new Set(analyser.terms('ISO9001认证'));
    for (const term of analyser.words('ISO 9001')) expect(joined).toContain(term);
    expect(joined).toContain('iso9001');
  });

  it('keeps decimals whole and finds letters inside long Han text', () => {
    expect(analyser.words('精度0.02mm')).toEqual(expect.arrayContaining(['精度', '0.02', 'mm']));
    expect(analyser.words(`${'高'.repeat(50)}PLC${'精'.repeat(50)}`)).toContain('plc');
  });

  it('leaves out words without a subject', () => {
    expect(analyser.words('一种用于电池的方法')).toEqual(['电池', '方法']);
  });

  it('bounds the terms of any text', () => {
    expect(analyser.terms('铝a1'.repeat(100_000)).length).toBeLessThan(3 * MAX_TEXT);
    expect(analyser.terms('x'.repeat(5_000))).toEqual([]);
    expect(analyser.terms('')).toEqual([]);
  });

  it('reads characters outside the basic plane and broken halves', () => {
    expect(analyser.terms('𠮷𠮷')).toContain('𠮷𠮷');
    expect(() => analyser.terms('\ud842铝')).not.toThrow();
  });
});

describe('makeQuery', () => {
  it('sorts terms and adds up weights over pieces', () => {
    const query = makeQuery(analyser, [
      { text: 'mes scada', weight: 1 },
      { text: 'mes', weight: 0.5 },
      { text: 'erp', weight: 0 },
    ]);
    expect(query).toEqual({ terms: ['mes', 'scada'], weights: [1.5, 1] });
  });

  it('lets repetition within a piece count three times at most', () => {
    expect(makeQuery(analyser, [{ text: 'mes '.repeat(50), weight: 1 }]).weights).toEqual([3]);
  });

  it('keeps the heaviest terms of an endless text', () => {
    const endless = Array.from({ length: 3_000 }, (_, at) => `${at}`).join(' ');
    const query = makeQuery(analyser, [
      { text: endless, weight: 0.25 },
      { text: 'mes', weight: 1 },
    ]);
    expect(query.terms).toHaveLength(MAX_QUERY_TERMS);
    expect(query.terms).toContain('mes');
    expect(query.terms).toEqual([...query.terms].sort());
  });

  it('reads every part of a demand that says what is wanted', () => {
    const query = demandQuery(analyser, {
      id: 'd',
      title: 'title1',
      background: 'background1',
      process: 'process1',
      chain: 'chain1',
      link: 'link1',
      requirements: [{ name: 'requirement1', target: 'target1', must: true }],
      certificates: [],
      blocked: [],
    });
    const weight = (term: string) => query.weights[query.terms.indexOf(term)];
    expect(['title', 'process', 'requirement', 'link', 'background', 'chain'].map(weight)).toEqual([
      1, 0.75, 0.5, 0.5, 0.25, 0.25,
    ]);
    expect(query.terms).not.toContain('target');
  });

  it('lets a long background count a quarter of the title at most', () => {
    const demand = {
      id: 'd',
      title: '铝合金压铸件的精密加工与表面处理',
      requirements: [],
      certificates: [],
      blocked: [],
    };
    const total = (background: string) =>
      demandQuery(analyser, { ...demand, background }).weights.reduce((sum, weight) => sum + weight, 0);
    const background = Array.from({ length: 200 }, (_, at) => `w${at}`).join(' ');
    expect(total(background) / total('')).toBeCloseTo(1.25, 5);
  });
});
