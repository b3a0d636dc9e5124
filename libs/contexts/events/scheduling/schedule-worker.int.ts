import { describe, expect, it } from '@jest/globals';
import type { Standing } from '#engines/schedule/run';
import { scheduleViolations } from '#engines/schedule/validate';
import { makeInstance } from '#test/kit/schedule-instances';
import { scheduleInWorker } from './schedule-worker.js';

const shape = { leaders: 30, smes: 120, slots: 10, tables: 20, density: 0.35, absent: 0.35, must: 0.02 };

describe('scheduleInWorker', () => {
  it('tells how far it is, and answers with the best so far when it is stopped', async () => {
    const instance = makeInstance(shape, 1);
    const told: Standing[] = [];
    const stop = new AbortController();
    const progress = (standing: Standing) => {
      told.push(standing);
      stop.abort();
    };
    const outcome = await scheduleInWorker(instance, { progress, stop: stop.signal, rounds: 100_000 });
    expect(told).toHaveLength(1);
    expect(outcome).toMatchObject(told[0]!);
    expect(scheduleViolations(instance, outcome)).toEqual([]);
    expect(outcome.meetings.length).toBeGreaterThan(50);
  });
});
