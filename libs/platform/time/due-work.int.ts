import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { Logger } from '@nestjs/common';
import type { Collection, CollectionSpec, Doc } from '#ports/store/store';
import { FixedClock } from '#test/kit/clock';
import { TemporaryStore } from '#test/kit/embedded';
import { SystemClock } from './clock.js';
import { DueWork } from './due-work.js';

interface Thing extends Doc {
  readonly dueAt?: string;
  readonly rung: number;
}
const THINGS: CollectionSpec<Thing> = { name: 'thing', indexes: { due: { fields: ['dueAt'] } } };
const TOPIC = 'internal.thing';

let temporary: TemporaryStore;
let things: Collection<Thing>;
const clock = new FixedClock();
beforeEach(async () => {
  temporary = await TemporaryStore.open();
  things = await temporary.store.collection(THINGS);
});
afterEach(() => temporary.destroy());

const second = (at: number): string => new Date(Date.parse('2026-11-22T01:00:00.000Z') + at * 1000).toISOString();
const insert = (count: number) =>
  things.insert(Array.from({ length: count }, (_, at) => ({ doc: { id: `t${at}`, dueAt: second(at), rung: 0 } })));

/** Rings once and tells it. */
async function ring({ dueAt: _d, ...thing }: Thing, at: string): Promise<number> {
  const event = { topic: TOPIC, type: 'thing.rung', time: at, data: { id: thing.id } };
  const written = await things.save({ ...thing, rung: thing.rung + 1 }, [event]);
  return written.status === 'done' ? 1 : 0;
}
const work = (handle = ring, at = clock) =>
  new DueWork({ collection: things, index: 'due', clock: at, logger: new Logger('test'), handle });

it('handles what is due and leaves what is not, over many pages', async () => {
  await insert(900);
  const early = new FixedClock(second(449));
  expect(await work(ring, early).run()).toBe(450);
  expect(await work(ring, early).run()).toBe(0);
  expect(await work().run()).toBe(450);
  expect(await temporary.events(TOPIC)).toHaveLength(900);
});

it('handles each once in several processes at once', async () => {
  await insert(600);
  const counts = await Promise.all([work().run(), work().run(), work().run()]);
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(600);
  const { items } = await things.scan({ limit: 1000 });
  expect(items.every(({ rung, dueAt }) => rung === 1 && dueAt === undefined)).toBe(true);
  expect(await temporary.events(TOPIC)).toHaveLength(600);
});

it('goes on beside one that fails, and tries that again', async () => {
  await insert(300);
  let broken = true;
  const handle = async (thing: Thing, at: string) => {
    if (thing.id === 't0' && broken) throw new Error('broken');
    return ring(thing, at);
  };
  expect(await work(handle).run()).toBe(299);
  broken = false;
  expect(await work(handle).run()).toBe(1);
});

it('looks by itself, soon after the time has come, until it is stopped', async () => {
  const due = new Date(Date.now() + 300).toISOString();
  await things.insert([{ doc: { id: 'soon', dueAt: due, rung: 0 } }]);
  const running = new DueWork({
    ...{ collection: things, index: 'due', clock: new SystemClock(), logger: new Logger('test'), handle: ring },
  });
  running.start();
  const end = Date.now() + 5000;
  while ((await temporary.events(TOPIC)).length === 0 && Date.now() < end)
    await new Promise((resolve) => setTimeout(resolve, 20));
  await running.stop();
  const [event] = await temporary.events(TOPIC);
  expect(Date.parse(event?.time ?? '') - Date.parse(due)).toBeLessThan(2500);
  await things.insert([{ doc: { id: 'late', dueAt: due, rung: 0 } }]);
  await new Promise((resolve) => setTimeout(resolve, 1300));
  expect((await things.get('late'))?.rung).toBe(0);
});
