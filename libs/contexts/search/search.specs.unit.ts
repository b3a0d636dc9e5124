import { describe, expect, it } from '@jest/globals';
import { type DemandState, GUARDED_FIELDS } from '#contracts/demand';
import { PROFILE_GUARDED } from '#contracts/profile';
import { type PublicDemand, publicDemand } from '#contracts/public-demand';
import { publicFirm } from '#contracts/public-firm';
import { demandState, profileState, requirement } from '#test/kit/makers';
import { DEMAND_SEARCH, demandDoc, FIRM_SEARCH, firmDoc } from './search.specs.js';

const SECRET = 'S3CRET';
const publicCopy = (state: DemandState) => publicDemand(state) as PublicDemand;
const demand = demandState('d', {
  title: '精密齿轮',
  chain: '智能家电',
  link: '压缩机',
  process: '磨齿',
  background: '用于冰箱',
  requirements: [requirement('r1', '公差', { testMethod: '三坐标' })],
  regions: { values: ['山东省', '江苏省'], must: false },
});

describe('a demand as people find it', () => {
  it('has text, facets and what a list shows', () => {
    expect(demandDoc(publicCopy(demand))).toEqual({
      id: 'd',
      text: {
        title: '精密齿轮',
        process: '磨齿',
        chain: ['智能家电', '压缩机'],
        requirements: ['公差 ≤ 0.02'],
        background: '用于冰箱',
      },
      facets: {
        type: 'supply',
        chain: '智能家电',
        status: 'published',
        region: ['山东省', '江苏省'],
        owner: '海岳智能家电集团',
      },
      rank: Date.parse(demand.publishedAt ?? ''),
      show: {
        title: '精密齿轮',
        type: 'supply',
        status: 'published',
        chain: '智能家电',
        link: '压缩机',
        ownerName: '海岳智能家电集团',
        deadline: demand.deadline,
        publishedAt: demand.publishedAt,
      },
    });
  });

  it('fills the fields and facets that the index has, and no others', () => {
    const { text, facets } = demandDoc(publicCopy(demand));
    expect(Object.keys(text).sort()).toEqual([...DEMAND_SEARCH.text].sort());
    expect(Object.keys(facets).sort()).toEqual([...DEMAND_SEARCH.facets].sort());
  });

  it('holds nothing that is not public', () => {
    const planted: Partial<DemandState> = {
      ownerName: SECRET,
      background: SECRET,
      requirements: [requirement('r1', SECRET)],
      chain: SECRET,
      link: SECRET,
      process: SECRET,
      quantity: SECRET,
      dates: { sample: SECRET },
      certificates: [{ name: SECRET, must: true }],
      regions: { values: [SECRET], must: true },
      ipTerms: SECRET,
      ownerId: SECRET,
      blocked: [SECRET],
      returnReason: SECRET,
    };
    const disclosure = Object.fromEntries(GUARDED_FIELDS.map((field) => [field, 'matched']));
    const document = demandDoc(publicCopy(demandState('d', { ...planted, disclosure })));
    expect(JSON.stringify(document)).not.toContain(SECRET);
    const half = { ...planted, disclosure: {}, requirements: [requirement('r1', SECRET, { disclosure: 'nda' })] };
    expect(JSON.stringify(demandDoc(publicCopy(demandState('d', half))).text.requirements)).toBe('[]');
  });
});

describe('a firm as people find it', () => {
  const profile = profileState('f', {
    organisationId: 'o',
    region: '山东省青岛市城阳区',
    tier: '小巨人',
    products: ['一', '二', '三', '四', '五', '六'],
    processes: ['磨齿'],
    domains: ['机械'],
    patents: ['专利'],
    equipment: ['磨齿机'],
    cases: ['案例'],
    capacity: ['产能'],
    industries: ['制造'],
    certificates: [{ name: 'ISO 9001', number: 'N-1' }],
    text: '简介',
    completeness: 80,
  });
  const card = publicFirm(profile);

  it('has text, facets and what a list shows', () => {
    const document = firmDoc(card);
    expect(document.text).toEqual({
      name: 'f机械有限公司',
      products: profile.products,
      processes: ['磨齿'],
      domains: ['机械'],
      patents: ['专利'],
      other: ['磨齿机', '案例', '产能', '制造', 'ISO 9001', '简介'],
    });
    expect(document.facets).toEqual({
      region: ['山东省', '山东省青岛市'],
      tier: '小巨人',
      industry: ['制造'],
      claimed: 'yes',
    });
    expect(document).toMatchObject({ rank: 80, show: { products: ['一', '二', '三', '四', '五'], claimed: true } });
    expect(Object.keys(document.text).sort()).toEqual([...FIRM_SEARCH.text].sort());
    expect(Object.keys(document.facets).sort()).toEqual([...FIRM_SEARCH.facets].sort());
  });

  it('holds nothing that is not public', () => {
    const planted = {
      creditCode: SECRET,
      equipment: [SECRET],
      certificates: [{ name: SECRET }],
      patents: [SECRET],
      cases: [SECRET],
      capacity: [SECRET],
      text: SECRET,
      organisationId: SECRET,
    };
    const disclosure = Object.fromEntries(PROFILE_GUARDED.map((field) => [field, 'matched']));
    expect(JSON.stringify(firmDoc(publicFirm({ ...profile, ...planted, disclosure })))).not.toContain(SECRET);
    expect(JSON.stringify(firmDoc(publicFirm({ ...profile, ...planted })))).toContain(SECRET);
  });

  it.each([
    ['山东省青岛市城阳区', ['山东省', '山东省青岛市']],
    ['山东省', ['山东省']],
    ['北京市海淀区', ['北京市']],
    ['上海', ['上海']],
    ['内蒙古自治区呼和浩特市', ['内蒙古自治区', '内蒙古自治区呼和浩特市']],
    ['新疆维吾尔自治区伊犁哈萨克自治州', ['新疆维吾尔自治区', '新疆维吾尔自治区伊犁哈萨克自治州']],
    ['香港特别行政区', ['香港特别行政区']],
    ['吉林省吉林市', ['吉林省', '吉林省吉林市']],
    [undefined, undefined],
    ['', undefined],
  ])('in %s counts under %j', (region, places) => {
    expect(firmDoc({ ...card, region } as typeof card).facets.region).toEqual(places);
  });
});
