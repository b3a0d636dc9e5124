import { Injectable } from '@nestjs/common';
import { EVENTS } from '#contracts/topics';
import type { Principal } from '#platform/access/access';
import { commonErrors } from '#platform/errors/common.errors';
import { fail, ok, type Result } from '#platform/errors/errors';
import type { Asked } from '#platform/http/request';
import { changeDocument } from '#platform/store/change';
import { InjectCollection } from '#platform/store/collections';
import { Clock } from '#platform/time/clock';
import type { Collection } from '#ports/store/store';
import { inPhase } from '../event/matchmaking.rules.js';
import { slotsOf } from '../event/slots.js';
import { eventsErrors } from '../events.errors.js';
import {
  MATCHMAKINGS,
  type Matchmaking,
  type MeetingOutcome,
  OUTCOMES,
  PLANS,
  type Plan,
  REGISTRATIONS,
  type Registration,
} from '../events.store.js';
import { isOf } from '../plan/plan.rules.js';
import { decided, inState } from '../registration/registration.rules.js';
import type { NoShowView, OutcomeInput, OutcomeView } from './day.dto.js';
import { noShows } from './no-shows.js';
import { saidOf } from './outcome.rules.js';

const TRIES = 8;

/** The door and the tables of the day. */
@Injectable()
export class DayHandler {
  constructor(
    @InjectCollection(MATCHMAKINGS) private readonly events: Collection<Matchmaking>,
    @InjectCollection(REGISTRATIONS) private readonly registrations: Collection<Registration>,
    @InjectCollection(PLANS) private readonly plans: Collection<Plan>,
    @InjectCollection(OUTCOMES) private readonly outcomesSaid: Collection<MeetingOutcome>,
    private readonly clock: Clock,
  ) {}

  /** Whoever shows the code of an organisation is there; a second one of it changes nothing. */
  async checkIn(id: string, code: string, { caller, command }: Asked): Promise<Result<Registration>> {
    const event = await this.events.get(id);
    if (!event) return fail(commonErrors.not_found());
    const refused = inPhase(event, ['final', 'live']);
    if (refused) return fail(refused);
    const [found] = await this.registrations.manyBy('code', [`${id}:${code}`]);
    if (!found) return fail(eventsErrors.code_unknown({ code }, '/code'));
    if (found.checkedInAt) return ok(found);
    const act = { by: caller, at: this.clock.iso() };
    return changeDocument(this.registrations, found.id, { cause: command.cause }, (registration) => {
      const wrong = inState(registration, ['approved']);
      if (wrong) return fail(wrong);
      return decided(registration, { checkedInAt: act.at }, act, EVENTS.registrationChanged, 'check-in');
    });
  }

  /** Who has not come although a meeting of theirs began so many minutes ago. */
  async noShows(id: string, minutes: number): Promise<Result<NoShowView[]>> {
    const [event, plan] = await Promise.all([this.events.get(id), this.plans.get(id)]);
    if (!event) return fail(commonErrors.not_found());
    const refused = inPhase(event, ['live']);
    if (refused) return fail(refused);
    if (!plan) return fail(eventsErrors.plan_needed());
    const there = await this.registrations.manyBy('approved', [id]);
    return ok(noShows(event, plan, there, { now: this.clock.iso(), minutes }));
  }

  /** What the caller's organisation says of a meeting of its own. */
  async outcome(
    id: string,
    meetingId: string,
    said: OutcomeInput,
    { caller, command }: Asked,
  ): Promise<Result<OutcomeView>> {
    const [event, plan] = await Promise.all([this.events.get(id), this.plans.get(id)]);
    const me = caller.organisation?.id ?? '';
    const meeting = plan?.meetings.find((one) => one.id === meetingId);
    if (!event || !meeting || !isOf(me)(meeting)) return fail(eventsErrors.no_such_meeting());
    const refused = inPhase(event, ['live', 'closed']);
    if (refused) return fail(refused);
    const at = this.clock.iso();
    const begins = slotsOf(event)[meeting.slot]?.from;
    if (begins === undefined || begins > at) return fail(eventsErrors.not_begun());
    const side = meeting.leaderId === me ? ('leader' as const) : ('sme' as const);
    const { met, next, note } = said;
    const outcome = { met, ...(next ? { next } : {}), at };
    for (let tries = 0; tries < TRIES; tries += 1) {
      const before = await this.outcomesSaid.get(meetingId);
      const { doc, events } = saidOf(id, meeting, before, side, { outcome, note });
      const written = before
        ? await this.outcomesSaid.save({ ...doc, version: before.version }, events, command.cause)
        : (await this.outcomesSaid.insert([{ doc, events }], command.cause))[0];
      if (written?.status === 'done' || written?.status === 'already') return ok(outcomeView(written.doc, side));
    }
    return fail(commonErrors.stale());
  }

  async outcomes(id: string, caller: Principal): Promise<Result<OutcomeView[]>> {
    const me = caller.organisation?.id ?? '';
    const [event, plan] = await Promise.all([this.events.get(id), this.plans.get(id)]);
    if (!event) return fail(commonErrors.not_found());
    if (!plan?.publishedAt) return ok([]);
    const own = [...plan.meetings, ...plan.cancelled].filter(isOf(me));
    const said = await this.outcomesSaid.many(own.map((meeting) => meeting.id));
    return ok(
      said.flatMap((one) => {
        const side = one.leaderId === me ? ('leader' as const) : ('sme' as const);
        return one[side] ? [outcomeView(one, side)] : [];
      }),
    );
  }
}

function outcomeView(outcome: MeetingOutcome, side: 'leader' | 'sme'): OutcomeView {
  const { met = false, next, at = '' } = outcome[side] ?? {};
  const note = outcome.notes[side];
  return { id: outcome.id, met, ...(next ? { next } : {}), ...(note ? { note } : {}), at };
}
