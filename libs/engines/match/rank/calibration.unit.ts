import { describe, expect, it } from '@jest/globals';
import { randomOf } from '../../random.js';
import { calibrate, logSum, type Outcome, probability, reliability } from './calibration.js';

describe('calibration', () => {
  it('finds the probabilities that outcomes were drawn with', () => {
    const random = randomOf(5);
    const truth = { bias: -1, score: 1.5, share: 0.5 };
    const outcomes = Array.from({ length: 20_000 }, (): Outcome => {
      const drawn = { score: random() * 4 - 2, share: -random() * 4 };
      return { ...drawn, right: random() < probability(truth, drawn) };
    });
    const found = calibrate(outcomes);
    expect(Math.abs(found.bias - truth.bias)).toBeLessThan(0.15);
    expect(Math.abs(found.score - truth.score)).toBeLessThan(0.1);
    expect(Math.abs(found.share - truth.share)).toBeLessThan(0.1);
  });

  it('shares one probability among the candidates of a query', () => {
    const scores = Float64Array.of(1_000, 999, 0);
    const shares = scores.map((score) => Math.exp(score - logSum(scores)));
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9);
    expect(shares[0]! / shares[1]!).toBeCloseTo(Math.E, 6);
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
