import { describe, expect, it } from '@jest/globals';
import { chineseNumber, readNumber } from './numbers.js';

describe('numbers', () => {
  it.each([
    ['三十', 30],
    ['两百', 200],
    ['两百五', 250],
    ['一百零五', 105],
    ['十', 10],
    ['十二', 12],
    ['十万', 1e5],
    ['一亿两千万', 1.2e8],
    ['三千五百', 3500],
    ['半', 0.5],
    ['万', undefined],
    ['一一', undefined],
  ])('reads %s as %s', (text, value) => {
    expect(chineseNumber(text)).toBe(value);
  });

  it.each([
    ['1,200件', 1200, 5],
    ['1.2万件', 12_000, 4],
    ['500余万', 5e6, 5],
    ['10^8Ω', 1e8, 4],
    ['3×10^5次', 3e5, 6],
    ['-30℃', -30, 3],
    ['2 million pcs', 2e6, 9],
    ['5千克', 5, 1],
    ['1万向节', 1, 1],
    ['3,5', 3, 1],
  ])('reads the number at the beginning of %s', (text, value, end) => {
    expect(readNumber(text, 0)).toEqual({ value, end });
  });

  it('reads nothing where no number begins', () => {
    expect(readNumber('约5', 0)).toBeUndefined();
  });
});
