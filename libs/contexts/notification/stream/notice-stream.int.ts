import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { NoticeState } from '#contracts/notice';
import { EVENTS } from '#contracts/topics';
import { FixedClock } from '#test/kit/clock';
import { CountingCollection } from '#test/kit/counting-collection';
import { TemporaryHouse } from '#test/kit/embedded';
import { demandEvent, demandState } from '#test/kit/makers';
import { NOTICES, type Notice, PREFERENCES, RECIPIENTS } from '../notification.store.js';
import { NotifyPeople } from '../notify/notify-people.js';
import { NoticeStream, type Sink } from './notice-stream.js';

let house: TemporaryHouse;
let notices: CountingCollection<Notice>;
let stream: NoticeStream;
let notify: NotifyPeople;
let clock: FixedClock;

beforeEach(async () => {
  house = await TemporaryHouse.open();
  notices = new CountingCollection(await house.store.collection(NOTICES));
  const recipients = await house.store.collection(RECIPIENTS);
  const people = ['s1', 's2'].map((id) => ({
    ...{ id, organisationId: 'city', name: id, email: `${id}@example.com`, admin: true, active: true, seen: 1 },
    ...({ language: 'zh', kind: 'staff', staffKey: 'staff' } as const),
  }));
  await recipients.insert(people.map((doc) => ({ doc })));
  clock = new FixedClock();
  notify = new NotifyPeople(notices, recipients, await house.store.collection(PREFERENCES), clock);
  stream = new NoticeStream(house.log, notices);
  await stream.onApplicationBootstrap();
});
afterEach(async () => {
  await stream.onApplicationShutdown();
  await house.destroy();
});

/** Takes notices, and waits for one about a thing. */
class Ear {
  readonly heard: NoticeState[] = [];
  private waiting: (() => void)[] = [];
  open = true;

  readonly sink: Sink = {
    send: (notice) => {
      if (!this.open) return false;
      this.heard.push(notice);
      for (const look of this.waiting) look();
      return true;
    },
    close: () => {
      this.open = false;
    },
  };

  get about(): string[] {
    return this.heard.map(({ about }) => about.id);
  }

  async hears(id: string): Promise<void> {
    if (this.about.includes(id)) return;
    await new Promise<void>((resolve) => this.waiting.push(() => this.about.includes(id) && resolve()));
  }
}

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
    await stream.listen('s1', undefined, witness.sink);
    await happen('past');
    await witness.hears('past');
    await stream.listen('s1', undefined, ear.sink);
    await happen('a', 'b');
    await happen('c');
    await ear.hears('c');
    expect(ear.about).toEqual(['a', 'b', 'c']);
    expect(ear.heard.every(({ personId }) => personId === 's1')).toBe(true);
  });

  it('hears nothing after it has ended, and others go on', async () => {
    const [gone, stays] = [new Ear(), new Ear()];
    const end = await stream.listen('s1', undefined, gone.sink);
    await stream.listen('s1', undefined, stays.sink);
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
      const end = await stream.listen('s1', order, ear.sink);
      expect(ear.about).toEqual(names(5).slice(at + 1));
      end();
    }
    const all = new Ear();
    await stream.listen('s1', '000000000000000.000000', all.sink);
    expect(all.about).toEqual(names(5));
  });

  it('misses and doubles nothing that comes while the past is replayed', async () => {
    await happen('a', 'b');
    const { items } = await notices.find('byPerson', { eq: ['s1'], limit: 1 });
    const [ear, witness] = [new Ear(), new Ear()];
    await stream.listen('s1', undefined, witness.sink);
    notices.before = async (method) => {
      if (method !== 'find') return;
      notices.before = async () => undefined;
      await happen('during-1');
      await witness.hears('during-1');
    };
    await stream.listen('s1', items[0]?.order, ear.sink);
    await happen('after');
    await ear.hears('after');
    expect(ear.about).toEqual(['b', 'during-1', 'after']);
  });

  it('gets what comes live after the page was read only once the page is through', async () => {
    await happen('a', 'b', 'c');
    const { items } = await notices.find('byPerson', { eq: ['s1'], limit: 1 });
    const [ear, witness] = [new Ear(), new Ear()];
    await stream.listen('s1', undefined, witness.sink);
    const listening = stream.listen('s1', items[0]?.order, ear.sink);
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
    await stream.listen('s1', items[0]?.order, ear.sink);
    await happen('last');
    await ear.hears('last');
    expect(ear.about).toEqual([...names(1200), 'last']);
  });

  it('that takes no more is not asked on and on', async () => {
    await happen(...names(250));
    const ear = new Ear();
    ear.open = false;
    notices.calls.clear();
    await stream.listen('s1', '000000000000000.000000', ear.sink);
    expect(notices.calls.get('find')).toBe(1);
    expect(ear.about).toEqual([]);
  });
});
