import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { TOPICS } from '#contracts/topics';
import type { Collection } from '#ports/store/store';
import { Unavailable } from '#ports/unavailable';
import { CountingCollection } from '#test/kit/counting-collection';
import { TemporaryStore } from '#test/kit/embedded';
import { NOW } from '#test/kit/makers';
import { NOTICES, type Notice } from '../notification.store.js';
import { LastOrders } from './last-orders.js';
import { orderText } from './order.js';
import { type NewNotice, WriteNotices } from './write-notices.js';

let temporary: TemporaryStore;
let raw: Collection<Notice>;
let notices: CountingCollection<Notice>;
beforeAll(async () => {
  temporary = await TemporaryStore.open();
});
afterAll(() => temporary.destroy());

let tests = 0;
beforeEach(async () => {
  tests += 1;
  raw = await temporary.store.collection({ ...NOTICES, name: `notice_${tests}` });
  notices = new CountingCollection(raw);
  await temporary.store.flushed();
  temporary.published.length = 0;
});

/** A process of its own: it knows of others only what the store says. */
const newProcess = () => new WriteNotices(notices, new LastOrders(notices));
const about = (id: string, personId = 'p'): NewNotice => ({
  ...{ id: `${id}-${personId}`, personId, params: {}, at: NOW },
  ...({ kind: 'demand.submitted', about: { type: 'demand', id } } as const),
});
const orders = async (personId = 'p') =>
  (await notices.find('byPerson', { eq: [personId], limit: 1000 })).items.map(({ order }) => Number(order));
const things = async (personId = 'p') =>
  (await notices.find('byPerson', { eq: [personId], limit: 1000 })).items.map((notice) => notice.about.id);

describe('notices', () => {
  it('have the numbers 1, 2, 3 … of their person, also when another process goes on', async () => {
    const [one, two] = [newProcess(), newProcess()];
    await one.write([about('a'), about('b'), about('a', 'q')]);
    await two.write([about('c')]);
    await one.write([about('d'), about('b', 'q')]);
    expect([await things(), await orders()]).toEqual([
      ['a', 'b', 'c', 'd'],
      [1, 2, 3, 4],
    ]);
    expect(await orders('q')).toEqual([1, 2]);
  });

  it('are written once, whichever process hears of them again and however often', async () => {
    const [one, two] = [newProcess(), newProcess()];
    await one.write([about('a'), about('a'), about('b')]);
    await Promise.all([two.write([about('b'), about('c'), about('a')]), one.write([about('c'), about('b')])]);
    expect((await things()).sort()).toEqual(['a', 'b', 'c']);
    expect(await temporary.events(TOPICS.notice)).toHaveLength(3);
  });

  it('that were written already take no numbers', async () => {
    await newProcess().write([about('a'), about('b')]);
    const other = newProcess();
    await other.write([about('a'), about('b'), about('c')]);
    await other.write([about('a'), about('d')]);
    expect(await orders()).toEqual([1, 2, 3, 4]);
  });

  it('go on above the marks of time of a person who has such', async () => {
    await notices.insert([{ doc: { ...about('old'), order: '001795312800000.000017' } }]);
    await newProcess().write([about('a'), about('b')]);
    expect((await notices.find('byPerson', { eq: ['p'], limit: 9 })).items.map(({ order }) => order)).toEqual([
      '001795312800000.000017',
      '001795312800001',
      '001795312800002',
    ]);
  });

  it('of people who are known are written without reading their last one', async () => {
    const one = newProcess();
    await one.write([about('a'), about('a', 'q')]);
    expect(notices.calls.get('find')).toBe(2);
    await one.write([about('b'), about('b', 'q')]);
    expect(notices.calls.get('find')).toBe(2);
  });

  it('of more people than an insert takes are all written', async () => {
    const many = Array.from({ length: 2300 }, (_, at) => about('a', `p${at}`));
    await newProcess().write(many);
    expect(notices.calls.get('insert')).toBe(3);
    expect(await notices.count('byPerson', [], 5000)).toBe(2300);
  });
});

describe('two processes that write to one person at the same moment', () => {
  it('give each number once, and lose nothing', async () => {
    const processes = [newProcess(), newProcess(), newProcess()];
    for (let round = 0; round < 20; round += 1)
      await Promise.all(processes.map((one, at) => one.write([0, 1, 2].map((n) => about(`${round}-${at}-${n}`)))));
    expect(await orders()).toEqual(Array.from({ length: 180 }, (_, at) => at + 1));
    expect(new Set(await things()).size).toBe(180);
  });

  it('keep the order that each has written in', async () => {
    const processes = [newProcess(), newProcess()];
    for (let round = 0; round < 20; round += 1)
      await Promise.all(processes.map((one, at) => one.write([about(`${at}-${10 + round}`)])));
    for (const at of ['0', '1']) {
      const own = (await things()).filter((thing) => thing.startsWith(`${at}-`));
      expect(own).toEqual([...own].sort());
    }
  });

  it('wait when there is no getting through, and get through with the same batch later', async () => {
    const [one, two] = [newProcess(), newProcess()];
    let taken = 0;
    notices.before = async (method) => {
      if (method !== 'insert') return;
      taken += 1;
      await raw.insert([{ doc: { ...about(`x${taken}`), order: orderText(taken), place: `p#${orderText(taken)}` } }]);
    };
    await expect(one.write([about('late')])).rejects.toMatchObject({ name: 'Unavailable' });
    notices.before = async () => undefined;
    await one.write([about('late')]);
    await two.write([about('last')]);
    expect((await things()).slice(-2)).toEqual(['late', 'last']);
  });
});

describe('a failure', () => {
  it('in the middle is repeated without a notice lost or doubled', async () => {
    const one = newProcess();
    const many = Array.from({ length: 1500 }, (_, at) => about(`d${String(at).padStart(4, '0')}`));
    let inserts = 0;
    notices.before = async (method) => {
      if (method !== 'insert') return;
      inserts += 1;
      if (inserts === 2) throw new Unavailable('the store');
    };
    await expect(one.write(many)).rejects.toMatchObject({ name: 'Unavailable' });
    await newProcess().write([about('between')]);
    await one.write(many);
    const { items } = await notices.find('byPerson', { eq: ['p'], limit: 1000 });
    expect(items).toHaveLength(1000);
    expect(await notices.count('byPerson', ['p'], 5000)).toBe(1501);
    expect(new Set((await notices.scan({ limit: 1000 })).items.map(({ place }) => place)).size).toBe(1000);
  });

  it('does not hold up what comes after', async () => {
    const one = newProcess();
    notices.before = async (method) => {
      if (method === 'insert') throw new Error('broken');
    };
    const failing = one.write([about('a')]);
    const next = one.write([about('b')]);
    notices.before = async () => undefined;
    await Promise.allSettled([failing, next]);
    await one.write([about('a'), about('b')]);
    expect((await things()).sort()).toEqual(['a', 'b']);
  });
});
