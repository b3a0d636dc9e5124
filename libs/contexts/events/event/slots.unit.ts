import { describe, expect, it } from '@jest/globals';
import type { Span } from '#contracts/matchmaking';
import { slotsOf, slotsTouched } from './slots.js';

const at = (time: string) => `2027-03-01T${time}:00.000Z`;
const span = (from: string, to: string): Span => ({ from: at(from), to: at(to) });
const times = (slots: readonly Span[]) => slots.map(({ from, to }) => `${from.slice(11, 16)}-${to.slice(11, 16)}`);
const day = { sessions: [span('09:00', '10:10')], breaks: [], programme: [], slotMinutes: 20 as const };

describe('the slots of an event', () => {
  it('are the whole parts of its sessions, in order of time', () => {
    const sessions = [span('13:00', '13:30'), span('09:00', '10:10')];
    expect(times(slotsOf({ ...day, sessions }))).toEqual(['09:00-09:20', '09:20-09:40', '09:40-10:00', '13:00-13:20']);
  });

  it('go on where a break or a publishing session ends', () => {
    const programme = [{ ...span('09:00', '09:15'), title: '需求发布' }];
    const breaks = [span('09:40', '09:45')];
    expect(times(slotsOf({ ...day, breaks, programme }))).toEqual(['09:15-09:35', '09:45-10:05']);
  });

  it('are touched by what overlaps them, not by what only borders on them', () => {
    const slots = slotsOf(day);
    expect(slotsTouched(slots, [span('09:20', '09:40')])).toEqual([1]);
    expect(slotsTouched(slots, [span('09:19', '09:41')])).toEqual([0, 1, 2]);
    expect(slotsTouched(slots, [])).toEqual([]);
  });
});
