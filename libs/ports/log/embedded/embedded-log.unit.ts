import { describe, expect, it } from '@jest/globals';
import { eventOf } from '../log-kit.contract.js';
import { Offsets } from './offsets.js';
import { decode, encode } from './position.js';
import { RecentIds } from './recent-ids.js';
import { rowsFrom } from './rows.js';
import type { Progress, Row } from './shapes.js';
import { Turns } from './turns.js';

const row = (id: string, key = 'k'): Row => ['t', key, id, '{}'];

describe('recent ids', () => {
  it('leave out what is among the last ones, and forget older ones', () => {
    const recent = new RecentIds(2, ['1', '2']);
    expect(recent.fresh([row('1'), row('2')])).toEqual([]);
    recent.add('3');
    expect(recent.fresh([row('1', 'x'), row('2', 'y'), row('3', 'z')])).toEqual([row('1', 'x')]);
  });

  it('store a repeat that follows a stored event of its key, so that the newest stays the newest', () => {
    const recent = new RecentIds(10, ['v2']);
    expect(recent.fresh([row('v1'), row('v2'), row('w', 'other')])).toHaveLength(3);
  });

  it('of size 0 know nothing', () => {
    const recent = new RecentIds(0, ['1']);
    expect(recent.fresh([row('1')])).toHaveLength(1);
  });
});

describe('rows', () => {
  it('refuse events without topic, key or id, and more than 10,000', () => {
    const event = eventOf('t', 'k', 1);
    expect(rowsFrom([event])).toEqual([['t', 'k', 't/k/1', JSON.stringify(event)]]);
    for (const part of ['topic', 'partitionkey', 'id']) {
      expect(() => rowsFrom([{ ...event, [part]: '' }])).toThrow(part);
    }
    expect(() => rowsFrom(Array(10_001).fill(event))).toThrow('10,000');
  });
});

describe('positions', () => {
  it('are digits, the start is empty', () => {
    expect([encode(0), encode(12), decode('', 5), decode('5', 5)]).toEqual(['', '12', 0, 5]);
  });

  it('of another log are refused', () => {
    expect(() => decode('6', 5)).toThrow('beyond the end');
    for (const text of ['-1', '1.5', 'abc']) expect(() => decode(text, 5)).toThrow('no position');
  });
});

describe('turns', () => {
  it('let other work of the event loop in between, in order', async () => {
    const turns = new Turns();
    const seen: string[] = [];
    setImmediate(() => seen.push('other 1'));
    const first = turns.next().then(() => seen.push('first'));
    const second = turns.next().then(() => seen.push('second'));
    setImmediate(() => seen.push('other 2'));
    await Promise.all([first, second]);
    expect(seen).toEqual(['other 1', 'first', 'other 2', 'second']);
  });
});

describe('offsets', () => {
  const progress = (seq: number, reason?: string): Progress => ({
    group: 'g',
    positions: { t: seq },
    dead: reason ? [{ body: '{}', reason, at: 'now' }] : [],
    later: [],
    removed: [],
  });

  it('put together what is handled while a commit is under way', async () => {
    const written: Progress[] = [];
    const offsets = new Offsets(
      async (p) => void written.push(p),
      () => {},
      new AbortController().signal,
    );
    for (const [seq, reason] of [[1], [2, 'x'], [3, 'y'], [4]] as const) offsets.push(progress(seq, reason));
    await offsets.written();
    expect(written.map(({ positions, dead }) => [positions.t, dead.map(({ reason }) => reason)])).toEqual([
      [1, []],
      [4, ['x', 'y']],
    ]);
  });

  it('write again what failed, with what came after, and say so', async () => {
    const written: Progress[] = [];
    const warned: string[] = [];
    let failures = 1;
    const write = async (p: Progress) => {
      if (failures-- > 0) throw new Error('disk full');
      written.push(p);
    };
    const offsets = new Offsets(write, (message) => warned.push(message), new AbortController().signal);
    offsets.push(progress(1, 'x'));
    offsets.push(progress(2));
    await offsets.written();
    expect(written.map(({ positions, dead }) => [positions.t, dead.length])).toEqual([[2, 1]]);
    expect(warned).toEqual(['the position of group g cannot be written: disk full']);
  });

  it('give up when they are told to leave', async () => {
    const leaving = new AbortController();
    leaving.abort();
    const write = async () => Promise.reject(new Error('disk full'));
    const offsets = new Offsets(write, () => {}, leaving.signal);
    offsets.push(progress(1));
    await expect(offsets.written()).rejects.toThrow('disk full');
  });
});
