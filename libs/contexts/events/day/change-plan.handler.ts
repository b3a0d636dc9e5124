import { Injectable } from '@nestjs/common';
import type { CancelledMeeting, PlannedMeeting } from '#contracts/matchmaking';
import { delayTable, repair } from '#engines/schedule/repair';
import type { Meeting } from '#engines/schedule/types';
import { fail, ok, type Result } from '#platform/errors/errors';
import type { Asked } from '#platform/http/request';
import { changeDocument } from '#platform/store/change';
import { InjectCollection } from '#platform/store/collections';
import { Clock } from '#platform/time/clock';
import type { Collection } from '#ports/store/store';
import { inPhase } from '../event/matchmaking.rules.js';
import { slotsOf } from '../event/slots.js';
import { eventsErrors } from '../events.errors.js';
import { PLANS, type Plan, type Registration } from '../events.store.js';
import { changePlan, plannedMeeting } from '../plan/plan.rules.js';
import { type Gathered, GatherGrounds } from '../scheduling/gather.js';
import { partyId } from '../scheduling/instance.js';
import { asMeeting } from '../scheduling/questions.js';
import type { AbsenceInput, DelayInput } from './day.dto.js';

/** The plan after a change of the day, and what it was before. */
export interface Changed {
  readonly before: Plan;
  readonly plan: Plan;
  readonly gathered: Gathered;
}

/** Changes the plan on the day: somebody does not come, a table runs late. */
@Injectable()
export class ChangePlanHandler {
  constructor(
    @InjectCollection(PLANS) private readonly plans: Collection<Plan>,
    private readonly grounds: GatherGrounds,
    private readonly clock: Clock,
  ) {}

  /** The seats that an absence leaves empty are filled with those who are there and may meet more. */
  async absence(
    id: string,
    { organisationId, person, from = 0, to }: AbsenceInput,
    asked: Asked,
  ): Promise<Result<Changed>> {
    const found = await this.found(id);
    if (!found.ok) return found;
    const { instance, registrations } = found.value;
    const absent = registrations.find((one) => one.organisationId === organisationId);
    const people = (absent?.representatives ?? []).filter((one) => person === undefined || one.id === person);
    if (!absent || people.length === 0)
      return fail(eventsErrors.no_such_party({ id: person ?? organisationId }, '/organisationId'));
    const late = to !== undefined && to < from;
    if (from >= instance.slots || late) return fail(eventsErrors.no_such_slot({ last: instance.slots - 1 }, '/from'));
    const standbys = standbysOf(registrations, organisationId);
    const last = to === undefined ? {} : { to: Math.min(to, instance.slots - 1) };
    const gone = people.map(({ id: one }) => ({ party: partyId(organisationId, one), from, ...last }));
    const away = { ...instance, parties: instance.parties.map((party) => awayFor(party, gone, instance.slots)) };
    const repaired = (meetings: readonly Meeting[]) =>
      gone.reduce((now, absence) => repair(away, now, absence, standbys).meetings, meetings);
    return this.change(found.value, 'absent', repaired, asked, absent.organisationName);
  }

  /** The meetings of one table move back; those that cannot be held then are cancelled. */
  async delay(id: string, delay: DelayInput, asked: Asked): Promise<Result<Changed>> {
    const found = await this.found(id);
    if (!found.ok) return found;
    const { instance, event } = found.value;
    if (delay.table > event.tables)
      return fail(eventsErrors.tables_few({ table: delay.table, tables: event.tables }, '/table'));
    if (delay.from >= instance.slots) return fail(eventsErrors.no_such_slot({ last: instance.slots - 1 }, '/from'));
    const shifted = (meetings: readonly Meeting[]) => delayTable(instance, meetings, delay).meetings;
    return this.change(found.value, 'delay', shifted, asked, `${delay.table}`);
  }

  private async found(id: string): Promise<Result<Gathered>> {
    const found = await this.grounds.ofTheDay(id);
    if (!found.ok) return found;
    const refused = inPhase(found.value.event, ['final', 'live']);
    return refused ? fail(refused) : found;
  }

  private async change(
    gathered: Gathered,
    because: CancelledMeeting['because'],
    next: (meetings: readonly Meeting[]) => readonly Meeting[],
    { caller, command, version }: Asked,
    note: string,
  ): Promise<Result<Changed>> {
    const { event } = gathered;
    const act = { by: caller, at: this.clock.iso() };
    let before: Plan | undefined;
    const changed = await changeDocument(this.plans, event.id, { cause: command.cause, version }, (plan) => {
      before = plan;
      const meetings = next(plan.meetings.map(asMeeting)).map((meeting) => kept(plan, event.id, meeting));
      return ok(changePlan(plan, { meetings, because }, event, slotsOf(event), act, note));
    });
    return changed.ok ? ok({ before: before ?? changed.value, plan: changed.value, gathered }) : changed;
  }
}

/** Those who have come and may take a further meeting; who is at the door of another's absence does not stand by. */
function standbysOf(registrations: readonly Registration[], absent: string): string[] {
  return registrations
    .filter((one) => one.checkedInAt !== undefined && one.organisationId !== absent && one.status === 'approved')
    .flatMap(({ organisationId, representatives }) => representatives.map(({ id }) => partyId(organisationId, id)));
}

/** Nobody who is away takes the seat of another who is. */
function awayFor<P extends { id: string; unavailable: readonly number[] }>(
  party: P,
  gone: readonly { party: string; from: number; to?: number }[],
  slots: number,
): P {
  const absence = gone.find((one) => one.party === party.id);
  if (!absence) return party;
  const missed = Array.from({ length: slots }, (_, at) => at).filter(
    (at) => at >= absence.from && at <= (absence.to ?? slots),
  );
  return { ...party, unavailable: [...new Set([...party.unavailable, ...missed])] };
}

/** The meeting with what is said of it in the plan. */
function kept(plan: Plan, matchmakingId: string, meeting: Meeting): PlannedMeeting {
  const planned = plannedMeeting(matchmakingId, meeting);
  const locked = plan.meetings.find(({ id }) => id === planned.id)?.locked;
  return { ...planned, ...(locked ? { locked } : {}) };
}
