import { describe, expect, it } from '@jest/globals';
import { bruteForce } from '#test/kit/schedule-brute-force';
import { makeInstance, smallInstances } from '#test/kit/schedule-instances';
import { randomOf } from '../random.js';
import { bestMatching } from './matching.js';
import { modelOf } from './model.js';
import { type Prices, weightBound } from './prices.js';
import { makeSchedule } from './run.js';

describe('weightBound', () => {
  it('is passed by no schedule, whatever the prices are', () => {
    const random = randomOf(1);
    for (const [, instance] of smallInstances(100)) {
      const model = modelOf(instance);
      const best = bruteForce(instance)!;
      const some = (count: number) => Float64Array.from({ length: count }, () => Math.floor(random() * 900));
      for (let round = 0; round < 5; round += 1) {
        const prices: Prices = {
          ...{ fine: 1, must: Math.floor(random() * 2_000), promised: Math.floor(random() * 2_000) },
          ...{ party: some(model.parties), seat: some(model.parties * model.slots), table: some(model.slots) },
        };
        const bound = weightBound(model, prices, best.musts, best.promised);
        expect((bound * 1_000) / model.scale).toBeGreaterThanOrEqual(best.weight);
      }
    }
  });

  it('is the weight of the best matching at its own prices: a proof that nothing is better', () => {
    for (const seed of [1, 2, 3]) {
      const shape = { leaders: 20, smes: 90, slots: 8, tables: 15, density: 0.3, absent: 0, must: 0.05, least: 1 };
      const instance = makeInstance(shape, seed);
      const model = modelOf(instance);
      const { chosen, prices } = bestMatching(model);
      const weight = chosen.reduce((sum, pair) => sum + model.weight[pair]!, 0);
      const { musts, promised, score } = makeSchedule(instance);
      expect(weightBound(model, prices, musts, promised)).toBe(weight);
      expect(score).toBe(weight / model.scale);
    }
  });
});
