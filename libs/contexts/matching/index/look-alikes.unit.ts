import { describe, expect, it } from '@jest/globals';
import { FirmList, sayingOf } from './look-alikes.js';

const firm = (id: string, ...texts: string[]) => ({
  id,
  name: id,
  lines: texts.map((text) => ({ field: 'products' as const, text })),
  certificates: [],
});

describe('sayingOf', () => {
  it('is the same whatever the firm is called, and however its lines are ordered and set', () => {
    expect(sayingOf(firm('a', '精密 齿轮', 'ＰＬＣ'))).toBe(sayingOf(firm('b', 'plc', '精密齿轮')));
    expect(sayingOf(firm('a', '齿轮'))).not.toBe(sayingOf(firm('a', '齿轮', '轴')));
  });

  it('tells firms apart that say nothing', () => {
    expect(sayingOf(firm('a'))).not.toBe(sayingOf(firm('b')));
  });
});

describe('FirmList', () => {
  const fill = (sayings: readonly string[]) => {
    const list = new FirmList<string>(5);
    const more = sayings.map((saying, at) => list.add(`${saying}${at}`, saying));
    return { list, more };
  };

  it('holds three that say the same before others', () => {
    const { list, more } = fill(['a', 'a', 'a', 'a', 'b', 'c']);
    expect(list.items()).toEqual(['a0', 'a1', 'a2', 'b4', 'c5']);
    expect(more).toEqual([true, true, true, true, true, false]);
    expect(list.givesWay()).toBe(false);
  });

  it('fills its places with look-alikes where there is nobody else, and says so', () => {
    const { list } = fill(['a', 'a', 'a', 'a', 'b']);
    expect(list.items()).toEqual(['a0', 'a1', 'a2', 'b4', 'a3']);
    expect(list.givesWay()).toBe(true);
  });
});
