import { describe, expect, it } from '@jest/globals';
import { OrderMarks } from './order.js';

const at = (iso: string) => new Date(iso);

describe('order marks', () => {
  it('grow as text, within a millisecond and over it, and when the clock steps back', () => {
    const marks = new OrderMarks();
    const times = [
      '09:59.999',
      '10:00.000',
      '10:00.000',
      '10:00.000',
      '10:00.001',
      '08:00.000',
      '10:00.001',
      '10:00.002',
    ];
    const made = times.map((time) => marks.next(at(`2026-11-22T02:${time}Z`)));
    expect([...made].sort()).toEqual(made);
    expect(new Set(made).size).toBe(made.length);
  });

  it('have the form that streams go on after', () => {
    const marks = new OrderMarks();
    expect(marks.next(at('2026-11-22T02:00:00.000Z'))).toBe('001795312800000.000000');
    expect(marks.next(at('2026-11-22T02:00:00.000Z'))).toBe('001795312800000.000001');
  });

  it('keep their width and order past a million in one moment', () => {
    const marks = new OrderMarks();
    const now = at('2026-11-22T02:00:00.000Z');
    let last = '';
    for (let count = 0; count < 1_000_002; count += 1) {
      const mark = marks.next(now);
      if (mark.length !== 22 || mark <= last) throw new Error(`${mark} after ${last}`);
      last = mark;
    }
    expect(last).toBe('001795312800001.000001');
  });
});
