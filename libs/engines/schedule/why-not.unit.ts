import { describe, expect, it } from '@jest/globals';
import { bruteForce } from '#test/kit/schedule-brute-force';
import { smallInstances } from '#test/kit/schedule-instances';
import { type Change, changed, whatIf } from './change.js';
import { makeSchedule } from './run.js';
import type { Instance } from './types.js';
import { whyNot } from './why-not.js';

const party = (id: string, side: 'leader' | 'sme', more: object = {}) => ({
  ...{ id, side, capacity: 1, maxMeetings: 9, unavailable: [], ...more },
});
const event: Instance = {
  slots: 2,
  tables: 1,
  parties: [party('L', 'leader'), party('K', 'leader'), party('A', 'sme'), party('B', 'sme', { unavailable: [0] })],
  pairs: [
    { leader: 'L', sme: 'A', weight: 0.9 },
    { leader: 'L', sme: 'B', weight: 0.8 },
    { leader: 'K', sme: 'A', weight: 0.5 },
  ],
};

describe('whyNot', () => {
  it('names the table that is missing, and the slot', () => {
    const { meetings } = makeSchedule(event);
    expect(whyNot(event, meetings, { leader: 'K', sme: 'A' })).toEqual({
      reason: 'slots-taken',
      remedies: [
        { slot: 1, changes: [{ kind: 'table-more', slot: 1 }] },
        {
          slot: 0,
          changes: [
            { kind: 'seat-more', party: 'A' },
            { kind: 'table-more', slot: 0 },
          ],
        },
      ],
    });
    expect(whyNot(event, meetings, { leader: 'L', sme: 'A' }).reason).toBe('meets');
    expect(whyNot(event, meetings, { leader: 'K', sme: 'B' }).reason).toBe('not-listed');
  });

  it('tells of two that are never there together, of a maximum, and of a meeting that lowers the total', () => {
    const [l, k, a, b] = event.parties;
    const apart = { ...event, parties: [{ ...l!, unavailable: [1] }, k!, a!, b!] };
    const wish = { leader: 'L', sme: 'B' };
    expect(whyNot(apart, makeSchedule(apart).meetings, wish)).toMatchObject({ reason: 'no-common-slot' });
    const full = { ...event, tables: 2, parties: [{ ...l!, maxMeetings: 1 }, k!, a!, b!] };
    expect(whyNot(full, makeSchedule(full).meetings, wish)).toMatchObject({
      reason: 'max-meetings',
      remedies: [{ slot: 1, changes: [{ kind: 'meeting-more', party: 'L' }] }, { slot: 0 }],
    });
    const dear = { ...event, tables: 2, pairs: event.pairs.map((pair) => ({ ...pair, weight: pair.weight - 0.6 })) };
    expect(whyNot(dear, makeSchedule(dear).meetings, { leader: 'K', sme: 'A' }).reason).toBe('not-worth-it');
  });

  it('names remedies under which the event can hold all it held and the wish, and none where nothing is in the way', () => {
    let remedies = 0;
    for (const [, instance] of smallInstances(80)) {
      const { meetings, musts, score } = makeSchedule(instance);
      instance.pairs.forEach((pair, at) => {
        const answer = whyNot(instance, meetings, pair);
        for (const { changes } of answer.remedies.slice(0, 1)) {
          const best = bruteForce(changes.reduce(changed, instance), { mustMeet: at });
          expect(best!.musts).toBeGreaterThanOrEqual(musts + (pair.must ? 1 : 0));
          expect(changes.length).toBeGreaterThan(0);
          remedies += 1;
          if (best!.musts === musts)
            expect(best!.weight).toBeGreaterThanOrEqual(Math.round(1_000 * (score + pair.weight)) - 1);
        }
      });
    }
    expect(remedies).toBeGreaterThan(100);
  });
});

describe('whatIf', () => {
  it.each<[Change, number]>([
    [{ kind: 'table-more', slot: 1 }, 2.2],
    [{ kind: 'table-less', slot: 0 }, 0.9],
    [{ kind: 'slot-more' }, 2.2],
    [{ kind: 'slot-less', slot: 1 }, 0.9],
    [{ kind: 'pair-less', leader: 'L', sme: 'A' }, 1.3],
    [{ kind: 'pair-more', pair: { leader: 'K', sme: 'B', weight: 0.85 } }, 1.75],
    [{ kind: 'slot-freed', party: 'B', slot: 0 }, 1.7],
  ])('tells the new total: %j', (change, total) => {
    expect(whatIf(event, change)).toMatchObject({ score: total, proven: true });
  });
});
