import { describe, expect, it } from '@jest/globals';
import { isDeeperThan } from './json-depth.js';

describe('isDeeperThan', () => {
  it.each([
    ['[[1]]', 2, false],
    ['[[[1]]]', 2, true],
    ['{"a":{"b":[1]}}', 3, false],
    ['{"a":{"b":[1]}}', 2, true],
    ['[[],[],[],[]]', 2, false],
    [String.raw`["[[[[", "\"[[[[", "\\", [1]]`, 2, false],
    [String.raw`["\\", [[1]]]`, 2, true],
    ['"[[[', 2, true],
  ])('%s against %s levels: %s', (text, limit, deeper) => {
    expect(isDeeperThan(limit, text)).toBe(deeper);
  });

  it('reads a megabyte of brackets and of text without recursion', () => {
    expect(isDeeperThan(32, '['.repeat(1_000_000))).toBe(true);
    expect(isDeeperThan(32, `"${'\\"'.repeat(500_000)}"`)).toBe(false);
  });
});
