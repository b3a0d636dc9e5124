import { describe, expect, it } from '@jest/globals';
import { readPlace } from './places.js';
import { findRegion } from './region.js';

describe('readPlace', () => {
  it.each([
    ['山东省青岛市城阳区', { province: '山东', city: '青岛', county: '城阳区' }],
    ['山东省青岛市市南区', { province: '山东', city: '青岛', county: '市南区' }],
    ['青岛', { province: '山东', city: '青岛' }],
    ['青岛市内', { province: '山东', city: '青岛' }],
    ['中国 山东 · 青岛', { province: '山东', city: '青岛' }],
    ['山东省', { province: '山东' }],
    ['上海市浦东新区', { province: '上海', city: '上海', county: '浦东新区' }],
    ['重庆市璧山区', { province: '重庆', city: '重庆', county: '璧山区' }],
    ['新疆维吾尔自治区乌鲁木齐市米东区', { province: '新疆', city: '乌鲁木齐', county: '米东区' }],
    ['湖北省恩施土家族苗族自治州利川市', { province: '湖北', city: '恩施', county: '利川市' }],
    ['湖北省潜江市', { province: '湖北', county: '潜江市' }],
    ['吉林省吉林市', { province: '吉林', city: '吉林' }],
    ['吉林市', { province: '吉林', city: '吉林' }],
    ['吉林', { province: '吉林' }],
    ['海南藏族自治州', { province: '青海', city: '海南' }],
    ['昆山市', { county: '昆山市' }],
    ['朝阳区', { county: '朝阳区' }],
    ['辽宁省朝阳市朝阳县', { province: '辽宁', city: '朝阳', county: '朝阳县' }],
    ['长三角', {}],
    ['', {}],
  ])('reads %s', (text, place) => {
    expect(readPlace(text)).toEqual(place);
  });
});

describe('findRegion', () => {
  it.each([
    ['山东省青岛市城阳区', ['青岛'], 'region-inside'],
    ['青岛市城阳区', ['山东省'], 'region-inside'],
    ['山东省青岛市莱西市', ['江苏省', '莱西市'], 'region-inside'],
    ['江苏省苏州市', ['青岛市', '济南'], 'region-outside'],
    ['山东省青岛市城阳区', ['青岛市莱西市'], 'region-outside'],
    ['山东省济南市', ['青岛市'], 'region-outside'],
    ['山东省', ['青岛市'], 'region-unknown'],
    ['青岛市', ['青岛市城阳区'], 'region-unknown'],
    ['青岛市高新区', ['青岛市城阳区'], 'region-unknown'],
    ['青岛市城阳区', ['长三角'], 'region-unknown'],
    ['江苏省苏州市', ['青岛市', '长三角'], 'region-unknown'],
    [undefined, ['青岛市'], 'region-unknown'],
    ['Munich', ['青岛市'], 'region-unknown'],
    ['青岛市', [], 'region-unknown'],
  ])('%s against %j: %s', (region, wanted, finding) => {
    expect(findRegion(region, wanted)).toBe(finding);
  });
});
