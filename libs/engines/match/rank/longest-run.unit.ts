import { describe, expect, it } from '@jest/globals';
import { randomOf } from '../../random.js';
import { LongestRun } from './longest-run.js';

function plainly(a: string, b: string): number {
  for (let length = Math.min(a.length, b.length); length > 0; length -= 1) {
    for (let at = 0; at + length <= a.length; at += 1) if (b.includes(a.slice(at, at + length))) return length;
  }
  return 0;
}

const shared = (run: LongestRun, text: string) =>
  run.with(
    Uint16Array.from(`..${text}`, (sign) => sign.charCodeAt(0)),
    2,
    text.length,
  );

describe('LongestRun', () => {
  it('is what trying every run finds, one text after the other', () => {
    const random = randomOf(3);
    const text = () => Array.from({ length: random() * 14 }, () => '齿轮轴承'[Math.floor(random() * 4)]).join('');
    const run = new LongestRun();
    for (let round = 0; round < 100; round += 1) {
      const asked = text();
      run.ask(asked);
      for (let each = 0; each < 10; each += 1) {
        const other = text();
        expect([asked, other, shared(run, other)]).toEqual([asked, other, plainly(asked, other)]);
      }
    }
  });

  it('reads 200 characters of each', () => {
    const run = new LongestRun();
    run.ask('泵'.repeat(500));
    expect(shared(run, '泵'.repeat(500))).toBe(200);
    expect(shared(run, `${'阀'.repeat(200)}泵`)).toBe(0);
  });
});
