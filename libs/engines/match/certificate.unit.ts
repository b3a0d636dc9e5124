import { describe, expect, it } from '@jest/globals';
import { hasExpired, sameCertificate } from './certificate.js';

describe('sameCertificate', () => {
  it.each([
    ['ISO9001', 'ISO 9001:2015'],
    ['ISO9001质量管理体系认证', 'ISO 9001:2015'],
    ['ISO 9001:2015', '质量管理体系ISO9001：2015'],
    ['IATF16949', 'IATF 16949:2016'],
    ['AS9100', 'AS9100D'],
    ['CCC认证', 'CCC（室内加热器）'],
    ['室内加热器CCC认证', 'CCC（室内加热器）'],
    ['CMMI 3级', 'CMMI 3级'],
    ['高新技术企业证书', '高新技术企业'],
    ['药品生产许可证', '药品生产许可证'],
  ])('%s is %s', (wanted, held) => {
    expect(sameCertificate(wanted, held)).toBe(true);
  });

  it.each([
    ['ISO 900', 'ISO 9001:2015'],
    ['ISO 9001:2015', 'ISO 9001:2008'],
    ['ISO 14001', 'ISO 9001:2015'],
    ['ISO 45001:2018', 'OHSAS 18001:2007'],
    ['CMMI 5级', 'CMMI 3级'],
    ['CE', 'EU GMP Certificate'],
    ['欧盟GMP证书', 'EU GMP Certificate'],
    ['NMPA二类注册证', 'NMPA III类注册证（可吸收胶原海绵）'],
    ['ISO 9001', 'ISO 9001（申请中）'],
    ['ISO 9001', '计划2027年通过ISO 9001'],
    ['农药生产许可证', '药品生产许可证'],
    ['认证证书', '高新技术企业证书'],
    ['', 'CCC'],
  ])('%s is not %s', (wanted, held) => {
    expect(sameCertificate(wanted, held)).toBe(false);
  });
});

describe('hasExpired', () => {
  const on = '2026-11-22';
  it.each([
    [on, false],
    ['2026-11-21', true],
    ['2026-11-21T16:00:00Z', true],
    ['', false],
    ['长期', false],
    ['2020', false],
  ])('valid until %s: %s', (validUntil, expired) => {
    expect(hasExpired({ name: 'ISO 9001:2015', validUntil }, on)).toBe(expired);
  });
});
