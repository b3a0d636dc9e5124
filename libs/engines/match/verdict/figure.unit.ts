import { describe, expect, it } from '@jest/globals';
import { figuresIn } from './figure.js';
import { gradesIn, meetsGrade } from './grades.js';
import { mentionsOf } from './mention.js';
import { quote, written } from './written.js';

function figures(text: string) {
  const read = written(text);
  return figuresIn(read, { start: 0, end: read.plain.length }).map(({ figure }) => figure);
}

describe('figures', () => {
  it.each([
    ['不低于300件', 'at-least', 300, 300],
    ['超过500家', 'above', 500, 500],
    ['2000T以上', 'at-least', 2000, 2000],
    ['15天以内', 'at-most', 15, 15],
    ['±0.02mm', 'tolerance', -0.02, 0.02],
    ['-30~85℃', 'range', -30, 85],
    ['0.5至25mm', 'range', 0.5, 25],
    ['80±5%', 'range', 75, 85],
    ['最大1250T', 'most', 1250, 1250],
    ['最快3天', 'least', 3, 3],
    ['硬度HRC58', 'value', 58, 58],
    ['1~3万件', 'range', 10_000, 30_000],
    ['零下20℃', 'value', -20, -20],
    ['三十台', 'value', 30, 30],
    ['at least 1 million pcs', 'at-least', 1e6, 1e6],
  ])('reads %s', (text, form, lo, hi) => {
    expect(figures(text)).toEqual([expect.objectContaining({ form, lo, hi })]);
  });

  it.each([
    ['JS-30加湿器'],
    ['GH4169'],
    ['2013年建厂'],
    ['第三方检测'],
    ['单一品种'],
    ['同一规格'],
    ['四道工序'],
    ['3月到货'],
  ])('finds none in %s', (text) => {
    expect(figures(text).filter(({ unit }) => unit)).toEqual([]);
  });

  it('knows what a figure is about, and what only says under which condition', () => {
    const of = (text: string) =>
      mentionsOf(written(text)).map(({ figure, property, condition }) => [figure?.hi, property?.id, condition]);
    expect(of('25℃粘度0.35Pa·s')).toEqual([
      [25, 'temperature', true],
      [0.35, 'viscosity', false],
    ]);
    expect(of('冷室压铸机最大1250T，另有800T两台').map(([value]) => value)).toEqual([1250, 800, 2]);
    expect(of('研发投入占营收6.8%')).toEqual([[6.8, 'research-share', false]]);
    expect(of('重复定位精度0.01mm')).toEqual([[0.01, 'repeatability', false]]);
    expect(of('点胶机重复定位精度0.01mm')).toEqual([[0.01, 'repeatability', false]]);
    expect(of('1天内工程师到现场')).toEqual([[1, 'service-response', false]]);
  });

  it('quotes what was written, not what was read', () => {
    const text = written('抗拉强度：６５ｋｇｆ／ｍｍ²，其他');
    expect(quote(text, 0, text.plain.indexOf(','))).toBe('抗拉强度：６５ｋｇｆ／ｍｍ²');
  });
});

describe('grades', () => {
  const grade = (text: string) => gradesIn(text, { start: 0, end: text.length })[0]!.grade;

  it.each([
    ['ip54', 'ip65', true],
    ['ip67', 'ip65', false],
    ['ip54', 'ipx5', undefined],
    ['it7', 'it6', true],
    ['万级', 'iso 7', true],
    ['万级', '10万级', false],
    ['iso 7', 'class 10,000', true],
    ['十万级', '百级', true],
    ['ul94 v-0', 'v-2', false],
    ['ie3', 'ie4', true],
    ['10.9级', '8.8级', false],
    ['ip54', 'ie4', undefined],
  ])('asked %s, held %s: %s', (asked, held, met) => {
    expect(meetsGrade(grade(asked), grade(held))).toBe(met);
  });
});
