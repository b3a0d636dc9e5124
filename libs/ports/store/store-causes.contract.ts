import { expect, it } from '@jest/globals';
import { alone, done, draft, Heard, insertOne, type Open, shared, things } from './store-kit.contract.js';

/** A repeat of a write with the same cause answers `already`: the store is the inbox. */
export function causesContract(open: Open): void {
  const { fresh } = shared(open);

  it('answers already to a repeated insert, save and remove', async () => {
    const c = await fresh();
    await insertOne(c, { id: 'a', note: '1' }, 'c1');
    expect(await insertOne(c, { id: 'a', note: 'other' }, 'c1')).toEqual({
      status: 'already',
      doc: { id: 'a', version: 1, note: '1' },
    });
    done(await c.save({ id: 'a', version: 1, note: '2' }, [], 'c2'));
    expect(await c.save({ id: 'a', version: 1, note: '2' }, [], 'c2')).toMatchObject({
      status: 'already',
      doc: { version: 2 },
    });
    done(await c.remove('a', 2, [], 'c3'));
    const gone = { id: 'a', version: 2, note: '2' };
    expect(await c.remove('a', 2, [], 'c3')).toEqual({ status: 'already', doc: gone });
    expect(await c.get('a')).toBeUndefined();
  });

  it('still answers already after further writes, with the document as it is now', async () => {
    const c = await fresh();
    await insertOne(c, { id: 'a' }, 'first');
    for (let version = 1; version <= 15; version++)
      done(await c.save({ id: 'a', version, note: `${version}` }, [], `c${version}`));
    const now = { id: 'a', version: 16, note: '15' };
    expect(await insertOne(c, { id: 'a' }, 'first')).toEqual({ status: 'already', doc: now });
    for (let n = 1; n <= 15; n++) {
      expect(await c.save({ id: 'a', version: 16, note: 'again' }, [], `c${n}`)).toEqual({
        status: 'already',
        doc: now,
      });
    }
    expect(await c.get('a')).toEqual(now);
  });

  it('remembers causes over a removal and a new insert of the id', async () => {
    const c = await fresh();
    await insertOne(c, { id: 'a', note: 'old' }, 'insert');
    done(await c.save({ id: 'a', version: 1, note: 'new' }, [], 'save'));
    done(await c.remove('a', 2, [], 'remove'));
    expect(await insertOne(c, { id: 'a', note: 'old' }, 'insert')).toMatchObject({
      status: 'already',
      doc: { note: 'new' },
    });
    expect(await c.save({ id: 'a', version: 1, note: 'new' }, [], 'save')).toMatchObject({ status: 'already' });
    expect(await c.get('a')).toBeUndefined();
    done(await insertOne(c, { id: 'a', note: 'second life' }, 'insert 2'));
    expect(await c.remove('a', 2, [], 'remove')).toMatchObject({ status: 'already', doc: { note: 'second life' } });
    expect(await c.get('a')).toMatchObject({ note: 'second life' });
  });

  it('tells causes apart and keeps them per document', async () => {
    const c = await fresh();
    await insertOne(c, { id: 'a' }, 'c,1');
    await insertOne(c, { id: 'b' }, 'c,1');
    done(await c.save({ id: 'a', version: 1 }, [], '"'));
    expect(await c.save({ id: 'a', version: 2 }, [], ',')).toMatchObject({ status: 'done' });
    expect(await c.save({ id: 'a', version: 3 }, [], 'c')).toMatchObject({ status: 'done' });
    expect(await c.save({ id: 'a', version: 4 }, [], '","')).toMatchObject({ status: 'done' });
    expect(await c.save({ id: 'a', version: 1 }, [], 'c,1')).toMatchObject({ status: 'already' });
    expect(await insertOne(c, { id: 'a' }, 'unknown')).toEqual({ status: 'duplicate', index: 'id' });
  });

  it('does not remember the cause of a write that was not done', async () => {
    const c = await fresh();
    await insertOne(c, { id: 'a' });
    expect(await c.save({ id: 'a', version: 9 }, [], 'c')).toEqual({ status: 'stale' });
    expect(await c.save({ id: 'a', version: 1 }, [], 'c')).toMatchObject({ status: 'done' });
  });

  it('never shows causes in what it reads', async () => {
    const c = await fresh();
    await insertOne(c, { id: 'a', owner: 'o' }, 'secret');
    const doc = { id: 'a', version: 1, owner: 'o' };
    expect(await c.get('a')).toEqual(doc);
    expect((await c.find('byOwner', { limit: 1 })).items).toEqual([doc]);
    expect((await c.scan({ limit: 1 })).items).toEqual([doc]);
  });

  it('answers already after the store was opened again, and sends no event twice for it', async () => {
    await alone(open, async (harness) => {
      const before = await harness.store.collection(things);
      await before.insert(
        [
          { doc: { id: 'a' }, events: [draft('a')] },
          { doc: { id: 'b' }, events: [draft('b')] },
        ],
        'c1',
      );
      done(await before.save({ id: 'a', version: 1 }, [draft('a')], 'c2'));
      done(await before.remove('b', 1, [draft('b')], 'c3'));
      const store = await harness.reopen();
      const c = await store.collection(things);
      const again = await c.insert(
        [
          { doc: { id: 'a' }, events: [draft('a')] },
          { doc: { id: 'b' }, events: [draft('b')] },
        ],
        'c1',
      );
      expect(again.map(({ status }) => status)).toEqual(['already', 'already']);
      expect(await c.save({ id: 'a', version: 1 }, [draft('a')], 'c2')).toMatchObject({
        status: 'already',
        doc: { version: 2 },
      });
      expect(await c.remove('b', 1, [draft('b')], 'c3')).toMatchObject({ status: 'already' });
      const heard = new Heard();
      store.publishTo(heard.publish);
      await store.flushed();
      expect(heard.ids()).toEqual(['thing/a/1/0', 'thing/b/1/0', 'thing/a/2/0', 'thing/b/2/0']);
    });
  });
}
