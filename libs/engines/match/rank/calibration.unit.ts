import { describe, expect, it } from '@jest/globals';
import { randomOf } from '../../random.js';
import { calibrate, type Outcome, probability, reliability } from './calibration.js';

describe('calibration', () => {
  it('finds the probabilities that outcomes were drawn with', () => {
    const random = randomOf(5);
    const truth = { bias: -1, slope: 1.5 };
    const outcomes = Array.from({ length: 20_000 }, (): Outcome => {
      const score = random() * 4 - 2;
      return { score, right: random() < probability(truth, score) };
    });
    const found = calibrate(outcomes);
    expect(Math.abs(found.bias - truth.bias)).toBeLessThan(0.1);
    expect(Math.abs(found.slope - truth.slope)).toBeLessThan(0.1);
  });

  it('tells what was said from what came, and the loss from that of the base rate', () => {
    const { bins, logLoss, baseLogLoss } = reliability([
      { said: 0.6, right: true },
      { said: 0.6, right: false },
      { said: 1, right: true },
      { said: 0.005, right: false },
    ]);
    expect(bins.map(({ from, count, came }) => [from, count, came])).toEqual([
      [0, 1, 0],
      [0.5, 2, 0.5],
      [0.7, 1, 1],
    ]);
    expect(logLoss).toBeCloseTo((-Math.log(0.6) - Math.log(0.4) - Math.log(1) - Math.log(0.995)) / 4, 9);
    expect(baseLogLoss).toBeCloseTo(Math.log(2), 9);
  });
});
