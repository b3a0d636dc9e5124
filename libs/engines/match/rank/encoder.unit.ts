import { describe, expect, it } from '@jest/globals';
import type { Analyser } from '../analysis.js';
import { Encoder, product } from './encoder.js';
import { encoderSettings, trainEncoder } from './encoder-training.js';
import { readEncoder, writeEncoder } from './model.js';
import { readText } from './rank-text.js';

/** Words are what stands between blanks. */
const analyser: Analyser = {
  terms: (text) => text.split(' '),
  words: (text) => text.split(' ').filter((word) => word !== ''),
};
const read = (text: string) => readText(analyser, text);

/** Firms of two trades whose names share no word with what they make. */
const firms = Array.from({ length: 64 }, (_, at) => {
  const own = at % 2 === 0 ? ['gear', 'shaft', 'mill'] : ['yarn', 'loom', 'dye'];
  const lines = [`n${at}`, `${own[0]} ${own[1]}`, `${own[1]} ${own[2]}`, `${own[2]} ${own[0]}`];
  return lines.map((text) => ({ text: read(text), share: 1 }));
});
const settings = { ...encoderSettings, dimensions: 16, batch: 16, epochs: 20 };
const data = trainEncoder(firms, settings);
const encoder = new Encoder(data);
const like = (by: Encoder, a: string, b: string) => product(by.encode(read(a)), 0, by.encode(read(b)), 0, 16);

describe('encoder', () => {
  it('brings together what the same firms say, though no word is shared', () => {
    expect(like(encoder, 'gear', 'shaft mill')).toBeGreaterThan(like(encoder, 'gear', 'loom dye') + 0.3);
  });

  it('learns the same from the same', () => {
    expect(trainEncoder(firms, settings)).toEqual(data);
  });

  it('begins where it is told to, and moves from there what firms say side by side', () => {
    const axis = (at: number) => Float32Array.from({ length: 16 }, (_, each) => Number(each === at));
    const places = new Map([
      ['gear', 0],
      ['shaft', 1],
      ['mill', 2],
      ['yarn', 3],
      ['loom', 4],
      ['dye', 0],
    ]);
    const start = ({ data: { terms } }: Encoder) =>
      Float32Array.from(terms.flatMap((term) => [...axis(places.get(term) ?? 5)]));
    const still = new Encoder(trainEncoder(firms, { ...settings, epochs: 0 }, start));
    expect(like(still, 'gear', 'dye')).toBeCloseTo(1, 5);
    const moved = new Encoder(trainEncoder(firms, settings, start));
    expect(like(moved, 'gear', 'dye')).toBeLessThan(like(moved, 'gear', 'shaft'));
  });

  it('has vectors for words of a single firm, not for its pairs', () => {
    const rare = { words: ['seal'], pairs: ['密封'], characters: ['密'], normal: '密封' };
    const known = trainEncoder([...firms, [{ text: rare, share: 1 }]], settings).terms;
    expect(['seal', '密封', "'密"].map((term) => known.includes(term))).toEqual([true, false, false]);
  });

  it('gives vectors of length 1, and nothing for words it does not know', () => {
    expect(like(encoder, 'yarn dye', 'yarn dye')).toBeCloseTo(1, 5);
    expect([...encoder.encode(read('unheard'))].every((axis) => axis === 0)).toBe(true);
  });

  it('is nearly the same once written in 8 bits and read', () => {
    const again = readEncoder(writeEncoder(data));
    expect(again.data.terms).toEqual(data.terms);
    for (const [a, b] of [
      ['gear', 'mill'],
      ['yarn', 'gear shaft'],
    ] as const) {
      expect(Math.abs(like(again, a, b) - like(encoder, a, b))).toBeLessThan(0.02);
    }
  });
});
