import { describe, expect, it } from '@jest/globals';
import { createAnalyser } from './analysis.js';
import { readDictionary } from './dictionary.js';

const FILE = `# 本地产业用语
顽鹿单车 = 智能骑行台
卡位入链
ＣＭＦ设计=外观工艺设计 # 两种说法
`;

describe('a dictionary of one’s own', () => {
  const dictionary = readDictionary(FILE);

  it('has words and ways to say the same, written in any width and case', () => {
    expect(dictionary.words).toEqual(['顽鹿单车', '智能骑行台', '卡位入链', 'cmf设计', '外观工艺设计']);
    expect([...dictionary.alike]).toEqual([
      ['智能骑行台', '顽鹿单车'],
      ['外观工艺设计', 'cmf设计'],
    ]);
  });

  it('keeps its words whole and lets texts meet that say the same differently', () => {
    const [plain, own] = [createAnalyser(), createAnalyser(dictionary)];
    expect(plain.words('参加卡位入链活动')).not.toContain('卡位入链');
    expect(own.words('参加卡位入链活动')).toContain('卡位入链');
    const [one, other] = [own.words('顽鹿单车配套'), own.words('智能骑行台配套')];
    expect(one).toContain('顽鹿单车');
    expect(other).toEqual(expect.arrayContaining(['智能骑行台', '顽鹿单车']));
    expect(own.words('外观工艺设计')).toContain('cmf设计');
    expect(own.words('CMF设计服务')).toEqual(expect.arrayContaining(['cmf设计', 'cmf', '服务']));
    expect(own.words('精密齿轮磨齿')).toEqual(plain.words('精密齿轮磨齿'));
  });

  it.each([
    ['两个 词', 'line 1: "两个 词" is no word'],
    ['甲=乙\n丙=乙', 'line 2: "乙" stands there already'],
    ['甲=甲', 'line 1: "甲" stands there already'],
    ['甲=', 'line 1: "" is no word'],
    ['甲=乙\n丙=甲', '"甲" says the same as "乙" and as "丙"'],
    ['很'.repeat(21), '20 at most'],
  ])('refuses %j', (text, sentence) => {
    expect(() => readDictionary(text)).toThrow(sentence);
  });
});
