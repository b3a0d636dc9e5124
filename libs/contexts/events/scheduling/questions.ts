import { Injectable } from '@nestjs/common';
import { type Change, changed } from '#engines/schedule/change';
import type { Instance, Meeting } from '#engines/schedule/types';
import { type WhyNot, waysToMeet, whyNot } from '#engines/schedule/why-not';
import { type Failure, fail, ok, type Result } from '#platform/errors/errors';
import { Lanes } from '#platform/lanes';
import { InjectCollection } from '#platform/store/collections';
import type { Collection } from '#ports/store/store';
import { eventsErrors } from '../events.errors.js';
import { type Plan, SCHEDULES, type Schedule } from '../events.store.js';
import { type Gathered, GatherGrounds } from './gather.js';
import { partyId } from './instance.js';
import type { WhatIfInput, WhatIfView } from './schedule.dto.js';
import { scheduleInWorker } from './schedule-worker.js';

/** Somebody waits for the answer of a what-if: its search is short, and its bound says how much it may have missed. */
const WHAT_IF_ROUNDS = 10;
const WHAT_IF_MS = 8_000;
const WHAT_IFS_AT_A_TIME = 1;

/** Answers questions about a schedule with the engine. */
@Injectable()
export class ScheduleQuestions {
  private readonly lanes = new Lanes(WHAT_IFS_AT_A_TIME);

  constructor(
    @InjectCollection(SCHEDULES) private readonly schedules: Collection<Schedule>,
    private readonly grounds: GatherGrounds,
  ) {}

  /** Why two organisations do not meet: the answer of those of their representatives who come nearest. */
  async whyNot(id: string, leaderId: string, smeId: string): Promise<Result<WhyNot & { gathered: Gathered }>> {
    // What is planned may be held, whatever has changed since; without a plan the event is as it would be scheduled.
    const day = await this.grounds.ofTheDay(id);
    const found: Result<Gathered> = day.ok ? day : await this.grounds.of(id);
    if (!found.ok) return found;
    const gathered = found.value;
    const meetings = await this.meetingsOf(gathered);
    if (!meetings) return fail(eventsErrors.plan_needed());
    const people = (organisationId: string, side: string) =>
      gathered.registrations.find((one) => one.organisationId === organisationId && one.side === side)?.representatives;
    const [asks, can] = [people(leaderId, 'leader'), people(smeId, 'sme')];
    if (!asks) return fail(eventsErrors.not_a_participant({ id: leaderId }));
    if (!can) return fail(eventsErrors.not_a_participant({ id: smeId }));
    const answers = asks.flatMap((leader) =>
      can.map((sme) => {
        const wish = { leader: partyId(leaderId, leader.id), sme: partyId(smeId, sme.id) };
        const answer = whyNot(gathered.instance, meetings, wish);
        // Where there is room, staff may have the two meet all the same.
        const open = () => waysToMeet(gathered.instance, meetings, wish).filter(({ changes }) => changes.length === 0);
        return answer.reason === 'not-worth-it' ? { ...answer, remedies: open().slice(0, 1) } : answer;
      }),
    );
    return ok({ ...nearest(answers), gathered });
  }

  /** What the event would come to with one thing changed. */
  async whatIf(id: string, asked: WhatIfInput): Promise<Result<WhatIfView>> {
    const found = await this.grounds.of(id);
    if (!found.ok) return found;
    const { instance } = found.value;
    const change = changeOf(asked, instance);
    if (!change.ok) return change;
    return this.lanes.run(async () => {
      const before = await totalOf(instance);
      return ok({ before, after: await totalOf(changed(instance, change.value)) });
    });
  }

  /** Of the plan, else of the newest schedule that is made. */
  private async meetingsOf({ event, plan }: Gathered): Promise<readonly Meeting[] | undefined> {
    if (plan) return plan.meetings.map(asMeeting);
    const page = await this.schedules.find('byEvent', { eq: [event.id], limit: 10, descending: true });
    return page.items.find(({ status }) => status === 'done' || status === 'stopped')?.meetings;
  }
}

export const asMeeting = ({
  leaderId,
  leaderPerson,
  smeId,
  smePerson,
  slot,
  table,
}: Plan['meetings'][number]): Meeting => ({
  leader: partyId(leaderId, leaderPerson),
  sme: partyId(smeId, smePerson),
  slot,
  table,
});

/** One that meets, else the one with the fewest things to change, else any that is listed. */
function nearest(answers: readonly WhyNot[]): WhyNot {
  const rank = ({ reason, remedies }: WhyNot) => {
    if (reason === 'meets') return -1;
    if (reason === 'not-listed') return 1e9;
    return remedies[0]?.changes.length ?? 1e6;
  };
  return [...answers].sort((a, b) => rank(a) - rank(b))[0] as WhyNot;
}

async function totalOf(instance: Instance) {
  const made = await scheduleInWorker(instance, { rounds: WHAT_IF_ROUNDS, stop: AbortSignal.timeout(WHAT_IF_MS) });
  const { meetings, score, upperBound, musts } = made;
  return { meetings: meetings.length, score, upperBound, musts };
}

/** The change as the engine takes it, found possible at this event. */
function changeOf({ kind, slot, party, leader, sme }: WhatIfInput, instance: Instance): Result<Change> {
  const is = (id: string) => instance.parties.some((one) => one.id === id);
  const inSlot = (at: number) =>
    at < instance.slots ? undefined : eventsErrors.no_such_slot({ last: instance.slots - 1 }, '/slot');
  const isThere = (id: string, field: string) => (is(id) ? undefined : eventsErrors.no_such_party({ id }, `/${field}`));
  const needs = (fields: string): Failure => eventsErrors.change_incomplete({ fields }, '/kind');
  const unless = (refused: Failure | undefined, change: Change): Result<Change> =>
    refused ? fail(refused) : ok(change);
  switch (kind) {
    case 'slot-more':
      return ok({ kind });
    case 'table-more':
    case 'table-less':
    case 'slot-less':
      return slot === undefined ? fail(needs('slot')) : unless(inSlot(slot), { kind, slot });
    case 'slot-freed':
      if (slot === undefined || party === undefined) return fail(needs('slot, party'));
      return unless(inSlot(slot) ?? isThere(party, 'party'), { kind, slot, party });
    case 'meeting-more':
    case 'seat-more':
      return party === undefined ? fail(needs('party')) : unless(isThere(party, 'party'), { kind, party });
    case 'pair-less':
      if (leader === undefined || sme === undefined) return fail(needs('leader, sme'));
      return unless(isThere(leader, 'leader') ?? isThere(sme, 'sme'), { kind, leader, sme });
  }
}
