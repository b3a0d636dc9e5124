import { describe, expect, it } from '@jest/globals';
import { Question } from './question.js';

describe('a question', () => {
  it('has its answer, or why there is none', async () => {
    const errors: unknown[] = [];
    let answer: () => Promise<number> = async () => 7;
    const question = new Question(
      () => answer(),
      (error) => errors.push(error),
    );
    expect(await question.ask()).toEqual({ value: 7 });
    answer = async () => {
      throw new Error('connect ECONNREFUSED 10.0.0.5:9092');
    };
    expect(await question.ask()).toEqual({ why: 'does not answer' });
    expect(errors).toEqual([new Error('connect ECONNREFUSED 10.0.0.5:9092')]);
  });

  it('that hangs is not put again until it is given up, and its late answer is taken', async () => {
    const owed: ((value: number) => void)[] = [];
    const put = () => new Promise<number>((resolve) => owed.push(resolve));
    const question = new Question(put, () => undefined, { limitMs: 20 });
    const silent = { why: 'no answer within 0.02 s' };
    expect(await Promise.all([question.ask(), question.ask()])).toEqual([silent, silent]);
    const waiting = question.ask();
    owed[0]?.(1);
    expect(await waiting).toEqual({ value: 1 });
    expect(owed).toHaveLength(1);
    expect(await question.ask()).toEqual(silent);
    expect(owed).toHaveLength(2);
  });

  it('that hangs for too long is put anew', async () => {
    let times = 0;
    const put = () => (++times === 1 ? new Promise<string>(() => undefined) : Promise.resolve('back'));
    const question = new Question(put, () => undefined, { limitMs: 10, giveUpMs: 5 });
    expect(await question.ask()).toEqual({ why: 'no answer within 0.01 s' });
    expect(await question.ask()).toEqual({ value: 'back' });
  });
});
