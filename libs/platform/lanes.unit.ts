import { describe, expect, it } from '@jest/globals';
import { Lanes } from './lanes.js';

/** Work that ends when it is told to. */
class Work {
  readonly begun: string[] = [];
  private readonly ends = new Map<string, (error?: Error) => void>();

  readonly of = (name: string) => (): Promise<string> => {
    this.begun.push(name);
    return new Promise((resolve, reject) =>
      this.ends.set(name, (error) => (error === undefined ? resolve(name) : reject(error))),
    );
  };

  end(name: string, error?: Error): void {
    this.ends.get(name)?.(error);
  }
}

describe('lanes', () => {
  it('run so many at a time, the others in the order they came', async () => {
    const [lanes, work] = [new Lanes(2), new Work()];
    const all = ['a', 'b', 'c', 'd'].map((name) => lanes.run(work.of(name)));
    expect(work.begun).toEqual(['a', 'b']);
    work.end('b');
    expect(await all[1]).toBe('b');
    work.end('a');
    await all[0];
    expect(work.begun).toEqual(['a', 'b', 'c', 'd']);
    work.end('c');
    work.end('d');
    expect(await Promise.all(all)).toEqual(['a', 'b', 'c', 'd']);
  });

  it('go on after a failure, which is the caller’s alone, and are free again when all is done', async () => {
    const [lanes, work] = [new Lanes(1), new Work()];
    const [failing, next] = [lanes.run(work.of('a')), lanes.run(work.of('b'))];
    work.end('a', new Error('no'));
    await expect(failing).rejects.toThrow('no');
    work.end('b');
    expect(await next).toBe('b');
    void lanes.run(work.of('c'));
    expect(work.begun).toEqual(['a', 'b', 'c']);
  });
});
