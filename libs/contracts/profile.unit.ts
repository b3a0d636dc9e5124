import { describe, expect, it } from '@jest/globals';
import { profileState } from '#test/kit/makers';
import {
  PROFILE_DISCLOSURE,
  PROFILE_GUARDED,
  type ProfileDisclosure,
  type ProfileGuarded,
  type ProfileState,
  viewProfile,
} from './profile.js';

/** Every reader level against every level of a field, by hand. */
const MAY_SEE: Readonly<Record<ProfileDisclosure, Readonly<Record<ProfileDisclosure, boolean>>>> = {
  public: { public: true, matched: false, owner: false },
  matched: { public: true, matched: true, owner: false },
  owner: { public: true, matched: true, owner: true },
};

const PLANTED: Readonly<Record<ProfileGuarded, (mark: string) => Partial<ProfileState>>> = {
  creditCode: (mark) => ({ creditCode: mark }),
  equipment: (mark) => ({ equipment: [mark] }),
  certificates: (mark) => ({ certificates: [{ name: mark, number: mark, validUntil: mark }] }),
  patents: (mark) => ({ patents: [mark] }),
  cases: (mark) => ({ cases: [mark] }),
  capacity: (mark) => ({ capacity: [mark] }),
  employees: (mark) => ({ employees: mark as unknown as number }),
  text: (mark) => ({ text: mark }),
};

const MARK = 'S3CRET';
const combinations = PROFILE_GUARDED.flatMap((field) =>
  PROFILE_DISCLOSURE.flatMap((level) => PROFILE_DISCLOSURE.map((reader) => [field, level, reader] as const)),
);

describe('a field of a profile', () => {
  it.each(combinations)('%s kept to %s, read by %s', (field, level, reader) => {
    const profile = profileState('f', { ...PLANTED[field](MARK), disclosure: { [field]: level } });
    const view = viewProfile(profile, reader);
    expect(JSON.stringify(view).includes(MARK)).toBe(MAY_SEE[reader][level]);
    expect(view.withheld).toEqual(MAY_SEE[reader][level] ? [] : [field]);
  });

  it('is public unless the firm says otherwise', () => {
    const planted = PROFILE_GUARDED.map((field) => PLANTED[field](MARK));
    const view = viewProfile(Object.assign(profileState('f'), ...planted), 'public');
    expect(JSON.stringify(view).match(new RegExp(MARK, 'g'))).toHaveLength(PROFILE_GUARDED.length + 2);
  });

  it('is not said to be withheld when there is nothing in it', () => {
    const disclosure = Object.fromEntries(PROFILE_GUARDED.map((field) => [field, 'owner']));
    expect(viewProfile(profileState('f', { disclosure }), 'public').withheld).toEqual([]);
  });
});

describe('all fields at once', () => {
  it.each(PROFILE_DISCLOSURE)('give %s the fields of its circle and no other', (reader) => {
    const marks = Object.fromEntries(PROFILE_GUARDED.map((field, at) => [field, `S${at}T`]));
    const disclosure = Object.fromEntries(PROFILE_GUARDED.map((field, at) => [field, PROFILE_DISCLOSURE[at % 3]]));
    const planted = PROFILE_GUARDED.map((field) => PLANTED[field](marks[field] ?? ''));
    const text = JSON.stringify(viewProfile(Object.assign(profileState('f'), ...planted, { disclosure }), reader));
    const seen = PROFILE_GUARDED.filter((field) => text.includes(marks[field] ?? '?'));
    expect(seen).toEqual(PROFILE_GUARDED.filter((_, at) => MAY_SEE[reader][PROFILE_DISCLOSURE[at % 3] ?? 'owner']));
  });
});

describe('disclosure table and owner', () => {
  it('are for the owner only', () => {
    const profile = profileState('f', { organisationId: 'S3CRET', disclosure: { text: 'owner' } });
    expect(viewProfile(profile, 'owner')).toEqual({ ...profile, withheld: [] });
    for (const reader of ['public', 'matched'] as const) {
      expect(viewProfile(profile, reader)).not.toHaveProperty('disclosure');
      expect(JSON.stringify(viewProfile(profile, reader))).not.toContain(MARK);
    }
  });
});

describe('what the store keeps beside a profile', () => {
  it.each(PROFILE_DISCLOSURE)('is not in the view of %s', (reader) => {
    const stored = { ...profileState('f'), nameKey: MARK, externalId: MARK, importDigest: MARK };
    expect(JSON.stringify(viewProfile(stored, reader))).not.toContain(MARK);
  });
});

describe('what makes a card a card', () => {
  it.each(PROFILE_DISCLOSURE)('is seen by %s whatever else is kept back', (reader) => {
    const disclosure = Object.fromEntries(PROFILE_GUARDED.map((field) => [field, 'owner']));
    const open = {
      products: ['齿轮'],
      processes: ['磨齿'],
      domains: ['机械'],
      industries: ['制造'],
      region: '山东省',
      tier: '小巨人',
    };
    const view = viewProfile(profileState('f', { ...open, disclosure, completeness: 35 }), reader);
    expect(view).toMatchObject({ ...open, id: 'f', name: 'f机械有限公司', completeness: 35 });
  });
});
