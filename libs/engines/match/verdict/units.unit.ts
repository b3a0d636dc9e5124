import { describe, expect, it } from '@jest/globals';
import { conversion, readUnit, toOwn } from './units.js';

/** How many `to` one `from` is. */
function ratio(from: string, to: string): number | undefined {
  const [a, b] = [readUnit(from, 0)!.unit, readUnit(to, 0)!.unit];
  const factor = conversion(a.dimension, b.dimension);
  return factor === undefined ? undefined : (toOwn(1, a, true) * factor) / toOwn(1, b, true);
}

describe('units', () => {
  it.each([
    ['丝', 'mm', 0.01],
    ['道', 'μm', 10],
    ['in', 'mm', 25.4],
    ['kgf/mm2', 'MPa', 9.80665],
    ['kg/cm2', 'bar', 0.980665],
    ['bar', 'MPa', 0.1],
    ['吨', 'kN', 9.80665],
    ['kW', '匹', 1.3596],
    ['件/月', '件/年', 12],
    ['包/分', '包/分钟', 1],
    ['cm3/(m2·24h)', 'cm3/(m2·d)', 1],
    ['吨/天', '吨/年', 365],
    ['亩', 'm2', 666.667],
    ['周', '天', 7],
    ['%', 'ppm', 10_000],
    ['‰', '%', 0.1],
    ['mg/kg', 'ppm', 1],
    ['Pa·s', 'cP', 1000],
    ['W/m·K', 'W/(m·K)', 1],
    ['只', '件', 1],
    ['角分', '角秒', 60],
    ['mm/300mm', 'mm/m', 1 / 0.3],
    ['L/min', 'm3/h', 0.06],
  ])('one %s in %s', (from, to, value) => {
    expect(ratio(from, to)).toBeCloseTo(value, 3);
  });

  it.each([
    ['m', 'm3/h'],
    ['人', '件'],
    ['MPa', 'kN'],
    ['件', '件/月'],
    ['dB', '%'],
  ])('%s is no %s', (from, to) => {
    expect(ratio(from, to)).toBeUndefined();
  });

  it.each([
    ['道工序', undefined],
    ['C认证', undefined],
    ['个月内', '个月'],
    ['台面', undefined],
    ['mm厚', 'mm'],
    ['mmx', undefined],
  ])('reads the unit at the beginning of %s', (text, name) => {
    expect(readUnit(text, 0)?.unit.name).toBe(name);
  });

  it('counts °F from its own zero, but not as a difference', () => {
    const { unit } = readUnit('°F', 0)!;
    expect(toOwn(212, unit)).toBeCloseTo(100);
    expect(toOwn(9, unit, true)).toBeCloseTo(5);
  });
});
