import { describe, expect, it } from '@jest/globals';
import { oneLine, table } from './table.js';

describe('a table', () => {
  it('has its columns aligned, Chinese characters counting two', () => {
    expect(
      table([
        ['组', '未处理', '状态'],
        ['matching.decide', '12', '正常'],
        ['a', '3', ''],
      ]),
    ).toEqual(['组               未处理  状态', 'matching.decide  12      正常', 'a                3']);
  });

  it('has one line a row and nothing that steers the terminal', () => {
    expect(oneLine(' first\nsecond\u001b[31m\u009b31m \u202egnp ')).toBe('first second [31m 31m gnp');
    expect(table([['a\tb', '\u0007']])).toEqual(['a b']);
  });

  it('of no rows is empty', () => {
    expect(table([])).toEqual([]);
  });
});
