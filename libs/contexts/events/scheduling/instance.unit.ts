import { describe, expect, it } from '@jest/globals';
import type { Wish } from '#contracts/matchmaking';
import { checkInstance } from '#engines/schedule/check-instance';
import type { Matchmaking, Registration } from '../events.store.js';
import { type Grounds, instanceOf, pairKey } from './instance.js';

const NOW = '2027-01-01T00:00:00.000Z';
const at = (time: string) => `2027-03-01T${time}:00.000Z`;

const event: Matchmaking = {
  ...{ id: 'e', version: 1, title: '活动', phase: 'scheduling', slotMinutes: 20, tables: 4 },
  ...{ sessions: [{ from: at('01:00'), to: at('02:00') }], breaks: [], programme: [], musts: { leader: 5, sme: 2 } },
  ...{ limits: { leader: { min: 1, max: 9 }, sme: { min: 0, max: 3 } }, createdAt: NOW, updatedAt: NOW },
};

function registration(organisationId: string, side: 'leader' | 'sme', more: Partial<Registration> = {}): Registration {
  return {
    ...{ id: `r-${organisationId}`, version: 1, matchmakingId: 'e', matchmakingTitle: '活动', organisationId, side },
    ...{ organisationName: organisationId, origin: 'applied', status: 'approved', tables: [], blocked: [] },
    ...{ code: '000000', codeKey: `e:${organisationId}`, createdAt: NOW, updatedAt: NOW, wishes: [] },
    demandIds: side === 'leader' ? ['d1', 'd2'] : [],
    representatives: [{ id: 'p1', name: organisationId, absent: [], demandIds: [] }],
    ...more,
  };
}

const wish = (organisationId: string, kind: Wish['wish'], demandId?: string): Wish => ({
  organisationId,
  wish: kind,
  ...(demandId ? { demandId } : {}),
});

const MATCH = { demandId: 'd1', organisationId: 's', score: 0.7 };

/** The pairs of a leader `l` and a firm `s`. */
function pairsOf(leader: Partial<Registration>, sme: Partial<Registration>, more: Partial<Grounds> = {}) {
  const registrations = [registration('l', 'leader', leader), registration('s', 'sme', sme)];
  const instance = instanceOf({
    event,
    registrations,
    matches: [MATCH],
    met: new Set(),
    locked: [],
    listed: [],
    ...more,
  });
  expect(checkInstance(instance)).toEqual({ instance });
  return instance.pairs.map(({ weight, must = false }) => ({ weight, must }));
}

describe('what a meeting is worth', () => {
  it.each<[string, Partial<Registration>, Partial<Registration>, Partial<Grounds>, object[]]>([
    ['the fit, where nobody says anything', {}, {}, {}, [{ weight: 0.7, must: false }]],
    ['more with the wish of a side', {}, { wishes: [wish('l', 'would')] }, {}, [{ weight: 1.2, must: false }]],
    [
      'more again with the wish of both',
      { wishes: [wish('s', 'would')] },
      { wishes: [wish('l', 'would')] },
      {},
      [{ weight: 1.7, must: false }],
    ],
    ['nothing without fit and wish', {}, {}, { matches: [] }, []],
    ['half where they met before', {}, {}, { met: new Set([pairKey('l', 's')]) }, [{ weight: 0.35, must: false }]],
    [
      'the whole where they met before and one asks again',
      { wishes: [wish('s', 'would')] },
      {},
      { met: new Set([pairKey('l', 's')]) },
      [{ weight: 1.2, must: false }],
    ],
    ['a must of the leader', { wishes: [wish('s', 'must')] }, {}, { matches: [] }, [{ weight: 0.5, must: true }]],
    ['a must of a firm that fits', {}, { wishes: [wish('l', 'must')] }, {}, [{ weight: 1.2, must: true }]],
    [
      'no must of a firm that nothing speaks for',
      {},
      { wishes: [wish('l', 'must')] },
      { matches: [] },
      [{ weight: 0.5, must: false }],
    ],
    ['nothing where one says no', { wishes: [wish('s', 'no')] }, { wishes: [wish('l', 'must')] }, {}, []],
    ['nothing where the leader blocks', { blocked: ['s'] }, { wishes: [wish('l', 'must')] }, {}, []],
    ['nothing where the firm blocks', { wishes: [wish('s', 'must')] }, { blocked: ['l'] }, {}, []],
    ['nothing of a demand that one says no to', {}, { wishes: [wish('l', 'no', 'd1')] }, {}, []],
    [
      'a wish for one demand',
      { wishes: [wish('s', 'would', 'd2')] },
      {},
      { matches: [] },
      [{ weight: 0.5, must: false }],
    ],
  ])('%s', (_name, leader, sme, more, expected) => {
    expect(pairsOf(leader, sme, more)).toEqual(expected);
  });

  it('goes by the demands that a representative speaks for', () => {
    const representatives = ['d1', 'd2'].map((id) => ({ id, name: id, absent: [], demandIds: [id] }));
    expect(pairsOf({ representatives }, {})).toEqual([{ weight: 0.7, must: false }]);
  });

  it('is kept for a locked meeting of two that would not be brought together today', () => {
    const meeting = {
      ...{ id: 'm', leaderId: 'l', leaderPerson: 'p1', smeId: 's', smePerson: 'p1', slot: 1, table: 2 },
      locked: true,
    };
    const found = pairsOf({ blocked: ['s'] }, {}, { locked: [meeting], listed: [meeting] });
    expect(found).toEqual([{ weight: 0, must: false }]);
  });
});

describe('a representative', () => {
  it('has the absent times, limits, firm and table of its own', () => {
    const people = ['p1', 'p2', 'p3'].map((id, n) => ({
      ...{ id, name: id, demandIds: [] },
      absent: n === 0 ? [{ from: at('01:10'), to: at('01:30') }] : [],
    }));
    const leader = registration('l', 'leader', { representatives: people, tables: [3, 1], limits: { min: 0, max: 2 } });
    const grounds = { event, registrations: [leader], matches: [], met: new Set<string>(), locked: [], listed: [] };
    expect(instanceOf(grounds).parties).toMatchObject([
      { id: 'l:p1', firm: 'l', unavailable: [0, 1], maxMeetings: 2, minMeetings: 0, tables: [3] },
      { id: 'l:p2', unavailable: [], tables: [1] },
      { id: 'l:p3', unavailable: [] },
    ]);
    expect(instanceOf(grounds).parties[2]?.tables).toBeUndefined();
  });
});

describe('what staff have agreed with both sides', () => {
  const planned = (slot: number, table: number, more: object = {}) => ({
    ...{ id: `m${slot}`, leaderId: 'l', leaderPerson: 'p1', smeId: 's', smePerson: 'p1', slot, table },
    ...more,
  });
  const registrations = [
    registration('l', 'leader'),
    registration('s', 'sme', {
      limits: { min: 0, max: 1 },
      representatives: [{ id: 'p1', name: 's', absent: [{ from: at('01:20'), to: at('01:40') }], demandIds: [] }],
    }),
  ];
  const grounds = { event, registrations, matches: [], met: new Set<string>(), locked: [] };

  it('has room beyond limits, absences and tables, at its own time only', () => {
    const others = [planned(0, 1), planned(1, 5, { agreed: true, locked: true })];
    const { parties, tables } = instanceOf({ ...grounds, listed: others });
    expect(parties.find(({ id }) => id === 's:p1')).toMatchObject({ maxMeetings: 2, unavailable: [] });
    expect(tables).toEqual([4, 5, 4]);
  });

  it('is not there for what is only planned', () => {
    const { parties, tables } = instanceOf({ ...grounds, listed: [planned(0, 1), planned(1, 5)] });
    expect(parties.find(({ id }) => id === 's:p1')).toMatchObject({ maxMeetings: 1, unavailable: [1] });
    expect(tables).toBe(4);
  });
});
