import { describe, expect, it } from '@jest/globals';
import type { ProfileContent } from '#contracts/profile';
import { EVENTS, TOPICS } from '#contracts/topics';
import { NOW } from '#test/kit/makers';
import type { Profile } from './capability.store.js';
import { completeness, EMPTY_LISTS, newProfile, profileEvents, removalEvents, toAdd } from './profile.rules.js';

const empty: ProfileContent = { ...EMPTY_LISTS, name: '甲公司' };
const certificate = { name: 'ISO 9001', validUntil: '2026-11-22' };
const full: ProfileContent = {
  ...empty,
  products: ['齿轮'],
  processes: ['磨齿'],
  equipment: ['磨齿机'],
  certificates: [certificate],
  cases: ['案例'],
  capacity: ['20万件'],
  region: '山东省',
  creditCode: '91370200264574251E',
  patents: ['专利'],
  text: '简介',
};

describe('completeness', () => {
  it.each([
    [{}, 0],
    [{ products: ['齿轮'] }, 20],
    [{ processes: ['磨齿'], certificates: [certificate] }, 30],
    [{ region: '山东省', creditCode: 'x', text: '' }, 10],
    [{ domains: ['机械'], industries: ['制造'], employees: 5, tier: '小巨人' }, 0],
  ])('of %j is %d', (more, percent) => {
    expect(completeness({ ...empty, ...more })).toBe(percent);
  });

  it('of everything is 100', () => {
    expect(completeness(full)).toBe(100);
  });
});

describe('what to add', () => {
  it('is what is empty, the most useful first', () => {
    expect(toAdd(empty, new Date(NOW))).toEqual([
      'products',
      'processes',
      'certificates',
      'equipment',
      'cases',
      'capacity',
      'region',
      'creditCode',
      'patents',
      'text',
    ]);
    expect(toAdd(full, new Date(NOW))).toEqual([]);
  });

  it('names certificates that have run out, by the day in China', () => {
    expect(toAdd(full, new Date('2026-11-22T15:59:59.999Z'))).toEqual([]);
    expect(toAdd(full, new Date('2026-11-22T16:00:00.000Z'))).toEqual(['certificates.expired']);
    const undated = { ...full, certificates: [{ name: 'ISO 9001' }] };
    expect(toAdd(undated, new Date('2036-01-01T00:00:00Z'))).toEqual([]);
  });
});

describe('the events of a profile', () => {
  const profile = newProfile('f', { ...full, name: '甲（全）有限责任公司' }, 'own', NOW, {
    organisationId: 'o',
    externalId: 'SECRET-1',
    importDigest: 'SECRET-2',
    importJob: 'SECRET-3',
    duplicateKey: 'SECRET-4',
    disclosure: { equipment: 'owner', patents: 'matched' },
  });

  it('carry the full state for us and the card for everybody', () => {
    expect(profile).toMatchObject({ nameKey: '甲(全)有限公司', completeness: 100 });
    const [internal, card] = profileEvents(profile, 3, EVENTS.profileChanged, NOW);
    expect(internal).toMatchObject({
      topic: TOPICS.profile,
      data: { version: 3, organisationId: 'o', equipment: ['磨齿机'] },
    });
    expect(card).toMatchObject({
      topic: TOPICS.publicFirm,
      data: { claimed: true, withheld: ['equipment', 'patents'] },
    });
    const keys = Object.keys(card?.data as object);
    for (const key of ['organisationId', 'disclosure', 'equipment', 'patents', 'nameKey'])
      expect(keys).not.toContain(key);
    expect(JSON.stringify([internal, card])).not.toContain('SECRET');
  });

  it('say of a removed one nothing but that', () => {
    const data = removalEvents({ ...profile, version: 1 } as Profile, NOW).map((event) => event.data);
    expect(data).toEqual([{ id: 'f' }, { id: 'f' }]);
  });
});
