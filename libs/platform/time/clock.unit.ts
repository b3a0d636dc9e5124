import { describe, expect, it } from '@jest/globals';
import { dayInChina, endOfDayInChina, SystemClock } from './clock.js';

describe('days in China', () => {
  it.each([
    ['2026-11-22T15:59:59.999Z', '2026-11-22'],
    ['2026-11-22T16:00:00.000Z', '2026-11-23'],
    ['2026-12-31T16:00:00.000Z', '2027-01-01'],
    ['2028-02-28T16:00:00.000Z', '2028-02-29'],
  ])('%s is on %s', (instant, day) => {
    expect(dayInChina(new Date(instant))).toBe(day);
  });

  it.each([
    ['2026-11-22', '2026-11-22T15:59:59.999Z'],
    ['2027-01-01', '2027-01-01T15:59:59.999Z'],
    ['2028-02-29', '2028-02-29T15:59:59.999Z'],
    // Summer time was kept in these years; the zone of the programme has none.
    ['1988-07-01', '1988-07-01T15:59:59.999Z'],
  ])('%s ends at %s', (day, instant) => {
    expect(endOfDayInChina(day)).toBe(instant);
    expect(dayInChina(new Date(instant))).toBe(day);
  });
});

describe('the system clock', () => {
  it('tells the time of the machine as UTC', () => {
    const [before, told, after] = [Date.now(), new SystemClock().iso(), Date.now()];
    expect(told).toMatch(/Z$/);
    expect(Date.parse(told)).toBeGreaterThanOrEqual(before);
    expect(Date.parse(told)).toBeLessThanOrEqual(after);
  });
});
