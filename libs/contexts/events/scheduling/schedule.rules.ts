import type { ScheduleState } from '#contracts/matchmaking';
import { EVENTS, TOPICS } from '#contracts/topics';
import type { EventDraft } from '#ports/event';
import { type Act, changeOf } from '../act.js';
import type { Schedule } from '../events.store.js';

/** What others may know of a schedule: its life, not its meetings. */
export function scheduleState(schedule: Omit<Schedule, 'version'>, version: number): ScheduleState {
  const { id, matchmakingId, status, seed, rounds, restarts, startedAt, startedBy, finishedAt } = schedule;
  const state = { id, version, matchmakingId, status, seed, rounds, restarts, startedAt, startedBy };
  return { ...state, ...(finishedAt ? { finishedAt } : {}) };
}

export function scheduleEvents(schedule: Omit<Schedule, 'version'>, version: number, act: Act): EventDraft[] {
  const started = schedule.status === 'running';
  const data = {
    schedule: scheduleState(schedule, version),
    change: changeOf(act, started ? 'schedule' : `schedule-${schedule.status}`),
  };
  const type = started ? EVENTS.scheduleStarted : EVENTS.scheduleFinished;
  return [{ topic: TOPICS.schedule, type, time: act.at, data }];
}

/** The schedule as it is when nobody makes it any more. */
export function finishedSchedule(
  schedule: Schedule,
  end: Partial<Pick<Schedule, 'meetings' | 'standing' | 'problem'>> & Pick<Schedule, 'status'>,
  finishedAt: string,
): Schedule {
  const { openKey: _open, stopAsked: _stop, ...rest } = schedule;
  return { ...rest, ...end, finishedAt };
}
