import { Injectable } from '@nestjs/common';
import type { Phase } from '#contracts/matchmaking';
import { commonErrors } from '#platform/errors/common.errors';
import { fail, ok, type Result } from '#platform/errors/errors';
import type { Asked } from '#platform/http/request';
import { changeDocument, insertDocument } from '#platform/store/change';
import { InjectCollection } from '#platform/store/collections';
import { Clock } from '#platform/time/clock';
import type { EventDraft } from '#ports/event';
import type { Collection } from '#ports/store/store';
import { MatchmakingHandler } from '../event/matchmaking.handler.js';
import { inPhase, moveMatchmaking } from '../event/matchmaking.rules.js';
import { slotsOf } from '../event/slots.js';
import { eventsErrors } from '../events.errors.js';
import {
  MATCHMAKINGS,
  type Matchmaking,
  PLANS,
  type Plan,
  REGISTRATIONS,
  type Registration,
  SCHEDULES,
  type Schedule,
} from '../events.store.js';
import { adoptSchedule, askWishes, firstPlan, lockMeeting, plannedMeeting, publishPlan } from './plan.rules.js';

/** Takes an event through its phases, and its plan with it. */
@Injectable()
export class PlanHandler {
  constructor(
    @InjectCollection(MATCHMAKINGS) private readonly events: Collection<Matchmaking>,
    @InjectCollection(REGISTRATIONS) private readonly registrations: Collection<Registration>,
    @InjectCollection(SCHEDULES) private readonly schedules: Collection<Schedule>,
    @InjectCollection(PLANS) private readonly plans: Collection<Plan>,
    private readonly matchmakings: MatchmakingHandler,
    private readonly clock: Clock,
  ) {}

  /**
   * Provisional adopts a schedule, final publishes the plan. The plan is written first: what is cut off in between is asked
   * for again, and finds the plan as it should be. */
  async move(id: string, to: Phase, scheduleId: string | undefined, asked: Asked): Promise<Result<Matchmaking>> {
    const event = await this.events.get(id);
    if (!event) return fail(commonErrors.not_found());
    // A repeat finds the event moved already, and is answered by its cause.
    if (event.phase !== to) {
      const possible = moveMatchmaking(event, to, this.act(asked));
      if (!possible.ok) return possible;
      if (asked.version !== undefined && asked.version !== event.version) return fail(commonErrors.stale());
      const planned = to === 'provisional' ? await this.adopt(event, scheduleId, asked) : ok(undefined);
      if (!planned.ok) return planned;
      const published = to === 'final' ? await this.publish(event, asked) : ok(undefined);
      if (!published.ok) return published;
    }
    const told = to === 'preferences' ? await this.wishesAsked(event, asked) : [];
    return this.matchmakings.move(id, to, asked, told);
  }

  /** Keeps a meeting as it is when a schedule is made again. */
  async lock(id: string, meetingId: string, locked: boolean, asked: Asked): Promise<Result<Plan>> {
    const event = await this.events.get(id);
    if (!event) return fail(commonErrors.not_found());
    const refused = inPhase(event, ['scheduling', 'provisional', 'final', 'live']);
    if (refused) return fail(refused);
    const options = { cause: asked.command.cause, version: asked.version };
    return changeDocument(this.plans, id, options, (plan) => lockMeeting(plan, meetingId, locked, this.act(asked)));
  }

  private async adopt(event: Matchmaking, scheduleId: string | undefined, asked: Asked): Promise<Result<unknown>> {
    const schedule = scheduleId === undefined ? undefined : await this.schedules.get(scheduleId);
    const made = schedule?.matchmakingId === event.id && ['done', 'stopped'].includes(schedule.status);
    if (!schedule || !made) return fail(eventsErrors.schedule_needed({}, '/scheduleId'));
    const meetings = schedule.meetings.map((meeting) => plannedMeeting(event.id, meeting));
    const gone = await this.gone(event.id, meetings);
    if (gone !== undefined) return fail(eventsErrors.plan_stale({ name: gone }));
    const act = this.act(asked);
    if (!(await this.plans.get(event.id))) {
      const first = firstPlan(event, schedule.id, meetings, act);
      const inserted = await insertDocument(this.plans, first.doc, first.events, {});
      if (inserted.ok) return inserted;
    }
    return changeDocument(this.plans, event.id, {}, (plan) => ok(adoptSchedule(plan, schedule.id, meetings, act)));
  }

  private async wishesAsked(event: Matchmaking, asked: Asked): Promise<EventDraft[]> {
    const there = await this.registrations.manyBy('approved', [event.id]);
    return askWishes(
      event,
      there.map(({ organisationId }) => organisationId),
      this.act(asked),
    );
  }

  private publish(event: Matchmaking, asked: Asked): Promise<Result<unknown>> {
    return changeDocument(this.plans, event.id, {}, (plan) =>
      ok(plan.publishedAt ? { doc: plan } : publishPlan(plan, event, slotsOf(event), this.act(asked))),
    );
  }

  /** The name of somebody who has meetings and is not there any more. */
  private async gone(id: string, meetings: Plan['meetings']): Promise<string | undefined> {
    const there = await this.registrations.manyBy('approved', [id]);
    const people = new Set(
      there.flatMap((one) => one.representatives.map((person) => `${one.organisationId}:${person.id}`)),
    );
    const lost = meetings
      .flatMap((one) => [`${one.leaderId}:${one.leaderPerson}`, `${one.smeId}:${one.smePerson}`])
      .find((party) => !people.has(party));
    if (lost === undefined) return undefined;
    const organisationId = lost.slice(0, lost.indexOf(':'));
    return there.find((one) => one.organisationId === organisationId)?.organisationName ?? organisationId;
  }

  private act({ caller }: Asked) {
    return { by: caller, at: this.clock.iso() };
  }
}
