import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { readConfig } from '#platform/config/config';
import type { Result } from '#platform/errors/errors';
import type { Collection } from '#ports/store/store';
import { FixedClock } from '#test/kit/clock';
import { TemporaryStore } from '#test/kit/embedded';
import { NOW } from '#test/kit/makers';
import { PEOPLE, type Person, SESSIONS, type Session } from '../identity.store.js';
import { hashPassword } from '../passwords.js';
import { SESSION_DAYS, SignInHandler } from './sign-in.js';

let temporary: TemporaryStore;
let people: Collection<Person>;
let sessions: Collection<Session>;
let handler: SignInHandler;
let passwordHash: string;
beforeAll(async () => {
  temporary = await TemporaryStore.open();
  passwordHash = await hashPassword('correct horse');
});
afterAll(() => temporary.destroy());

let tests = 0;
beforeEach(async () => {
  tests += 1;
  const { store } = temporary;
  people = await store.collection({ ...PEOPLE, name: `person_${tests}` });
  sessions = await store.collection({ ...SESSIONS, name: `session_${tests}` });
  handler = new SignInHandler(people, sessions, new FixedClock(), readConfig({ RULIAN_SIGN_INS_PER_MINUTE: '3' }));
  await people.insert([{ doc: person('a') }, { doc: person('b') }, { doc: person('off', { active: false }) }]);
});

const person = (id: string, more: Partial<Person> = {}): Omit<Person, 'version'> => ({
  id,
  organisationId: 'o',
  kind: 'sme',
  name: id,
  email: `${id}@example.com`,
  passwordHash,
  admin: true,
  active: true,
  language: 'zh',
  createdAt: NOW,
  ...more,
});
const codeOf = (result: Result<unknown>) => (result.ok ? 'ok' : result.failure.code);
const signIn = (id: string, password = 'correct horse', address = '10.0.0.1') =>
  handler.signIn(`${id}@example.com`, password, address);
const stored = async () => (await sessions.scan({ limit: 10 })).items;

describe('signing in', () => {
  it('opens a session for thirty days, of which only a hash is stored', async () => {
    const result = await signIn('a');
    if (!result.ok) throw new Error(result.failure.code);
    const { token, expiresAt } = result.value;
    expect(token).toMatch(/^rls_[\w-]{43}$/);
    expect(Date.parse(expiresAt) - Date.parse(NOW)).toBe(SESSION_DAYS * 86_400_000);
    expect(await stored()).toEqual([expect.objectContaining({ personId: 'a', createdAt: NOW, expiresAt })]);
    expect(JSON.stringify(await stored())).not.toContain(token.slice(4));
  });

  it.each([
    ['a wrong password', 'a', 'wrong', 'identity.wrong_credentials'],
    ['an empty password', 'a', '', 'identity.wrong_credentials'],
    ['an address that nobody has', 'nobody', 'correct horse', 'identity.wrong_credentials'],
    ['the password of the decoy', 'nobody', 'no account has this', 'identity.wrong_credentials'],
    ['an account that is switched off', 'off', 'correct horse', 'identity.person_inactive'],
    ['a wrong password for one that is switched off', 'off', 'wrong', 'identity.wrong_credentials'],
  ])('is refused with %s', async (_, id, password, code) => {
    expect(codeOf(await signIn(id, password))).toBe(code);
    expect(await stored()).toEqual([]);
  });
});

describe('tries', () => {
  it('are limited per account, from wherever they come, also with the right password then', async () => {
    for (const address of ['10.0.0.1', '10.0.0.2', '10.0.0.3'])
      expect(codeOf(await signIn('a', 'wrong', address))).toBe('identity.wrong_credentials');
    const refused = await signIn('a', 'correct horse', '10.0.0.4');
    expect(refused).toMatchObject({
      ok: false,
      failure: { code: 'common.too_many', params: { seconds: expect.any(Number) } },
    });
    expect(codeOf(await signIn('b', 'correct horse', '10.0.0.4'))).toBe('ok');
  });

  it('are limited per address, ten times as many wrong ones as per account, for whatever account', async () => {
    // The right ones do not count: many people share the address of an office.
    for (let at = 0; at < 3; at += 1) expect(codeOf(await signIn('b'))).toBe('ok');
    for (let at = 0; at < 30; at += 1)
      expect(codeOf(await signIn(`x${at}`, 'wrong'))).toBe('identity.wrong_credentials');
    expect(codeOf(await signIn('a'))).toBe('common.too_many');
    expect(codeOf(await signIn('a', 'correct horse', '10.0.0.2'))).toBe('ok');
  });

  it('of an account begin anew after a success', async () => {
    for (const address of ['10.0.0.1', '10.0.0.2']) await signIn('a', 'wrong', address);
    expect(codeOf(await signIn('a', 'correct horse', '10.0.0.3'))).toBe('ok');
    for (const address of ['10.0.0.4', '10.0.0.5'])
      expect(codeOf(await signIn('a', 'wrong', address))).toBe('identity.wrong_credentials');
    expect(codeOf(await signIn('a', 'correct horse', '10.0.0.6'))).toBe('ok');
  });
});

describe('signing out', () => {
  const token = async (id: string, address: string) => {
    const result = await signIn(id, 'correct horse', address);
    return result.ok ? result.value.token : '';
  };

  it('ends one session, or every session of a person', async () => {
    const first = await token('a', '10.0.0.1');
    await token('a', '10.0.0.2');
    await token('b', '10.0.0.3');
    await handler.signOut(first);
    await handler.signOut(first);
    await handler.signOut('rls_nothing');
    expect((await stored()).map(({ personId }) => personId).sort()).toEqual(['a', 'b']);
    await handler.signOutEverywhere('a');
    expect((await stored()).map(({ personId }) => personId)).toEqual(['b']);
  });
});
