import { describe, expect, it } from '@jest/globals';
import { makeInstance, smallInstances } from '#test/kit/schedule-instances';
import { delayTable, repair } from './repair.js';
import { makeSchedule } from './run.js';
import type { Instance, Meeting } from './types.js';
import { violations } from './validate.js';

const smes = ({ parties }: Instance) => parties.filter(({ side }) => side === 'sme').map(({ id }) => id);

/** Whether the one seat can be filled, by trying every slot for every later meeting and every standby. */
function canFill(
  instance: Instance,
  meetings: readonly Meeting[],
  lost: Meeting,
  standbys: readonly string[],
): boolean {
  const rest = meetings.filter((m) => m !== lost);
  const occupied = (list: readonly Meeting[]) =>
    list.filter(({ leader }) => leader === lost.leader).map(({ slot }) => slot);
  const seatsOfLeader = JSON.stringify(occupied(meetings).sort());
  const seated = (list: Omit<Meeting, 'table'>[]) =>
    list.map((m, at) => ({ ...m, table: 1 + list.slice(0, at).filter(({ slot }) => slot === m.slot).length }));
  const holds = (list: Omit<Meeting, 'table'>[]) => violations({ ...instance, locked: [] }, seated(list)).length === 0;
  const place = (at: number, placed: Omit<Meeting, 'table'>[]): boolean => {
    if (!holds(placed)) return false;
    const next = rest[at];
    if (next) {
      const fixed =
        next.slot < lost.slot || instance.locked?.some((m) => m.leader === next.leader && m.sme === next.sme);
      const slots = fixed ? [next.slot] : Array.from({ length: instance.slots - lost.slot }, (_, i) => lost.slot + i);
      return slots.some((slot) => place(at + 1, [...placed, { ...next, slot }]));
    }
    return standbys.some((sme) =>
      Array.from({ length: instance.slots - lost.slot }, (_, i) => lost.slot + i).some((slot) => {
        const after = [...placed, { leader: lost.leader, sme, slot }];
        return JSON.stringify(occupied(after as Meeting[]).sort()) === seatsOfLeader && holds(after);
      }),
    );
  };
  return place(0, []);
}

describe('repair', () => {
  it('fills a seat whenever any rearrangement could, on small events', () => {
    let [filled, looked] = [0, 0];
    for (const [, instance] of smallInstances(80)) {
      const { meetings } = makeSchedule(instance);
      const lost = meetings[0];
      if (!lost || meetings.length > 6) continue;
      const standbys = smes(instance).filter((id) => id !== lost.sme);
      const absence = { party: lost.sme, from: lost.slot, to: lost.slot };
      if (meetings.filter((m) => m.sme === lost.sme && m.slot === lost.slot).length > 1) continue;
      const mended = repair(instance, meetings, absence, standbys);
      const gone = instance.parties.map((p) =>
        p.id === lost.sme ? { ...p, unavailable: [...new Set([...p.unavailable, lost.slot])] } : p,
      );
      const event = { ...instance, parties: gone, locked: [] };
      expect(violations(event, mended.meetings)).toEqual([]);
      expect(mended.refilled).toBe(canFill(event, meetings, lost, standbys) ? 1 : 0);
      looked += 1;
      filled += mended.refilled;
    }
    expect(looked).toBeGreaterThan(40);
    expect(filled).toBeGreaterThan(5);
  });

  it('fills seats of a full day with few moves: 200 no-shows', () => {
    const shape = { leaders: 30, smes: 200, slots: 12, tables: 30, density: 0.25, absent: 0.2, must: 0.01 };
    const instance = makeInstance(shape, 11);
    const { meetings } = makeSchedule(instance, { rounds: 1 });
    const all = smes(instance);
    const moves: number[] = [];
    let [refilled, lost] = [0, 0];
    for (let at = 0; at < 200; at += 1) {
      const missed = meetings[(at * 7) % meetings.length]!;
      const standbys = all.filter((id, place) => id !== missed.sme && place % 4 === at % 4);
      const mended = repair(instance, meetings, { party: missed.sme, from: missed.slot, to: missed.slot }, standbys);
      expect(violations(instance, mended.meetings)).toEqual([]);
      expect(mended.meetings.length).toBe(meetings.length - mended.lost.length + mended.refilled);
      refilled += mended.refilled;
      lost += mended.lost.length;
      moves.push(mended.moved.length);
    }
    moves.sort((a, b) => a - b);
    expect(moves[100]).toBeLessThanOrEqual(1);
    expect(refilled / lost).toBeGreaterThanOrEqual(0.95);
  });
});

describe('delayTable', () => {
  it('moves the late table only, and names the meetings that cannot wait', () => {
    const party = (id: string, side: 'leader' | 'sme', unavailable: number[] = []) => ({
      ...{ id, side, capacity: 1, maxMeetings: 9, unavailable },
    });
    const instance: Instance = {
      slots: 4,
      tables: 2,
      parties: [
        party('L', 'leader'),
        party('K', 'leader'),
        party('A', 'sme'),
        party('B', 'sme', [2]),
        party('C', 'sme'),
      ],
      pairs: ['A', 'B', 'C'].flatMap((sme) => ['L', 'K'].map((leader) => ({ leader, sme, weight: 1 }))),
    };
    const meetings = [
      { leader: 'L', sme: 'A', slot: 0, table: 1 },
      { leader: 'L', sme: 'B', slot: 1, table: 1 },
      { leader: 'L', sme: 'C', slot: 2, table: 1 },
      { leader: 'K', sme: 'A', slot: 2, table: 2 },
    ];
    const late = delayTable(instance, meetings, { table: 1, from: 1, slots: 1 });
    expect(late.clashing).toEqual([{ leader: 'L', sme: 'B', slot: 1, table: 1 }]);
    expect(late.meetings).toEqual([meetings[0], meetings[3], { leader: 'L', sme: 'C', slot: 3, table: 1 }]);
    expect(violations(instance, late.meetings)).toEqual([]);
  });
});
