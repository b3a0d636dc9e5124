import { describe, expect, it } from '@jest/globals';
import { causesContract } from './store-causes.contract.js';
import {
  alone,
  done,
  draft,
  insertOne,
  type Open,
  refused,
  shared,
  type Thing,
  things,
  walk,
} from './store-kit.contract.js';

export function writesContract(open: Open): void {
  const { fresh, store } = shared(open);

  it('inserts as version 1, saves as the next one, and reads back what was written', async () => {
    const c = await fresh();
    expect(await insertOne(c, { id: 'a', note: 'x' })).toEqual({
      status: 'done',
      doc: { id: 'a', version: 1, note: 'x' },
    });
    expect(await c.get('a')).toEqual({ id: 'a', version: 1, note: 'x' });
    expect(await c.save({ id: 'a', version: 1, rank: 2 })).toEqual({
      status: 'done',
      doc: { id: 'a', version: 2, rank: 2 },
    });
    expect(await c.get('a')).toEqual({ id: 'a', version: 2, rank: 2 });
    expect(await c.get('b')).toBeUndefined();
  });

  it('answers stale to a save or remove of another version or of nothing', async () => {
    const c = await fresh();
    await insertOne(c, { id: 'a' });
    done(await c.save({ id: 'a', version: 1, note: 'now' }));
    expect(await c.save({ id: 'a', version: 1, note: 'late' })).toEqual({ status: 'stale' });
    expect(await c.save({ id: 'a', version: 3, note: 'early' })).toEqual({ status: 'stale' });
    expect(await c.remove('a', 1)).toEqual({ status: 'stale' });
    expect(await c.save({ id: 'none', version: 1 })).toEqual({ status: 'stale' });
    expect(await c.remove('none', 1)).toEqual({ status: 'stale' });
    expect(await c.get('a')).toEqual({ id: 'a', version: 2, note: 'now' });
  });

  it('removes and answers with the document removed; the id is free again', async () => {
    const c = await fresh();
    await insertOne(c, { id: 'a', key: 'k', note: 'x' });
    const gone = { id: 'a', version: 1, key: 'k', note: 'x' };
    expect(await c.remove('a', 1)).toEqual({ status: 'done', doc: gone });
    expect(await c.get('a')).toBeUndefined();
    expect(await c.remove('a', 1)).toEqual({ status: 'stale' });
    expect(await insertOne(c, { id: 'b', key: 'k' })).toMatchObject({ status: 'done' });
    expect(await insertOne(c, { id: 'a' })).toMatchObject({ status: 'done', doc: { version: 1 } });
  });

  it('answers duplicate with the index in the way: id, or the unique index', async () => {
    const c = await fresh();
    await insertOne(c, { id: 'a', key: 'k' });
    await insertOne(c, { id: 'b', key: 'l' });
    expect(await insertOne(c, { id: 'a', key: 'm' })).toEqual({ status: 'duplicate', index: 'id' });
    expect(await insertOne(c, { id: 'a', key: 'l' })).toEqual({ status: 'duplicate', index: 'id' });
    expect(await insertOne(c, { id: 'c', key: 'k' })).toEqual({ status: 'duplicate', index: 'byKey' });
    expect(await c.save({ id: 'b', version: 1, key: 'k' })).toEqual({ status: 'duplicate', index: 'byKey' });
    expect(await c.get('b')).toEqual({ id: 'b', version: 1, key: 'l' });
    expect(await c.get('c')).toBeUndefined();
  });

  it('holds uniqueness only while the field is there', async () => {
    const c = await fresh();
    await insertOne(c, { id: 'a' });
    expect(await insertOne(c, { id: 'b' })).toMatchObject({ status: 'done' });
    done(await c.save({ id: 'a', version: 1, key: 'open' }));
    expect(await c.save({ id: 'b', version: 1, key: 'open' })).toEqual({ status: 'duplicate', index: 'byKey' });
    done(await c.save({ id: 'a', version: 2 }));
    expect(await c.save({ id: 'b', version: 1, key: 'open' })).toMatchObject({ status: 'done' });
    expect(await c.save({ id: 'b', version: 2, key: 'open', note: 'own key' })).toMatchObject({ status: 'done' });
  });

  it('writes each entry by itself and answers in their order', async () => {
    const c = await fresh();
    await insertOne(c, { id: 'taken', key: 'k' });
    const docs: Omit<Thing, 'version'>[] = [
      { id: '1' },
      { id: 'taken' },
      { id: '2', key: 'k' },
      { id: '3', key: 'l' },
      { id: '3' },
    ];
    const written = await c.insert(docs.map((doc) => ({ doc, events: [draft(doc.id)] })));
    expect(written.map(({ status }) => status)).toEqual(['done', 'duplicate', 'duplicate', 'done', 'duplicate']);
    expect((await c.many(['1', '2', '3', 'taken'])).map(({ id }) => id).sort()).toEqual(['1', '3', 'taken']);
    expect(await c.insert([])).toEqual([]);
    const many = Array.from({ length: 1000 }, (_, i) => ({ doc: { id: `many-${i}` } }));
    expect((await c.insert(many)).map((w) => done(w).id)).toEqual(many.map(({ doc }) => doc.id));
  });

  it('lets exactly one of 50 racing saves through', async () => {
    const c = await fresh();
    await insertOne(c, { id: 'a' });
    const saves = Array.from({ length: 50 }, (_, i) => c.save({ id: 'a', version: 1, note: `by ${i}` }));
    const written = await Promise.all(saves);
    expect(written.filter(({ status }) => status === 'stale')).toHaveLength(49);
    const winner = written.find(({ status }) => status === 'done');
    expect(await c.get('a')).toEqual(done(winner));
  });

  it('lets exactly one of 50 racing inserts of one key through', async () => {
    const c = await fresh();
    const inserts = Array.from({ length: 50 }, (_, i) => insertOne(c, { id: `i${i}`, key: 'one' }));
    const written = await Promise.all(inserts);
    expect(written.filter(({ status }) => status === 'done')).toHaveLength(1);
    expect(written.filter((w) => w.status === 'duplicate' && w.index === 'byKey')).toHaveLength(49);
  });

  it('keeps every text as it is, as id and as value', async () => {
    const c = await fresh();
    for (const text of oddTexts) {
      const doc = { id: text, note: text, owner: text, key: text };
      expect(await insertOne(c, doc)).toEqual({ status: 'done', doc: { ...doc, version: 1 } });
      expect(await c.get(text)).toEqual({ ...doc, version: 1 });
      expect(await c.many([text])).toEqual([{ ...doc, version: 1 }]);
      expect(await c.manyBy('byKey', [text])).toEqual([{ ...doc, version: 1 }]);
      expect((await c.find('byOwner', { eq: [text], limit: 2 })).items).toEqual([{ ...doc, version: 1 }]);
      expect(await insertOne(c, { id: `${text}2`, key: text })).toEqual({ status: 'duplicate', index: 'byKey' });
    }
    expect(await c.count('byOwner', [], 1000)).toBe(oddTexts.length);
    const pages = await Promise.all([
      walk((after) => c.find('byOwner', { limit: 2, ...(after === undefined ? {} : { after }) })),
      walk((after) => c.scan({ limit: 2, ...(after === undefined ? {} : { after }) })),
    ]);
    for (const ids of pages) expect(ids.sort()).toEqual([...oddTexts].sort());
  });

  it('refuses what is beyond the limits and writes nothing', async () => {
    const c = await fresh();
    await refused(c.insert(Array.from({ length: 1001 }, (_, i) => ({ doc: { id: `i${i}` } }))));
    for (const id of ['', 'x'.repeat(201), '\ud800', 7 as unknown as string]) {
      await refused(insertOne(c, { id }));
      await refused(c.save({ id, version: 1 }));
      await refused(c.remove(id, 1));
      await refused(c.get(id));
    }
    await refused(c.insert([{ doc: { id: 'fine' } }, { doc: { id: '' } }]));
    await refused(insertOne(c, { id: 'a', owner: ['x'] as unknown as string }));
    await refused(insertOne(c, { id: 'a', rank: true as unknown as number }));
    expect((await c.scan({ limit: 10 })).items).toEqual([]);
    expect(await insertOne(c, { id: 'x'.repeat(200) })).toMatchObject({ status: 'done' });
  });

  it('gives the same collection for the same spec and throws for another one of that name', async () => {
    const spec = { ...things, name: 'twice' };
    const [one, two] = await Promise.all([store().collection(spec), store().collection({ ...spec })]);
    await insertOne(one, { id: 'a' });
    expect(await two.get('a')).toEqual({ id: 'a', version: 1 });
    await expect(store().collection({ name: 'twice', indexes: {} })).rejects.toThrow('twice');
    await refused(store().collection({ name: 'bad"name', indexes: {} }));
    await refused(store().collection({ name: 'bad', indexes: { two: { fields: ['a', 'b'], unique: true } } }));
  });

  it('finishes writes under way when it closes, and is unavailable after', async () => {
    await alone(open, async (harness) => {
      const c = await harness.store.collection(things);
      const inserts = Array.from({ length: 20 }, (_, i) => insertOne(c, { id: `i${i}` }));
      await harness.store.answers();
      await harness.store.close();
      for (const written of await Promise.all(inserts)) done(written);
      await expect(c.get('i0')).rejects.toMatchObject({ name: 'Unavailable' });
      await expect(harness.store.answers()).rejects.toMatchObject({ name: 'Unavailable' });
      await expect(insertOne(c, { id: 'late' })).rejects.toMatchObject({ name: 'Unavailable' });
      const again = await (await harness.reopen()).collection(things);
      expect((await again.scan({ limit: 100 })).items).toHaveLength(20);
    });
  });

  describe('causes', () => causesContract(open));
}

const oddTexts = [
  '链主企业 专精特新',
  '𠮷野家 😀 👩‍🔧',
  'a\u0000b',
  'a\u0000c',
  '\u0000',
  `quotes ' " \` \\ and % _ ?`,
  `'; DROP TABLE thing; --`,
  `{"$gt": ""}`,
  '$where',
  '__proto__',
  'line\nbreak\ttab\u2028',
  ' spaces ',
];
