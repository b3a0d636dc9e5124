import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { readConfig } from '#platform/config/config';
import type { Result } from '#platform/errors/errors';
import type { Collection } from '#ports/store/store';
import { FixedClock } from '#test/kit/clock';
import { TemporaryStore } from '#test/kit/embedded';
import { NOW } from '#test/kit/makers';
import { PASSWORD_LINKS, type PasswordLink, PEOPLE, type Person, SESSIONS, type Session } from '../identity.store.js';
import { hashPassword } from '../passwords.js';
import { PeopleHandler } from '../people/people.js';
import { SignInHandler } from '../sign-in/sign-in.js';
import { LINK_HOURS, PasswordLinkHandler } from './password-link.js';

let temporary: TemporaryStore;
let clock: FixedClock;
let people: Collection<Person>;
let links: Collection<PasswordLink>;
let sessions: Collection<Session>;
let signIns: SignInHandler;
let handler: PasswordLinkHandler;
let passwordHash: string;
beforeAll(async () => {
  temporary = await TemporaryStore.open();
  passwordHash = await hashPassword('forgotten by now');
});
afterAll(() => temporary.destroy());

let tests = 0;
beforeEach(async () => {
  tests += 1;
  const { store } = temporary;
  clock = new FixedClock(NOW);
  people = await store.collection({ ...PEOPLE, name: `person_${tests}` });
  sessions = await store.collection({ ...SESSIONS, name: `session_${tests}` });
  links = await store.collection({ ...PASSWORD_LINKS, name: `link_${tests}` });
  signIns = new SignInHandler(people, sessions, clock, readConfig({ RULIAN_SIGN_INS_PER_MINUTE: '100' }));
  handler = new PasswordLinkHandler(links, people, new PeopleHandler(people, clock), signIns, clock);
  await people.insert([{ doc: person('a') }, { doc: person('b') }, { doc: person('off', { active: false }) }]);
});

const person = (id: string, more: Partial<Person> = {}): Omit<Person, 'version'> => ({
  id,
  organisationId: 'o',
  kind: 'sme',
  name: id,
  email: `${id}@example.com`,
  passwordHash,
  admin: false,
  active: true,
  language: 'zh',
  createdAt: NOW,
  ...more,
});
const codeOf = (result: Result<unknown>) => (result.ok ? 'ok' : result.failure.code);
const enters = async (id: string, password: string) =>
  codeOf(await signIns.signIn(`${id}@example.com`, password, '10.0.0.1'));

async function made(id: string): Promise<string> {
  const doc = await people.get(id);
  const result = doc && (await handler.make(doc, 'person:admin'));
  if (!result?.ok) throw new Error('no link');
  return result.value.code;
}

describe('a password link', () => {
  it('sets a new password and ends the sessions of the person, of nobody else', async () => {
    expect(await enters('a', 'forgotten by now')).toBe('ok');
    expect(await enters('b', 'forgotten by now')).toBe('ok');
    const code = await made('a');
    expect(codeOf(await handler.use(code, 'a fresh password', { key: 'k1' }))).toBe('ok');
    expect((await sessions.scan({ limit: 10 })).items.map(({ personId }) => personId)).toEqual(['b']);
    expect(await enters('a', 'forgotten by now')).toBe('identity.wrong_credentials');
    expect(await enters('a', 'a fresh password')).toBe('ok');
  });

  it('is good once, also for two who use it at the same moment; a repeat of the same request is no second use', async () => {
    const code = await made('a');
    const uses = await Promise.all([
      handler.use(code, 'the first of two', { key: 'k1' }),
      handler.use(code, 'the other of two', { key: 'k2' }),
    ]);
    expect(uses.map(codeOf).sort()).toEqual(['identity.link_invalid', 'ok']);
    const [won, password] = uses[0].ok ? ['k1', 'the first of two'] : ['k2', 'the other of two'];
    expect(codeOf(await handler.use(code, 'yet another one', { key: won }))).toBe('ok');
    expect(await enters('a', password)).toBe('ok');
    expect(codeOf(await handler.use(code, 'yet another one', { key: undefined }))).toBe('identity.link_invalid');
    expect(codeOf(await handler.read(code))).toBe('identity.link_invalid');
  });

  it('is good for a day', async () => {
    const code = await made('a');
    clock.pass(LINK_HOURS * 3600 - 1);
    expect(codeOf(await handler.read(code))).toBe('ok');
    clock.pass(1);
    expect(codeOf(await handler.read(code))).toBe('identity.link_invalid');
    expect(codeOf(await handler.use(code, 'a fresh password', { key: 'k1' }))).toBe('identity.link_invalid');
    expect(await enters('a', 'forgotten by now')).toBe('ok');
  });

  it('takes the place of the one before, and of nobody else’s', async () => {
    const [first, other, second] = [await made('a'), await made('b'), await made('a')];
    expect(codeOf(await handler.read(first))).toBe('identity.link_invalid');
    expect(codeOf(await handler.read(second))).toBe('ok');
    expect(codeOf(await handler.read(other))).toBe('ok');
  });

  it('is not for people who are switched off, neither when it is made nor when it is used', async () => {
    const off = await people.get('off');
    expect(off && codeOf(await handler.make(off, 'person:admin'))).toBe('identity.person_inactive');
    const code = await made('a');
    const a = await people.get('a');
    if (a) await people.save({ ...a, active: false });
    expect(codeOf(await handler.use(code, 'a fresh password', { key: 'k1' }))).toBe('identity.person_inactive');
  });

  it('is stored as a digest from which it cannot be made', async () => {
    const code = await made('a');
    expect(JSON.stringify((await links.scan({ limit: 10 })).items)).not.toContain(code);
  });
});
