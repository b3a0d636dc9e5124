import { describe, expect, it } from '@jest/globals';
import type { Analyser } from './analysis.js';
import { DemandIndex } from './demand-index.js';
import { FirmIndex } from './firm-index.js';
import { makeQuery, type Query } from './query.js';
import type { MatchFirm, ProfileField } from './types.js';

/** Words are what stands between blanks: keeps the properties apart from segmentation. */
const analyser: Analyser = {
  terms: (text) => text.split(' ').filter((word) => word !== ''),
  words: (text) => text.split(' ').filter((word) => word !== ''),
};

/** Mulberry32: whole numbers from 0 to below `limit`, the same for the same seed. */
function dice(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
  };
}

const fields: readonly ProfileField[] = ['products', 'processes', 'patents', 'text'];

/** Few words and short lines, so that equal scores and shared terms are common. */
function words(roll: (limit: number) => number, most: number): string {
  const word = () => `w${Math.min(roll(30), roll(30))}`;
  return Array.from({ length: roll(most + 1) }, word).join(' ');
}

function firm(roll: (limit: number) => number, id: string): MatchFirm {
  const lines = Array.from({ length: roll(4) }, () => ({
    field: fields[roll(fields.length)]!,
    text: words(roll, 6),
  }));
  return { id, name: words(roll, 3), lines, certificates: roll(3) === 0 ? [{ name: words(roll, 2) }] : [] };
}

function firms(roll: (limit: number) => number, count: number): MatchFirm[] {
  return Array.from({ length: count }, (_, at) => firm(roll, `f${at}`));
}

function queries(roll: (limit: number) => number, count: number): Query[] {
  const weights = [0.25, 0.3, 1, 1.7];
  const piece = () => ({ text: words(roll, 8), weight: weights[roll(weights.length)]! });
  return Array.from({ length: count }, () => makeQuery(analyser, [piece(), piece()]));
}

function shuffled<T>(roll: (limit: number) => number, items: readonly T[]): T[] {
  const left = [...items];
  return items.map(() => left.splice(roll(left.length), 1)[0]!);
}

function indexOf(all: readonly MatchFirm[]): FirmIndex {
  const index = new FirmIndex(analyser);
  for (const one of all) index.put(one);
  return index;
}

function answers(index: FirmIndex, ids: readonly string[], asked: readonly Query[]): unknown[] {
  return asked.map((query) => ({ scores: ids.map((id) => index.score(query, id)), bound: index.bound(query) }));
}

const seeds = Array.from({ length: 25 }, (_, at) => at + 1);

describe.each(seeds)('properties of the indexes, seed %i', (seed) => {
  const roll = dice(seed);
  const all = firms(roll, 20 + roll(60));
  const ids = all.map(({ id }) => id);
  const asked = queries(roll, 12);

  it('gives the same answers in whatever order the firms came', () => {
    expect(answers(indexOf(shuffled(roll, all)), ids, asked)).toEqual(answers(indexOf(all), ids, asked));
  });

  it('keeps no trace of firms that went or were something else before', () => {
    const index = new FirmIndex(analyser);
    for (const one of shuffled(roll, all)) {
      if (roll(2) === 0) index.put(firm(roll, one.id));
      index.put(firm(roll, `gone${roll(9)}`));
      index.put(one);
    }
    for (let at = 0; at < 9; at += 1) index.remove(`gone${at}`);
    const fresh = indexOf(all);
    expect(answers(index, ids, asked)).toEqual(answers(fresh, ids, asked));
    expect([index.size, index.termCount]).toEqual([fresh.size, fresh.termCount]);
  });

  it('never scores above the bound', () => {
    const index = indexOf(all);
    for (const query of asked) {
      for (const id of ids) expect(index.score(query, id)).toBeLessThanOrEqual(index.bound(query));
    }
  });

  it('finds for a firm the demands for which it has the least score', () => {
    const index = indexOf(all);
    const demands = new DemandIndex(index, (id) => (id === 'd0' ? 0 : 4));
    for (const [at, query] of shuffled(roll, [...asked.entries()])) {
      demands.put(`d${at}`, asked[roll(asked.length)]!);
      demands.put(`d${at}`, query);
      demands.put('gone', query);
    }
    demands.remove('gone');
    for (const { id } of all) {
      const forward = asked.map((query, at) => ({ id: `d${at}`, score: index.score(query, id) }));
      const found = forward.filter(({ score }) => score > 0);
      const answered = found.filter((one) => one.id === 'd0' || one.score >= 4).map((one) => one.id);
      expect(demands.answeredBy(id).sort()).toEqual(answered.sort());
    }
  });
});

describe('a search among many demands', () => {
  const roll = dice(99);
  const index = indexOf(firms(roll, 60));
  // Each word is half as common as the one before: what all ask for tells little, and its lists are long.
  const word = () => `w${Math.min(29, Math.floor(-Math.log2((roll(1e6) + 1) / 1e6) * 2))}`;
  const asked = Array.from({ length: 3_000 }, (_, at) => ({
    id: `d${at}`,
    query: makeQuery(analyser, [{ text: Array.from({ length: 1 + roll(6) }, word).join(' '), weight: 1 + roll(3) }]),
  }));

  it('asks for least scores again when they are forgotten, and of demands that are opened again', () => {
    let least = 0;
    const demands = new DemandIndex(index, () => least);
    for (const { id, query } of asked) demands.put(id, query);
    const before = demands.answeredBy('f1');
    least = Number.POSITIVE_INFINITY;
    expect(demands.answeredBy('f1')).toEqual(before);
    const again = asked.find(({ id }) => id === before[0])!;
    demands.put(again.id, again.query);
    expect(demands.answeredBy('f1').length).toBe(before.length - 1);
    demands.forgetLeastScores();
    expect([before.length > 1, demands.answeredBy('f1')]).toEqual([true, []]);
  });
});
