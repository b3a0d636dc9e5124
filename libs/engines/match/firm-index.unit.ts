import { beforeEach, describe, expect, it } from '@jest/globals';
import { createAnalyser } from './analysis.js';
import { K1 } from './bm25.js';
import { DemandIndex } from './demand-index.js';
import { FirmIndex } from './firm-index.js';
import { fieldWeight } from './profile.js';
import { makeQuery } from './query.js';
import type { MatchFirm, ProfileLine } from './types.js';

const analyser = createAnalyser();
const ask = (text: string) => makeQuery(analyser, [{ text, weight: 1 }]);
const firm = (id: string, name: string, ...products: string[]): MatchFirm => ({
  id,
  name,
  lines: products.map((text): ProfileLine => ({ field: 'products', text })),
  certificates: [],
});

describe('FirmIndex', () => {
  let index: FirmIndex;
  const scores = (text: string, ...ids: string[]) => ids.map((id) => index.score(ask(text), id));

  beforeEach(() => {
    index = new FirmIndex(analyser);
    index.put(firm('casting', '甲公司', '铝合金压铸件', '压铸模具'));
    index.put(firm('named', '压铸之家贸易公司', '办公用品'));
    index.put(firm('sensor', '乙公司', '温度传感器'));
  });

  it('scores firms by what they make, names counting less', () => {
    const [casting, named, sensor] = scores('压铸', 'casting', 'named', 'sensor');
    expect(casting).toBeGreaterThan(named!);
    expect(named).toBeGreaterThan(0);
    expect(sensor).toBe(0);
  });

  it('gives nothing for words that nobody uses, and says so with a bound above 0', () => {
    expect(scores('榴莲', 'casting', 'named', 'sensor')).toEqual([0, 0, 0]);
    expect(index.bound(ask('榴莲'))).toBeGreaterThan(0);
    expect(index.bound(ask(''))).toBe(0);
  });

  it('replaces a firm put again and forgets one removed', () => {
    index.put(firm('casting', '甲公司', '注塑件'));
    expect(scores('铝合金', 'casting')).toEqual([0]);
    expect(scores('注塑', 'casting')[0]).toBeGreaterThan(0);
    expect(index.remove('casting')).toBe(true);
    expect(index.remove('casting')).toBe(false);
    expect([index.size, ...scores('注塑', 'casting')]).toEqual([2, 0]);
  });

  it('scores by the formula: one firm of two, one mention of average length', () => {
    const small = new FirmIndex({ terms: (text) => text.split(' '), words: (text) => text.split(' ') });
    small.put({ id: 'x', name: 'a', lines: [{ field: 'products', text: 'pump' }], certificates: [] });
    small.put({ id: 'y', name: 'b', lines: [{ field: 'products', text: 'valve' }], certificates: [] });
    // Two firms count as a sample of a thousand.
    const rarity = Math.log(1 + 999.5 / 1.5);
    const score = small.score({ terms: ['pump'], weights: [2] }, 'x');
    expect(score).toBeCloseTo((2 * rarity * (K1 + 1)) / (1 + K1), 12);
  });

  it('finds certificates, which have no line of their own', () => {
    index.put({ ...firm('certified', '丙公司'), certificates: [{ name: 'IATF 16949:2016' }] });
    expect(scores('IATF16949', 'certified', 'casting')).toEqual([expect.any(Number), 0]);
    expect(scores('IATF16949', 'certified')[0]).toBeGreaterThan(0);
  });

  it('takes more firms than its first arrays hold', () => {
    for (let at = 0; at < 3_000; at += 1) index.put(firm(`n${at}`, '', `型号x${at}`));
    expect(scores('x2999', 'n2999')[0]).toBeGreaterThan(scores('型号', 'n2999')[0]!);
    expect(scores('2999', 'n2998', 'n2999')).toEqual([0, expect.any(Number)]);
    expect(index.size).toBe(3_003);
  });
});

describe('fieldWeight', () => {
  it('has halves only, so that sums are exact', () => {
    for (const weight of Object.values(fieldWeight)) expect(Number.isInteger(weight * 2)).toBe(true);
  });
});

describe('DemandIndex', () => {
  it('gives nothing for a firm that the firm index does not hold', () => {
    const demands = new DemandIndex(new FirmIndex(analyser));
    demands.put('d', ask('压铸'));
    expect(demands.answeredBy('nobody')).toEqual([]);
    expect([demands.size, demands.remove('d'), demands.remove('d'), demands.size]).toEqual([1, true, false, 0]);
  });

  it('finds demands opened for words that no firm used at the time', () => {
    const index = new FirmIndex(analyser);
    const demands = new DemandIndex(index);
    demands.put('d', ask('榴莲'));
    index.put(firm('late', '', '榴莲种植'));
    expect(demands.answeredBy('late')).toEqual(['d']);
  });
});
