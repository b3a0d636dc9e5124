import { describe, expect, it } from '@jest/globals';
import { bruteForce } from '#test/kit/schedule-brute-force';
import { type InstanceShape, makeInstance, smallInstances } from '#test/kit/schedule-instances';
import { checkInstance } from './check-instance.js';
import { makeSchedule, ScheduleRun } from './run.js';
import type { Instance } from './types.js';
import { scheduleViolations } from './validate.js';

const shape: InstanceShape = { leaders: 12, smes: 40, slots: 8, tables: 9, density: 0.35, absent: 0.3, must: 0.03 };

describe('makeSchedule', () => {
  it.each(smallInstances(150))('is as good as the best of all schedules: %s', (_name, instance) => {
    expect(checkInstance(instance)).toEqual({ instance });
    const outcome = makeSchedule(instance);
    expect(scheduleViolations(instance, outcome)).toEqual([]);
    const { musts, promised, score, upperBound } = outcome;
    expect({ musts, promised, weight: Math.round(score * 1_000) }).toEqual(bruteForce(instance));
    expect(outcome.mustsProven).toBe(true);
    expect(upperBound).toBeGreaterThanOrEqual(score);
    if (instance.parties.every(({ unavailable }) => unavailable.length === 0) && !instance.locked) {
      expect(upperBound).toBe(score);
    }
  });

  it('is the exact optimum for a large event without absences', () => {
    const instance = makeInstance({ ...shape, leaders: 40, smes: 300, tables: 30, absent: 0, must: 0.01, least: 1 }, 3);
    const outcome = makeSchedule(instance);
    expect(scheduleViolations(instance, outcome)).toEqual([]);
    expect(outcome).toMatchObject({ proven: true, mustsProven: true, upperBound: outcome.score });
  });

  it.each([1, 2, 3])('comes within a thousandth of its bound where parties are absent: %d', (seed) => {
    const instance = makeInstance(shape, seed);
    const outcome = makeSchedule(instance, { rounds: 12 });
    expect(scheduleViolations(instance, outcome)).toEqual([]);
    expect(outcome.mustsProven).toBe(true);
    expect(outcome.upperBound / outcome.score).toBeLessThanOrEqual(1.001);
  });

  it('is the same for the same seed', () => {
    const instance = makeInstance(shape, 4);
    expect(makeSchedule(instance, { seed: 9, rounds: 1 })).toEqual(makeSchedule(instance, { seed: 9, rounds: 1 }));
  });

  it.each<[string, Partial<Instance>]>([
    ['no pairs', { pairs: [] }],
    ['no parties', { parties: [], pairs: [] }],
    ['no slots', { slots: 0, parties: makeInstance({ ...shape, slots: 0 }, 1).parties }],
    ['no tables', { tables: 0 }],
  ])('is empty when there are %s', (_name, without) => {
    const instance: Instance = { ...makeInstance({ ...shape, leaders: 2, smes: 4 }, 1), ...without };
    const outcome = makeSchedule(instance);
    expect(outcome).toMatchObject({ meetings: [], score: 0, upperBound: 0, proven: true, mustsProven: true });
  });
});

describe('ScheduleRun', () => {
  it('holds a valid schedule at any time, never worse than before, under a bound that never rises', () => {
    const instance = makeInstance(shape, 5);
    const run = new ScheduleRun(instance, { rounds: 3 });
    let [musts, bound] = [0, Number.POSITIVE_INFINITY];
    do {
      const { outcome } = run;
      expect(scheduleViolations(instance, outcome)).toEqual([]);
      expect(outcome.musts).toBeGreaterThanOrEqual(musts);
      if (outcome.musts === musts) expect(outcome.upperBound).toBeLessThanOrEqual(bound);
      [musts, bound] = [outcome.musts, outcome.upperBound];
    } while (run.advance());
    expect(run.finished).toBe(true);
  });
});
