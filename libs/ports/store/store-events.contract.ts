import { expect, it } from '@jest/globals';
import type { LogEvent } from '#ports/event';
import { alone, done, draft, Heard, insertOne, type Open, signal, things } from './store-kit.contract.js';

export function eventsContract(open: Open): void {
  it('publishes the events of writes, completed, after they can be read', async () => {
    await alone(open, async ({ store }) => {
      const c = await store.collection(things);
      const heard = new Heard();
      const readable: (number | undefined)[] = [];
      store.publishTo(async (events) => {
        for (const event of events) readable.push((await c.get(event.subject))?.version);
        await heard.publish(events);
      });
      await c.insert(
        [{ doc: { id: 'a' }, events: [draft({ 名: '减速器 😀 \u0000' }), draft(2, 'other key')] }],
        'cause 1',
      );
      await store.flushed();
      done(await c.save({ id: 'a', version: 1 }, [draft(3)]));
      await store.flushed();
      expect(readable).toEqual([1, 1, 2]);
      expect(heard.events[0]).toEqual({
        specversion: '1.0',
        id: 'thing/a/1/0',
        source: '/rulian/thing',
        type: 'thing.changed',
        subject: 'a',
        time: '2026-11-22T08:00:00.000Z',
        datacontenttype: 'application/json',
        data: { 名: '减速器 😀 \u0000' },
        sequence: 1,
        partitionkey: 'a',
        topic: 'internal.thing',
        causationid: 'cause 1',
      });
      expect(heard.events[1]).toMatchObject({ id: 'thing/a/1/1', partitionkey: 'other key', data: 2 });
      expect(heard.events[2]).toMatchObject({ id: 'thing/a/2/0', sequence: 2, data: 3 });
      expect(heard.events[2]).not.toHaveProperty('causationid');
    });
  });

  it('carries version + 1 in the events of a remove', async () => {
    await alone(open, async ({ store }) => {
      const c = await store.collection(things);
      const heard = new Heard();
      store.publishTo(heard.publish);
      await insertOne(c, { id: 'a' });
      done(await c.remove('a', 1, [draft('gone')]));
      await store.flushed();
      expect(heard.events).toMatchObject([{ id: 'thing/a/2/0', sequence: 2, data: 'gone' }]);
    });
  });

  it('publishes nothing for a write that was not done', async () => {
    await alone(open, async ({ store }) => {
      const c = await store.collection(things);
      const heard = new Heard();
      store.publishTo(heard.publish);
      const event = [draft('x')];
      await c.insert([{ doc: { id: 'a', key: 'k' }, events: event }], 'c');
      await c.insert([{ doc: { id: 'a', key: 'k' }, events: event }], 'c');
      await c.insert([
        { doc: { id: 'a' }, events: event },
        { doc: { id: 'b', key: 'k' }, events: event },
      ]);
      await c.save({ id: 'a', version: 7 }, event);
      await c.save({ id: 'a', version: 1 }, event, 'c');
      await c.remove('a', 7, event);
      await store.flushed();
      expect(heard.ids()).toEqual(['thing/a/1/0']);
      expect(await store.unsent()).toEqual({ count: 0 });
    });
  });

  it('keeps the order of commits for each key while many write', async () => {
    await alone(open, async ({ store }) => {
      const c = await store.collection(things);
      const heard = new Heard();
      store.publishTo(heard.publish);
      const ids = Array.from({ length: 20 }, (_, i) => `d${i}`);
      const life = async (id: string) => {
        await c.insert([{ doc: { id }, events: [draft(0)] }]);
        for (let version = 1; version < 15; version++) done(await c.save({ id, version }, [draft(version)]));
      };
      await Promise.all(ids.map(life));
      await store.flushed();
      for (const id of ids) {
        const firsts = heard.ids().filter((event) => event.startsWith(`thing/${id}/`));
        expect(firsts).toEqual(Array.from({ length: 15 }, (_, i) => `thing/${id}/${i + 1}/0`));
      }
    });
  });

  it('sends one request at a time', async () => {
    await alone(open, async ({ store }) => {
      const c = await store.collection(things);
      let running = 0;
      let most = 0;
      store.publishTo(async () => {
        running += 1;
        most = Math.max(most, running);
        await new Promise((resolve) => setImmediate(resolve));
        running -= 1;
      });
      await Promise.all(Array.from({ length: 50 }, (_, i) => c.insert([{ doc: { id: `i${i}` }, events: [draft(i)] }])));
      await store.flushed();
      expect(most).toBe(1);
    });
  });

  it('goes on writing and reading while the log fails, then sends all in order', async () => {
    await alone(open, async ({ store }) => {
      const c = await store.collection(things);
      const heard = new Heard();
      let up = false;
      let failures = 0;
      const twice = signal();
      store.publishTo(async (events) => {
        if (up) return heard.publish(events);
        failures += 1;
        if (failures === 2) twice.give();
        throw new Error('log is down');
      });
      for (let i = 0; i < 10; i++) await c.insert([{ doc: { id: `i${i}` }, events: [draft(i)] }]);
      await twice.promise;
      await c.insert([{ doc: { id: 'last' }, events: [draft('last')] }]);
      expect(await c.get('last')).toEqual({ id: 'last', version: 1 });
      expect(await store.unsent()).toEqual({ count: 11, oldest: '2026-11-22T08:00:00.000Z' });
      up = true;
      await store.flushed();
      expect(heard.ids()).toEqual([...Array.from({ length: 10 }, (_, i) => `thing/i${i}/1/0`), 'thing/last/1/0']);
      expect(await store.unsent()).toEqual({ count: 0 });
    });
  });

  it('flushes what was committed before the call, not what comes later', async () => {
    await alone(open, async ({ store }) => {
      const c = await store.collection(things);
      await store.flushed();
      const held = signal();
      const heard = new Heard();
      store.publishTo(async (events) => {
        if (events.some((event) => event.subject === 'later')) await held.promise;
        await heard.publish(events);
      });
      await c.insert([{ doc: { id: 'now' }, events: [draft(1)] }]);
      await store.flushed();
      expect(heard.ids()).toEqual(['thing/now/1/0']);
      await c.insert([{ doc: { id: 'later' }, events: [draft(2)] }]);
      let flushed = false;
      const later = store.flushed().then(() => {
        flushed = true;
      });
      expect(await store.unsent()).toMatchObject({ count: 1 });
      expect(flushed).toBe(false);
      held.give();
      await later;
      expect(heard.ids()).toEqual(['thing/now/1/0', 'thing/later/1/0']);
    });
  });

  it('sends what a former process left, before anything new and with the same ids', async () => {
    await alone(open, async (harness) => {
      const former = await harness.store.collection(things);
      const seen: LogEvent[] = [];
      const asked = signal();
      harness.store.publishTo((events) => {
        seen.push(...events);
        asked.give();
        return new Promise(() => undefined);
      });
      for (let i = 0; i < 5; i++) await former.insert([{ doc: { id: `i${i}` }, events: [draft(i), draft(i)] }]);
      await asked.promise;
      const store = await harness.reopen();
      expect(await store.unsent()).toMatchObject({ count: 10 });
      const c = await store.collection(things);
      await c.insert([{ doc: { id: 'new' }, events: [draft('new')] }]);
      const heard = new Heard();
      store.publishTo(heard.publish);
      await store.flushed();
      const left = Array.from({ length: 5 }, (_, i) => [`thing/i${i}/1/0`, `thing/i${i}/1/1`]).flat();
      expect(heard.ids()).toEqual([...left, 'thing/new/1/0']);
      expect(heard.events[0]).toEqual(seen[0]);
    });
  });

  it('does not send again what the log has acknowledged, after a clean stop', async () => {
    await alone(open, async (harness) => {
      const c = await harness.store.collection(things);
      const first = new Heard();
      harness.store.publishTo(first.publish);
      await c.insert([{ doc: { id: 'a' }, events: [draft(1)] }]);
      await harness.store.flushed();
      await harness.store.close();
      const store = await harness.reopen();
      const second = new Heard();
      store.publishTo(second.publish);
      const again = await store.collection(things);
      await again.insert([{ doc: { id: 'b' }, events: [draft(2)] }]);
      await store.flushed();
      expect(second.ids()).toEqual(['thing/b/1/0']);
    });
  });

  it('sends a backlog larger than a batch completely and in order', async () => {
    await alone(open, async ({ store }) => {
      const c = await store.collection(things);
      const entries = (from: number) =>
        Array.from({ length: 1000 }, (_, i) => ({ doc: { id: `b${from + i}` }, events: [draft(from + i, 'one key')] }));
      for (const from of [0, 1000, 2000]) await c.insert(entries(from));
      expect(await store.unsent()).toMatchObject({ count: 3000 });
      const heard = new Heard();
      const sizes: number[] = [];
      store.publishTo(async (events) => {
        sizes.push(events.length);
        await heard.publish(events);
      });
      await store.flushed();
      expect(heard.events.map((event) => event.data)).toEqual(Array.from({ length: 3000 }, (_, i) => i));
      expect(Math.max(...sizes)).toBeLessThanOrEqual(1000);
    });
  });
}
