import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Collection } from '#ports/store/store';
import { TemporaryHouse } from '#test/kit/embedded';
import { type Matchmaking, REGISTRATIONS, type Registration } from '../events.store.js';
import { insertWithCodes, isTaken } from './door-codes.js';
import { newRegistration } from './registration.rules.js';

let house: TemporaryHouse;
let registrations: Collection<Registration>;
beforeAll(async () => {
  house = await TemporaryHouse.open();
  registrations = await house.store.collection(REGISTRATIONS);
});
afterAll(() => house.destroy());

const act = { by: { role: 'staff', subject: 'p' }, at: '2026-11-26T08:00:00.000Z' } as never;
const comes = (event: string, organisation: string) => (code: string) =>
  newRegistration(
    { id: event, title: '卡位入链' } as Matchmaking,
    { id: organisation, name: organisation, side: 'sme' },
    { representatives: [], demandIds: [] },
    { origin: 'invited', code },
    act,
  );
/** Codes in this order, the last one for ever. */
const codes =
  (...drawn: string[]) =>
  () =>
    (drawn.length > 1 ? drawn.shift() : drawn[0]) as string;
const of = async (event: string, ...names: string[]) => {
  const all = await registrations.manyBy('approved', [event]);
  expect(all).toEqual([]);
  const made = names.map((name) => comes(event, name)('').doc.id);
  return (await registrations.many(made)).map(({ organisationId, code }) => `${organisationId} ${code}`).sort();
};

describe('codes for the door', () => {
  it('are drawn anew where one is taken, in the same lot or before', async () => {
    const first = ['a', 'b', 'c'].map((name) => comes('e1', name));
    const written = await insertWithCodes(
      registrations,
      first,
      undefined,
      codes('000001', '000001', '000002', '000003'),
    );
    expect(written.map(({ status }) => status)).toEqual(['done', 'done', 'done']);
    expect(await of('e1', 'a', 'b', 'c')).toEqual(['a 000001', 'b 000003', 'c 000002']);
    await insertWithCodes(registrations, [comes('e1', 'd')], undefined, codes('000002', '000003', '000004'));
    expect(await of('e1', 'd')).toEqual(['d 000004']);
  });

  it('are those of one event: another may have the same', async () => {
    await insertWithCodes(registrations, [comes('e2', 'a')], undefined, codes('000001'));
    expect(await of('e2', 'a')).toEqual(['a 000001']);
  });

  it('leave who is there already as it is', async () => {
    await insertWithCodes(registrations, [comes('e3', 'a')], undefined, codes('000001'));
    const [again, other] = await insertWithCodes(
      registrations,
      [comes('e3', 'a'), comes('e3', 'b')],
      undefined,
      codes('000005', '000006'),
    );
    expect([again?.status, isTaken(again), other?.status]).toEqual(['duplicate', false, 'done']);
    expect(await of('e3', 'a', 'b')).toEqual(['a 000001', 'b 000006']);
  });

  it('are given up when all that are drawn are taken', async () => {
    await insertWithCodes(registrations, [comes('e4', 'a')], undefined, codes('000001'));
    const [written] = await insertWithCodes(registrations, [comes('e4', 'b')], undefined, codes('000001'));
    expect(isTaken(written)).toBe(true);
    expect(await of('e4', 'b')).toEqual([]);
  });
});
