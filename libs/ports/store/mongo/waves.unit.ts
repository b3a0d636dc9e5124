import { describe, expect, it } from '@jest/globals';
import { inWaves } from './waves.js';

const spec = { name: 'thing', indexes: { byKey: { fields: ['key'], unique: true }, byOwner: { fields: ['owner'] } } };
const doc = (id: string, key?: string | number) => ({
  id,
  version: 1,
  owner: 'same',
  ...(key === undefined ? {} : { key }),
});

describe('waves of inserts', () => {
  it('keep together what cannot be in each other’s way', () => {
    expect(inWaves(spec, [doc('a', 'k'), doc('b'), doc('c', 'l'), doc('d')])).toEqual([[0, 1, 2, 3]]);
    expect(inWaves(spec, [])).toEqual([]);
  });

  it('end before an id or a unique key comes again', () => {
    expect(inWaves(spec, [doc('a'), doc('b'), doc('a'), doc('c')])).toEqual([
      [0, 1],
      [2, 3],
    ]);
    expect(inWaves(spec, [doc('a', 'k'), doc('b', 'k'), doc('c', 'k')])).toEqual([[0], [1], [2]]);
    expect(inWaves(spec, [doc('a', 1), doc('b', '1')])).toEqual([[0, 1]]);
  });
});
