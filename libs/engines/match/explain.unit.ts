import { describe, expect, it } from '@jest/globals';
import { createAnalyser } from './analysis.js';
import { type Explanation, explain, readDemand } from './explain.js';
import { FirmIndex } from './firm-index.js';
import { demandQuery, titleQuery } from './query.js';
import { type RelevanceQueries, relevanceMeasure } from './relevance.js';
import type { MatchDemand, MatchFirm } from './types.js';
import { readProfile } from './verdict/profile-reading.js';

const analyser = createAnalyser();
const index = new FirmIndex(analyser);

const base: MatchFirm = {
  id: 'base',
  name: '青岛激光切割有限公司',
  region: '山东省青岛市城阳区',
  lines: [
    { field: 'products', text: '铝合金压铸件', date: '2026-01-01' },
    { field: 'equipment', text: '西门子PLC产线2条' },
    { field: 'text', text: '定位精度0.03mm，交期稳定。暂不具备五轴联动加工能力，镀锌外协。' },
  ],
  certificates: [
    { name: 'ISO 9001:2015', validUntil: '2027-05-05' },
    { name: 'IATF 16949:2016', validUntil: '2026-05-05' },
    { name: 'CE' },
  ],
};
index.put(base);
for (let at = 0; at < 20; at += 1) index.put({ id: `x${at}`, name: '其他', lines: [], certificates: [] });

const demand: MatchDemand = { id: 'd', title: '压铸件', requirements: [], certificates: [], blocked: [] };

function explained(part: Partial<MatchDemand>, firm = base): Explanation {
  const whole = { ...demand, ...part };
  const query = demandQuery(analyser, whole);
  const read = { asked: readDemand(whole), query, firm, profile: () => readProfile(firm) };
  return explain({ analyser, idf: (term) => index.idf(term), ...read, on: '2026-11-22' });
}

const requirement = (name: string, target = '', unit = '') =>
  explained({ requirements: [{ name, target, unit, must: true }] }).checked[0];

describe('explain: requirements', () => {
  it('shows the part of the profile that decides, with field and date', () => {
    expect(requirement('铝合金压铸')).toEqual({
      requirement: { kind: 'requirement', index: 0, name: '铝合金压铸', must: true },
      state: 'met',
      why: 'stated',
      line: { field: 'products', text: '铝合金压铸件', date: '2026-01-01' },
    });
  });

  it.each([
    ['≤0.05', 'met', 'figure-met'],
    ['≤0.01', 'not-met', 'figure-not-met'],
  ])('compares figures: 定位精度%smm is %s', (target, state, why) => {
    expect(requirement('定位精度', target, 'mm')).toMatchObject({ state, why, line: { text: '定位精度0.03mm' } });
  });

  it.each([
    ['五轴联动加工', 'denied'],
    ['镀锌', 'outsourced'],
  ])('does not take a denial or another firm`s work for ability: %s', (name, why) => {
    expect(requirement(name)).toMatchObject({ state: 'not-met', why, line: { field: 'text' } });
  });

  it('does not know of what no line has, and does not take the name for ability', () => {
    expect(requirement('激光切割')).toEqual({ requirement: expect.anything(), state: 'unknown', why: 'silent' });
  });

  it('does not take one standard for another, and takes a superseded date for what it is', () => {
    expect(requirement('ISO 9001')).toMatchObject({ state: 'met', line: { text: 'ISO 9001:2015' } });
    expect(requirement('ISO 45001')).toMatchObject({ state: 'unknown' });
    expect(requirement('IATF 16949')).toMatchObject({ state: 'not-met', why: 'certificate-expired' });
  });

  it('checks the process like a requirement that is not a must', () => {
    expect(explained({ process: '铝合金压铸' }).checked).toEqual([
      expect.objectContaining({
        requirement: { kind: 'process', index: 0, name: '铝合金压铸', must: false },
        state: 'met',
      }),
    ]);
  });
});

describe('explain: certificates and regions', () => {
  it.each([
    ['ISO 9001', 'met', 'certificate-valid', { text: 'ISO 9001:2015', date: '2027-05-05' }],
    ['IATF 16949', 'not-met', 'certificate-expired', { text: 'IATF 16949:2016', date: '2026-05-05' }],
    ['CE', 'met', 'certificate-undated', { text: 'CE' }],
  ])('%s: %s', (name, state, why, line) => {
    const [found] = explained({ certificates: [{ name, must: false }] }).checked;
    expect(found).toMatchObject({ requirement: { kind: 'certificate', name }, state, why });
    expect(found?.line).toEqual({ field: 'certificates', ...line });
  });

  it('does not know of a certificate that is not named', () => {
    const [found] = explained({ certificates: [{ name: 'AS9100', must: true }] }).checked;
    expect(found).toMatchObject({ state: 'unknown', why: 'silent' });
  });

  it.each([
    ['青岛市', 'met', 'region-inside'],
    ['江苏省', 'not-met', 'region-outside'],
    ['长三角', 'not-met', 'region-outside'],
    ['胶东半岛', 'unknown', 'region-unknown'],
  ])('region %s: %s', (value, state, why) => {
    const [found] = explained({ regions: { values: [value], must: false } }).checked;
    expect(found).toMatchObject({ state, why, line: { field: 'region', text: base.region } });
  });

  it('does not know where a firm without a region is', () => {
    const { region: _, ...nowhere } = base;
    const [found] = explained({ regions: { values: ['青岛市'], must: true } }, nowhere).checked;
    expect(found).toEqual(expect.objectContaining({ state: 'unknown', why: 'region-unknown' }));
    expect(found).not.toHaveProperty('line');
  });
});

describe('explain: exclusion', () => {
  it('names the first must that is known not to be met', () => {
    const regions = { values: ['江苏省'], must: true };
    const { excluded } = explained({ certificates: [{ name: 'IATF 16949', must: true }], regions });
    expect(excluded).toMatchObject({ requirement: { name: 'IATF 16949' }, why: 'certificate-expired' });
  });

  it('excludes nobody for what is unknown or nice to have', () => {
    const certificates = [
      { name: 'AS9100', must: true },
      { name: 'IATF 16949', must: false },
    ];
    const { excluded } = explained({ certificates, requirements: [{ name: '激光切割', must: true }] });
    expect(excluded).toBeUndefined();
  });
});

describe('explain: what is shared', () => {
  it('shows the strongest lines first with whole words as written', () => {
    const { shared } = explained({ title: 'plc产线和铝合金压铸' });
    expect(shared.map(({ line, terms }) => [line.text, terms])).toEqual([
      ['铝合金压铸件', ['铝合金', '压铸']],
      ['西门子PLC产线2条', ['PLC', '产线']],
    ]);
  });

  it('shows nothing where nothing is shared', () => {
    expect(explained({ title: '榴莲' }).shared).toEqual([]);
  });
});

describe('relevance', () => {
  const relevance = (asked: RelevanceQueries, firmId: string) =>
    relevanceMeasure(index, asked)(firmId, index.score(asked.whole, firmId));

  it('is the better of the shares of whole and title, 0 for a stranger and for an empty demand', () => {
    const full = { ...demand, background: '榴莲 种植 基地 建设' };
    const asked = { whole: demandQuery(analyser, full), title: titleQuery(analyser, full) };
    const titleShare = index.score(asked.title, 'base') / index.bound(asked.title);
    expect(index.score(asked.whole, 'base') / index.bound(asked.whole)).toBeLessThan(titleShare);
    expect(relevance(asked, 'base')).toBe(titleShare);
    expect(relevance(asked, 'x1')).toBe(0);
    const vague = { ...demand, title: '榴莲', process: '铝合金压铸' };
    const byProcess = { whole: demandQuery(analyser, vague), title: titleQuery(analyser, vague) };
    expect(relevance(byProcess, 'base')).toBeGreaterThan(0);
    const empty = titleQuery(analyser, { title: '' });
    expect(relevance({ whole: empty, title: empty }, 'base')).toBe(0);
  });
});
