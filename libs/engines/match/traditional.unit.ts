import { describe, expect, it } from '@jest/globals';
import { normalise } from './analysis.js';
import { simplify } from './traditional.js';

describe('simplify', () => {
  it('writes traditional characters in their simplified form and leaves all others', () => {
    expect(simplify('電磁流量計與萬能銑床')).toBe('电磁流量计与万能铣床');
    expect(simplify('电磁流量计 ISO 9001 カメラ')).toBe('电磁流量计 ISO 9001 カメラ');
    expect(simplify('')).toBe('');
  });

  it('is part of how every text is read', () => {
    expect(normalise('ＰＬＣ 數控機床')).toBe('plc 数控机床');
  });
});
