import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Principal } from '#platform/access/access';
import type { Collection } from '#ports/store/store';
import { FixedClock } from '#test/kit/clock';
import { TemporaryStore } from '#test/kit/embedded';
import { PROFILES, type Profile } from '../capability.store.js';
import { KNOWN_ORGANISATIONS } from '../claim/known-organisations.js';
import { EMPTY_LISTS } from '../profile.rules.js';
import { ProfileHandler } from './profile.handler.js';

const OWN = '91370200264574251E';
const OTHER = '9144030071526726XG';
const command = { key: undefined, cause: undefined };
const sme: Principal = {
  role: 'sme',
  admin: true,
  subject: 'person:p',
  organisation: { id: 'o', name: '甲公司', selfPublish: false },
};
const staff: Principal = { ...sme, role: 'staff', organisation: { id: 's', name: '中心', selfPublish: false } };

let house: TemporaryStore;
let profiles: Collection<Profile>;
let handler: ProfileHandler;

beforeEach(async () => {
  house = await TemporaryStore.open();
  profiles = await house.store.collection(PROFILES);
  const known = await house.store.collection(KNOWN_ORGANISATIONS);
  await known.insert([{ doc: { id: 'o', name: '甲公司', creditCode: OWN, status: 'approved', seen: 1 } }]);
  handler = new ProfileHandler(profiles, known, new FixedClock());
});
afterEach(() => house.destroy());

const content = (creditCode: string) => ({ ...EMPTY_LISTS, name: '甲公司', creditCode });

describe('the credit code of a profile', () => {
  it('is that of the firm’s own organisation, when written and when changed', async () => {
    const refusal = {
      ok: false,
      failure: { code: 'capability.code_not_yours', pointer: '/creditCode', params: { code: OWN } },
    };
    expect(await handler.create(content(OTHER), { caller: sme, command })).toEqual(refusal);
    const made = await handler.create(content(OWN), { caller: sme, command });
    if (!made.ok) throw new Error(made.failure.code);
    expect(await handler.change(made.value.id, { creditCode: OTHER }, { caller: sme, command })).toEqual(refusal);
    expect((await profiles.get(made.value.id))?.creditCode).toBe(OWN);
  });

  it('is any for staff, who write for firms without an account', async () => {
    expect(await handler.create(content(OTHER), { caller: staff, command })).toMatchObject({ ok: true });
  });
});
