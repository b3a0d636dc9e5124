import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Collection } from '#ports/store/store';
import { Database, draft, type Part, parts } from './mongo-kit.contract.js';
import { MongoStore } from './mongo-store.js';

describe('MongoDB store', () => {
  let database: Database;
  let store: MongoStore;
  let c: Collection<Part>;
  beforeEach(async () => {
    database = new Database();
    store = await MongoStore.open({ url: database.url });
    c = await store.collection(parts);
  });
  afterEach(async () => {
    await store.close();
    await database.destroy();
  });

  const odd = JSON.parse(
    '{"a.b":{"$set":[{"":null}]},"__proto__":{"x":1},"nul\\u0000":"\\ud800","_id":1,"_out":[],"$where":"1","_bsontype":"ObjectId"}',
  ) as object;

  it('keeps names, order and absence as JSON does, through insert, save, repeat and removal', async () => {
    const first = {
      z: undefined,
      ...odd,
      key: null,
      id: 'a',
      owner: null,
      place: [{ city: 'x' }],
      rest: [undefined, Number.NaN, -0],
    };
    await c.insert([{ doc: first }], 'c1');
    const json = (doc: unknown) => JSON.stringify(doc);
    const stored = json({ ...first, version: 1 });
    expect(json(await c.get('a'))).toBe(stored);
    expect(json((await c.scan({ limit: 1 })).items[0])).toBe(stored);
    const second = { id: 'a', rest: odd, version: 1, another: 1, owner: 'o' } as Part;
    await c.save(second, [], 'c2');
    const saved = json({ ...second, version: 2 });
    expect(json(await c.get('a'))).toBe(saved);
    expect(json((await c.find('byOwner', { eq: ['o'], limit: 1 })).items[0])).toBe(saved);
    const removed = await c.remove('a', 2, [], 'c3');
    expect(json(removed)).toBe(json({ status: 'done', doc: JSON.parse(saved) }));
    expect(json(await c.recall('a', 'c2'))).toBe(saved);
    expect(await c.recall('a', 'c9')).toBeUndefined();
  });

  it('has a null or absent first field in no index, and looks into no array', async () => {
    await c.insert([
      { doc: { id: 'null', owner: null, key: null } },
      { doc: { id: 'null too', owner: null, key: null } },
      { doc: { id: 'absent' } },
      { doc: { id: 'there', owner: 'o', rank: null, key: 'k', place: { city: 'x' } } },
      { doc: { id: 'array', place: [{ city: 'x' }, { city: 'y' }] } },
    ]);
    const ids = async (index: string) => (await c.find(index, { limit: 9 })).items.map(({ id }) => id);
    expect(await ids('byOwner')).toEqual(['there']);
    expect(await ids('byKey')).toEqual(['there']);
    expect(await ids('byCity')).toEqual(['there']);
    expect(await c.count('byCity', ['y'], 9)).toBe(0);
  });

  it('patches: what is not of the port stays in the document', async () => {
    await c.insert([{ doc: { id: 'a', owner: 'o', rest: 1 } }]);
    const raw = await database.raw('part');
    await raw.updateOne({ _id: 'a' }, { $set: { operatorsNote: 'look at this' } });
    for (let version = 1; version <= 20; version++)
      await c.save({ id: 'a', version, rank: version }, [], `c${version}`);
    expect(await raw.findOne({ _id: 'a' })).toEqual({
      _id: 'a',
      _keys: '["id","version","rank"]',
      doc: { id: 'a', version: 21, rank: 20 },
      _causes: Array.from({ length: 16 }, (_, i) => `c${i + 5}`),
      operatorsNote: 'look at this',
    });
  });

  it('finds out by itself when another process has given the document another shape', async () => {
    const other = await MongoStore.open({ url: database.url });
    const theirs = await other.collection(parts);
    await c.insert([{ doc: { id: 'a', owner: 'o', rank: 1 } }]);
    await theirs.remove('a', 1);
    await theirs.insert([{ doc: { id: 'a', key: 'k', rest: { b: 1 } } }]);
    // Version 1 again, though not the one this process knows.
    expect(await c.save({ id: 'a', version: 1, place: 'p' })).toMatchObject({ status: 'done' });
    expect(await theirs.get('a')).toEqual({ id: 'a', version: 2, place: 'p' });
    await other.close();
  });

  it('keeps a tombstone only for a cause or an event that waits', async () => {
    await c.insert([{ doc: { id: 'plain' } }, { doc: { id: 'event' } }]);
    await c.insert([{ doc: { id: 'cause', key: 'k', owner: 'o' } }], 'c1');
    const raw = await database.raw('part');
    await c.remove('plain', 1);
    await c.remove('event', 1, [draft('gone')]);
    await c.remove('cause', 1, [draft('gone')], 'c2');
    const left = async () =>
      (await raw.find().sort({ _id: 1 }).toArray()).map(({ _id, _out = [] }) => [_id, _out.length]);
    expect(await left()).toEqual([
      ['cause', 1],
      ['event', 1],
    ]);
    expect((await c.find('byOwner', { limit: 9 })).items).toEqual([]);
    store.publishTo(async () => undefined);
    await store.flushed();
    expect(await left()).toEqual([['cause', 0]]);
  });

  it('sends more events than it holds in memory, each once and in order', async () => {
    const events = (doc: number) => Array.from({ length: 600 }, (_, i) => draft([doc, i]));
    const docs = Array.from({ length: 10 }, (_, i) => i);
    for (const i of docs) await c.insert([{ doc: { id: `d${i}` }, events: events(i) }]);
    expect(await store.unsent()).toMatchObject({ count: 6000 });
    const sent: unknown[] = [];
    store.publishTo(async (batch) => {
      sent.push(...batch.map(({ data }) => data));
    });
    await store.flushed();
    expect(sent).toEqual(docs.flatMap((doc) => events(doc).map(({ data }) => data)));
    expect(await store.unsent()).toEqual({ count: 0 });
  });

  it('takes no more events for a document than fit into it, until they are sent', async () => {
    await c.insert([{ doc: { id: 'a' }, events: Array.from({ length: 1000 }, (_, i) => draft(i)) }]);
    await expect(c.save({ id: 'a', version: 1 }, [draft('more')])).rejects.toMatchObject({ name: 'Unavailable' });
    expect(await c.save({ id: 'a', version: 1 })).toMatchObject({ status: 'done' });
    store.publishTo(async () => undefined);
    await store.flushed();
    expect(await c.save({ id: 'a', version: 2 }, [draft('more')])).toMatchObject({ status: 'done' });
  });

  it('refuses a document that is too large and takes no other one with it', async () => {
    const large = { id: 'large', rest: 'x'.repeat(13 * 1024 * 1024) };
    const writes = await Promise.allSettled([
      c.insert([{ doc: { id: 'a' } }]),
      c.insert([{ doc: large }]),
      c.insert([{ doc: { id: 'b' } }]),
    ]);
    expect(writes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    await expect(c.save({ ...large, id: 'a', version: 1 })).rejects.toMatchObject({ name: 'InvalidCall' });
  });

  it('makes an index anew when its definition changes, and drops one that is gone', async () => {
    await c.insert([1, 2, 3].map((n) => ({ doc: { id: `p${n}`, owner: 'o', rank: 4 - n, key: 'x'.repeat(n) } })));
    await store.close();
    store = await MongoStore.open({ url: database.url });
    const changed = await store.collection<Part>({ name: 'part', indexes: { byOwner: { fields: ['rank'] } } });
    const page = await changed.find('byOwner', { range: { gte: 2 }, limit: 10 });
    expect(page.items.map(({ id }) => id)).toEqual(['p2', 'p1']);
    expect((await changed.insert([{ doc: { id: 'p4', key: 'x' } }]))[0]).toMatchObject({ status: 'done' });
    const indexes = await (await database.raw('part')).indexes();
    expect(indexes.map(({ name, key }) => [name, Object.keys(key)])).toEqual(
      expect.arrayContaining([
        ['_id_', ['_id']],
        ['byOwner', ['doc.rank', '_id']],
        ['_holder', ['_holder', '_outAt']],
      ]),
    );
    expect(indexes).toHaveLength(3);
  });

  it('wants a database in the URL', async () => {
    await expect(MongoStore.open({ url: 'mongodb://127.0.0.1:1' })).rejects.toThrow('names no database');
  });
});
