import { describe, expect, it } from '@jest/globals';
import { randomOf } from '../../random.js';
import type { Analyser } from '../analysis.js';
import { Encoder, product } from './encoder.js';
import { VECTOR_DIMENSIONS } from './encoder-training.js';
import { onPrincipalAxes } from './principal-axes.js';
import { readText } from './rank-text.js';
import { Teacher, toldBy } from './told-training.js';

/** Words are what stands between blanks. */
const analyser: Analyser = { terms: (text) => text.split(' '), words: (text) => text.split(' ') };
const read = (text: string) => readText(analyser, text);
const random = randomOf(3);

const WIDTH = 160;
const words = Array.from({ length: 24 }, (_, at) => `w${at}`);
/** What the teacher means by each word: a text is the sum of its words, on top of what all texts have in common. */
const meanings = words.map(() => Float32Array.from({ length: WIDTH }, () => random() - 0.5));
const means = (text: string) => {
  const vector = new Float32Array(WIDTH).fill(2);
  for (const word of text.split(' ')) {
    const meaning = meanings[words.indexOf(word)]!;
    for (let at = 0; at < WIDTH; at += 1) vector[at]! += meaning[at]!;
  }
  return vector;
};
const any = () => words[Math.floor(random() * words.length)]!;
const lines = [...new Set(Array.from({ length: 400 }, () => [any(), any(), any()].join(' ')))];
const vectors = new Float32Array(lines.length * WIDTH);
for (const [at, line] of lines.entries()) vectors.set(means(line), at * WIDTH);

const own = new Encoder({
  dimensions: 4,
  terms: words,
  rarity: Float32Array.from(words, () => 1),
  vectors: new Float32Array(words.length * 4),
  centres: new Float32Array(),
});

describe('onPrincipalAxes', () => {
  it('keeps how alike vectors are but for what all have in common', () => {
    const turned = onPrincipalAxes(vectors, WIDTH, VECTOR_DIMENSIONS);
    const mean = new Float32Array(WIDTH);
    for (let at = 0; at < vectors.length; at += 1) mean[at % WIDTH]! += vectors[at]! / lines.length;
    const centred = vectors.map((each, at) => each - mean[at % WIDTH]!);
    const cosine = (a: number, b: number) =>
      product(centred, a * WIDTH, centred, b * WIDTH, WIDTH) /
      Math.sqrt(
        product(centred, a * WIDTH, centred, a * WIDTH, WIDTH) * product(centred, b * WIDTH, centred, b * WIDTH, WIDTH),
      );
    for (let at = 1; at < 40; at += 1) {
      const like = product(turned, 0, turned, at * VECTOR_DIMENSIONS, VECTOR_DIMENSIONS);
      expect(like).toBeCloseTo(cosine(0, at), 3);
    }
  });
});

describe('toldBy', () => {
  const kept = lines.filter((_, at) => at % 5 !== 0);
  const teacher = new Teacher(lines, vectors);
  const firms = kept.map((line) => [{ text: read(line), share: 1 }]);
  const told = new Encoder({ ...own.data, dimensions: VECTOR_DIMENSIONS, vectors: toldBy(teacher, own, firms) });

  it('gives texts it was never shown nearly the vector the teacher gives them', () => {
    const unseen = lines.filter((_, at) => at % 5 === 0);
    const likes = unseen.map((line) => product(told.encode(read(line)), 0, teacher.of(line)!, 0, VECTOR_DIMENSIONS));
    const others = unseen.map((line, at) =>
      product(told.encode(read(line)), 0, teacher.of(unseen[(at + 1) % unseen.length]!)!, 0, VECTOR_DIMENSIONS),
    );
    const mean = (all: readonly number[]) => all.reduce((sum, each) => sum + each, 0) / all.length;
    expect(mean(likes)).toBeGreaterThan(0.9);
    expect(mean(others)).toBeLessThan(0.3);
  });

  it('gives terms vectors whose squares are 1 in the mean', () => {
    const squares = told.data.vectors.reduce((sum, each) => sum + each * each, 0);
    expect(squares / words.length).toBeCloseTo(1, 5);
  });

  it('leaves out lines that the teacher was not asked for', () => {
    const more = [...firms, [{ text: read('w1 w1 w1 w1'), share: 1 }]];
    expect(toldBy(teacher, own, more)).toEqual(told.data.vectors);
  });
});
