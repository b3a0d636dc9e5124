import { describe, expect, it } from '@jest/globals';
import { demandState, requirement } from '#test/kit/makers';
import { type DemandState, DISCLOSURE, type Disclosure, GUARDED_FIELDS, type GuardedField } from './demand.js';
import { viewDemand } from './disclosure.js';

/** Every reader level against every level of a field, by hand. */
const MAY_SEE: Readonly<Record<Disclosure, Readonly<Record<Disclosure, boolean>>>> = {
  public: { public: true, matched: false, nda: false, named: false, owner: false },
  matched: { public: true, matched: true, nda: false, named: false, owner: false },
  nda: { public: true, matched: true, nda: true, named: false, owner: false },
  named: { public: true, matched: true, nda: true, named: true, owner: false },
  owner: { public: true, matched: true, nda: true, named: true, owner: true },
};

/** A value of each guarded field that carries the mark. */
const PLANTED: Readonly<Record<GuardedField, (mark: string) => Partial<DemandState>>> = {
  ownerName: (mark) => ({ ownerName: mark }),
  background: (mark) => ({ background: mark }),
  requirements: (mark) => ({ requirements: [requirement('r1', mark, { target: mark, testMethod: mark, unit: mark })] }),
  chain: (mark) => ({ chain: mark }),
  link: (mark) => ({ link: mark }),
  process: (mark) => ({ process: mark }),
  quantity: (mark) => ({ quantity: mark }),
  dates: (mark) => ({ dates: { sample: mark, pilot: mark, mass: mark } }),
  certificates: (mark) => ({ certificates: [{ name: mark, must: true }] }),
  regions: (mark) => ({ regions: { values: [mark], must: true } }),
  budget: (mark) => ({ budget: { min: mark as unknown as number, max: 5 } }),
  wanted: (mark) => ({ wanted: mark as unknown as number }),
  ipTerms: (mark) => ({ ipTerms: mark }),
};

const MARK = 'S3CRET';
const combinations = GUARDED_FIELDS.flatMap((field) =>
  DISCLOSURE.flatMap((level) => DISCLOSURE.map((reader) => [field, level, reader] as const)),
);

describe('a field of a demand', () => {
  it.each(combinations)('%s kept to %s, read by %s', (field, level, reader) => {
    const demand = demandState('d', { ...PLANTED[field](MARK), disclosure: { [field]: level } });
    const view = viewDemand(demand, reader);
    expect(JSON.stringify(view).includes(MARK)).toBe(MAY_SEE[reader][level]);
    expect(view.withheld).toEqual(MAY_SEE[reader][level] ? [] : [field]);
  });

  it.each([
    ['public', false],
    ['matched', false],
    ['nda', true],
    ['owner', true],
  ] as const)('is the budget, which %s sees: %s, unless the leader says otherwise', (reader, seen) => {
    const budget = { min: 123_456, max: 654_321 };
    expect(JSON.stringify(viewDemand(demandState('d', { budget }), reader)).includes('123456')).toBe(seen);
    expect(viewDemand(demandState('d', { budget, disclosure: { budget: 'public' } }), reader).budget).toEqual(budget);
  });
});

describe('all fields at once', () => {
  it.each(DISCLOSURE)('give %s the fields of its circle and no other', (reader) => {
    const marks = Object.fromEntries(GUARDED_FIELDS.map((field, at) => [field, `S${String(at).padStart(2, '0')}T`]));
    const disclosure = Object.fromEntries(
      GUARDED_FIELDS.map((field, at) => [field, DISCLOSURE[at % DISCLOSURE.length]]),
    );
    const planted = GUARDED_FIELDS.map((field) => PLANTED[field](marks[field] ?? ''));
    const text = JSON.stringify(viewDemand(Object.assign(demandState('d'), ...planted, { disclosure }), reader));
    const seen = GUARDED_FIELDS.filter((field) => text.includes(marks[field] ?? '?'));
    expect(seen).toEqual(
      GUARDED_FIELDS.filter((_, at) => MAY_SEE[reader][DISCLOSURE[at % DISCLOSURE.length] ?? 'owner']),
    );
  });
});

describe('a requirement', () => {
  const requirements = DISCLOSURE.map((disclosure) =>
    requirement(`r-${disclosure}`, `S3CRET-${disclosure}`, { disclosure }),
  );
  const demand = demandState('d', { requirements: [requirement('open', '公差'), ...requirements] });

  it.each([
    ['public', ['open', 'r-public']],
    ['matched', ['open', 'r-public', 'r-matched']],
    ['nda', ['open', 'r-public', 'r-matched', 'r-nda']],
    ['named', ['open', 'r-public', 'r-matched', 'r-nda', 'r-named']],
    ['owner', ['open', 'r-public', 'r-matched', 'r-nda', 'r-named', 'r-owner']],
  ] as const)('is left out for %s when it is not of its circle', (reader, ids) => {
    const view = viewDemand(demand, reader);
    expect(view.requirements.map(({ id }) => id)).toEqual(ids);
    expect(JSON.stringify(view).match(/S3CRET/g)).toHaveLength(ids.length - 1);
    expect(view.withheld).toEqual(reader === 'owner' ? [] : ['requirements']);
  });

  it('is not there when the whole list is not', () => {
    const closed = { ...demand, disclosure: { requirements: 'nda' } as const };
    expect(viewDemand(closed, 'matched').requirements).toEqual([]);
    expect(viewDemand(closed, 'nda').requirements).toHaveLength(4);
  });
});

describe('what only the owner and staff see', () => {
  const demand = demandState('d', {
    ownerId: 'S3CRET-owner',
    blocked: ['S3CRET-rival'],
    returnReason: 'S3CRET-reason',
    disclosure: { chain: 'nda' },
  });

  it.each(['public', 'matched', 'nda', 'named'] as const)('is not in the view of %s', (reader) => {
    const view = viewDemand(demand, reader);
    expect(JSON.stringify(view)).not.toContain('S3CRET');
    expect(view).not.toHaveProperty('disclosure');
  });

  it('is in the view of the owner', () => {
    expect(viewDemand(demand, 'owner')).toEqual({ ...demand, withheld: [] });
  });

  it('is also what the store keeps beside the demand', () => {
    const stored = { ...demandState('d'), dueKey: 'S3CRET-key', other: 'S3CRET-other' };
    for (const reader of DISCLOSURE) expect(JSON.stringify(viewDemand(stored, reader))).not.toContain('S3CRET');
  });
});

describe('what makes a demand a demand', () => {
  it.each(DISCLOSURE)('is seen by %s whatever else is kept back', (reader) => {
    const disclosure = Object.fromEntries(GUARDED_FIELDS.map((field) => [field, 'owner']));
    const demand = demandState('d', { disclosure, requirements: [requirement('r1', '公差')] });
    const { id, version, type, title, status, deadline, publishedAt } = demand;
    expect(viewDemand(demand, reader)).toMatchObject({ id, version, type, title, status, deadline, publishedAt });
  });

  it('leaves the demand as it was', () => {
    const demand = demandState('d', { budget: { max: 1 } });
    const copy = structuredClone(demand);
    viewDemand(demand, 'public');
    expect(demand).toEqual(copy);
  });
});
