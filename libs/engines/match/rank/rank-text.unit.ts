import { describe, expect, it } from '@jest/globals';
import { tellingName } from './rank-text.js';

describe('tellingName', () => {
  it('leaves what tells a company from others', () => {
    expect(tellingName('上海金脉汽车电子有限公司')).toBe('金脉汽车电子');
    expect(tellingName('山东省青岛市双臣金属制品有限公司')).toBe('双臣金属制品');
    expect(tellingName('中机焊业科技（福建）有限公司')).toBe('中机焊业');
    expect(tellingName('ABB瑞士股份有限公司')).toBe('abb瑞士');
  });

  it('may leave nothing', () => {
    expect(tellingName('中国科技发展集团有限公司')).toBe('');
  });
});
