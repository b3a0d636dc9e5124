import { describe, expect, it } from '@jest/globals';
import { randomOf } from '../../random.js';
import type { Analyser } from '../analysis.js';
import type { MatchFirm } from '../types.js';
import { Encoder } from './encoder.js';
import { RankIndex } from './rank-index.js';
import { termQuery } from './term-query.js';
import { TermScorer, TermSearch } from './term-search.js';
import { View } from './view.js';

/** Words are what stands between blanks. */
const analyser: Analyser = { terms: (text) => text.split(' '), words: (text) => text.split(' ') };
const encoder = new Encoder({
  dimensions: 4,
  terms: [],
  rarity: new Float32Array(),
  vectors: new Float32Array(),
  centres: new Float32Array(),
});

type Random = () => number;

/** Some words are said by most firms, most by few; now and then a firm repeats one, or says next to nothing. */
function words(random: Random, most: number, steepness = 2.5): string[] {
  const said = Array.from({ length: 1 + random() * most }, () => `w${Math.floor(random() ** steepness * 90)}`);
  return random() < 0.2 ? [...said, ...said, ...said.slice(0, 1)] : said;
}

function firm(random: Random, id: string): MatchFirm {
  const line = () => ({ field: 'patents' as const, text: words(random, random() < 0.1 ? 60 : 6).join(' ') });
  const lines = Array.from({ length: 1 + random() * 3 }, line);
  return { id, name: words(random, 2, 1).join(' '), lines, certificates: [] };
}

/** Counts by word, some of them no whole numbers, as feedback makes them. */
function asked(random: Random): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of words(random, 9, 1.3)) {
    counts.set(word, (counts.get(word) ?? 0) + (random() < 0.5 ? 1 : 2 * random()));
  }
  return counts;
}

interface Scored {
  readonly id: string;
  readonly score: number;
}

/** Every firm, scored by itself and sorted. */
function exhaustive(index: RankIndex, counts: ReadonlyMap<number, number>): Scored[] {
  const scorer = new TermScorer(index);
  scorer.ask(termQuery(index, counts));
  return Array.from({ length: index.slots }, (_, slot) => slot)
    .filter((slot) => index.id(slot) !== '')
    .map((slot) => ({ id: index.id(slot), score: scorer.score(slot) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
}

const inTerms = (index: RankIndex, counts: ReadonlyMap<string, number>) =>
  new Map(
    [...counts].flatMap(([word, count]) => [[index.terms.id(word) ?? -1, count] as const]).filter(([id]) => id >= 0),
  );

function indexOf(firms: Iterable<MatchFirm>): RankIndex {
  const index = new RankIndex(analyser, encoder);
  for (const each of firms) index.put(each);
  return index;
}

/** Does what the product does in a busy week: firms come, change, go and come back. Answers those that are there. */
function busy(random: Random, index: RankIndex, steps: number): Map<string, MatchFirm> {
  const there = new Map<string, MatchFirm>();
  for (let step = 0; step < steps; step += 1) {
    const id = `f${Math.floor(random() * steps * 0.6)}`;
    if (random() < 0.25) {
      expect(index.remove(id)).toBe(there.delete(id));
    } else {
      const put = firm(random, id);
      index.put(put);
      there.set(id, put);
    }
  }
  return there;
}

describe.each([1, 2, 3, 4, 5, 6, 7, 8])('a search by terms, seed %i', (seed) => {
  const random = randomOf(seed);
  const index = new RankIndex(analyser, encoder);
  const there = busy(random, index, 250 * seed);
  // With 0, lists are left unread wherever they may be; as it is, only in large indexes.
  const searches = [new TermSearch(index, 0), new TermSearch(index, 300), new TermSearch(index)];
  const view = new View();
  const queries = Array.from({ length: 30 }, () => asked(random));

  function found(
    search: TermSearch,
    counts: ReadonlyMap<number, number>,
    k: number,
    likely: readonly number[] = [],
  ): Scored[] {
    view.clear(index.slots);
    search.find(termQuery(index, counts), k, view, likely);
    return Array.from(view.best, (slot) => ({ id: index.id(slot), score: view.scores[slot]! }));
  }

  it('finds what scoring every firm and sorting finds, equals and last bits included', () => {
    for (const query of queries) {
      const counts = inTerms(index, query);
      const all = exhaustive(index, counts);
      for (const search of searches) {
        for (const k of [1, 7, 40, all.length + 1]) expect(found(search, counts, k)).toEqual(all.slice(0, k));
        expect(found(search, counts, 7, [...view.best].reverse())).toEqual(all.slice(0, 7));
      }
    }
  });

  it('finds the same in an index that the firms came to in another order, and in one whose firms were others before', () => {
    const shuffled = [...there.values()].sort((a, b) => (a.name + a.id < b.name + b.id ? -1 : 1));
    const fresh = indexOf(shuffled);
    for (const query of queries) {
      expect(exhaustive(fresh, inTerms(fresh, query))).toEqual(exhaustive(index, inTerms(index, query)));
    }
    expect(fresh.terms.size).toBe(index.terms.size);
  });

  it('leaves nothing of a firm that is gone', () => {
    const all = indexOf(there.values());
    const going = [...there.keys()].filter(() => random() < 0.5);
    for (const id of going) all.remove(id);
    const slots = new Set(Array.from({ length: all.slots }, (_, slot) => slot).filter((slot) => all.id(slot) !== ''));
    let postings = 0;
    for (let term = 0; term < all.terms.reach; term += 1) {
      const start = all.postings.start(term);
      const keys = all.postings.keys.subarray(start, start + all.postings.size(term));
      expect([...keys].every((slot) => slots.has(slot))).toBe(true);
      postings += keys.length;
    }
    expect(postings).toBe([...slots].reduce((sum, slot) => sum + all.said(slot).terms.length, 0));
    for (const slot of slots) all.remove(all.id(slot));
    expect([all.size, all.terms.size, all.lines.texts.size]).toEqual([0, 0, 0]);
  });
});

it('reads few of the postings of a common word', () => {
  const random = randomOf(11);
  const index = indexOf(Array.from({ length: 4_000 }, (_, at) => firm(random, `f${at}`)));
  const search = new TermSearch(index, 0);
  let [worked, all] = [0, 0];
  for (let round = 0; round < 20; round += 1) {
    const query = termQuery(index, inTerms(index, asked(random)));
    const view = new View();
    view.clear(index.slots);
    search.find(query, 10, view);
    worked += view.count;
    all += Math.max(...query.terms.map((term) => index.postings.size(term)));
  }
  expect(worked).toBeLessThan(all / 5);
});
