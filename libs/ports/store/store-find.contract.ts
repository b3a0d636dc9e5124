import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Collection, FindOptions } from '#ports/store/store';
import { insertOne, type Open, refused, shared, type Thing, walk } from './store-kit.contract.js';

const byCodePoint = (a: string, b: string): number => Buffer.compare(Buffer.from(a), Buffer.from(b));

/** 60 things of 3 owners with many equal ranks, some without rank, 5 without owner. */
const sample: Omit<Thing, 'version'>[] = Array.from({ length: 60 }, (_, i) => ({
  id: `t${String((i * 37) % 60).padStart(2, '0')}`,
  ...(i % 12 === 0 ? {} : { owner: `owner-${i % 3}` }),
  ...(i % 10 === 0 ? { rank: null } : { rank: i % 4 === 3 ? 0.1 + (i % 5) : i % 5 }),
  place: i % 2 ? { city: '青岛' } : {},
}));

const numberOf = (rank: Thing['rank']): number => (typeof rank === 'number' ? rank : Number.NEGATIVE_INFINITY);

function expected(keep: (thing: (typeof sample)[number]) => boolean, descending = false): string[] {
  const sorted = sample
    .filter(keep)
    .sort((a, b) => numberOf(a.rank) - numberOf(b.rank) || byCodePoint(a.id, b.id))
    .map(({ id }) => id);
  return descending ? sorted.reverse() : sorted;
}

export function findContract(open: Open): void {
  const { fresh } = shared(open);
  let c: Collection<Thing>;
  beforeAll(async () => {
    c = await fresh();
    await c.insert(sample.map((doc) => ({ doc })));
  });

  describe.each([false, true])('find, descending %s', (descending) => {
    it.each([1, 2, 7, 1000])(
      'pages of %s neither lose nor double a document, ties and absent values included',
      async (limit) => {
        const ids = (options: Omit<FindOptions, 'limit'>) =>
          walk((after) =>
            c.find('byOwnerRank', { ...options, descending, limit, ...(after === undefined ? {} : { after }) }),
          );
        const own = (thing: Omit<Thing, 'version'>) => thing.owner === 'owner-1';
        const rank = (thing: Omit<Thing, 'version'>) => numberOf(thing.rank);
        expect(await ids({ eq: ['owner-1'] })).toEqual(expected(own, descending));
        const inside = expected((t) => own(t) && rank(t) >= 1 && rank(t) < 3, descending);
        expect(inside.length).toBeGreaterThan(3);
        expect(await ids({ eq: ['owner-1'], range: { gte: 1, lt: 3 } })).toEqual(inside);
        const low = expected((t) => own(t) && rank(t) <= 2 && rank(t) >= 0, descending);
        expect(await ids({ eq: ['owner-1'], range: { lte: 2 } })).toEqual(low);
        const high = expected((t) => own(t) && rank(t) > 2.1, descending);
        expect(await ids({ eq: ['owner-1'], range: { gt: 2.1 } })).toEqual(high);
        expect(await ids({ eq: ['owner-1', 2] })).toEqual(expected((t) => own(t) && t.rank === 2, descending));
        expect(await ids({ eq: ['nobody'] })).toEqual([]);
        const everyOwner = ['owner-0', 'owner-1', 'owner-2'].map((owner) =>
          expected((t) => t.owner === owner, descending),
        );
        expect(await ids({})).toEqual((descending ? everyOwner.reverse() : everyOwner).flat());
        const some = everyOwner.flat().filter((id) => sample.find((t) => t.id === id)?.owner !== 'owner-0');
        expect(await ids({ range: { gt: 'owner-0' } })).toEqual(some);
      },
    );

    it('orders numbers before strings and strings by code point, and keeps a range within its type', async () => {
      const mixed = await fresh();
      // U+FF61 comes before U+1F600, though not in UTF-16.
      const ranks = [-5, -0.5, 0, 2, 10, 1e21, '', '10', '2', 'Z', 'a', 'ä', '中', '｡', '😀'];
      const shuffled = ranks
        .map((_, i) => (i * 7) % ranks.length)
        .map((i) => ({ doc: { id: `m${i}`, rank: ranks[i] as string | number } }));
      await mixed.insert(shuffled);
      const found = async (range?: FindOptions['range']) => {
        const ids = await walk((after) =>
          mixed.find('byRank', {
            limit: 2,
            descending,
            ...(range ? { range } : {}),
            ...(after === undefined ? {} : { after }),
          }),
        );
        const places = ids.map((id) => Number(id.slice(1)));
        return (descending ? places.reverse() : places).map((place) => ranks[place]);
      };
      expect(await found()).toEqual(ranks);
      expect(await found({ gt: 2 })).toEqual([10, 1e21]);
      expect(await found({ lte: 2 })).toEqual([-5, -0.5, 0, 2]);
      expect(await found({ lt: 'a' })).toEqual(['', '10', '2', 'Z']);
      expect(await found({ gte: '中' })).toEqual(['中', '｡', '😀']);
      expect(await found({ gt: '2', lte: 'ä' })).toEqual(['Z', 'a', 'ä']);
    });

    it('goes on after the cursor when the document it stood on is gone', async () => {
      const moving = await fresh();
      await moving.insert(['a', 'b', 'c', 'd'].map((id) => ({ doc: { id, owner: 'o' } })));
      const first = await moving.find('byOwner', { eq: ['o'], limit: 2, descending });
      const last = first.items[1] as Thing;
      await moving.remove(last.id, last.version);
      const second = await moving.find('byOwner', { eq: ['o'], limit: 2, descending, after: first.next as string });
      expect(second.items.map(({ id }) => id)).toEqual(descending ? ['b', 'a'] : ['c', 'd']);
      expect(second.next).toBeUndefined();
    });

    it('pages through a unique index', async () => {
      const keyed = await fresh();
      await keyed.insert(['c', 'a', 'b'].map((key, i) => ({ doc: { id: `${i}`, key } })));
      await insertOne(keyed, { id: 'keyless' });
      const ids = await walk((after) =>
        keyed.find('byKey', { limit: 1, descending, ...(after === undefined ? {} : { after }) }),
      );
      expect(ids).toEqual(descending ? ['0', '2', '1'] : ['1', '2', '0']);
      expect((await keyed.find('byKey', { eq: ['b'], limit: 5, descending })).items.map(({ id }) => id)).toEqual(['2']);
    });
  });

  it('finds by a dotted field and leaves out documents without it', async () => {
    const { items, next } = await c.find('byCity', { limit: 1000 });
    expect(items).toHaveLength(30);
    expect(next).toBeUndefined();
    expect((await c.find('byCity', { eq: ['青岛'], limit: 30 })).next).toBeUndefined();
    expect((await c.find('byCity', { eq: ['青'], limit: 30 })).items).toEqual([]);
  });

  it('finds a decimal by the value that was written', async () => {
    const decimals = await fresh();
    // Read one bit off by some decimal readers.
    const ranks = [
      0.1 + 0.2,
      4.789605474897434e-8,
      41953559394968180,
      139585331997283090,
      1 / 3,
      5e-324,
      1.7976931348623157e308,
    ];
    await decimals.insert(ranks.map((rank, i) => ({ doc: { id: `${i}`, rank } })));
    for (const [i, rank] of ranks.entries()) {
      expect(await decimals.find('byRank', { eq: [rank], limit: 5 })).toEqual({
        items: [{ id: `${i}`, version: 1, rank }],
      });
    }
    const ids = await walk((after) => decimals.find('byRank', { limit: 1, ...(after === undefined ? {} : { after }) }));
    expect(ids).toEqual(['5', '1', '0', '4', '2', '3', '6']);
  });

  it('gives many by id and by value, each once', async () => {
    const some = await fresh();
    await some.insert([
      { doc: { id: 'a', owner: 'o' } },
      { doc: { id: 'b', owner: 'o' } },
      { doc: { id: 'c', owner: 'p', rank: 3 } },
    ]);
    const ids = (found: Thing[]) => found.map(({ id }) => id).sort();
    expect(ids(await some.many(['c', 'a', 'none', 'a']))).toEqual(['a', 'c']);
    expect(await some.many([])).toEqual([]);
    expect(ids(await some.manyBy('byOwner', ['o', 'p', 'q', 'o']))).toEqual(['a', 'b', 'c']);
    expect(ids(await some.manyBy('byRank', [3, '3']))).toEqual(['c']);
    expect(await some.manyBy('byRank', ['3'])).toEqual([]);
    expect(await some.manyBy('byOwner', [])).toEqual([]);
    const thousand = Array.from({ length: 999 }, (_, i) => `none-${i}`);
    expect(ids(await some.many([...thousand, 'b']))).toEqual(['b']);
    expect(ids(await some.manyBy('byOwner', [...thousand, 'p']))).toEqual(['c']);
  });

  it('counts up to the cap', async () => {
    const own = expected((t) => t.owner === 'owner-2').length;
    expect(own).toBeGreaterThan(10);
    expect(await c.count('byOwner', ['owner-2'], 1000)).toBe(own);
    expect(await c.count('byOwner', ['owner-2'], own)).toBe(own);
    expect(await c.count('byOwner', ['owner-2'], 5)).toBe(5);
    expect(await c.count('byOwnerRank', ['owner-2', 2], 1000)).toBe(
      expected((t) => t.owner === 'owner-2' && t.rank === 2).length,
    );
    expect(await c.count('byOwner', ['nobody'], 5)).toBe(0);
    expect(await c.count('byOwner', [], 1000)).toBe(55);
  });

  it('scans all documents by id', async () => {
    const all = sample.map(({ id }) => id).sort(byCodePoint);
    for (const limit of [1, 7, 60, 1000]) {
      expect(await walk((after) => c.scan({ limit, ...(after === undefined ? {} : { after }) }))).toEqual(all);
    }
  });

  it('sees an indexed value move as soon as its write has answered', async () => {
    const own = await fresh();
    await insertOne(own, { id: 'a', owner: 'x' });
    for (let version = 1; version <= 20; version++) {
      await own.save({ id: 'a', version, owner: `x${version}` });
      expect((await own.find('byOwner', { eq: [`x${version}`], limit: 1 })).items).toHaveLength(1);
      expect(await own.count('byOwner', [], 10)).toBe(1);
    }
  });

  it('refuses limits, values, ranges, indexes and cursors that do not fit', async () => {
    for (const limit of [0, 1001, 1.5, Number.NaN]) {
      await refused(c.find('byOwner', { limit }));
      await refused(c.scan({ limit }));
    }
    await refused(c.many(Array.from({ length: 1001 }, (_, i) => `${i}`)));
    await refused(
      c.manyBy(
        'byOwner',
        Array.from({ length: 1001 }, (_, i) => `${i}`),
      ),
    );
    await refused(c.manyBy('byOwnerRank', ['owner-1']));
    await refused(c.count('byOwner', ['owner-1'], 0));
    await refused(c.find('byNothing', { limit: 1 }));
    await refused(c.find('constructor', { limit: 1 }));
    await refused(c.find('byOwner', { eq: ['a', 'b'], limit: 1 }));
    await refused(c.find('byOwner', { eq: ['a'], range: { gt: 'a' }, limit: 1 }));
    await refused(c.find('byRank', { eq: [Number.NaN], limit: 1 }));
    await refused(c.find('byOwner', { eq: [{ $gt: '' } as unknown as string], limit: 1 }));
    const { next = '' } = await c.find('byOwner', { limit: 1 });
    await refused(c.find('byOwner', { limit: 1, after: next, descending: true }), 'cursor');
    await refused(c.find('byRank', { limit: 1, after: next }), 'cursor');
    for (const after of ['', 'x', `${next}x`.slice(5), Buffer.from('[1,2]').toString('base64url')]) {
      await refused(c.find('byOwner', { limit: 1, after }), 'cursor');
    }
  });
}
