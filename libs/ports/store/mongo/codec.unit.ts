import { describe, expect, it } from '@jest/globals';
import type { CollectionSpec, Doc } from '#ports/store/store';
import { Codec, storedPath } from './codec.js';

const spec: CollectionSpec<Doc> = {
  name: 'thing',
  indexes: {
    byOwnerRank: { fields: ['owner', 'rank'] },
    byCity: { fields: ['place.city'] },
    byKey: { fields: ['key'], unique: true },
  },
};
const codec = new Codec(spec);

/** Through the codec and back, as JSON text: so that order and every character count. */
function back(json: string): string {
  const fields = codec.encode(json);
  // MongoDB gives fields back in an order of its own.
  const shuffled = Object.fromEntries(Object.entries(fields).reverse());
  return JSON.stringify(codec.decode(shuffled, JSON.stringify(Object.keys(fields))));
}

function namesIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => [...(Array.isArray(value) ? [] : [name]), ...namesIn(inner)]);
}

describe('documents as MongoDB holds them', () => {
  it.each([
    '{"id":"a","version":1,"z":1,"a":{"y":[1,[2,{"x":null}],"t"],"b":true},"m":-0.5}',
    '{"a.b":1,"$set":{"$inc":{"x.y":"$z"}},"%2E":2,"%":3,"%j":"[]","%nkey":4}',
    '{"":1,"nested":{"":{"":[]}},"_id":1,"_out":2,"_bsontype":{"_bsontype":"ObjectId"},"toJSON":1,"constructor":2}',
    '{"__proto__":{"__proto__":1,"polluted":true},"list":[{"__proto__":[]}]}',
    '{"nul\\u0000name":"nul\\u0000value","\\ud800":"\\udfff x","deep":{"\\udc00$":["\\ud800"]}}',
    '{"owner":null,"rank":null,"key":null,"place":{"before":1,"city":null,"after":2},"note":null}',
    '{"place":[{"city":"a"},{"city":"b"}],"places":[{"city":"a"}]}',
    '{"big":1e300,"tiny":5e-324,"int":9007199254740993,"text":"1e3","minus":-2147483649}',
    '{"e":{},"l":[],"ll":[[],[{}]],"链主":"专精特新 😀"}',
  ])('gives back %s', (json) => {
    const read = JSON.stringify(JSON.parse(json));
    expect(back(read)).toBe(read);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  it('holds no name that MongoDB or the BSON library reads in its own way', () => {
    const json = '{"a.b":{"$x":1,"":2,"n\\u0000":3},"__proto__":4,"_bsontype":5,"\\ud800":6}';
    const names = namesIn(codec.encode(json));
    expect(names).toHaveLength(7);
    for (const name of names) expect(name).not.toMatch(/[.$\0]|^$|^__proto__$|^_bsontype$|\p{Surrogate}/u);
  });

  it('keeps a null first field of an index, and an array on the way to one, out of the index', () => {
    const fields = codec.encode('{"key":null,"rank":null,"place":[{"city":"x"}]}');
    expect(Object.keys(fields)).toEqual(['%nkey', 'rank', 'place']);
    expect(fields.place).toEqual({ '%j': '[{"city":"x"}]' });
    expect(codec.encode('{"place":{"city":null}}')).toEqual({ place: { '%ncity': null } });
    expect(codec.encode('{"place":{"city":"x","list":[1]}}')).toEqual({ place: { city: 'x', list: [1] } });
  });

  it('keeps what lies deeper than MongoDB allows', () => {
    for (const depth of [70, 200, 3000]) {
      const json = `{"deep":${'['.repeat(depth)}{"a.b":null}${']'.repeat(depth)}}`;
      expect(back(json)).toBe(json);
    }
    const levels = (value: unknown): number =>
      typeof value === 'object' && value !== null ? 1 + Math.max(0, ...Object.values(value).map(levels)) : 0;
    expect(levels(codec.encode(`{"deep":${'['.repeat(200)}${']'.repeat(200)}}`))).toBeLessThan(95);
  });

  it('finds indexed fields under their stored names', () => {
    expect(storedPath('place.city')).toBe('doc.place.city');
    expect(storedPath('a.__proto__._bsontype')).toBe('doc.a.%p.%b');
  });
});
