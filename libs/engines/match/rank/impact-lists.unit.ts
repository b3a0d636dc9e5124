import { expect, it } from '@jest/globals';
import { randomOf } from '../../random.js';
import { ImpactLists, LAYERS, layerOf, mostOf } from './impact-lists.js';

interface Held {
  readonly list: number;
  readonly key: number;
  readonly layer: number;
}

/** The keys of a list by layer, as the lists tell them and as they should be. */
function layered(lists: ImpactLists, list: number, held: readonly Held[]) {
  const start = lists.start(list);
  const keys = lists.keys.subarray(start, start + lists.size(list));
  const first = held.length > 0 ? lists.layers(list) : -1;
  const sorted = (some: Iterable<number>) => [...some].sort((a, b) => a - b);
  if (first < 0) return [[sorted(keys)], [sorted(held.map(({ key }) => key))]];
  const ends = lists.ends.subarray(first, first + LAYERS);
  return [
    Array.from(ends, (end, at) => sorted(keys.subarray(at === 0 ? 0 : ends[at - 1]!, end))),
    Array.from(ends, (_, at) => sorted(held.filter(({ layer }) => layer === LAYERS - 1 - at).map(({ key }) => key))),
  ];
}

it('keeps every list by layers, whatever comes and goes', () => {
  const random = randomOf(3);
  const lists = new ImpactLists();
  const kept = new Map<string, Held>();
  const remove = (name: string, { list, key, layer }: Held) => {
    lists.remove(list, key, layer);
    kept.delete(name);
  };
  let withLayers = 0;
  for (let step = 0; step < 9_000; step += 1) {
    const one = { list: Math.floor(random() ** 2 * 5), key: Math.floor(random() * 400) };
    const name = `${one.list}/${one.key}`;
    const there = kept.get(name);
    if (there) remove(name, there);
    if (!there || random() < 0.7) {
      const put = { ...one, layer: Math.floor(random() * LAYERS) };
      lists.add(put.list, put.key, put.layer);
      kept.set(name, put);
    }
    if (step % 90 !== 0) continue;
    for (let list = 0; list < 5; list += 1) {
      const held = [...kept.values()].filter((each) => each.list === list);
      const [found, expected] = layered(lists, list, held);
      expect(found).toEqual(expected);
      if (held.length >= 64) expect(found!.length).toBe(LAYERS);
      if (held.length > 0)
        expect(lists.highest(list)).toBeGreaterThanOrEqual(Math.max(...held.map(({ layer }) => layer)));
      if (found!.length === LAYERS) withLayers += 1;
    }
  }
  expect(withLayers).toBeGreaterThan(100);
  for (const [name, held] of kept) remove(name, held);
  expect([0, 1, 2, 3, 4].map((list) => lists.size(list))).toEqual([0, 0, 0, 0, 0]);
});

it('bounds every impact by its layer', () => {
  for (let impact = 0; impact < 1; impact += 1 / 1024) {
    expect(impact).toBeLessThanOrEqual(mostOf(layerOf(impact)));
    if (layerOf(impact) > 0) expect(impact).toBeGreaterThanOrEqual(mostOf(layerOf(impact) - 1));
  }
});
