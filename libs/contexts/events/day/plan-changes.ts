import { Injectable } from '@nestjs/common';
import type { CancelledMeeting, Phase, PlannedMeeting } from '#contracts/matchmaking';
import type { Meeting } from '#engines/schedule/types';
import { fail, ok, type Result } from '#platform/errors/errors';
import type { Asked } from '#platform/http/request';
import { changeDocument, type Decision } from '#platform/store/change';
import { InjectCollection } from '#platform/store/collections';
import { Clock } from '#platform/time/clock';
import type { Collection } from '#ports/store/store';
import type { Act } from '../act.js';
import { inPhase } from '../event/matchmaking.rules.js';
import { slotsOf } from '../event/slots.js';
import { PLANS, type Plan } from '../events.store.js';
import { changePlan, plannedMeeting } from '../plan/plan.rules.js';
import { type Gathered, GatherGrounds } from '../scheduling/gather.js';
import { partyId } from '../scheduling/instance.js';
import { asMeeting } from '../scheduling/questions.js';

/** The plan after a change, and what it was before. */
export interface Changed {
  readonly before: Plan;
  readonly plan: Plan;
  readonly gathered: Gathered;
}

/** A change of a plan that staff ask for. */
export interface WantedChange {
  readonly gathered: Gathered & { readonly plan: Plan };
  readonly because: CancelledMeeting['because'];
  /** The meetings as they would be; said of the plan as it is when it is written. */
  readonly next: (meetings: readonly Meeting[]) => Result<readonly Meeting[]>;
  readonly note: string;
  /** Two that meet because staff have agreed it with both, and so they stay. */
  readonly agreed?: { readonly leader: string; readonly sme: string };
}

/** Who changes it: somebody who asks, or the product itself. */
type Making = Omit<Asked, 'caller'> & { readonly caller: Act['by'] };

/** Shows what a change would do to a plan, and makes it. */
@Injectable()
export class PlanChanges {
  constructor(
    @InjectCollection(PLANS) private readonly plans: Collection<Plan>,
    private readonly grounds: GatherGrounds,
    private readonly clock: Clock,
  ) {}

  /** The event with its plan, in a phase in which the plan may be changed. */
  async found(id: string, phases: readonly Phase[]): Promise<Result<WantedChange['gathered']>> {
    const found = await this.grounds.ofTheDay(id);
    if (!found.ok) return found;
    const refused = inPhase(found.value.event, phases);
    return refused ? fail(refused) : found;
  }

  /** What the change would do; nothing is written. */
  look(wanted: WantedChange, { caller }: Pick<Asked, 'caller'>): Result<Changed> {
    const { plan: before } = wanted.gathered;
    const decided = decide(before, wanted, { by: caller, at: this.clock.iso() });
    return decided.ok ? ok({ before, plan: decided.value.doc, gathered: wanted.gathered }) : decided;
  }

  async make(wanted: WantedChange, { caller, command, version }: Making): Promise<Result<Changed>> {
    const act = { by: caller, at: this.clock.iso() };
    let before: Plan | undefined;
    const options = { cause: command.cause, version };
    const changed = await changeDocument(this.plans, wanted.gathered.event.id, options, (plan) => {
      before = plan;
      return decide(plan, wanted, act);
    });
    if (!changed.ok) return changed;
    return ok({ before: before ?? changed.value, plan: changed.value, gathered: wanted.gathered });
  }

  /** Slots that have not begun yet start with this one. */
  firstOpenSlot({ event }: Gathered): number {
    const now = this.clock.iso();
    const at = slotsOf(event).findIndex(({ from }) => from > now);
    return event.phase === 'live' && at >= 0 ? at : 0;
  }
}

function decide(plan: Plan, wanted: WantedChange, act: Act): Result<Decision<Plan>> {
  const { gathered, because, next, note, agreed } = wanted;
  const found = next(plan.meetings.map(asMeeting));
  if (!found.ok) return found;
  const { event } = gathered;
  const meetings = found.value.map((meeting) => {
    const isAgreed = meeting.leader === agreed?.leader && meeting.sme === agreed?.sme;
    return { ...kept(plan, event.id, meeting), ...(isAgreed ? { agreed: true, locked: true } : {}) };
  });
  return ok(changePlan(plan, { meetings, because }, event, slotsOf(event), act, note));
}

/** The meeting with what is said of it in the plan. */
function kept(plan: Plan, matchmakingId: string, meeting: Meeting): PlannedMeeting {
  const planned = plannedMeeting(matchmakingId, meeting);
  const { locked, agreed } = plan.meetings.find(({ id }) => id === planned.id) ?? {};
  return { ...planned, ...(locked ? { locked } : {}), ...(agreed ? { agreed } : {}) };
}

/** Names the two of a planned meeting as the engine does. */
export const pairOf = ({ leaderId, leaderPerson, smeId, smePerson }: PlannedMeeting) => ({
  leader: partyId(leaderId, leaderPerson),
  sme: partyId(smeId, smePerson),
});
