import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { OrganisationEventState } from '#contracts/identity';
import { EVENTS, TOPICS } from '#contracts/topics';
import type { Principal } from '#platform/access/access';
import type { Result } from '#platform/errors/errors';
import { sha256 } from '#platform/ids';
import type { Collection } from '#ports/store/store';
import { FixedClock } from '#test/kit/clock';
import { CountingCollection } from '#test/kit/counting-collection';
import { TemporaryStore } from '#test/kit/embedded';
import { logEvent, NOW, profileState } from '#test/kit/makers';
import { CLAIMS, type Claim, INVITATIONS, type Invitation, PROFILES, type Profile } from '../capability.store.js';
import { newProfile } from '../profile.rules.js';
import { ClaimHandler } from './claim.handler.js';
import { KNOWN_ORGANISATIONS, type KnownOrganisation, KnowOrganisations } from './known-organisations.js';

const CODES = ['91370200264574251E', '91370200MA0000001J'];
const once = (key?: string) => ({ key, cause: key });
const staff: Principal = { role: 'staff', admin: false, subject: 'person:s', personId: 's' };
const member = (id: string, name = '甲公司'): Principal => ({
  role: 'sme',
  admin: true,
  subject: `person:${id}`,
  personId: `${id}1`,
  organisation: { id, name, selfPublish: false },
});

let temporary: TemporaryStore;
let profiles: Collection<Profile>;
let claims: CountingCollection<Claim>;
let invitations: Collection<Invitation>;
let known: Collection<KnownOrganisation>;
let clock: FixedClock;
let handler: ClaimHandler;
let organisations: KnowOrganisations;

beforeAll(async () => {
  temporary = await TemporaryStore.open();
});
afterAll(() => temporary.destroy());

let tests = 0;
beforeEach(async () => {
  tests += 1;
  const { store } = temporary;
  profiles = await store.collection({ ...PROFILES, name: `profile_${tests}` });
  claims = new CountingCollection(await store.collection({ ...CLAIMS, name: `claim_${tests}` }));
  invitations = await store.collection({ ...INVITATIONS, name: `invitation_${tests}` });
  known = await store.collection({ ...KNOWN_ORGANISATIONS, name: `known_${tests}` });
  clock = new FixedClock();
  handler = new ClaimHandler(profiles, claims, known, clock);
  organisations = new KnowOrganisations(known, invitations, profiles, claims);
  await store.flushed();
  temporary.published.length = 0;
});

const stored = async (id: string, more: Partial<Profile> = {}) => {
  const { version: _v, ...content } = profileState(id, { name: '甲公司', ...more });
  await profiles.insert([{ doc: newProfile(id, content, 'imported', NOW, more) }]);
};
const registered = (id: string, more: Partial<OrganisationEventState> = {}, sequence = 1) =>
  logEvent<OrganisationEventState>(
    TOPICS.organisation,
    EVENTS.organisationRegistered,
    id,
    { id, name: '甲公司', kind: 'sme', status: 'pending', founderId: `${id}1`, ...more },
    sequence,
  );
const value = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(result.failure.code);
  return result.value;
};
const codeOf = (result: Result<unknown>) => (result.ok ? 'ok' : result.failure.code);
const accept = (claim: Claim, key?: string) => handler.decide(claim.id, true, undefined, staff, once(key));

describe('a claim', () => {
  it('hands the profile over after staff’s yes', async () => {
    await stored('f');
    await organisations.handle([registered('o', { creditCode: CODES[0] ?? '' })]);
    const claim = value(await handler.request('f', member('o'), once()));
    expect((await profiles.get('f'))?.organisationId).toBeUndefined();
    expect(value(await accept(claim))).toMatchObject({ status: 'accepted', decidedBy: 'person:s' });
    expect(await profiles.get('f')).toMatchObject({ organisationId: 'o', creditCode: CODES[0] });
    expect(await temporary.types(TOPICS.claim)).toEqual([EVENTS.claimRequested, EVENTS.claimDecided]);
    expect(await temporary.types(TOPICS.profile)).toEqual([EVENTS.profileClaimed]);
  });

  it('that is refused leaves the profile to the next', async () => {
    await stored('f');
    const claim = value(await handler.request('f', member('o'), once()));
    value(await handler.decide(claim.id, false, '不符', staff, once()));
    expect((await profiles.get('f'))?.organisationId).toBeUndefined();
    clock.pass(1);
    expect(codeOf(await handler.request('f', member('o'), once()))).toBe('ok');
  });

  it('is asked for once: by repeat of the command, and not beside an open one', async () => {
    await stored('f');
    const first = value(await handler.request('f', member('o'), once('key')));
    clock.pass(1);
    expect(value(await handler.request('f', member('o'), once('key'))).id).toBe(first.id);
    expect(codeOf(await handler.request('f', member('o'), once('other')))).toBe('capability.claim_open');
    expect(codeOf(await handler.request('f', member('o'), once()))).toBe('capability.claim_open');
    expect(await temporary.types(TOPICS.claim)).toEqual([EVENTS.claimRequested]);
  });

  it('repeated after the yes with its key is the same claim, not one too many', async () => {
    await stored('f');
    const first = value(await handler.request('f', member('o'), once('key')));
    value(await accept(first));
    expect(value(await handler.request('f', member('o'), once('key')))).toMatchObject({ id: first.id });
    expect(codeOf(await handler.request('f', member('o'), once('other')))).toBe('capability.have_profile');
  });

  it.each([
    ['there is no such profile', 'none', {}, 'common.not_found'],
    ['another owns it', 'f', { organisationId: 'p' }, 'capability.claimed'],
    ['its credit code is another', 'f', { creditCode: CODES[1] ?? '' }, 'capability.code_differs'],
    ['it is theirs already', 'f', { organisationId: 'o' }, 'capability.have_profile'],
  ])('is refused at once when %s', async (_, id, more, code) => {
    await stored('f', more);
    await organisations.handle([registered('o', { creditCode: CODES[0] ?? '' })]);
    expect(codeOf(await handler.request(id, member('o'), once()))).toBe(code);
    expect(await temporary.types(TOPICS.claim)).toEqual([]);
  });

  it('is refused to one who has a profile', async () => {
    await stored('own', { organisationId: 'o' });
    await stored('f');
    const refused = await handler.request('f', member('o'), once());
    expect(refused).toMatchObject({ ok: false, failure: { code: 'capability.have_profile', params: { id: 'own' } } });
  });
});

describe('two organisations that claim one profile', () => {
  const both = async () => {
    await stored('f');
    const [one, two] = [
      await handler.request('f', member('o'), once()),
      await handler.request('f', member('p'), once()),
    ];
    return [value(one), value(two)] as const;
  };

  it('may both ask; the first yes decides, the other can only be refused', async () => {
    const [one, two] = await both();
    value(await accept(one));
    expect(codeOf(await accept(two))).toBe('capability.claimed');
    expect(await profiles.get('f')).toMatchObject({ organisationId: 'o' });
    expect(value(await handler.decide(two.id, false, '已被认领', staff, once())).status).toBe('refused');
  });

  it('get it once when both are answered at the same time', async () => {
    const [one, two] = await both();
    const answers = (await Promise.all([accept(one), accept(two)])).map(codeOf);
    expect(answers.sort()).toEqual(['capability.claimed', 'ok']);
    expect(await temporary.types(TOPICS.profile)).toEqual([EVENTS.profileClaimed]);
  });
});

describe('an answer', () => {
  it('cut off between profile and claim is finished by its repeat', async () => {
    await stored('f');
    const claim = value(await handler.request('f', member('o'), once()));
    claims.before = async (method) => {
      if (method === 'save') throw new Error('power cut');
    };
    await expect(accept(claim, 'key')).rejects.toThrow('power cut');
    expect(await profiles.get('f')).toMatchObject({ organisationId: 'o' });
    expect(await claims.get(claim.id)).toMatchObject({ status: 'requested' });
    claims.before = async () => undefined;
    expect(value(await accept(claim, 'key')).status).toBe('accepted');
    expect(await temporary.types(TOPICS.profile)).toEqual([EVENTS.profileClaimed]);
    expect(await temporary.types(TOPICS.claim)).toEqual([EVENTS.claimRequested, EVENTS.claimDecided]);
  });

  it('repeated with its key is the same answer; without, it was given already', async () => {
    await stored('f');
    const claim = value(await handler.request('f', member('o'), once()));
    value(await accept(claim, 'key'));
    expect(value(await accept(claim, 'key')).status).toBe('accepted');
    expect(codeOf(await accept(claim))).toBe('capability.claim_decided');
    expect(codeOf(await handler.decide('none', true, undefined, staff, once()))).toBe('common.not_found');
  });

  it('names the profile that the organisation has got meanwhile', async () => {
    await stored('f');
    await stored('g');
    const [one, two] = [
      await handler.request('f', member('o'), once()),
      await handler.request('g', member('o'), once()),
    ];
    value(await accept(value(one)));
    expect(await accept(value(two))).toMatchObject({
      ok: false,
      failure: { code: 'capability.have_profile', params: { id: 'f' } },
    });
  });

  it('does not give one credit code to two profiles', async () => {
    await stored('f');
    await stored('g', { creditCode: CODES[0] ?? '' });
    await organisations.handle([registered('o', { creditCode: CODES[0] ?? '' })]);
    const claim = value(await handler.request('f', member('o'), once()));
    expect(codeOf(await accept(claim))).toBe('capability.code_taken');
    expect((await profiles.get('f'))?.organisationId).toBeUndefined();
  });
});

describe('the profiles that are probably mine', () => {
  it('have my credit code or my name, and nobody’s else', async () => {
    await stored('code', { name: '从前的名字', creditCode: CODES[0] ?? '' });
    await stored('name', { name: '甲 有限责任公司' });
    await stored('taken', { name: '甲有限公司', organisationId: 'p' });
    await stored('differs', { name: '甲有限公司', creditCode: CODES[1] ?? '' });
    await stored('other', { name: '乙公司' });
    await organisations.handle([registered('o', { creditCode: CODES[0] ?? '' })]);
    const found = await handler.candidates(member('o', '甲有限公司'));
    expect(found.map(({ id }) => id)).toEqual(['code', 'name']);
  });
});

describe('an organisation that signs up with an invitation', () => {
  const invite = (expiresAt = '2027-01-01T00:00:00.000Z') =>
    invitations.insert([
      { doc: { id: sha256('code'), profileId: 'f', firmName: '甲公司', createdBy: 's', createdAt: NOW, expiresAt } },
    ]);
  const invited = registered('o', { invitationHash: sha256('code') });

  it('claims the firm it names, once', async () => {
    await stored('f');
    await invite();
    await organisations.handle([invited]);
    await organisations.handle([invited]);
    expect(await temporary.types(TOPICS.claim)).toEqual([EVENTS.claimRequested]);
    expect((await claims.scan({ limit: 10 })).items).toEqual([
      expect.objectContaining({ profileId: 'f', organisationId: 'o', status: 'requested' }),
    ]);
  });

  it.each([true, false])('does not claim again when its event comes again after the answer (%s)', async (yes) => {
    await stored('f');
    await invite();
    await organisations.handle([invited]);
    const [claim] = (await claims.scan({ limit: 10 })).items;
    value(await handler.decide(claim?.id ?? '', yes, undefined, staff, once()));
    clock.pass(60);
    await organisations.handle([invited]);
    expect((await claims.scan({ limit: 10 })).items).toHaveLength(1);
  });

  it.each([
    ['has run out', '2026-11-22T01:59:59.000Z', {}],
    ['names a firm that another owns', undefined, { organisationId: 'p' }],
    ['names a firm of another credit code', undefined, { creditCode: CODES[1] ?? '' }],
  ])('claims nothing when the invitation %s', async (_, expiresAt, more) => {
    await stored('f', more);
    await invite(expiresAt);
    await organisations.handle([registered('o', { invitationHash: sha256('code'), creditCode: CODES[0] ?? '' })]);
    expect((await claims.scan({ limit: 10 })).items).toEqual([]);
  });
});

describe('what is known of organisations', () => {
  it('is the newest that was told, whatever the order', async () => {
    await organisations.handle([registered('o', { name: '新名' }, 3)]);
    await organisations.handle([registered('o', { name: '旧名' }, 2)]);
    expect(await known.get('o')).toMatchObject({ name: '新名', seen: 3, version: 1 });
    await organisations.handle([
      registered('o', { name: '甲' }, 4),
      registered('o', { name: '乙', creditCode: 'C' }, 5),
    ]);
    expect(await known.get('o')).toMatchObject({ name: '乙', creditCode: 'C', seen: 5, version: 2 });
  });
});
