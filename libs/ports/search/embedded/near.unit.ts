import { describe, expect, it } from '@jest/globals';
import { mayBeWrong, wrongLetters } from './near.js';

describe('wrong letters', () => {
  it.each([
    ['chilun', 'chilun', false, 0],
    ['chilum', 'chilun', false, 1],
    ['chiln', 'chilun', false, 1],
    ['chillun', 'chilun', false, 1],
    ['chiuln', 'chilun', false, 1],
    ['cholum', 'chilun', false, 2],
    ['zhoucheng', 'chilun', false, 3],
    ['chilum', 'chilunpeitao', true, 1],
    ['chilum', 'chilunpeitao', false, 3],
    ['bearng', 'bearings', true, 1],
  ])('%s for %s, as a beginning %s: %d', (word, term, prefix, expected) => {
    expect(wrongLetters(word, term, prefix, 2)).toBe(expected);
  });

  it('are allowed in long words without digits only', () => {
    expect(['gear', 'gears', 'bearings', 'couplings', 'iso9001', '16949'].map(mayBeWrong)).toEqual([0, 1, 1, 2, 0, 0]);
  });
});
