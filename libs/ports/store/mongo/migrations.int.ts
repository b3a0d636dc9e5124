import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Doc } from '#ports/store/store';
import type { Migration } from './migrations.js';
import { Database, draft, type Part, parts } from './mongo-kit.contract.js';
import { MongoStore } from './mongo-store.js';

type Any = Doc & Record<string, unknown>;

const rename: Migration = {
  id: 'part: owner instead of possessor',
  spec: parts,
  change: ({ possessor, ...doc }) => (possessor === undefined ? undefined : ({ ...doc, owner: possessor } as Doc)),
};

const count = (counts: Map<string, number>): Migration => ({
  id: 'part: counted',
  spec: parts,
  change: (doc) => {
    counts.set(doc.id, (counts.get(doc.id) ?? 0) + 1);
    return { ...doc, counted: true } as Doc;
  },
});

describe('migrations of stored shapes', () => {
  let database: Database;
  beforeEach(async () => {
    database = new Database();
    const store = await MongoStore.open({ url: database.url });
    const c = await store.collection<Any>({ name: parts.name, indexes: parts.indexes });
    await c.insert([
      { doc: { id: 'a', possessor: 'o', 'odd.name': 1 }, events: [draft('a')] },
      { doc: { id: 'b', owner: 'o' } },
      { doc: { id: 'c', possessor: null } },
    ]);
    await store.close();
  });
  afterEach(() => database.destroy());

  async function read(migrations: readonly Migration[]): Promise<Part[]> {
    const store = await MongoStore.open({ url: database.url, migrations, silentMs: 1000 });
    const c = await store.collection(parts);
    const { items } = await c.scan({ limit: 10 });
    expect((await c.find('byOwner', { eq: ['o'], limit: 9 })).items.length).toBeGreaterThan(0);
    expect(await store.unsent()).toMatchObject({ count: 1 });
    await store.close();
    return items;
  }

  it('change each document once, keep versions and send nothing', async () => {
    const counts = new Map<string, number>();
    const migrations = [rename, count(counts)];
    const changed = [
      { id: 'a', version: 1, 'odd.name': 1, owner: 'o', counted: true },
      { id: 'b', version: 1, owner: 'o', counted: true },
      { id: 'c', version: 1, owner: null, counted: true },
    ];
    expect(await read(migrations)).toEqual(changed);
    expect(await read(migrations)).toEqual(changed);
    expect(counts).toEqual(
      new Map([
        ['a', 1],
        ['b', 1],
        ['c', 1],
      ]),
    );
  });

  it('run in one process when many start at once', async () => {
    const counts = new Map<string, number>();
    const migrations = [rename, count(counts)];
    await Promise.all([read(migrations), read(migrations), read(migrations)]);
    expect([...counts.values()]).toEqual([1, 1, 1]);
  });

  it('run again when they were cut off, and after a process that died with the lock', async () => {
    let calls = 0;
    const failing: Migration = {
      ...rename,
      change: (doc) => {
        calls += 1;
        if (calls === 3) throw new Error('cut off');
        return rename.change(doc);
      },
    };
    await expect(MongoStore.open({ url: database.url, migrations: [failing] })).rejects.toThrow('cut off');
    const steps = (await database.db()).collection<{ _id: string; by: string }>('_migrations');
    const senders = (await database.db()).collection<{ _id: string; beat: number }>('_senders');
    await senders.insertOne({ _id: 'dead one', beat: 7 });
    await steps.insertOne({ _id: 'lock', by: 'dead one' });
    const items = await read([rename]);
    expect(items.map((item) => item.owner)).toEqual(['o', 'o', null]);
    expect(await steps.find().toArray()).toMatchObject([{ _id: `done ${rename.id}` }]);
  });
});
