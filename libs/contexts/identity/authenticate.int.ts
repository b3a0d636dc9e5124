import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { OrganisationStatus } from '#contracts/identity';
import { sha256 } from '#platform/ids';
import type { Collection } from '#ports/store/store';
import { FixedClock } from '#test/kit/clock';
import { TemporaryStore } from '#test/kit/embedded';
import { NOW } from '#test/kit/makers';
import { ApiKeysHandler } from './api-keys/api-keys.js';
import { OPERATOR, StoredAuthenticator } from './authenticate.js';
import {
  API_KEYS,
  type ApiKey,
  ORGANISATIONS,
  type Organisation,
  PEOPLE,
  type Person,
  SESSIONS,
  type Session,
} from './identity.store.js';

const OPERATOR_SECRET = 'rlo_0123456789abcdef0123456789abcdef0123456789a';
const SESSION = 'rls_0123456789abcdef0123456789abcdef0123456789a';

let temporary: TemporaryStore;
let sessions: Collection<Session>;
let keys: Collection<ApiKey>;
let people: Collection<Person>;
let organisations: Collection<Organisation>;
let clock: FixedClock;
let authenticator: StoredAuthenticator;
beforeAll(async () => {
  temporary = await TemporaryStore.open();
});
afterAll(() => temporary.destroy());

let tests = 0;
beforeEach(async () => {
  tests += 1;
  const { store } = temporary;
  sessions = await store.collection({ ...SESSIONS, name: `session_${tests}` });
  keys = await store.collection({ ...API_KEYS, name: `api_key_${tests}` });
  people = await store.collection({ ...PEOPLE, name: `person_${tests}` });
  organisations = await store.collection({ ...ORGANISATIONS, name: `organisation_${tests}` });
  clock = new FixedClock();
  authenticator = new StoredAuthenticator(sessions, keys, people, organisations, clock, OPERATOR_SECRET);
});

async function member(
  status: OrganisationStatus,
  kind: Organisation['kind'] = 'sme',
  more: Partial<Person> = {},
): Promise<void> {
  const organisation = {
    id: 'o',
    name: '甲公司',
    nameKey: '甲公司',
    kind,
    status,
    selfPublish: true,
    founderId: 'p',
    createdAt: NOW,
  };
  await organisations.insert([{ doc: organisation }]);
  const person = { id: 'p', organisationId: 'o', kind, name: '王敏', email: 'p@example.com', passwordHash: 'x' };
  await people.insert([{ doc: { ...person, admin: true, active: true, language: 'zh', createdAt: NOW, ...more } }]);
  const expiresAt = '2026-11-22T03:00:00.000Z';
  await sessions.insert([{ doc: { id: sha256(SESSION), personId: 'p', createdAt: NOW, expiresAt } }]);
}

describe('a session', () => {
  it.each([
    ['approved', 'sme', 'sme'],
    ['approved', 'leader', 'leader'],
    ['approved', 'staff', 'staff'],
    ['pending', 'leader', 'pending'],
    ['suspended', 'leader', 'pending'],
    ['rejected', 'sme', 'pending'],
    ['suspended', 'staff', 'pending'],
  ] as const)('of an organisation that is %s and %s has the role %s', async (status, kind, role) => {
    await member(status, kind);
    expect(await authenticator.bySecret(SESSION)).toEqual({
      role,
      personId: 'p',
      personName: '王敏',
      organisation: { id: 'o', name: '甲公司', selfPublish: true },
      admin: true,
      subject: 'person:p',
    });
  });

  it('ends at its time', async () => {
    await member('approved');
    clock.set('2026-11-22T02:59:59.999Z');
    expect(await authenticator.bySecret(SESSION)).toBeDefined();
    clock.set('2026-11-22T03:00:00.000Z');
    expect(await authenticator.bySecret(SESSION)).toBeUndefined();
  });

  it('is nobody’s when the person is switched off, is gone, or has no organisation', async () => {
    await member('approved', 'sme', { active: false });
    expect(await authenticator.bySecret(SESSION)).toBeUndefined();
    await people.save({ ...((await people.get('p')) as Person), active: true });
    expect(await authenticator.bySecret(SESSION)).toBeDefined();
    await organisations.remove('o', 1);
    expect(await authenticator.bySecret(SESSION)).toBeUndefined();
    await people.remove('p', 2);
    expect(await authenticator.bySecret(SESSION)).toBeUndefined();
  });

  it('is not opened by what is stored', async () => {
    await member('approved');
    expect(await authenticator.bySecret(sha256(SESSION))).toBeUndefined();
    expect(await authenticator.bySecret(`rls_${sha256(SESSION)}`)).toBeUndefined();
  });
});

describe('an API key', () => {
  it('acts for its organisation as no person and no administrator, until it is revoked', async () => {
    await member('approved', 'leader');
    const handler = new ApiKeysHandler(keys, clock);
    const { key, secret } = await handler.create('o', 'ERP', 'person:p');
    expect(await authenticator.bySecret(secret)).toEqual({
      role: 'leader',
      organisation: { id: 'o', name: '甲公司', selfPublish: true },
      admin: false,
      subject: `key:${key.id}`,
    });
    expect(JSON.stringify((await keys.scan({ limit: 10 })).items)).not.toContain(secret.slice(8));
    expect(await handler.revoke('other', key.id, undefined)).toBe(false);
    expect(await authenticator.bySecret(secret)).toBeDefined();
    expect(await handler.revoke('o', key.id, undefined)).toBe(true);
    expect(await authenticator.bySecret(secret)).toBeUndefined();
    expect(await handler.revoke('o', key.id, undefined)).toBe(false);
  });

  it('of a suspended organisation may do no more than a new one', async () => {
    await member('suspended', 'leader');
    const { secret } = await new ApiKeysHandler(keys, clock).create('o', 'ERP', 'person:p');
    expect(await authenticator.bySecret(secret)).toMatchObject({ role: 'pending' });
  });
});

describe('the operator', () => {
  it('is who has the secret of this start', async () => {
    expect(await authenticator.bySecret(OPERATOR_SECRET)).toBe(OPERATOR);
  });

  it.each([
    ['another secret', OPERATOR_SECRET.replace('0', '1')],
    ['the beginning of it', OPERATOR_SECRET.slice(0, -1)],
    ['more than it', `${OPERATOR_SECRET}a`],
    ['its prefix', 'rlo_'],
    ['it without its prefix', OPERATOR_SECRET.slice(4)],
    ['another prefix', OPERATOR_SECRET.replace('rlo_', 'rls_')],
    ['nothing', ''],
  ])('is nobody with %s', async (_, secret) => {
    expect(await authenticator.bySecret(secret)).toBeUndefined();
  });
});
