import { describe, expect, it } from '@jest/globals';
import { randomOf } from '../../random.js';
import type { Analyser } from '../analysis.js';
import { Encoder } from './encoder.js';
import { RankIndex } from './rank-index.js';
import { searchTerms, termQuery, termScore } from './term-search.js';
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
const K = 10;

describe('searchTerms', () => {
  it('finds the same when it stops early as when it reads everything and as each firm says itself', () => {
    let cut = 0;
    for (let seed = 1; seed <= 6; seed += 1) {
      const random = randomOf(seed);
      const index = new RankIndex(analyser, { own: encoder, told: encoder });
      const words = (most: number, steepness: number) =>
        Array.from({ length: 1 + random() * most }, () => `w${Math.floor(random() ** steepness * 60)}`);
      for (let at = 0; at < 300; at += 1) {
        const line = () => ({ field: 'patents' as const, text: words(5, 3).join(' ') });
        index.put({ id: `f${at}`, name: words(2, 1).join(' '), lines: [line(), line()], certificates: [] });
        if (at % 5 === 0) index.remove(`f${at}`);
      }
      for (let round = 0; round < 20; round += 1) {
        const counts = new Map<number, number>();
        for (const word of words(8, 1.5)) {
          const id = index.terms.id(word);
          if (id !== undefined) counts.set(id, (counts.get(id) ?? 0) + 1 + random());
        }
        const query = termQuery(index, counts);
        const [early, whole] = [new View(), new View()];
        for (const view of [early, whole]) view.clear(index.slots);
        const done = searchTerms(index, early, query, K, 0);
        expect(searchTerms(index, whole, query, K, Number.POSITIVE_INFINITY)).toBe(true);
        if (!done) cut += 1;
        expect([...early.best]).toEqual([...whole.best]);
        const all = Array.from({ length: index.slots }, (_, slot) => slot).filter((slot) => index.id(slot) !== '');
        const scored = all.map((slot) => ({ slot, score: termScore(index, query, slot) }));
        expect(scored.map(({ slot }) => whole.scores[slot])).toEqual(scored.map(({ score }) => score));
        expect(Array.from(early.best, (slot) => early.scores[slot])).toEqual(
          Array.from(early.best, (slot) => whole.scores[slot]),
        );
        const exhaustive = scored
          .filter(({ score }) => score > 0)
          .sort((a, b) => b.score - a.score || (index.id(a.slot) < index.id(b.slot) ? -1 : 1));
        expect([...early.best]).toEqual(exhaustive.slice(0, K).map(({ slot }) => slot));
      }
    }
    expect(cut).toBeGreaterThan(30);
  });
});
