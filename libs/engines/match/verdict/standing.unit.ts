import { describe, expect, it } from '@jest/globals';
import { isInHouse, refusedThings, standingOf } from './standing.js';

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
    ['提供插单模拟与仿真', 'held'],
    ['拟购五轴机床', 'planned'],
    ['红外小目标探测', 'held'],
    ['按交付计划发货', 'held'],
    ['压铸车间已于2024年整体转让', 'former'],
    ['镀锌一律送电镀中心代做', 'outsourced'],
    ['客户均通过IATF认证', 'others'],
  ])('%s: %s', (text, standing) => {
    expect(standingOf(text, '2026-11-22')).toBe(standing);
  });

  it('takes a plan whose year has passed for unknown', () => {
    expect(standingOf('预计2025年投产', '2026-11-22')).toBe('others');
    expect(standingOf('预计2025年投产', '2024-11-22')).toBe('planned');
  });

  it('knows what stays in the house', () => {
    expect(isInHouse('热处理均在厂内完成')).toBe(true);
    expect(isInHouse('渗碳、淬火全在本厂做')).toBe(true);
    expect(isInHouse('热处理外协')).toBe(false);
  });

  it('tells thing by thing what is not done, and what others do', () => {
    expect(refusedThings('不做球墨铸铁和铸钢')).toEqual([
      { how: 'denied', things: ['球墨铸铁', '铸钢'] },
      { how: 'outsourced', things: [] },
    ]);
    expect(refusedThings('磷化与氮化全部委外')[1]).toEqual({ how: 'outsourced', things: ['磷化', '氮化'] });
    expect(refusedThings('无尘车间两座，不锈钢为主').flatMap(({ things }) => things)).toEqual([]);
  });
});
