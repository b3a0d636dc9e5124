import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import Database from 'libsql';
import type { Place } from '#ports/store/cursor';
import type { CollectionSpec, Doc, FindOptions } from '#ports/store/store';
import { planCount, planFind } from './query.js';
import { SqliteStore } from './sqlite-store.js';

interface Part extends Doc {
  readonly owner?: string;
  readonly rank?: number;
  readonly key?: string;
  readonly deep?: unknown;
}

const parts: CollectionSpec<Part> = {
  name: 'part',
  indexes: { byOwnerRank: { fields: ['owner', 'rank'] }, byKey: { fields: ['key'], unique: true } },
};

describe('SQLite store', () => {
  let folder: string;
  let store: SqliteStore;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'rulian-sqlite-'));
    store = await SqliteStore.open(folder);
  });
  afterEach(async () => {
    await store.close();
    await rm(folder, { recursive: true });
  });

  /** How SQLite would run each step, on a connection of its own. */
  function plans(name: 'byOwnerRank' | 'byKey', options: FindOptions, after?: Place): string[] {
    const index = parts.indexes[name];
    if (!index) throw new Error(name);
    const steps = planFind(parts, name, index, options, after);
    if (options.eq) steps.push(planCount(parts, name, index, options.eq));
    const db = new Database(join(folder, 'store.db'));
    const plan = steps.map(({ sql, values }) => {
      const rows = db.prepare(`EXPLAIN QUERY PLAN ${sql}`).raw().all([values, 10]) as unknown[][];
      return rows.map((row) => String(row[3])).join('; ');
    });
    db.close();
    return plan;
  }

  it('answers every kind of find from its index alone, without sorting', async () => {
    await store.collection(parts);
    const after: Place = { keys: [5], id: 'p' };
    const whole: Place = { keys: ['o', 5], id: 'p' };
    for (const descending of [false, true]) {
      const range = { gte: 1, lt: 9 };
      const searches = [
        ...plans('byOwnerRank', { eq: ['o'], limit: 5, descending }),
        ...plans('byOwnerRank', { eq: ['o'], range, limit: 5, descending }),
        ...plans('byOwnerRank', { eq: ['o'], limit: 5, descending }, after),
        ...plans('byOwnerRank', { eq: ['o'], range, limit: 5, descending }, after),
        ...plans('byOwnerRank', { eq: ['o', 5], limit: 5, descending }, { keys: [], id: 'p' }),
        ...plans('byOwnerRank', { limit: 5, descending }, whole),
        ...plans('byOwnerRank', { range: { gt: 'a' }, limit: 5, descending }, whole),
        ...plans('byKey', { limit: 5, descending }, { keys: ['k'], id: 'p' }),
        ...plans('byKey', { eq: ['k'], limit: 5, descending }),
      ];
      for (const plan of searches) {
        expect(plan).toContain('SEARCH c_part USING');
        expect(plan).toMatch(/INDEX part\.(byOwnerRank|byKey) \(/);
        expect(plan).not.toContain('TEMP B-TREE');
      }
      // A page from the start of an index walks it; with a cursor each step starts where it must.
      expect(plans('byOwnerRank', { limit: 5, descending })).toEqual(['SCAN c_part USING INDEX part.byOwnerRank']);
      const [ties, next] = plans('byOwnerRank', { eq: ['o'], range, limit: 5, descending }, after);
      expect(ties).toContain(`(<expr>=? AND <expr>=? AND id${descending ? '<' : '>'}?)`);
      expect(next).toContain('(<expr>=? AND <expr>>? AND <expr><?)');
    }
  });

  it('holds no snapshot after a read: a checkpoint can empty the write-ahead log', async () => {
    const c = await store.collection(parts);
    const entries = Array.from({ length: 300 }, (_, i) => ({
      doc: { id: `p${i}`, owner: 'o', rank: i % 7, key: `k${i}` },
    }));
    await c.insert(entries);
    const first = await c.find('byOwnerRank', { eq: ['o'], limit: 100 });
    await c.find('byOwnerRank', { eq: ['o'], limit: 100, after: first.next as string });
    await c.many(['p1', 'none']);
    await c.manyBy('byKey', ['k1', 'none']);
    await c.count('byOwnerRank', ['o'], 10);
    await c.scan({ limit: 100 });
    await c.get('p1');
    await store.unsent();
    await c.insert([{ doc: { id: 'new' } }]);
    const other = new Database(join(folder, 'store.db'));
    expect(other.pragma('wal_checkpoint(TRUNCATE)')).toEqual([{ busy: 0, log: 0, checkpointed: 0 }]);
    other.close();
    expect((await stat(join(folder, 'store.db-wal'))).size).toBe(0);
  });

  it('is Unavailable while another one holds the file, writes nothing, and goes on after', async () => {
    const c = await store.collection(parts);
    await c.insert([{ doc: { id: 'a' } }]);
    const other = new Database(join(folder, 'store.db'));
    other.exec('BEGIN IMMEDIATE');
    const saves = [c.save({ id: 'a', version: 1, rank: 1 }), c.insert([{ doc: { id: 'b' } }])];
    for (const save of saves) await expect(save).rejects.toMatchObject({ name: 'Unavailable' });
    expect(await c.get('a')).toEqual({ id: 'a', version: 1 });
    other.exec('ROLLBACK');
    other.close();
    expect(await c.save({ id: 'a', version: 1, rank: 2 })).toMatchObject({ status: 'done' });
    expect(await c.get('b')).toBeUndefined();
  });

  it('does not let one write that fails take others of its group with it', async () => {
    const c = await store.collection(parts);
    // Deeper than SQLite reads JSON.
    const deep = JSON.parse(`${'['.repeat(1500)}${']'.repeat(1500)}`) as unknown;
    const writes = await Promise.allSettled([
      c.insert([{ doc: { id: 'a' } }]),
      c.insert([{ doc: { id: 'deep', deep } }]),
      c.insert([{ doc: { id: 'b' } }]),
    ]);
    expect(writes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect((await c.scan({ limit: 10 })).items.map(({ id }) => id)).toEqual(['a', 'b']);
  });

  it('refuses a second store on the folder and a folder that cannot be', async () => {
    await expect(SqliteStore.open(folder)).rejects.toMatchObject({ name: 'Unavailable' });
    const file = join(folder, 'file');
    await writeFile(file, '');
    await expect(SqliteStore.open(join(file, 'below'))).rejects.toMatchObject({ name: 'Unavailable' });
  });

  it('makes an index anew when its definition changes, and drops one that is gone', async () => {
    const c = await store.collection(parts);
    await c.insert([1, 2, 3].map((n) => ({ doc: { id: `p${n}`, owner: 'o', rank: 4 - n, key: 'x'.repeat(n) } })));
    await store.close();
    store = await SqliteStore.open(folder);
    const changed = await store.collection<Part>({ name: 'part', indexes: { byOwnerRank: { fields: ['rank'] } } });
    const page = await changed.find('byOwnerRank', { range: { gte: 2 }, limit: 10 });
    expect(page.items.map(({ id }) => id)).toEqual(['p2', 'p1']);
    expect((await changed.insert([{ doc: { id: 'p4', key: 'x' } }]))[0]).toMatchObject({ status: 'done' });
  });

  it('answers more callers than the writing thread takes at a time, each once', async () => {
    const c = await store.collection(parts);
    const batches = Array.from({ length: 20 }, (_, b) =>
      c.insert(Array.from({ length: 500 }, (_, i) => ({ doc: { id: `${b}-${i}` } }))),
    );
    const written = (await Promise.all(batches)).flat();
    expect(written.filter(({ status }) => status === 'done')).toHaveLength(10_000);
  });
});
