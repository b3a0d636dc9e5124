import { describe, expect, it } from '@jest/globals';
import { randomOf } from '../random.js';
import { MeaningTable } from './meaning.js';

const random = randomOf(11);
const vector = (lean = 0) => {
  const numbers = Float64Array.from({ length: 32 }, (_, axis) => random() - 0.5 + (axis === 0 ? lean : 0));
  const length = Math.hypot(...numbers);
  return Float32Array.from(numbers, (number) => number / length);
};
const first = Float32Array.from({ length: 32 }, (_, axis) => (axis === 0 ? 1 : 0));

function table(firms = 300): MeaningTable {
  const made = new MeaningTable();
  for (let at = 0; at < firms; at += 1) made.putFirm(`f${at}`, vector());
  made.putText('齿轮', first);
  return made;
}

describe('what firms are worth by meaning', () => {
  it('is much for those that are near as nobody else is, little for most, and never less than nothing', () => {
    const meaning = table();
    meaning.putFirm('near', vector(9));
    const values = Array.from({ length: 300 }, (_, at) => meaning.value('齿轮', `f${at}`));
    expect(meaning.value('齿轮', 'near')).toBe(1);
    expect(values.filter((value) => value === 0).length).toBeGreaterThan(100);
    expect(Math.max(...values)).toBeLessThan(1);
    expect(Math.min(...values)).toBe(0);
  });

  it('is nothing where a vector is missing, or a firm is gone', () => {
    const meaning = table();
    meaning.putFirm('near', vector(9));
    expect([meaning.value('其他', 'near'), meaning.value('齿轮', 'nobody')]).toEqual([0, 0]);
    meaning.removeFirm('near');
    expect(meaning.value('齿轮', 'near')).toBe(0);
    meaning.putFirm('next', vector(-9));
    meaning.putFirm('near', vector(9));
    expect([meaning.value('齿轮', 'next'), meaning.value('齿轮', 'near')]).toEqual([0, 1]);
  });

  it('is empty until there is a firm, and takes no vector of another length', () => {
    const meaning = new MeaningTable();
    meaning.putText('齿轮', first);
    expect(meaning.isEmpty).toBe(true);
    expect(() => meaning.putFirm('f', first.subarray(1))).toThrow('31 dimensions where others have 32');
    meaning.putFirm('f', first);
    expect([meaning.isEmpty, meaning.value('齿轮', 'f')]).toEqual([false, 0]);
  });
});
