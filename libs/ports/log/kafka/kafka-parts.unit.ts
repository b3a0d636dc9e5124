import { describe, expect, it } from '@jest/globals';
import { eventOf } from '../log-kit.contract.js';
import { lastOffsets } from './gaps.js';
import { Names } from './names.js';
import { Offsets } from './position.js';
import { type Incoming, outgoing, read } from './records.js';
import { Turn } from './turn.js';

describe('positions', () => {
  it('survive being written down', () => {
    const offsets = new Offsets();
    offsets.set('internal.demand', 0, 3);
    offsets.set('internal.demand', 10, 0);
    offsets.set('other', 2, 9_007_199_254_740_991);
    expect([...Offsets.decode(offsets.encode()).entries()]).toEqual([...offsets.entries()]);
    expect(new Offsets().encode()).toBe('');
    expect([...Offsets.decode('').entries()]).toEqual([]);
  });

  it('cover others on the topics that count, partitions without an offset being at the start', () => {
    const at = Offsets.decode('{"a":{"0":5}}');
    const all = () => true;
    expect(at.cover(Offsets.decode('{"a":{"0":5,"1":0}}'), all)).toBe(true);
    expect(at.cover(Offsets.decode('{"a":{"0":6}}'), all)).toBe(false);
    expect(at.cover(Offsets.decode('{"a":{"1":1}}'), all)).toBe(false);
    expect(at.cover(Offsets.decode('{"b":{"0":1}}'), (topic) => topic === 'a')).toBe(true);
  });

  it.each([
    '77',
    'x',
    '[]',
    'null',
    '{"a":5}',
    '{"a":{"x":1}}',
    '{"a":{"0":-1}}',
    '{"a":{"0":1.5}}',
    '{"a":{"0":"1"}}',
  ])('of another log are refused: %s', (text) => {
    expect(() => Offsets.decode(text)).toThrow('no position of the Kafka event log');
  });
});

describe('names', () => {
  it('carry the prefix, and tell what belongs to another installation', () => {
    const names = new Names('city.');
    expect(names.full('thing')).toBe('city.thing');
    expect([names.short('city.thing'), names.short('town.thing')]).toEqual(['thing', undefined]);
    expect(names.groupOfDead(names.dead('matching.decide'))).toBe('matching.decide');
    expect(names.groupOfDead('internal.demand')).toBeUndefined();
    expect(() => new Names('a b')).toThrow('no prefix');
  });
});

describe('records', () => {
  const message = (value: string | null): Incoming => ({
    key: Buffer.from('k'),
    value: value === null ? null : Buffer.from(value),
    headers: {},
    offset: '7',
    timestamp: '0',
  });

  it('are events as they were, tombstones, or shown as what they are', () => {
    const event = eventOf('t', 'k', 1);
    const [record] = outgoing([event]);
    expect(read(message(record?.value ?? ''), 't', 't/0/7')).toEqual({ kind: 'event', event });
    expect(read(message(null), 't', 't/0/7')).toEqual({ kind: 'nothing' });
    for (const text of ['', 'text', 'null', '5', '{"partitionkey":1,"topic":"t"}']) {
      const found = read(message(text), 't', 't/0/7');
      expect(found).toMatchObject({
        kind: 'unreadable',
        reason: 'the record t/0/7 is no event',
        event: { id: 't/0/7', data: text, partitionkey: 'k', topic: 't', time: '1970-01-01T00:00:00.000Z' },
      });
    }
  });

  it('are refused without topic, key or id, and beyond 10,000', () => {
    const event = eventOf('t', 'k', 1);
    for (const part of ['topic', 'partitionkey', 'id'])
      expect(() => outgoing([{ ...event, [part]: '' }])).toThrow(part);
    expect(() => outgoing(Array(10_001).fill(event))).toThrow('10,000');
  });
});

describe('a turn', () => {
  it('runs one piece of work at a time, in order, failures included', async () => {
    const turn = new Turn();
    const seen: string[] = [];
    const work =
      (name: string, fails = false) =>
      async () => {
        seen.push(`${name} begins`);
        await new Promise((resolve) => setImmediate(resolve));
        seen.push(`${name} ends`);
        if (fails) throw new Error(name);
        return name;
      };
    const ends = await Promise.allSettled([turn.take(work('a')), turn.take(work('b', true)), turn.take(work('c'))]);
    expect(seen).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends']);
    expect(ends.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  });
});

describe('the end of what was fetched', () => {
  const bytes = (size: number, ...values: [number, number | bigint][]) => {
    const buffer = Buffer.alloc(size);
    for (const [at, value] of values) {
      if (typeof value === 'bigint') buffer.writeBigInt64BE(value, at);
      else buffer.writeInt32BE(value, at);
    }
    return buffer;
  };
  const batch = (first: bigint, lastDelta: number, magic = 2) => {
    const made = bytes(61, [0, first], [8, 49], [23, lastDelta]);
    made.writeInt8(magic, 16);
    return made;
  };
  const response = (records: Buffer) => {
    const name = Buffer.from('\0\x01t', 'latin1');
    const header = bytes(30, [0, 5]);
    return Buffer.concat([
      bytes(10),
      bytes(4, [0, 1]),
      name,
      bytes(4, [0, 1]),
      header,
      bytes(8, [0, -1]),
      sized(records),
    ]);
  };
  const sized = (records: Buffer) => Buffer.concat([bytes(4, [0, records.length]), records]);

  it('is the last offset that the last whole batch reached, with records or without', () => {
    expect(lastOffsets(response(Buffer.concat([batch(10n, 4), batch(15n, 9)])))).toEqual(new Map([['t/5', 24n]]));
    const cut = Buffer.concat([batch(10n, 4), batch(15n, 9).subarray(0, 40)]);
    expect(lastOffsets(response(cut))).toEqual(new Map([['t/5', 14n]]));
  });

  it('is unknown where there is no batch, or one of an old format', () => {
    expect(lastOffsets(response(Buffer.alloc(0)))).toEqual(new Map());
    expect(lastOffsets(response(batch(10n, 4, 1)))).toEqual(new Map());
  });
});
