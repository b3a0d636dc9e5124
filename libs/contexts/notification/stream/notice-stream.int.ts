import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { EVENTS, TOPICS } from '#contracts/topics';
import { Unavailable } from '#ports/unavailable';
import { FixedClock } from '#test/kit/clock';
import { CountingCollection } from '#test/kit/counting-collection';
import { Ear } from '#test/kit/ear';
import { TemporaryHouse } from '#test/kit/embedded';
import { demandEvent, demandState } from '#test/kit/makers';
import { NOTICES, type Notice, PREFERENCES, RECIPIENTS } from '../notification.store.js';
import { LastOrders } from '../notify/last-orders.js';
import { NotifyPeople } from '../notify/notify-people.js';
import { NO_ORDER } from '../notify/order.js';
import { PeopleKnown } from '../notify/people-known.js';
import { RECIPIENTS_GROUP } from '../notify/remember-recipients.js';
import { WriteNotices } from '../notify/write-notices.js';
import { NoticeStream } from './notice-stream.js';

let house: TemporaryHouse;
let notices: CountingCollection<Notice>;
let stream: NoticeStream;
let notify: NotifyPeople;
let clock: FixedClock;

beforeEach(async () => {
  house = await TemporaryHouse.open();
  await house.log.subscribe(RECIPIENTS_GROUP, [TOPICS.person], async () => undefined);
  notices = new CountingCollection(await house.store.collection(NOTICES));
  const recipients = await house.store.collection(RECIPIENTS);
  const people = ['s1', 's2'].map((id) => ({
    ...{ id, organisationId: 'city', name: id, email: `${id}@example.com`, admin: true, active: true, seen: 1 },
    ...({ language: 'zh', kind: 'staff', staffKey: 'staff' } as const),
  }));
  await recipients.insert(people.map((doc) => ({ doc })));
  clock = new FixedClock();
  const orders = new LastOrders(notices);
  const preferences = await house.store.collection(PREFERENCES);
  notify = new NotifyPeople(
    recipients,
    preferences,
    new PeopleKnown(house.log),
    new WriteNotices(notices, orders),
    clock,
  );
  stream = new NoticeStream(house.log, notices, orders);
  await stream.onApplicationBootstrap();
});
afterEach(async () => {
  await stream.onApplicationShutdown();
  await house.destroy();
});

/** As a browser does: asks where it begins, then listens. */
const connect = async (ear: Ear, last?: string) => stream.listen('s1', await stream.beginning('s1', last), ear.sink);

/** Both staff are told of a demand each. */
async function happen(...ids: string[]): Promise<void> {
  clock.pass(1);
  await notify.handle(ids.map((id) => demandEvent(demandState(id), EVENTS.demandSubmitted)));
}

const names = (count: number, from = 0) =>
  Array.from({ length: count }, (_, at) => `d${String(from + at).padStart(4, '0')}`);

describe('a listener', () => {
  it('hears what comes, in order, each once, and nothing of others or of the past', async () => {
    const [ear, witness] = [new Ear(), new Ear()];
    await connect(witness);
    await happen('past');
    await witness.hears('past');
    await connect(ear);
    await happen('a', 'b');
    await happen('c');
    await ear.hears('c');
    expect(ear.about).toEqual(['a', 'b', 'c']);
    expect(ear.heard.every(({ personId }) => personId === 's1')).toBe(true);
  });

  it('hears nothing after it has ended, and others go on', async () => {
    const [gone, stays] = [new Ear(), new Ear()];
    const end = await connect(gone);
    await connect(stays);
    end();
    await happen('a');
    await stays.hears('a');
    expect(gone.about).toEqual([]);
  });

  it('goes on after any notice with exactly the later ones', async () => {
    await happen(...names(3));
    await happen(...names(2, 3));
    const { items } = await notices.find('byPerson', { eq: ['s1'], limit: 10 });
    for (const [at, { order }] of items.entries()) {
      const ear = new Ear();
      const end = await connect(ear, order);
      expect(ear.about).toEqual(names(5).slice(at + 1));
      end();
    }
    const all = new Ear();
    await connect(all, '000000000000000.000000');
    expect(all.about).toEqual(names(5));
  });

  it('misses and doubles nothing that comes while the past is replayed', async () => {
    await happen('a', 'b');
    const { items } = await notices.find('byPerson', { eq: ['s1'], limit: 1 });
    const [ear, witness] = [new Ear(), new Ear()];
    await connect(witness);
    notices.before = async (method) => {
      if (method !== 'find') return;
      notices.before = async () => undefined;
      await happen('during-1');
      await witness.hears('during-1');
    };
    await stream.listen('s1', items[0]?.order ?? '', ear.sink);
    await happen('after');
    await ear.hears('after');
    expect(ear.about).toEqual(['b', 'during-1', 'after']);
  });

  it('gets what comes live after the page was read only once the page is through', async () => {
    await happen('a', 'b', 'c');
    const { items } = await notices.find('byPerson', { eq: ['s1'], limit: 1 });
    const [ear, witness] = [new Ear(), new Ear()];
    await connect(witness);
    const listening = connect(ear, items[0]?.order);
    await happen('live');
    await witness.hears('live');
    await listening;
    await ear.hears('live');
    expect(ear.about).toEqual(['b', 'c', 'live']);
  });

  it('gets everything it has missed, however much', async () => {
    await happen('first');
    for (let at = 0; at < 1200; at += 400) await happen(...names(400, at));
    const { items } = await notices.find('byPerson', { eq: ['s1'], limit: 1 });
    const ear = new Ear();
    await connect(ear, items[0]?.order);
    await happen('last');
    await ear.hears('last');
    expect(ear.about).toEqual([...names(1200), 'last']);
  });

  it('that takes no more is not asked on and on', async () => {
    await happen(...names(250));
    const ear = new Ear();
    ear.open = false;
    notices.calls.clear();
    await stream.listen('s1', NO_ORDER, ear.sink);
    expect(notices.calls.get('find')).toBe(1);
    expect(ear.about).toEqual([]);
  });

  it('that comes with an order beyond the newest, as of a store of before, hears what is new', async () => {
    await happen('past');
    const ear = new Ear();
    await connect(ear, '000001795312800000.000000'.slice(3));
    await happen('new');
    await ear.hears('new');
    expect(ear.about).toEqual(['new']);
  });

  it('that connects while the process stops is closed', async () => {
    stream.beforeApplicationShutdown();
    const ear = new Ear();
    await connect(ear);
    expect(ear.open).toBe(false);
  });

  it('is cut off when its notices cannot be read, and gets them when it comes back', async () => {
    await happen('a');
    const ear = new Ear();
    notices.before = async () => {
      throw new Unavailable('the store');
    };
    await stream.listen('s1', NO_ORDER, ear.sink);
    expect(ear.open).toBe(false);
    notices.before = async () => undefined;
    const again = new Ear();
    await connect(again, NO_ORDER);
    expect(again.about).toEqual(['a']);
  });
});
