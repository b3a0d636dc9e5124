import { ScheduleRun } from '#engines/schedule/run';
import { serveWorker } from '#platform/worker/rpc';
import type { ScheduleMethods } from './schedule-worker.js';

let run: ScheduleRun | undefined;

function current(): ScheduleRun {
  if (!run) throw new Error('no schedule is being made');
  return run;
}

serveWorker<ScheduleMethods>({
  start: (instance, options) => {
    run = new ScheduleRun(instance, options);
  },
  advance: (ms) => {
    const end = performance.now() + ms;
    while (current().advance() && performance.now() < end);
    return { ...current().standing, finished: current().finished };
  },
  outcome: () => current().outcome,
});
