import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { mongo } from 'mongoose';
import type { LogEvent } from '#ports/event';
import type { Written } from '#ports/store/store';
import { Database, draft, Line, type Part, parts, until } from './mongo-kit.contract.js';
import { MongoStore } from './mongo-store.js';

const silentMs = 1000;

/** Writes a document with its event every few milliseconds, says so, and never publishes. */
const writer = `
  const { MongoStore } = await import(process.argv[1]);
  const store = await MongoStore.open({ url: process.argv[2] });
  const parts = await store.collection(${JSON.stringify(parts)});
  store.publishTo(() => new Promise(() => undefined));
  for (let i = 0; ; i += 1) {
    const draft = { topic: 'internal.part', type: 'part.changed', time: '2026-11-22T08:00:00.000Z', data: i };
    await parts.insert([{ doc: { id: 'd' + i }, events: [draft] }]);
    process.stdout.write('d' + i + '\\n');
  }
`;

describe('several processes on one database', () => {
  let database: Database;
  const stores: MongoStore[] = [];
  beforeEach(() => {
    database = new Database();
  });
  afterEach(async () => {
    for (const store of stores.splice(0)) await store.close();
    await database.destroy();
  });

  async function open(url = database.url, warn?: (message: string) => void): Promise<MongoStore> {
    const store = await MongoStore.open({ url, silentMs, ...(warn ? { warn } : {}) });
    stores.push(store);
    return store;
  }

  /** A log that they share. */
  class Log {
    readonly events: LogEvent[] = [];
    readonly publish = async (events: readonly LogEvent[]): Promise<void> => {
      await new Promise((resolve) => setImmediate(resolve));
      this.events.push(...events);
    };

    /** Versions of a document in the order they came. */
    versions(id: string): number[] {
      return this.events.filter(({ subject }) => subject === id).map(({ sequence }) => sequence);
    }
  }

  it('send the events of a document in the order of its writes, whoever writes, each once', async () => {
    const log = new Log();
    const both = await Promise.all([open(), open()]);
    const collections = await Promise.all(both.map((store) => store.collection(parts)));
    for (const store of both) store.publishTo(log.publish);
    const ids = ['a', 'b', 'c'];
    await collections[0]?.insert(ids.map((id) => ({ doc: { id }, events: [draft(1)] })));
    const life = async (id: string) => {
      for (let version = 1; version < 20; ) {
        // Both try at the same time; one of them wins.
        const save = (place: number) => collections[place]?.save({ id, version }, [draft(version)]);
        const written = (await Promise.all([save(0), save(1)])) as Written<Part>[];
        expect(written.map(({ status }) => status).sort()).toEqual(['done', 'stale']);
        version += 1;
      }
    };
    await Promise.all(ids.map(life));
    await until(async () => (await both[0]?.unsent())?.count === 0);
    for (const id of ids) expect(log.versions(id)).toEqual(Array.from({ length: 20 }, (_, i) => i + 1));
  });

  it('send an event again that is written once more after the server has lost its first write', async () => {
    const log = new Log();
    const store = await open();
    const collection = await store.collection(parts);
    store.publishTo(log.publish);
    const write = () => collection.insert([{ doc: { id: 'a' }, events: [draft(1)] }], 'cause.1');
    await write();
    await until(async () => (await store.unsent()).count === 0);
    // As a server does that is killed before it has the write on its disk.
    await (await database.raw('part')).deleteMany({});
    expect(await write()).toMatchObject([{ status: 'done' }]);
    await until(async () => (await store.unsent()).count === 0);
    expect(log.versions('a')).toEqual([1, 1]);
  });

  it('append to what another one holds, which then sends it', async () => {
    const log = new Log();
    const [holder, other] = await Promise.all([open(), open()]);
    const mine = await holder.collection(parts);
    const theirs = await other.collection(parts);
    let up = false;
    holder.publishTo(async (events) => {
      if (!up) throw new Error('log is down');
      await log.publish(events);
    });
    other.publishTo(() => Promise.reject(new Error('must not be asked')));
    await mine.insert([{ doc: { id: 'a' }, events: [draft(1)] }]);
    for (let version = 1; version < 5; version++) await theirs.save({ id: 'a', version }, [draft(version)]);
    expect(await theirs.remove('a', 5, [draft('gone')])).toMatchObject({ status: 'done' });
    up = true;
    await until(async () => (await other.unsent()).count === 0);
    expect(log.versions('a')).toEqual([1, 2, 3, 4, 5, 6]);
    // Nothing recalls the document: the holder has cleared its tombstone away.
    await until(async () => (await (await database.raw('part')).countDocuments()) === 0);
  });

  it('send in the order of writes when the holder writes before it heard of what others appended', async () => {
    const log = new Log();
    const [holder, other] = await Promise.all([open(), open()]);
    const mine = await holder.collection(parts);
    const theirs = await other.collection(parts);
    let goOn: () => void = () => undefined;
    const busy = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    holder.publishTo(async (events) => {
      await busy;
      await log.publish(events);
    });
    other.publishTo(() => Promise.reject(new Error('must not be asked')));
    await mine.insert([{ doc: { id: 'before' }, events: [draft(1)] }]);
    // All of these wait in one batch behind the first one.
    await mine.insert([{ doc: { id: 'a' }, events: [draft(1)] }]);
    expect(await theirs.save({ id: 'a', version: 1 }, [draft(2)])).toMatchObject({ status: 'done' });
    expect(await mine.save({ id: 'a', version: 2 }, [draft(3)])).toMatchObject({ status: 'done' });
    expect(await theirs.save({ id: 'a', version: 3 }, [draft(4)])).toMatchObject({ status: 'done' });
    expect(await mine.remove('a', 4, [draft('gone')])).toMatchObject({ status: 'done' });
    goOn();
    await until(async () => (await other.unsent()).count === 0);
    expect(log.versions('a')).toEqual([1, 2, 3, 4, 5]);
    await until(async () => (await (await database.raw('part')).countDocuments({ _holder: { $exists: true } })) === 0);
    expect(await (await database.raw('part')).countDocuments({ _mixed: { $exists: true } })).toBe(0);
    expect(await (await database.raw('part')).countDocuments()).toBe(1);
  });

  it('send what one that was killed has left, before anything new of these documents', async () => {
    const log = new Log();
    const survivor = await open();
    const c = await survivor.collection(parts);
    survivor.publishTo(log.publish);
    const module = new URL('./mongo-store.js', import.meta.url).href;
    const child: ChildProcess = spawn(process.execPath, ['--input-type=module', '-e', writer, module, database.url], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let said = '';
    child.stdout?.on('data', (chunk) => {
      said += String(chunk);
    });
    await until(() => said.split('\n').length > 20);
    child.kill('SIGKILL');
    await once(child, 'exit');
    const acknowledged = said.split('\n').slice(0, -1);
    expect(await c.save({ id: 'd0', version: 1 }, [draft('new')])).toMatchObject({ status: 'done' });
    await until(async () => (await survivor.unsent()).count === 0);
    const sent = log.events.map(({ id }) => id);
    expect(sent.filter((id) => acknowledged.some((doc) => id === `part/${doc}/1/0`))).toHaveLength(acknowledged.length);
    expect(log.versions('d0')).toEqual([1, 2]);
    expect(new Set(sent).size).toBe(sent.length);
  });

  it('take over from hundreds of dead ones with one write for each collection', async () => {
    const log = new Log();
    const dead = Array.from({ length: 300 }, (_, at) => ({ _id: `dead/${at}`, beat: 1, dead: true }));
    await (await database.db()).collection<{ _id: string }>('_senders').insertMany(dead);
    const survivor = await open();
    const c = await survivor.collection(parts);
    const ids = Array.from({ length: 30 }, (_, at) => `d${at}`);
    await c.insert(ids.map((id) => ({ doc: { id }, events: [draft('left')] })));
    const stored = await database.raw('part');
    for (const [at, id] of ids.entries()) await stored.updateOne({ _id: id }, { $set: { _holder: `dead/${at * 10}` } });
    const writes = jest.spyOn(mongo.Collection.prototype, 'updateMany');
    survivor.publishTo(log.publish);
    await until(async () => (await survivor.unsent()).count === 0);
    // A beat takes over from all of them; one write for each of them would be three hundred at once.
    expect(writes.mock.calls.length).toBeLessThan(dead.length);
    writes.mockRestore();
    expect(new Set(log.events.map(({ subject }) => subject))).toEqual(new Set(ids));
  });

  it('leave what a dead one held to one of them, which looks ever more seldom, and to another when that one ends', async () => {
    const log = new Log();
    const [first, second] = [await open(), await open()];
    const c = await first.collection(parts);
    await c.insert([{ doc: { id: 'a' } }, { doc: { id: 'b' } }]);
    const stored = await database.raw('part');
    const senders = (await database.db()).collection<{ _id: string; beat: number; dead?: boolean; heir?: string }>(
      '_senders',
    );
    const heir = async () => (await senders.findOne({ _id: 'dead' }))?.heir;
    // A write of its last moment, which comes late.
    const comesLate = (id: string) => {
      const event = { ...draft('late'), id: `part/${id}/2/0`, subject: id, sequence: 2 };
      const _out = [{ id: event.id, n: 1, t: event.time, e: JSON.stringify(event) }];
      return stored.updateOne({ _id: id }, { $set: { _holder: 'dead', _outAt: 1, _out } });
    };
    await senders.insertOne({ _id: 'dead', beat: 1, dead: true });
    const writes = jest.spyOn(mongo.Collection.prototype, 'updateMany');
    first.publishTo(log.publish);
    await until(async () => (await heir()) !== undefined);
    const before = await heir();
    second.publishTo(log.publish);
    await new Promise((resolve) => setTimeout(resolve, 5 * silentMs));
    // Both have beaten 25 times.
    const looks = writes.mock.contexts.filter((one) => (one as mongo.Collection).collectionName === 'part');
    writes.mockRestore();
    expect(looks.length).toBeGreaterThan(1);
    expect(looks.length).toBeLessThan(10);
    await comesLate('a');
    await until(() => log.versions('a').length === 1);
    expect(await heir()).toBe(before);
    await first.close();
    await until(async () => (await heir()) !== before);
    await comesLate('b');
    await until(() => log.versions('b').length === 1);
  }, 60_000);

  it('go on under a new name after a silence, and what they hold is lost neither then nor after', async () => {
    const line = new Line();
    const log = new Log();
    const warnings: string[] = [];
    const cutOff = await open(await line.url(database), (message) => warnings.push(message));
    const survivor = await open();
    const c = await cutOff.collection(parts);
    await c.insert([{ doc: { id: 'a' }, events: [draft('before')] }]);
    line.cut();
    survivor.publishTo(log.publish);
    await until(() => log.events.length === 1);
    cutOff.publishTo(log.publish);
    line.mend();
    await until(() => warnings.length > 0);
    expect(warnings[0]).toContain('new name');
    expect(await c.save({ id: 'a', version: 1 }, [draft('after')])).toMatchObject({ status: 'done' });
    // Sent by the survivor when it had not let go of the document yet.
    await until(async () => (await survivor.unsent()).count === 0);
    expect(log.events.map(({ data }) => data)).toEqual(['before', 'after']);
    await cutOff.close();
    await line.close();
  });

  it('are Unavailable while the server is away, and lose nothing of writes whose answer never came', async () => {
    const line = new Line();
    const log = new Log();
    const store = await open(await line.url(database));
    const c = await store.collection(parts);
    store.publishTo(log.publish);
    const ids = Array.from({ length: 200 }, (_, i) => `d${i}`);
    const inserts = ids.map((id) => c.insert([{ doc: { id }, events: [draft(id)] }], `cause ${id}`));
    await inserts[0];
    line.cut();
    for (const { status, ...rest } of await Promise.allSettled(inserts)) {
      if (status === 'rejected') expect(rest).toMatchObject({ reason: { name: 'Unavailable' } });
    }
    await expect(c.get('d0')).rejects.toMatchObject({ name: 'Unavailable' });
    await expect(store.unsent()).rejects.toMatchObject({ name: 'Unavailable' });
    line.mend();
    // The driver may find some of its connections closed only when it uses them: who is refused asks again.
    const again = async (id: string): Promise<string | undefined> => {
      const writing = c.insert([{ doc: { id }, events: [draft(id)] }], `cause ${id}`);
      const [written] = await writing.catch((error: Error) => {
        if (error.name !== 'Unavailable') throw error;
        return [];
      });
      return written?.status;
    };
    for (const id of ids) {
      let status: string | undefined;
      await until(async () => {
        status = await again(id);
        return status !== undefined;
      });
      expect(['done', 'already']).toContain(status);
    }
    await until(async () => (await store.unsent()).count === 0);
    expect(new Set(log.events.map(({ subject }) => subject))).toEqual(new Set(ids));
    await store.close();
    await line.close();
  });

  it('are not opened when the server does not answer', async () => {
    const line = new Line();
    const url = await line.url(database);
    line.cut();
    await expect(MongoStore.open({ url })).rejects.toMatchObject({ name: 'Unavailable' });
    await line.close();
  });
});
