import { describe, expect, it } from '@jest/globals';
import type { Analyser } from '../analysis.js';
import { Encoder, product } from './encoder.js';
import { encoderSettings, trainEncoder } from './encoder-training.js';
import { readEncoders, writeEncoders } from './model.js';
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

  it('gives vectors of length 1, and nothing for words it does not know', () => {
    expect(like(encoder, 'yarn dye', 'yarn dye')).toBeCloseTo(1, 5);
    expect([...encoder.encode(read('unheard'))].every((axis) => axis === 0)).toBe(true);
  });

  it('is nearly the same once written in 8 bits and read', () => {
    const { own: again, told } = readEncoders(writeEncoders({ own: encoder, told: encoder }));
    expect(told.data).toEqual(again.data);
    expect(again.data.terms).toEqual(data.terms);
    for (const [a, b] of [
      ['gear', 'mill'],
      ['yarn', 'gear shaft'],
    ] as const) {
      expect(Math.abs(like(again, a, b) - like(encoder, a, b))).toBeLessThan(0.02);
    }
  });
});
