import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { PersonState } from '#contracts/identity';
import { EVENTS, TOPICS } from '#contracts/topics';
import type { Result } from '#platform/errors/errors';
import { sha256 } from '#platform/ids';
import { FixedClock } from '#test/kit/clock';
import { CountingCollection } from '#test/kit/counting-collection';
import { TemporaryStore } from '#test/kit/embedded';
import { NOW } from '#test/kit/makers';
import { ORGANISATIONS, type Organisation, PEOPLE, type Person } from '../identity.store.js';
import { passwordFits } from '../passwords.js';
import { type SignUp, SignUpHandler } from './sign-up.js';

const CODES = ['91370200264574251E', '91370200MA0000001J'] as const;
const once = (key?: string) => ({ key, cause: key });

let temporary: TemporaryStore;
let organisations: CountingCollection<Organisation>;
let people: CountingCollection<Person>;
let clock: FixedClock;
let handler: SignUpHandler;
beforeAll(async () => {
  temporary = await TemporaryStore.open();
});
afterAll(() => temporary.destroy());

let tests = 0;
beforeEach(async () => {
  tests += 1;
  const { store } = temporary;
  organisations = new CountingCollection(await store.collection({ ...ORGANISATIONS, name: `organisation_${tests}` }));
  people = new CountingCollection(await store.collection({ ...PEOPLE, name: `person_${tests}` }));
  clock = new FixedClock();
  handler = new SignUpHandler(organisations, people, clock);
  await store.flushed();
  temporary.published.length = 0;
});

const input = (more: Partial<SignUp> = {}, email = 'a@example.com'): SignUp => ({
  name: '甲有限责任公司',
  kind: 'sme',
  creditCode: CODES[0],
  person: { name: '王敏', email, password: 'correct horse' },
  language: 'zh',
  ...more,
});
const codeOf = (result: Result<unknown>) =>
  result.ok ? 'ok' : `${result.failure.code} ${result.failure.pointer ?? ''}`.trim();
const all = async () => ({
  organisations: (await organisations.scan({ limit: 10 })).items,
  people: (await people.scan({ limit: 10 })).items,
});

describe('signing up', () => {
  it('makes an organisation that waits for approval, and its administrator', async () => {
    const result = await handler.signUp(input({ region: '山东省', invitation: 'code' }), once());
    const stored = await all();
    expect(result).toEqual({ ok: true, value: { organisation: stored.organisations[0], person: stored.people[0] } });
    expect(stored.organisations).toEqual([
      expect.objectContaining({
        nameKey: '甲有限公司',
        codeKey: CODES[0],
        status: 'pending',
        selfPublish: false,
        invitationHash: sha256('code'),
        founderId: stored.people[0]?.id,
        createdAt: NOW,
      }),
    ]);
    expect(stored.people).toEqual([
      expect.objectContaining({
        organisationId: stored.organisations[0]?.id,
        admin: true,
        active: true,
        email: 'a@example.com',
      }),
    ]);
    expect(await passwordFits(stored.people[0]?.passwordHash, 'correct horse')).toBe(true);
  });

  it('tells nobody the password, its hash or the invitation', async () => {
    await handler.signUp(input({ invitation: 'the-code' }), once());
    await temporary.store.flushed();
    const text = JSON.stringify(temporary.published);
    expect(temporary.published.map(({ type }) => type)).toEqual([
      EVENTS.personRegistered,
      EVENTS.organisationRegistered,
    ]);
    expect(text).not.toMatch(/correct horse|argon2|passwordHash|the-code/);
    expect(JSON.stringify(await all())).not.toMatch(/correct horse|the-code/);
  });

  it('is one sign-up for one idempotency key', async () => {
    const first = await handler.signUp(input(), once('key'));
    const again = await handler.signUp(input(), once('key'));
    expect(again).toEqual(first);
    expect(codeOf(await handler.signUp(input(), once('other')))).toBe('identity.code_taken /creditCode');
    const stored = await all();
    expect([stored.organisations.length, stored.people.length]).toEqual([1, 1]);
  });

  it('needs a credit code, except for staff', async () => {
    const { creditCode: _code, ...without } = input();
    expect(codeOf(await handler.signUp(without, once()))).toBe('identity.credit_code_needed /creditCode');
    expect(codeOf(await handler.signUp({ ...without, kind: 'staff' }, once()))).toBe('ok');
    expect(
      codeOf(
        await handler.signUp(
          { ...without, kind: 'staff', person: { ...without.person, email: 'b@example.com' } },
          once(),
        ),
      ),
    ).toBe('ok');
  });
});

describe('a sign-up that is refused', () => {
  it.each([
    ['the credit code is taken', input({}, 'b@example.com'), 'identity.code_taken /creditCode'],
    ['the address is taken', input({ creditCode: CODES[1] }), 'identity.email_taken /person/email'],
  ])('because %s leaves nothing', async (_, second, code) => {
    await handler.signUp(input(), once());
    const before = await all();
    clock.pass(3600);
    expect(codeOf(await handler.signUp(second, once('key')))).toBe(code);
    expect(await all()).toEqual(before);
    expect(await temporary.types(TOPICS.person)).toHaveLength(1);
  });

  it('can be mended and sent again under the same key', async () => {
    await handler.signUp(input(), once());
    expect(codeOf(await handler.signUp(input({}, 'b@example.com'), once('key')))).toBe(
      'identity.code_taken /creditCode',
    );
    const mended = await handler.signUp(input({ creditCode: CODES[1] }, 'b@example.com'), once('key'));
    if (!mended.ok) throw new Error(mended.failure.code);
    expect(await people.get(mended.value.person.id)).toMatchObject({ email: 'b@example.com' });
    expect(await organisations.get(mended.value.organisation.id)).toMatchObject({ codeKey: CODES[1] });
  });

  /** Somebody else takes the code between the look and the write. */
  const overtaken = async (key: string) => {
    organisations.before = async (method) => {
      if (method !== 'insert') return;
      organisations.before = async () => undefined;
      await handler.signUp(input(), once('faster'));
    };
    return handler.signUp(input({}, 'b@example.com'), once(key));
  };

  it('at the last moment takes its person back, and says so to those who have heard of it', async () => {
    expect(codeOf(await overtaken('slower'))).toBe('identity.code_taken /creditCode');
    expect((await all()).people.map(({ email }) => email)).toEqual(['a@example.com']);
    const told = await temporary.events<PersonState>(TOPICS.person);
    const last = told.filter(({ data }) => data.email === 'b@example.com').at(-1);
    expect(last).toMatchObject({ type: EVENTS.personChanged, sequence: 2, data: { active: false } });
  });

  it('at the last moment does not let its key make an organisation without a person', async () => {
    await overtaken('slower');
    const mended = input({ creditCode: CODES[1] }, 'b@example.com');
    expect(codeOf(await handler.signUp(mended, once('slower')))).toBe('common.idempotency_reused');
    expect((await all()).organisations).toHaveLength(1);
    expect(codeOf(await handler.signUp(mended, once('new')))).toBe('ok');
  });
});

describe('a sign-up cut off between person and organisation', () => {
  const cutOff = async (key?: string) => {
    organisations.before = async (method) => {
      if (method === 'insert') throw new Error('power cut');
    };
    await expect(handler.signUp(input(), once(key))).rejects.toThrow('power cut');
    organisations.before = async () => undefined;
    expect((await all()).organisations).toEqual([]);
    expect((await all()).people).toHaveLength(1);
  };

  it('is finished by its repeat', async () => {
    await cutOff('key');
    expect(codeOf(await handler.signUp(input(), once('key')))).toBe('ok');
    const stored = await all();
    expect([stored.organisations.length, stored.people.length]).toEqual([1, 1]);
    expect(stored.people[0]?.organisationId).toBe(stored.organisations[0]?.id);
  });

  it('keeps its address for a minute, then gives it to the next', async () => {
    await cutOff();
    clock.pass(59);
    expect(codeOf(await handler.signUp(input(), once()))).toBe('identity.email_taken /person/email');
    clock.pass(1);
    expect(codeOf(await handler.signUp(input(), once()))).toBe('ok');
    const stored = await all();
    expect(stored.people.map(({ organisationId }) => organisationId)).toEqual([stored.organisations[0]?.id]);
    const told = (await temporary.events<PersonState>(TOPICS.person)).map(({ type, data }) => [type, data.active]);
    expect(told).toEqual([
      [EVENTS.personRegistered, true],
      [EVENTS.personChanged, false],
      [EVENTS.personRegistered, true],
    ]);
  });

  it('does not take the address of somebody who has an organisation', async () => {
    await handler.signUp(input(), once());
    clock.pass(86_400);
    expect(codeOf(await handler.signUp(input({ creditCode: CODES[1] }), once()))).toBe(
      'identity.email_taken /person/email',
    );
  });
});
