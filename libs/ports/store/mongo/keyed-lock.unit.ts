import { describe, expect, it } from '@jest/globals';
import { KeyedLock } from './keyed-lock.js';

describe('taking turns by key', () => {
  it('lets one at a time have a key, in the order of asking, and others go on', async () => {
    const lock = new KeyedLock();
    const seen: string[] = [];
    let free: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      free = resolve;
    });
    const run = (name: string, keys: string[], wait?: Promise<void>) =>
      lock.hold(keys, async () => {
        seen.push(name);
        await wait;
      });
    const all = [run('first', ['a', 'b'], held), run('second', ['b', 'c']), run('third', ['a']), run('fourth', ['c'])];
    await run('other', ['d']);
    expect(seen).toEqual(['first', 'other']);
    free();
    await Promise.all(all);
    expect(seen.slice(2).sort()).toEqual(['fourth', 'second', 'third']);
    expect(seen.indexOf('fourth')).toBeGreaterThan(seen.indexOf('second'));
  });

  it('gives the key on when the work fails', async () => {
    const lock = new KeyedLock();
    await expect(lock.hold(['a'], () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await lock.hold(['a'], async () => 'yes')).toBe('yes');
  });
});
