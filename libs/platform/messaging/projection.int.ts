import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { LogEvent } from '#ports/event';
import type { Collection } from '#ports/store/store';
import { Unavailable } from '#ports/unavailable';
import { CountingCollection } from '#test/kit/counting-collection';
import { TemporaryHouse } from '#test/kit/embedded';
import { logEvent } from '#test/kit/makers';
import { type Projected, Projection } from './projection.js';

interface Thing extends Projected {
  readonly name: string;
}
interface State {
  readonly name: string;
  readonly gone?: boolean;
}

const TOPIC = 'internal.thing';

let house: TemporaryHouse;
let raw: Collection<Thing>;
let things: CountingCollection<Thing>;
beforeEach(async () => {
  house = await TemporaryHouse.open();
  raw = await house.store.collection<Thing>({ name: 'thing', indexes: {} });
  things = new CountingCollection(raw);
});
afterEach(() => house.destroy());

const project = ({ subject: id, sequence: seen, data }: LogEvent<State>) =>
  data.gone ? undefined : { id, seen, name: data.name };
/** A process of its own. */
const newProjection = () => new Projection<Thing, State>(things, TOPIC, project);
const event = (id: string, sequence: number, more: Partial<State> = {}) =>
  logEvent<State>(TOPIC, 'thing.changed', id, { name: `${id}${sequence}`, ...more }, sequence);
const stored = async () =>
  (await raw.scan({ limit: 1000 })).items.map(({ id, name, seen }) => `${id}: ${name} (${seen})`);

/** Runs `work` once, just before the next call of a method. */
function justBefore(method: string, work: () => Promise<unknown>): void {
  things.before = async (called) => {
    if (called !== method) return;
    things.before = async () => undefined;
    await work();
  };
}

describe('events', () => {
  it('make what the newest of each subject says, in whatever order and however often they come', async () => {
    const projection = newProjection();
    await projection.apply([event('a', 2), event('b', 1), event('a', 1)]);
    await projection.apply([event('a', 1), event('b', 2)]);
    await projection.apply([event('b', 1), event('b', 2)]);
    expect(await stored()).toEqual(['a: a2 (2)', 'b: b2 (2)']);
    expect((await raw.get('a'))?.version).toBe(1);
  });

  it('that another process overtakes at the insert or the save still win when they are newer, and only then', async () => {
    justBefore('insert', () => raw.insert([{ doc: { id: 'a', seen: 1, name: 'a1' } }]));
    await newProjection().apply([event('a', 2)]);
    expect(await stored()).toEqual(['a: a2 (2)']);
    justBefore('save', async () => raw.save({ id: 'a', version: 2, seen: 3, name: 'a3' }));
    await newProjection().apply([event('a', 4)]);
    expect(await stored()).toEqual(['a: a4 (4)']);
    justBefore('save', async () => raw.save({ id: 'a', version: 4, seen: 9, name: 'a9' }));
    await newProjection().apply([event('a', 5)]);
    expect(await stored()).toEqual(['a: a9 (9)']);
  });

  it('of one subject at several processes at once lose nothing', async () => {
    const events = Array.from({ length: 60 }, (_, at) => event(`s${at % 5}`, 1 + Math.floor(at / 5)));
    await Promise.all(events.map((one) => newProjection().apply([one])));
    expect(await stored()).toEqual([0, 1, 2, 3, 4].map((at) => `s${at}: s${at}12 (12)`));
  });

  it('are more than an insert takes', async () => {
    await newProjection().apply(Array.from({ length: 1200 }, (_, at) => event(`s${at}`, 1)));
    expect((await raw.scan({ limit: 1000 })).items).toHaveLength(1000);
    expect(things.calls.get('insert')).toBe(3);
  });

  it('that say that it is gone remove', async () => {
    await newProjection().apply([event('a', 1), event('b', 1), event('c', 1, { gone: true })]);
    await newProjection().apply([event('a', 2, { gone: true })]);
    expect(await stored()).toEqual(['b: b1 (1)']);
  });
});

describe('a rebuild', () => {
  const append = (...events: LogEvent<State>[]) => house.log.append(events);

  it('makes, mends and removes, and leaves what is right', async () => {
    await append(event('a', 1), event('a', 2), event('b', 1), event('c', 3), event('d', 4), event('e', 1));
    await append(event('e', 2, { gone: true }));
    await raw.insert([
      { doc: { id: 'a', seen: 1, name: 'behind' } },
      { doc: { id: 'b', seen: 1, name: 'wrong, and seen' } },
      { doc: { id: 'c', seen: 99, name: 'wrong, and seen too much' } },
      { doc: { id: 'd', seen: 4, name: 'd4' } },
      { doc: { id: 'e', seen: 1, name: 'gone' } },
      { doc: { id: 'f', seen: 1, name: 'never was' } },
    ]);
    expect(await newProjection().rebuild(house.log)).toEqual({ written: 3, unchanged: 1, removed: 2 });
    const right = ['a: a2 (2)', 'b: b1 (1)', 'c: c3 (3)', 'd: d4 (4)'];
    expect(await stored()).toEqual(right);
    expect(await newProjection().rebuild(house.log)).toEqual({ written: 0, unchanged: 4, removed: 0 });
    expect((await raw.get('d'))?.version).toBe(1);
  });

  it('leaves out what no document can be made of, and keeps what was said before', async () => {
    const poison = { ...event('a', 2), data: null as unknown as State };
    await house.log.append([event('a', 1), poison, event('b', 1)]);
    expect(await newProjection().rebuild(house.log)).toEqual({ written: 2, unchanged: 0, removed: 0 });
    expect(await stored()).toEqual(['a: a1 (1)', 'b: b1 (1)']);
  });

  it('fills an empty collection from a topic longer than a page', async () => {
    for (let from = 0; from < 3; from += 1)
      await append(...Array.from({ length: 600 }, (_, at) => event(`s${at}`, from + 1)));
    expect(await newProjection().rebuild(house.log)).toEqual({ written: 600, unchanged: 0, removed: 0 });
    expect((await raw.scan({ limit: 1000 })).items.every(({ seen }) => seen === 3)).toBe(true);
  });

  it('keeps what the live handler writes meanwhile: newer ones, new ones, and does not bring back what went', async () => {
    await append(event('a', 1), event('b', 1), event('c', 1));
    await newProjection().apply([event('a', 1), event('b', 1), event('c', 1)]);
    const news = [event('a', 2), event('b', 2, { gone: true }), event('n', 1)];
    // Just before it looks at the documents: after the end was taken.
    justBefore('many', async () => {
      await append(...news);
      await new Projection<Thing, State>(raw, TOPIC, project).apply(news);
    });
    await newProjection().rebuild(house.log);
    expect(await stored()).toEqual(['a: a2 (2)', 'c: c1 (1)', 'n: n1 (1)']);
  });

  it('does not remove what gets its event meanwhile', async () => {
    await raw.insert([{ doc: { id: 'a', seen: 0, name: 'early' } }]);
    justBefore('remove', async () => new Projection<Thing, State>(raw, TOPIC, project).apply([event('a', 1)]));
    expect(await newProjection().rebuild(house.log)).toEqual({ written: 0, unchanged: 0, removed: 0 });
    expect(await stored()).toEqual(['a: a1 (1)']);
  });

  it('may run several times at once, beside live handlers', async () => {
    const events = Array.from({ length: 400 }, (_, at) => event(`s${at % 40}`, 1 + Math.floor(at / 40)));
    await append(...events.slice(0, 200), event('y', 3));
    await raw.insert([{ doc: { id: 'y', seen: 77, name: 'wrong' } }, { doc: { id: 'x', seen: 1, name: 'never' } }]);
    const live = async () => {
      for (let at = 200; at < 400; at += 20) {
        await append(...events.slice(at, at + 20));
        await newProjection().apply(events.slice(at, at + 20));
      }
    };
    await Promise.all([newProjection().rebuild(house.log), live(), newProjection().rebuild(house.log), live()]);
    const expected = Array.from({ length: 40 }, (_, at) => `s${at}: s${at}10 (10)`);
    expect((await stored()).sort()).toEqual([...expected, 'y: y3 (3)'].sort());
  });

  it('waits for a store that does not answer, and fails with what cannot go through', async () => {
    await append(event('a', 1));
    justBefore('insert', async () => {
      throw new Unavailable('the store');
    });
    expect(await newProjection().rebuild(house.log)).toEqual({ written: 1, unchanged: 0, removed: 0 });
    await append(event('b', 1));
    const broken = new Projection<Thing, State>(things, TOPIC, ({ subject }) => {
      throw new Error(`cannot read ${subject}`);
    });
    await expect(broken.rebuild(house.log)).rejects.toThrow('cannot read');
    expect(await stored()).toEqual(['a: a1 (1)']);
  });
});
