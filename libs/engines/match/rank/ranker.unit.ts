import { deserialize, serialize } from 'node:v8';
import { describe, expect, it } from '@jest/globals';
import { madeUpRanking } from '#test/kit/made-up-ranking';
import { randomOf, shuffle } from '../../random.js';
import type { MatchFirm } from '../types.js';
import { featureNames } from './feature-names.js';
import { Ranker } from './ranker.js';

const random = randomOf(11);
const { analyser, model, words, firm } = madeUpRanking(random);

const firms = Array.from({ length: 60 }, (_, at) => firm(`f${at}`));
const queries = Array.from({ length: 20 }, () => words(6) || 'w2');

function rankerOf(all: readonly MatchFirm[]): Ranker {
  const ranker = new Ranker(analyser, model);
  for (const one of all) ranker.put(one);
  return ranker;
}

const answers = (ranker: Ranker) => queries.map((query) => ranker.rank(query, 50));
const expected = answers(rankerOf(firms));

describe('Ranker', () => {
  it('has something to say in this test', () => {
    expect(expected.filter((all) => all.length === 50).length).toBeGreaterThan(8);
    expect(new Set(expected.flat().map(({ score }) => score)).size).toBeGreaterThan(3);
  });

  it('answers the same whatever the order in which firms came', () => {
    for (let round = 0; round < 3; round += 1) expect(answers(rankerOf(shuffle(firms, random)))).toEqual(expected);
  });

  it('has words count among firms too few to repeat any', () => {
    const lines = ['w1 w2', 'w3', 'w4 w5'].map((text) => [{ field: 'products' as const, text }]);
    const { index } = rankerOf(lines.map((each, at) => ({ id: `f${at}`, name: '', lines: each, certificates: [] })));
    const counts = ['w1', 'w3'].map((word) => index.weight(index.terms.id(word)!));
    for (const count of counts) expect(count).toBeGreaterThan(0.1);
  });

  it('answers the same after firms were there and went, or were other firms before', () => {
    const ranker = rankerOf(Array.from({ length: 30 }, (_, at) => firm(`x${at}`)));
    for (const one of shuffle(firms, random)) ranker.put({ ...firm(one.id), id: one.id });
    for (let at = 0; at < 30; at += 1) expect(ranker.remove(`x${at}`)).toBe(true);
    for (const one of shuffle(firms, random)) ranker.put(one);
    expect(ranker.size).toBe(firms.length);
    expect(answers(ranker)).toEqual(expected);
  });

  /** What is made of an image that has been written and read. */
  const again = (ranker: Ranker) => new Ranker(analyser, model, deserialize(serialize(ranker.index.image())));

  it('answers the same from an image, also after changes on both sides of it', () => {
    const ranker = rankerOf([...firms.slice(0, 60), ...firms.slice(40).map((each) => firm(each.id))]);
    for (let at = 0; at < 20; at += 1) ranker.remove(firms[at]!.id);
    const restored = again(again(ranker));
    expect(answers(restored)).toEqual(answers(ranker));
    for (const one of shuffle(firms, random)) restored.put(one);
    expect(restored.size).toBe(firms.length);
    expect(answers(restored)).toEqual(expected);
    for (const { id } of firms) expect(restored.remove(id)).toBe(true);
    expect([restored.index.terms.size, restored.index.lines.texts.size, restored.size]).toEqual([0, 0, 0]);
  });

  it('analyses nothing to be made from an image', () => {
    const image = deserialize(serialize(rankerOf(firms).index.image()));
    const never = () => {
      throw new Error('nothing is analysed');
    };
    const restored = new Ranker({ terms: never, words: never }, model, image);
    expect(restored.size).toBe(firms.length);
  });

  it('forgets a firm that is removed, and all of its terms and labels', () => {
    const ranker = rankerOf(firms);
    for (const one of firms) {
      expect(ranker.remove(one.id)).toBe(true);
      expect(ranker.remove(one.id)).toBe(false);
      expect(ranker.rank(one.name || 'w1', 60).some(({ id }) => id === one.id)).toBe(false);
    }
    expect(ranker.index.terms.size).toBe(0);
    expect(ranker.rank('w1 w2', 10)).toEqual([]);
  });

  it('leaves out whom it may not name and fills up with the next', () => {
    const ranker = rankerOf(firms);
    const even = (id: string) => Number(id.slice(1)) % 2 === 0;
    const all = ranker.rank(queries[0]!, firms.length).filter(({ id }) => even(id));
    expect(all.length).toBeGreaterThan(10);
    expect(ranker.rank(queries[0]!, 10, even)).toEqual(all.slice(0, 10));
  });

  it('tells of every feature what it adds, and the parts add up to the score', () => {
    const ranker = rankerOf(firms);
    for (const [at, query] of queries.entries()) {
      for (const ranked of expected[at]!.slice(0, 5)) {
        const { base, shares, ...rest } = ranker.breakdown(query, ranked.id)!;
        expect(rest).toEqual(ranked);
        expect(shares.map(({ feature }) => feature)).toEqual([...featureNames]);
        expect(base + shares.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(ranked.score, 6);
      }
    }
    expect(ranker.breakdown('w1', 'nobody')).toBeUndefined();
  });

  it('tells it of a firm that has nothing of what is asked as well', () => {
    const apart = { id: 'apart', name: 'x', lines: [{ field: 'patents' as const, text: 'y z' }], certificates: [] };
    const ranker = rankerOf([...Array.from({ length: 400 }, (_, at) => firm(`g${at}`)), apart]);
    expect(ranker.rank('w1 w2', 1_000).some(({ id }) => id === 'apart')).toBe(false);
    const { base, shares, score } = ranker.breakdown('w1 w2', 'apart')!;
    expect(base + shares.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(score, 6);
    expect(shares.find(({ feature }) => feature === 'words')!.value).toBe(0);
  });

  it('scores a candidate in the frame of its own query as it ranked it', () => {
    const ranker = rankerOf(firms);
    const frames = queries.map((query) => ranker.framed(query)!);
    for (const [at, { ranked, frame }] of frames.entries()) {
      expect(ranked.slice(0, 50)).toEqual(expected[at]);
      const asked = ranked.slice(0, 20);
      const ids = asked.map(({ id }) => id);
      const again = new Map(ranker.rankIn(frame, ids).map((found) => [found.id, found]));
      for (const { id, score } of asked) expect(again.get(id)?.score).toBeCloseTo(score, 6);
    }
    expect(ranker.rankIn(frames[0]!.frame, ['nobody'])).toEqual([]);
  });

  it('finds in a frame the place that a new firm would have', () => {
    const ranker = rankerOf(firms);
    for (const query of queries.slice(0, 5)) {
      const { frame, ranked } = ranker.framed(query)!;
      if (ranked.length === 0) continue;
      ranker.put({ id: 'new', name: '', lines: [{ field: 'patents', text: query }], certificates: [] });
      ranker.put({ id: 'apart', name: '', lines: [{ field: 'patents', text: 'z y x' }], certificates: [] });
      const [found, ...rest] = ranker.rankIn(frame, ['apart', 'new']).filter(({ id }) => id === 'new');
      expect(rest).toEqual([]);
      expect(found!.score).toBeGreaterThanOrEqual(ranked[Math.min(9, ranked.length - 1)]!.score);
      ranker.remove('new');
      ranker.remove('apart');
    }
  });
});
