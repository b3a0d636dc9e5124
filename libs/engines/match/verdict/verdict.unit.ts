import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { readFirm } from '../read-json.js';
import type { MatchFirm, MatchRequirement, ProfileField } from '../types.js';
import { readProfile } from './profile-reading.js';
import { readRequirement, verdict } from './verdict.js';

interface Case {
  readonly on: string;
  readonly requirement: MatchRequirement;
  readonly firm: MatchFirm;
  readonly verdict: string;
  readonly batch?: string;
}

/** Pairs of a requirement and a profile, labelled by hand before they were run; the format of the given ones. */
function cases(): Case[] {
  const file = join(process.cwd(), 'libs/engines/match/verdict/own-pairs.jsonl');
  const lines = readFileSync(file, 'utf8').trim().split('\n');
  return lines.map((line) => {
    const pair = JSON.parse(line) as Case & { profile: object };
    const read = readFirm({ id: 'firm', ...pair.profile });
    if ('problem' in read) throw new Error(read.problem);
    return { ...pair, firm: read.value };
  });
}

const decided = (state: string) => (state === 'likely' ? 'unknown' : state);
const judge = ({ requirement, firm, on }: Case) => verdict(readRequirement(requirement), readProfile(firm), on);

describe('verdict: pairs of other industries', () => {
  const all = cases();

  it('has many pairs of each label', () => {
    for (const label of ['met', 'not-met', 'unknown']) {
      expect(all.filter((one) => one.verdict === label).length).toBeGreaterThanOrEqual(20);
    }
  });

  it('judges at least 95 of 100 as a person does', () => {
    const wrong = all.filter((one) => decided(judge(one).state) !== one.verdict);
    expect(wrong.length / all.length).toBeLessThanOrEqual(0.05);
  });

  it.each([
    ['certificates and several products', 60, 59],
    ['colloquial and mixed', 60, 56],
    ['field notes', 66, 66],
    ['trades with traps', 120, 120],
    ['as the given ones', 440, 427],
    ['harder words', 120, 112],
  ])('judges no fewer pairs of the batch "%s" rightly than when it was mended', (batch, count, least) => {
    const own = all.filter((one) => one.batch === batch);
    expect(own.length).toBe(count);
    expect(own.filter((one) => decided(judge(one).state) === one.verdict).length).toBeGreaterThanOrEqual(least);
  });

  it('quotes the profile word for word', () => {
    for (const one of all) {
      const { evidence } = judge(one);
      if (!evidence) continue;
      const { firm } = one;
      const said = [
        firm.region ?? '',
        ...firm.lines.map(({ text }) => text),
        ...firm.certificates.map(({ name }) => name),
      ];
      expect(said.some((text) => text.includes(evidence.text))).toBe(true);
    }
  });
});

/** Lines that firms add: about other things, and about what some of the pairs ask. */
const additions: readonly (readonly [ProfileField, string])[] = [
  ['text', '公司坚持以质取胜，欢迎来电洽谈。'],
  ['products', '通用零件'],
  ['equipment', '电子秤3台'],
  ['text', '噪声45dB，交期10天，年产20万件，防护等级IP54，公差±0.05mm。'],
  ['processes', '阳极氧化（外协）'],
  ['text', '五轴加工计划2027年引进；暂无自营进出口权。'],
  ['capacity', '月产3万套'],
  ['cases', '为某主机厂配套铸件500吨'],
];

describe('verdict: more evidence', () => {
  it('never turns met into unknown', () => {
    let met = 0;
    for (const one of cases().filter((_, at) => at % 2 === 0)) {
      if (judge(one).state !== 'met') continue;
      met += 1;
      for (const [field, text] of additions) {
        for (const lines of [
          [...one.firm.lines, { field, text }],
          [{ field, text }, ...one.firm.lines],
        ]) {
          const { state } = judge({ ...one, firm: { ...one.firm, lines } });
          expect({ requirement: one.requirement, text, state }).not.toMatchObject({ state: 'unknown' });
        }
      }
    }
    expect(met).toBeGreaterThan(40);
  });

  it('never does so with the lines of any other pair, also of one that asks for the same', () => {
    const all = cases();
    for (const [at, one] of all.entries()) {
      if (judge(one).state !== 'met') continue;
      for (let step = 1; step <= 25; step += 1) {
        const other = all[(at + step * step) % all.length]!;
        const lines = [...one.firm.lines, ...other.firm.lines];
        const certificates = [...one.firm.certificates, ...other.firm.certificates];
        const { state } = judge({ ...one, firm: { ...one.firm, lines, certificates } });
        const { requirement } = one;
        expect({ requirement, with: other.firm.lines, state }).not.toMatchObject({ state: 'unknown' });
      }
    }
  });

  it('doubts a figure that, for all the firm says elsewhere, is of another product', () => {
    const requirement = { name: '面料克重', target: '180~220', unit: 'g/㎡', must: true };
    const judged = (products: readonly string[]) => {
      const lines = [...products, '汗布克重200g/㎡'].map((text, at) => ({
        field: (at < products.length ? 'products' : 'text') as ProfileField,
        text,
      }));
      const firm = { id: 'firm', name: '甲方', lines, certificates: [] };
      return verdict(readRequirement(requirement), readProfile(firm), '2026-11-22');
    };
    expect(judged(['汗布'])).toMatchObject({ state: 'met', why: 'figure-met' });
    expect(judged(['汗布', '防水面料'])).toMatchObject({ state: 'likely', why: 'figure-elsewhere' });
  });
});
