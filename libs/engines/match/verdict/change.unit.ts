import { expect, it } from '@jest/globals';
import { readProfile } from './profile-reading.js';
import { readRequirement, verdict } from './verdict.js';

type Case = readonly [name: string, target: string, unit: string, line: string, state: string];

function stateOf([name, target, unit, text]: Case): string {
  const profile = readProfile({
    id: 'f1',
    name: '甲方示例有限公司',
    lines: [{ field: 'cases', text }],
    certificates: [],
  });
  return verdict(readRequirement({ name, target, unit, must: true }), profile, '2026-11-27').state;
}

it.each<Case>([
  ['减速器空载噪声', '≤ 48', 'dB(A)', '为某洗衣机项目把减速器空载噪声由52 dB(A)降到46 dB(A)', 'met'],
  ['减速器空载噪声', '≤ 48', 'dB(A)', '把噪声从52dB(A)优化为46dB(A)，获客户好评', 'met'],
  ['减速器空载噪声', '≤ 48', 'dB(A)', '空载噪声由46 dB(A)升到52 dB(A)', 'not-met'],
  ['交货周期', '≤ 20', '天', '交货周期由30天缩短到15天', 'met'],
  ['交货周期', '≤ 20', '天', '交货周期从原来的30天压缩至2周', 'met'],
  ['交货周期', '≤ 20', '天', '交期从15天延长到30天', 'not-met'],
  ['良品率', '≥ 98', '%', '良品率由92%大幅提升到99%', 'met'],
  ['良品率', '≥ 98', '%', '良品率从99%掉到92%', 'not-met'],
  ['年产能', '≥ 100', '万件/年', '年产能由50万件扩大到120万件', 'met'],
  ['年产能', '≥ 100', '万件/年', '年产能由120万件缩减到50万件', 'not-met'],
])('reads what became of a figure: %s %s%s of “%s” is %s', (...one) => {
  expect(stateOf(one)).toBe(one[4]);
});

it.each<Case>([
  ['减速器空载噪声', '≤ 48', 'dB(A)', '空载噪声降低6dB(A)', 'unknown'],
  ['整机噪声', '≤ 48', 'dB(A)', 'noise was reduced by 6 dB(A)', 'unknown'],
  ['交货周期', '≤ 20', '天', '交货周期缩短了10天', 'unknown'],
  ['良品率', '≥ 98', '%', '良品率提高7%', 'unknown'],
  ['能耗降低', '≥ 20', '%', '能耗降低30%', 'met'],
])('takes by how much something changed for nothing else: %s %s%s of “%s” is %s', (...one) => {
  expect(stateOf(one)).toBe(one[4]);
});

it.each<Case>([
  ['齿轮精度', 'GB/T 10095 6级及以上', '', '冰箱压缩机用精密齿轮（模数0.5–2，精度GB/T 10095 5–6级）', 'met'],
  ['齿轮精度', 'GB/T 10095 6级及以上', '', '齿轮精度可达5级', 'met'],
  ['齿轮精度', 'GB/T 10095 6级及以上', '', '齿轮精度7级', 'not-met'],
])('takes a standard before a grade for how it is measured: %s %s%s of “%s” is %s', (...one) => {
  expect(stateOf(one)).toBe(one[4]);
});

it('quotes without what parts the words from those before', () => {
  const text = '冰箱压缩机用精密齿轮（模数0.5–2，精度GB/T 10095 5–6级）';
  const profile = readProfile({ id: 'f1', name: '甲', lines: [{ field: 'products', text }], certificates: [] });
  const read = readRequirement({ name: '齿轮精度', target: '6级及以上', unit: '', must: true });
  expect(verdict(read, profile, '2026-11-27').evidence?.text).toBe('精度GB/T 10095 5–6级');
});
