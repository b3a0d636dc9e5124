import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { readImage, writeImage } from './image-file.js';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rulian-test-'));
  file = join(folder, 'deep', 'image');
});
afterEach(() => rmSync(folder, { recursive: true }));

const head = { of: 'this', position: '17' };
const image = {
  firms: { 0: [{ id: 'a', lines: ['精密齿轮'] }], 20000: [{ id: 'b' }] },
  ranking: { slots: new Map([['a', 1]]), keys: Int32Array.of(1, -2, 3), values: Float64Array.of(0.5), none: undefined },
  empty: [],
  count: 7,
};

it('gives back what was written, with its position', () => {
  writeImage(file, head, image);
  expect(readImage(file, 'this')).toEqual({ position: '17', image });
  expect(readdirSync(join(folder, 'deep'))).toEqual(['image']);
});

it('gives back the newest', () => {
  writeImage(file, head, image);
  writeImage(file, { ...head, position: '18' }, { count: 8 });
  expect(readImage(file, 'this')).toEqual({ position: '18', image: { count: 8 } });
});

it('gives nothing of another maker, nor where there is none', () => {
  expect(readImage(file, 'this')).toBeUndefined();
  writeImage(file, head, image);
  expect(readImage(file, 'that')).toBeUndefined();
});

it('gives nothing that ends too early, wherever it ends', () => {
  writeImage(file, head, image);
  const whole = readFileSync(file);
  for (let length = 0; length < whole.length; length += 1) {
    writeFileSync(file, whole.subarray(0, length));
    expect(readImage(file, 'this')).toBeUndefined();
  }
});

it('keeps the former one when a new one cannot be written', () => {
  writeImage(file, head, image);
  expect(() => writeImage(file, head, { wrong: () => 'a function is no data' })).toThrow();
  expect(readImage(file, 'this')).toEqual({ position: '17', image });
});
