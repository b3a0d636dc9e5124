import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { SeatOfferEventData, Wish } from '#contracts/matchmaking';
import { TOPICS } from '#contracts/topics';
import type { Principal } from '#platform/access/access';
import type { Result } from '#platform/errors/errors';
import { ok } from '#platform/errors/errors';
import { changeDocument } from '#platform/store/change';
import type { Collection } from '#ports/store/store';
import { FixedClock } from '#test/kit/clock';
import { TemporaryStore } from '#test/kit/embedded';
import { ChangePlanHandler } from '../day/change-plan.handler.js';
import { PlanChanges } from '../day/plan-changes.js';
import {
  MATCHMAKINGS,
  type Matchmaking,
  OUTCOMES,
  PLANS,
  type Plan,
  REGISTRATIONS,
  type Registration,
  SEAT_OFFERS,
  type SeatOffer,
} from '../events.store.js';
import { KNOWN_DEMANDS, KNOWN_MATCHES, KNOWN_ORGANISATIONS } from '../known/known.store.js';
import { KnownThings } from '../known/known-things.js';
import { plannedMeeting } from '../plan/plan.rules.js';
import { registrationId } from '../registration/registration.rules.js';
import { GatherGrounds } from '../scheduling/gather.js';
import { answerSeat } from './seat-offer.rules.js';
import { SeatOffersHandler } from './seat-offers.handler.js';
import { SettleSeats } from './settle-seats.js';

const NOW = '2027-03-01T01:05:00.000Z';
const COMMAND = { key: undefined, cause: undefined };
const staff: Principal = { role: 'staff', admin: true, subject: 's', personName: '陈静' };
const of = (id: string): Principal => ({
  ...{ role: id.startsWith('l') ? 'leader' : 'sme', admin: false, subject: id, personName: `${id}的人` },
  organisation: { id, name: id, selfPublish: true },
});

/** Slots of 20 minutes: 0 has begun, 1 begins at 01:20, 2 at 01:40. Of the firms a has not come; b and c stand by. */
const event: Matchmaking = {
  ...{ id: 'e', version: 1, title: '活动', phase: 'live', slotMinutes: 20, tables: 4 },
  sessions: [{ from: '2027-03-01T01:00:00.000Z', to: '2027-03-01T02:00:00.000Z' }],
  ...{ breaks: [], programme: [], musts: { leader: 1, sme: 1 }, createdAt: NOW, updatedAt: NOW },
  limits: { leader: { min: 0, max: 9 }, sme: { min: 0, max: 9 } },
};
const registration = (id: string, wishes: readonly Wish[] = [], there = true): Omit<Registration, 'version'> => ({
  ...{ id: registrationId('e', id), matchmakingId: 'e', matchmakingTitle: '活动', organisationId: id },
  organisationName: `${id}公司`,
  side: id.startsWith('l') ? 'leader' : 'sme',
  ...{ origin: 'invited', status: 'approved', demandIds: [], tables: [], blocked: [], wishes },
  representatives: [{ id: 'p1', name: `${id}的人`, absent: [], demandIds: [] }],
  ...{ code: id, codeKey: `e:${id}`, approvedKey: 'e', createdAt: NOW, updatedAt: NOW },
  ...(there ? { checkedInAt: NOW } : {}),
});
const meeting = (leader: string, sme: string, slot: number, table = 1) =>
  plannedMeeting('e', { leader: `${leader}:p1`, sme: `${sme}:p1`, slot, table });

let temporary: TemporaryStore;
let clock: FixedClock;
let plans: Collection<Plan>;
let registrations: Collection<Registration>;
let offers: Collection<SeatOffer>;
let handler: SeatOffersHandler;
let settling: SettleSeats;
let changing: ChangePlanHandler;
let changes: PlanChanges;

beforeEach(async () => {
  temporary = await TemporaryStore.open();
  const { store } = temporary;
  clock = new FixedClock(NOW);
  const events = await store.collection(MATCHMAKINGS);
  plans = await store.collection(PLANS);
  registrations = await store.collection(REGISTRATIONS);
  offers = await store.collection(SEAT_OFFERS);
  const known = new KnownThings(
    await store.collection(KNOWN_ORGANISATIONS),
    await store.collection(KNOWN_DEMANDS),
    await store.collection(KNOWN_MATCHES),
  );
  const grounds = new GatherGrounds(events, registrations, plans, await store.collection(OUTCOMES), known);
  changes = new PlanChanges(plans, grounds, clock);
  changing = new ChangePlanHandler(changes);
  handler = new SeatOffersHandler(offers, changes, clock);
  settling = new SettleSeats(offers, handler, clock);
  const { version: _v, ...doc } = event;
  await events.insert([{ doc }]);
  // The leader wishes for b as a must and for c: b fits best.
  const wishes: Wish[] = [
    { organisationId: 'b', wish: 'must' },
    { organisationId: 'c', wish: 'would' },
  ];
  const b: Wish = { organisationId: 'l', wish: 'would' };
  const there = [registration('l', wishes), registration('a', [], false), registration('b', [b]), registration('c')];
  await registrations.insert([...there, registration('l2')].map((one) => ({ doc: one })));
  const meetings = [meeting('l', 'a', 1)];
  await plans.insert([
    { doc: { id: 'e', scheduleId: 's', publishedAt: NOW, meetings, cancelled: [], updatedAt: NOW } },
  ]);
});
afterEach(() => temporary.destroy());

const told = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(result.failure.code);
  return result.value;
};
const asked = (caller: Principal) => ({ caller, command: COMMAND });
const ask = async () => told(await handler.ask('e', { organisationId: 'a' }, asked(staff)));
const answer = (offer: SeatOffer, who: string, yes: boolean) => handler.answer('e', offer.id, yes, asked(of(who)));
const held = async () => (await plans.get('e'))?.meetings.map(({ leaderId, smeId, slot }) => [leaderId, smeId, slot]);
const only = async (): Promise<SeatOffer> => {
  const [offer, ...more] = await ask();
  expect(more).toEqual([]);
  return offer as SeatOffer;
};
const actions = async () =>
  (await temporary.events<SeatOfferEventData>(TOPICS.seatOffer)).map(({ data }) => data.change.action);

describe('a seat that somebody leaves empty', () => {
  it('is offered to the standby that fits best and to who waits, and is filled when both say yes', async () => {
    const offer = await only();
    expect(offer).toMatchObject({ absentId: 'a', leaderId: 'l', smeId: 'b', slot: 1, status: 'open' });
    expect(offer.answerBy).toBe('2027-03-01T01:10:00.000Z');
    expect(await held()).toEqual([['l', 'a', 1]]);
    expect(await ask()).toEqual([]);
    expect(told(await answer(offer, 'b', true))).toMatchObject({ status: 'open', answers: { sme: { yes: true } } });
    expect(await handler.openFor(registration('l') as Registration)).toMatchObject([{ id: offer.id }]);
    expect(told(await answer(offer, 'l', true))).toMatchObject({ status: 'placed' });
    expect(await held()).toEqual([['l', 'b', 1]]);
    expect((await plans.get('e'))?.cancelled).toMatchObject([{ smeId: 'a', because: 'absent' }]);
    expect(await handler.openFor(registration('l') as Registration)).toEqual([]);
    expect(await actions()).toEqual(['seat-ask', 'seat-yes', 'seat-yes', 'seat-placed']);
    const heard = await temporary.events<{ organisationId: string }>(TOPICS.agenda);
    expect(heard.map(({ data }) => data.organisationId).sort()).toEqual(['a', 'b', 'l']);
  });

  it('is filled once when both tap at the same moment, each of them twice', async () => {
    const offer = await only();
    const taps = ['l', 'b', 'l', 'b'].map((who) => answer(offer, who, true));
    expect((await Promise.all(taps)).every((one) => one.ok)).toBe(true);
    await settling.run();
    expect((await offers.get(offer.id))?.status).toBe('placed');
    expect(await held()).toEqual([['l', 'b', 1]]);
    expect((await temporary.events(TOPICS.plan)).length).toBe(1);
  });

  it('is free for the next when one says no, and nobody is asked twice about it', async () => {
    const first = await only();
    await answer(first, 'l', true);
    expect(told(await answer(first, 'b', false))).toMatchObject({ status: 'refused' });
    expect(await answer(first, 'l', true)).toMatchObject({ ok: true, value: { status: 'refused' } });
    expect(await answer(first, 'b', true)).toMatchObject({ failure: { code: 'matchmaking.offer_closed' } });
    expect(await handler.place('e', first.id, asked(staff))).toMatchObject({ ok: false });
    const second = await only();
    expect(second).toMatchObject({ smeId: 'c', status: 'open' });
    await answer(second, 'c', false);
    expect(await ask()).toEqual([]);
    expect(await held()).toEqual([['l', 'a', 1]]);
  });

  it('lapses when nobody answers in time; staff may still put the two in', async () => {
    const offer = await only();
    clock.pass(5 * 60);
    expect(await answer(offer, 'l', true)).toMatchObject({ failure: { code: 'matchmaking.offer_closed' } });
    expect([await settling.run(), await settling.run()]).toEqual([1, 0]);
    expect((await offers.get(offer.id))?.status).toBe('lapsed');
    expect(told(await handler.place('e', offer.id, asked(staff)))).toMatchObject({ status: 'placed' });
    expect(await held()).toEqual([['l', 'b', 1]]);
    expect(told(await handler.place('e', offer.id, asked(staff)))).toMatchObject({ status: 'placed' });
    expect((await temporary.events(TOPICS.plan)).length).toBe(1);
  });

  it('is not offered past its beginning, and not filled after it', async () => {
    clock.pass(12 * 60);
    const offer = await only();
    expect(offer.answerBy).toBe('2027-03-01T01:20:00.000Z');
    await answer(offer, 'l', true);
    clock.pass(3 * 60);
    expect(await answer(offer, 'b', true)).toMatchObject({ failure: { code: 'matchmaking.offer_closed' } });
    expect(await handler.place('e', offer.id, asked(staff))).toMatchObject({
      failure: { code: 'matchmaking.offer_taken' },
    });
    expect((await offers.get(offer.id))?.status).toBe('void');
    expect(await ask()).toEqual([]);
    expect(await held()).toEqual([['l', 'a', 1]]);
  });

  it('is not filled when the standby has no time any more', async () => {
    const offer = await only();
    await answer(offer, 'l', true);
    // Another leader takes b in that slot.
    const taken = { ...meeting('l2', 'b', 1, 2), locked: true };
    await changeDocument(plans, 'e', {}, (plan) => ok({ doc: { ...plan, meetings: [...plan.meetings, taken] } }));
    expect(told(await answer(offer, 'b', true))).toMatchObject({ status: 'void' });
    expect(await held()).toEqual([
      ['l', 'a', 1],
      ['l2', 'b', 1],
    ]);
    expect(await only()).toMatchObject({ smeId: 'c' });
  });

  it('is not filled when staff have filled it otherwise', async () => {
    const offer = await only();
    await answer(offer, 'l', true);
    const other = [meeting('l', 'c', 1)];
    await changeDocument(plans, 'e', {}, (plan) => ok({ doc: { ...plan, meetings: other } }));
    expect(told(await answer(offer, 'b', true))).toMatchObject({ status: 'void' });
    expect(await held()).toEqual([['l', 'c', 1]]);
  });

  it('is filled by what staff confirm meanwhile: the two who were asked meet once', async () => {
    const offer = await only();
    await answer(offer, 'l', true);
    const wanted = told(await changing.absence('e', { organisationId: 'a' }));
    told(await changes.make(wanted, { ...asked(staff), version: undefined }));
    expect(await held()).toEqual([['l', 'b', 1]]);
    expect(told(await answer(offer, 'b', true))).toMatchObject({ status: 'placed' });
    expect(await held()).toEqual([['l', 'b', 1]]);
  });

  it('is not filled when who was awaited has come', async () => {
    const offer = await only();
    await answer(offer, 'l', true);
    await changeDocument(registrations, registrationId('e', 'a'), {}, (one) =>
      ok({ doc: { ...one, checkedInAt: NOW } }),
    );
    expect(told(await answer(offer, 'b', true))).toMatchObject({ status: 'void' });
    expect(await held()).toEqual([['l', 'a', 1]]);
  });

  it('is filled after a kill that came between the second yes and the plan, or before the offer was closed', async () => {
    const offer = await only();
    const act = { by: of('l'), at: NOW };
    for (const side of ['leader', 'sme'] as const)
      await changeDocument(offers, offer.id, {}, (one) => answerSeat(one, side, true, act));
    expect((await offers.get(offer.id))?.status).toBe('agreed');
    const other = new SettleSeats(offers, new SeatOffersHandler(offers, changes, clock), clock);
    await Promise.all([settling.run(), other.run()]);
    await settling.run();
    expect(await held()).toEqual([['l', 'b', 1]]);
    const placed = (await offers.get(offer.id)) as SeatOffer;
    expect(placed.status).toBe('placed');
    // As if the offer had not been closed any more.
    await changeDocument(offers, offer.id, {}, (one) => ok({ doc: { ...one, status: 'agreed', dueAt: NOW } }));
    const { version } = (await plans.get('e')) as Plan;
    expect(await settling.run()).toBe(1);
    expect(await plans.get('e')).toMatchObject({ version });
    expect((await offers.get(offer.id))?.status).toBe('placed');
  });

  it('is answered by its two sides only, and at its own event', async () => {
    const offer = await only();
    expect(await answer(offer, 'c', true)).toMatchObject({ failure: { code: 'matchmaking.no_such_offer' } });
    expect(await handler.answer('x', offer.id, true, asked(of('l')))).toMatchObject({ ok: false });
    expect(await handler.place('x', offer.id, asked(staff))).toMatchObject({ ok: false });
    expect(await handler.openFor(registration('c') as Registration)).toEqual([]);
  });
});
