import { describe, expect, it } from '@jest/globals';
import { Random } from '#test/soak/random';
import { dueAt, isZone, type Rhythm } from './rhythm.rules.js';

const at = (now: string, rhythm: Partial<Rhythm>): string =>
  dueAt(new Date(now), { rhythm: 'at-once', dailyAt: '09:00', zone: 'Asia/Shanghai', ...rhythm }).toISOString();

describe('a notice', () => {
  it('goes out at once, unless it is quiet', () => {
    const quiet = { from: '22:00', to: '08:00' };
    expect(at('2026-11-26T12:34:56.789Z', {})).toBe('2026-11-26T12:34:56.789Z');
    expect(at('2026-11-26T13:59:59.999Z', { quiet })).toBe('2026-11-26T13:59:59.999Z');
    expect(at('2026-11-26T14:00:00.000Z', { quiet })).toBe('2026-11-27T00:00:00.000Z');
    expect(at('2026-11-26T23:59:59.999Z', { quiet })).toBe('2026-11-27T00:00:00.000Z');
    expect(at('2026-11-27T00:00:00.000Z', { quiet })).toBe('2026-11-27T00:00:00.000Z');
  });

  it('waits for the end of a rest at noon', () => {
    const quiet = { from: '12:00', to: '14:00' };
    expect(at('2026-11-26T04:30:00.000Z', { quiet })).toBe('2026-11-26T06:00:00.000Z');
    expect(at('2026-11-26T06:00:00.000Z', { quiet })).toBe('2026-11-26T06:00:00.000Z');
  });

  it('goes out with the next daily message, never with one that may be going out now', () => {
    const daily = { rhythm: 'daily' } as const;
    expect(at('2026-11-26T00:59:59.999Z', daily)).toBe('2026-11-26T01:00:00.000Z');
    expect(at('2026-11-26T01:00:00.000Z', daily)).toBe('2026-11-27T01:00:00.000Z');
    expect(at('2026-11-26T01:00:00.000Z', { ...daily, quiet: { from: '08:30', to: '09:30' } })).toBe(
      '2026-11-27T01:30:00.000Z',
    );
  });

  it('goes out by the clock of the zone', () => {
    const daily = { rhythm: 'daily' } as const;
    expect(at('2026-11-26T01:00:00.000Z', { ...daily, zone: 'Europe/Berlin' })).toBe('2026-11-26T08:00:00.000Z');
    expect(at('2026-11-26T01:00:00.000Z', { ...daily, zone: 'Asia/Kolkata' })).toBe('2026-11-26T03:30:00.000Z');
    expect(at('2026-11-26T01:00:00.000Z', { ...daily, zone: 'America/New_York' })).toBe('2026-11-26T14:00:00.000Z');
  });

  it('follows the clock when it is put forward', () => {
    // Berlin, 29 March 2026: 02:00 becomes 03:00.
    const berlin = { zone: 'Europe/Berlin' };
    expect(at('2026-03-28T08:00:00.000Z', { ...berlin, rhythm: 'daily' })).toBe('2026-03-29T07:00:00.000Z');
    expect(at('2026-03-28T08:00:00.000Z', { ...berlin, rhythm: 'daily', dailyAt: '02:30' })).toBe(
      '2026-03-29T01:30:00.000Z',
    );
    const quiet = { from: '23:00', to: '02:30' };
    expect(at('2026-03-29T00:30:00.000Z', { ...berlin, quiet })).toBe('2026-03-29T01:30:00.000Z');
  });

  it('follows the clock when it is put back', () => {
    // Berlin, 25 October 2026: 03:00 becomes 02:00.
    const berlin = { zone: 'Europe/Berlin' };
    expect(at('2026-10-24T08:00:00.000Z', { ...berlin, rhythm: 'daily' })).toBe('2026-10-25T08:00:00.000Z');
    const quiet = { from: '22:00', to: '07:00' };
    expect(at('2026-10-25T00:30:00.000Z', { ...berlin, quiet })).toBe('2026-10-25T06:00:00.000Z');
  });
});

it('goes out never before now, and never in the quiet hours, whatever the zone and the moment', () => {
  const random = new Random(7);
  const zones = ['Asia/Shanghai', 'Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kathmandu', 'UTC'];
  const time = () => `${String(random.below(24)).padStart(2, '0')}:${random.below(2) ? '30' : '00'}`;
  for (let round = 0; round < 3000; round += 1) {
    const now = new Date(Date.UTC(2026, random.below(12), 1 + random.below(28), random.below(24), random.below(60)));
    const zone = zones[random.below(zones.length)] as string;
    const quiet = { from: time(), to: time() };
    const rhythm: Rhythm = { rhythm: random.below(2) ? 'daily' : 'at-once', dailyAt: time(), zone };
    const due = dueAt(now, quiet.from === quiet.to ? rhythm : { ...rhythm, quiet });
    expect(due.getTime()).toBeGreaterThanOrEqual(now.getTime());
    expect(due.getTime() - now.getTime()).toBeLessThanOrEqual(50 * 3_600_000);
    if (quiet.from === quiet.to) continue;
    const shown = new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit' }).format(due);
    const inside =
      quiet.from < quiet.to ? quiet.from <= shown && shown < quiet.to : shown >= quiet.from || shown < quiet.to;
    // The end of the quiet hours may be shown twice, or not at all: then the clock stands within them once more.
    if (inside)
      expect([zone, due.getUTCMonth()]).toEqual([expect.stringMatching(/Berlin|York|Lord/), expect.anything()]);
  }
});

it('knows time zones', () => {
  expect(['Asia/Shanghai', 'UTC', 'Europe/Paris'].every(isZone)).toBe(true);
  expect(['Asia/Nowhere', 'local', '', 5].some(isZone)).toBe(false);
});
