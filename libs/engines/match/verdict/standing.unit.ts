import { describe, expect, it } from '@jest/globals';
import { isInHouse, standingOf } from './standing.js';

describe('standing', () => {
  it.each([
    ['暂不具备五轴加工能力', 'denied'],
    ['公司没有喷涂线', 'denied'],
    ['does not offer welding', 'denied'],
    ['电镀委外', 'outsourced'],
    ['热处理由协作厂完成', 'outsourced'],
    ['anodizing is subcontracted', 'outsourced'],
    ['计划引进三坐标', 'planned'],
    ['二期2027年投产', 'planned'],
    ['认证申请中', 'planned'],
    ['注塑线已停产', 'former'],
    ['证书已过期', 'former'],
    ['客户提供模具', 'others'],
    ['五轴加工中心3台', 'held'],
    ['不锈钢无缝管', 'held'],
    ['无尘车间800平米', 'held'],
    ['从不外协', 'held'],
    ['承接外协加工', 'held'],
    ['支持生产计划排程', 'held'],
    ['2024年投产', 'held'],
  ])('%s: %s', (text, standing) => {
    expect(standingOf(text, '2026-11-22')).toBe(standing);
  });

  it('takes a plan whose year has passed for unknown', () => {
    expect(standingOf('预计2025年投产', '2026-11-22')).toBe('others');
    expect(standingOf('预计2025年投产', '2024-11-22')).toBe('planned');
  });

  it('knows what stays in the house', () => {
    expect(isInHouse('热处理均在厂内完成')).toBe(true);
    expect(isInHouse('热处理外协')).toBe(false);
  });
});
