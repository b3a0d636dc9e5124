import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { PersonState } from '#contracts/identity';
import type { NoticeKind, NoticeState } from '#contracts/notice';
import { EVENTS, TOPICS } from '#contracts/topics';
import type { LogEvent } from '#ports/event';
import type { Collection } from '#ports/store/store';
import { isUnavailable, Unavailable } from '#ports/unavailable';
import { eventually } from '#test/e2e/people';
import { FixedClock } from '#test/kit/clock';
import { TemporaryHouse } from '#test/kit/embedded';
import { demandEvent, demandState, logEvent } from '#test/kit/makers';
import {
  NOTICES,
  type Notice,
  PREFERENCES,
  type Preferences,
  RECIPIENTS,
  type Recipient,
} from '../notification.store.js';
import { LastOrders } from './last-orders.js';
import { NotifyPeople } from './notify-people.js';
import { PeopleKnown } from './people-known.js';
import { RECIPIENTS_GROUP, RememberRecipients } from './remember-recipients.js';
import { WriteNotices } from './write-notices.js';

let house: TemporaryHouse;
let notices: Collection<Notice>;
let recipients: Collection<Recipient>;
let preferences: Collection<Preferences>;
let remember: RememberRecipients;
let notify: NotifyPeople;
let known: PeopleKnown;
/** What the group that notes people waits for. */
let held: Promise<void> | undefined;
beforeAll(async () => {
  house = await TemporaryHouse.open();
  await house.log.subscribe(RECIPIENTS_GROUP, [TOPICS.person], async (events) => {
    await held;
    await remember.handle(events as readonly LogEvent<PersonState>[]);
  });
});
afterAll(() => house.destroy());

let tests = 0;
beforeEach(async () => {
  tests += 1;
  const { store } = house;
  notices = await store.collection({ ...NOTICES, name: `notice_${tests}` });
  recipients = await store.collection({ ...RECIPIENTS, name: `recipient_${tests}` });
  preferences = await store.collection({ ...PREFERENCES, name: `preferences_${tests}` });
  remember = new RememberRecipients(recipients);
  const writing = new WriteNotices(notices, new LastOrders(notices));
  known = new PeopleKnown(house.log);
  notify = new NotifyPeople(recipients, preferences, known, writing, new FixedClock());
  await store.flushed();
  house.published.length = 0;
  await remember.handle([person('l1', 'leader'), person('l2', 'leader'), person('s1', 'city', { kind: 'staff' })]);
});

function person(id: string, organisationId: string, more: Partial<PersonState> = {}, version = 1) {
  const state = { id, organisationId, name: id, email: `${id}@example.com`, admin: true, active: true } as const;
  const data: PersonState = { ...state, language: 'zh', kind: 'leader', ...more };
  return logEvent(TOPICS.person, EVENTS.personRegistered, id, data, version);
}
const mute = (id: string, muted: NoticeKind[]) => preferences.insert([{ doc: { id, muted } }]);
const published = (id = 'd', version = 1, ownerId = 'leader') =>
  demandEvent(demandState(id, { version, ownerId }), EVENTS.demandPublished);
const submitted = (id = 'd', version = 1) => demandEvent(demandState(id, { version }), EVENTS.demandSubmitted);
const told = async () =>
  (await notices.scan({ limit: 1000 })).items
    .map(({ personId, kind, about }) => `${personId} ${kind} ${about.id}`)
    .sort();

describe('an event', () => {
  it('tells each active person of the organisation, and nobody else', async () => {
    await notify.handle([published()]);
    expect(await told()).toEqual(['l1 demand.published d', 'l2 demand.published d']);
    expect((await notices.scan({ limit: 10 })).items[0]).toMatchObject({ unreadKey: expect.any(String), version: 1 });
  });

  it('tells all staff', async () => {
    await remember.handle([person('s2', 'bureau', { kind: 'staff' }), person('x1', 'sme', { kind: 'sme' })]);
    await notify.handle([submitted()]);
    expect(await told()).toEqual(['s1 demand.submitted d', 's2 demand.submitted d']);
  });

  it('is put on the log for the streams with what the notice says', async () => {
    await notify.handle([published()]);
    const events = await house.events<NoticeState>(TOPICS.notice);
    const written = (await notices.scan({ limit: 10 })).items;
    expect(events.map(({ type }) => type)).toEqual([EVENTS.noticeWritten, EVENTS.noticeWritten]);
    for (const { data } of events) expect(written.find(({ id }) => id === data.id)).toMatchObject(data);
    expect(events[0]?.data).not.toHaveProperty('unreadKey');
    expect(events[0]?.data).not.toHaveProperty('place');
  });

  it('tells each once, however often and in whatever batches it comes', async () => {
    const events = [published('d'), submitted('e'), published('f')];
    await notify.handle(events.slice(0, 2));
    await notify.handle(events);
    await notify.handle([...events].reverse());
    expect(await told()).toHaveLength(5);
    expect(await house.events(TOPICS.notice)).toHaveLength(5);
  });

  it('that comes again after the notice was read does not make it unread', async () => {
    await notify.handle([submitted()]);
    const [notice] = (await notices.scan({ limit: 10 })).items;
    const { unreadKey: _key, ...read } = notice as Notice;
    await notices.save({ ...read, readAt: '2026-11-22T03:00:00.000Z' });
    await notify.handle([submitted()]);
    expect(await notices.count('unread', ['s1'], 10)).toBe(0);
  });

  it('of one thing a second time is news', async () => {
    await notify.handle([submitted('d', 2), submitted('d', 5)]);
    expect(await told()).toHaveLength(2);
  });

  it('leaves out people who are switched off', async () => {
    await remember.handle([
      person('l2', 'leader', { active: false }, 2),
      person('s1', 'city', { kind: 'staff', active: false }, 2),
    ]);
    await notify.handle([published(), submitted()]);
    expect(await told()).toEqual(['l1 demand.published d']);
  });

  it('leaves out who does not want to hear of its kind', async () => {
    await mute('l1', ['demand.published']);
    await mute('l2', ['demand.returned']);
    await notify.handle([published()]);
    expect(await told()).toEqual(['l2 demand.published d']);
  });

  it('waits for the people of an organisation that are not known yet, and tells the others meanwhile', async () => {
    const early = published('d', 1, 'new');
    await expect(notify.handle([early])).rejects.toThrow('organisation new are not known yet');
    await notify.handle([published('e')]);
    await remember.handle([person('n1', 'new')]);
    await notify.handle([early]);
    expect(await told()).toEqual(['l1 demand.published e', 'l2 demand.published e', 'n1 demand.published d']);
  });

  it('without a rule does nothing, also when nobody is known', async () => {
    await notify.handle([demandEvent(demandState('d', { ownerId: 'new' }), EVENTS.demandRevised)]);
    expect(await told()).toEqual([]);
  });

  it('to more people than an insert takes tells all', async () => {
    const many = Array.from({ length: 1100 }, (_, at) => person(`m${at}`, 'big'));
    await remember.handle(many.slice(0, 600));
    await remember.handle(many.slice(600));
    await notify.handle([published('d', 1, 'big')]);
    expect(await notices.count('byPerson', [], 5000)).toBe(1100);
  });
});

describe('somebody whose event is on the log', () => {
  it.each([
    ['staff', submitted(), ['s1 demand.submitted d', 's2 demand.submitted d']],
    [
      'of an organisation of which others are known',
      published(),
      ['l1 demand.published d', 'l2 demand.published d', 'l3 demand.published d'],
    ],
  ])('is waited for until it is noted: %s', async (_, event, all) => {
    let release = (): void => undefined;
    held = new Promise((resolve) => {
      release = resolve;
    });
    // Their numbers keep the log from taking those of the other case for the same events.
    await house.log.append([person('s2', 'city', { kind: 'staff' }, tests), person('l3', 'leader', {}, tests)]);
    await expect(notify.handle([event])).rejects.toThrow(Unavailable);
    expect(await told()).toEqual([]);
    release();
    await eventually(() =>
      known.make().then(
        () => true,
        (error: unknown) => !isUnavailable(error) && Promise.reject(error),
      ),
    );
    await notify.handle([event]);
    expect(await told()).toEqual(all);
  });

  it('costs no failed try when it is noted a moment later', async () => {
    held = new Promise((resolve) => setTimeout(resolve, 60));
    await house.log.append([person('s4', 'city', { kind: 'staff' }, tests)]);
    await notify.handle([submitted()]);
    expect(await told()).toEqual(['s1 demand.submitted d', 's4 demand.submitted d']);
  });

  it('is asked for once, as long as nobody else comes', async () => {
    const lag = jest.spyOn(house.log, 'lag');
    await notify.handle([submitted('a')]);
    await notify.handle([submitted('b')]);
    expect(lag.mock.calls).toEqual([[RECIPIENTS_GROUP]]);
    lag.mockRestore();
  });
});

describe('the notices of a person', () => {
  it('stand in the order of the events', async () => {
    await notify.handle([submitted('a'), submitted('b'), submitted('c')]);
    await notify.handle([submitted('d')]);
    const { items } = await notices.find('byPerson', { eq: ['s1'], limit: 10 });
    expect(items.map(({ about }) => about.id)).toEqual(['a', 'b', 'c', 'd']);
    expect(items.map(({ order }) => Number(order))).toEqual([1, 2, 3, 4]);
  });
});

describe('who can be told', () => {
  it('is what the newest event of a person says, whatever the order', async () => {
    await remember.handle([person('l1', 'leader', { name: '新' }, 3)]);
    await remember.handle([person('l1', 'leader', { name: '旧' }, 2)]);
    await remember.handle([person('l1', 'leader', { name: '旧' }, 3)]);
    expect(await recipients.get('l1')).toMatchObject({ name: '新', seen: 3, version: 2 });
    await remember.handle([person('z', 'o', { name: '甲' }, 1), person('z', 'o', { name: '乙' }, 2)]);
    expect(await recipients.get('z')).toMatchObject({ name: '乙', seen: 2, version: 1 });
  });
});
