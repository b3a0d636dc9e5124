import { describe, expect, it } from '@jest/globals';
import { smallInstances } from '#test/kit/schedule-instances';
import { moveMeeting, weightOf } from './move.js';
import { makeSchedule } from './run.js';
import type { Instance, Meeting } from './types.js';
import { tablesIn } from './types.js';
import { violations } from './validate.js';

const party = (id: string, side: 'leader' | 'sme', more: object = {}) => ({
  ...{ id, side, capacity: 1, maxMeetings: 9, unavailable: [] },
  ...more,
});
const pairs = ['L0', 'L1'].flatMap((leader, l) =>
  ['S0', 'S1'].map((sme, s) => ({ leader, sme, weight: 1 + 2 * l + s })),
);
const event: Instance = {
  ...{ slots: 2, tables: 2, pairs },
  parties: [party('L0', 'leader'), party('L1', 'leader'), party('S0', 'sme'), party('S1', 'sme')],
};
const meeting = (leader: string, sme: string, slot: number, table: number): Meeting => ({ leader, sme, slot, table });

describe('a meeting put in another place', () => {
  it('costs nothing where seats and table are free', () => {
    const [first] = [meeting('L0', 'S0', 0, 1)];
    const move = moveMeeting(event, [first], first, { slot: 1, table: 2 });
    expect(move).toEqual({ meetings: [meeting('L0', 'S0', 1, 2)], moved: [], lost: [], cost: 0, against: [] });
  });

  it('changes places with the one that is there', () => {
    const [first, second] = [meeting('L0', 'S0', 0, 1), meeting('L0', 'S1', 1, 1)];
    const { moved, lost, meetings } = moveMeeting(event, [first, second], first, { slot: 1, table: 1 });
    expect([moved, lost]).toEqual([[meeting('L0', 'S1', 0, 1)], []]);
    expect(violations(event, meetings)).toEqual([]);
  });

  it('costs what those count that find no other place', () => {
    const full = [meeting('L0', 'S0', 0, 1), meeting('L1', 'S1', 0, 2), meeting('L0', 'S1', 1, 1)];
    // S1 cannot be there in slot 0 any more: what is in the way finds nothing.
    const [first] = full as [Meeting];
    const away = { ...event, parties: [...event.parties.slice(0, 3), party('S1', 'sme', { unavailable: [0] })] };
    const { lost, cost } = moveMeeting(away, [full[0], full[2]] as Meeting[], first, { slot: 1, table: 1 });
    expect([lost, cost]).toEqual([[full[2]], 2]);
  });

  it('is refused where a party is away, the table is not there or a locked meeting stands', () => {
    const [first, second] = [meeting('L0', 'S0', 0, 1), meeting('L1', 'S1', 1, 1)];
    const faults = (instance: Instance, place: { slot: number; table: number }) =>
      moveMeeting(instance, [first, second], first, place).against.map(({ fault }) => fault);
    const away = { ...event, parties: [party('L0', 'leader', { unavailable: [1] }), ...event.parties.slice(1)] };
    expect(faults(away, { slot: 1, table: 2 })).toEqual(['unavailable']);
    expect(faults(event, { slot: 1, table: 3 })).toEqual(['table-number']);
    expect(faults(event, { slot: 2, table: 1 })).toEqual(['no-such-slot']);
    expect(faults({ ...event, locked: [second] }, { slot: 1, table: 1 })).toEqual(['locked-meeting-moved']);
  });

  it('leaves a schedule that holds, wherever it is put, and loses what it says', () => {
    let looked = 0;
    for (const [, instance] of smallInstances(60)) {
      const { meetings } = makeSchedule(instance);
      const [first] = meetings.filter(
        (one) => !instance.locked?.some((l) => l.leader === one.leader && l.sme === one.sme),
      );
      if (!first) continue;
      for (let slot = 0; slot < instance.slots; slot += 1)
        for (let table = 1; table <= (tablesIn(instance, slot) ?? 3); table += 1) {
          const { meetings: after, lost, cost, against } = moveMeeting(instance, meetings, first, { slot, table });
          if (against.length > 0) continue;
          expect(violations(instance, after)).toEqual([]);
          expect(after).toContainEqual({ ...first, slot, table });
          expect(after.length + lost.length).toBe(meetings.length);
          expect(weightOf(instance, after) + cost).toBeCloseTo(weightOf(instance, meetings), 6);
          looked += 1;
        }
    }
    expect(looked).toBeGreaterThan(100);
  });
});
