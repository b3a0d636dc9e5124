import { setTimeout as pause } from 'node:timers/promises';
import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import type { Outcome, Standing } from '#engines/schedule/run';
import { type Principal, SYSTEM } from '#platform/access/access';
import { fail, ok, type Result } from '#platform/errors/errors';
import type { Command } from '#platform/http/request';
import { idFrom, newId } from '#platform/ids';
import { Lanes } from '#platform/lanes';
import { changeDocument, insertDocument } from '#platform/store/change';
import { InjectCollection } from '#platform/store/collections';
import { Clock } from '#platform/time/clock';
import { Repeating } from '#platform/time/repeating';
import type { Collection } from '#ports/store/store';
import { isUnavailable } from '#ports/unavailable';
import { inPhase } from '../event/matchmaking.rules.js';
import { eventsErrors } from '../events.errors.js';
import { SCHEDULES, type Schedule } from '../events.store.js';
import { GatherGrounds } from './gather.js';
import { finishedSchedule, scheduleEvents } from './schedule.rules.js';
import { scheduleInWorker } from './schedule-worker.js';

const BEAT_MS = 1_000;
const LOOK_MS = 2_000;
/** A schedule that stands still for so long has lost its process. */
const SILENT_MS = 10_000;

const FAILED = {
  zh: '排程程序出错，请联系管理员。',
  en: 'The scheduler has failed. Tell the administrator.',
};
/**
 * Makes schedules, one at a time in each process. What was accepted is in the store from the first moment: when the process
 * that makes it dies, another one (or the same when it starts again) begins it anew; the same seed gives the same schedule.
 * Nobody's clock is asked: what stands still in the store has lost its process.
 */
@Injectable()
export class RunSchedules implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger('events.schedule');
  private readonly me = newId();
  private readonly lane = new Lanes(1);
  private readonly own = new Map<string, Promise<void>>();
  private readonly stopping = new AbortController();
  private readonly watching = new Repeating(() => this.adoptLost(), LOOK_MS, this.logger);
  private seen = new Map<string, { readonly version: number; readonly since: number }>();

  constructor(
    @InjectCollection(SCHEDULES) private readonly schedules: Collection<Schedule>,
    private readonly grounds: GatherGrounds,
    private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    this.watching.start();
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopping.abort();
    await this.watching.stop();
    await Promise.all(this.own.values());
  }

  /** Takes on to make a schedule of the event as it stands. */
  async start(
    matchmakingId: string,
    { seed = 1, rounds = 120 }: { readonly seed?: number | undefined; readonly rounds?: number | undefined },
    caller: Principal,
    command: Command,
  ): Promise<Result<Schedule>> {
    const gathered = await this.grounds.of(matchmakingId);
    if (!gathered.ok) return gathered;
    const refused = inPhase(gathered.value.event, ['scheduling']);
    if (refused) return fail(refused);
    const at = this.clock.iso();
    const doc: Omit<Schedule, 'version'> = {
      id: command.key ? idFrom('schedule', command.key) : newId(),
      matchmakingId,
      status: 'running',
      ...{ seed, rounds, restarts: 0, beats: 0, runner: this.me, meetings: [], openKey: matchmakingId },
      startedAt: at,
      startedBy: caller.personName ?? caller.organisation?.name ?? caller.role,
    };
    const started = await insertDocument(this.schedules, doc, scheduleEvents(doc, 1, { by: caller, at }), {
      cause: command.cause,
      duplicates: { open: eventsErrors.schedule_running() },
    });
    if (started.ok && started.value.status === 'running') this.take(started.value.id);
    return started;
  }

  /** Asks for an end: the best schedule so far is the outcome. One that is made already stays as it is. */
  stop(id: string, command: Command): Promise<Result<Schedule>> {
    return changeDocument(this.schedules, id, { cause: command.cause }, (schedule) =>
      ok({ doc: schedule.status === 'running' ? { ...schedule, stopAsked: true } : schedule }),
    );
  }

  private async adoptLost(): Promise<void> {
    const open = await this.schedules.find('open', { limit: 100 });
    const now = performance.now();
    const before = this.seen;
    this.seen = new Map();
    for (const schedule of open.items.filter(({ id }) => !this.own.has(id))) {
      const known = before.get(schedule.id);
      const since = known?.version === schedule.version ? known.since : now;
      this.seen.set(schedule.id, { version: schedule.version, since });
      if (now - since < SILENT_MS) continue;
      const taken = { ...schedule, runner: this.me, restarts: schedule.restarts + 1 };
      if ((await this.schedules.save(taken)).status === 'done') this.take(schedule.id);
    }
  }

  private take(id: string): void {
    if (this.own.has(id) || this.stopping.signal.aborted) return;
    const work = this.lane
      .run(() => this.make(id))
      .catch((error: unknown) => this.logger.error({ msg: 'schedule not made; it is begun again', id, error }))
      .finally(() => this.own.delete(id));
    this.own.set(id, work);
  }

  private async make(id: string): Promise<void> {
    const schedule = await this.schedules.get(id);
    if (schedule?.status !== 'running' || schedule.runner !== this.me || this.stopping.signal.aborted) return;
    const gathered = await this.grounds.of(schedule.matchmakingId);
    if (!gathered.ok) {
      const { zh = gathered.failure.code, en = gathered.failure.code } = gathered.failure.params;
      return this.finish(id, { status: 'failed', problem: { zh: String(zh), en: String(en) } });
    }
    const { seed, rounds } = schedule;
    const stop = new AbortController();
    let standing: Standing | undefined;
    const outcome = scheduleInWorker(gathered.value.instance, {
      ...{ seed, rounds },
      progress: (now) => {
        standing = now;
      },
      stop: AbortSignal.any([stop.signal, this.stopping.signal]),
    });
    try {
      const { meetings, prices: _prices, ...last } = await this.whileBeating(id, outcome, () => standing, stop);
      // A stop of the process is no end of the schedule: the next process begins it again.
      if (this.stopping.signal.aborted) return;
      await this.finish(id, { status: stop.signal.aborted ? 'stopped' : 'done', meetings, standing: last });
    } catch (error) {
      if (isUnavailable(error)) throw error;
      // It would fail the same way again.
      this.logger.error({ msg: 'schedule failed', id, error });
      await this.finish(id, { status: 'failed', problem: FAILED });
    } finally {
      // Where saying how far it is has failed, nobody waits for the thread any more.
      stop.abort();
      await outcome.catch(() => undefined);
    }
  }

  /** Says all the time how far it is, and hears whether to stop. */
  private async whileBeating(
    id: string,
    outcome: Promise<Outcome>,
    standing: () => Standing | undefined,
    stop: AbortController,
  ): Promise<Outcome> {
    for (;;) {
      const done = await Promise.race([outcome, pause(BEAT_MS, undefined, { ref: false })]);
      if (done) return done;
      const beaten = await changeDocument(this.schedules, id, {}, (schedule) => {
        if (schedule.runner !== this.me || schedule.status !== 'running') return fail(eventsErrors.schedule_lost());
        const now = standing();
        return ok({ doc: { ...schedule, beats: schedule.beats + 1, ...(now ? { standing: now } : {}) } });
      });
      if (!beaten.ok || beaten.value.stopAsked) stop.abort();
    }
  }

  private async finish(id: string, end: Parameters<typeof finishedSchedule>[1]): Promise<void> {
    const at = this.clock.iso();
    await changeDocument(this.schedules, id, {}, (schedule) => {
      if (schedule.runner !== this.me || schedule.status !== 'running') return fail(eventsErrors.schedule_lost());
      const doc = finishedSchedule(schedule, end, at);
      return ok({ doc, events: scheduleEvents(doc, schedule.version + 1, { by: SYSTEM, at }) });
    });
  }
}
