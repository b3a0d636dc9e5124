import { Injectable } from '@nestjs/common';
import type { PlannedMeeting } from '#contracts/matchmaking';
import { checkInstance } from '#engines/schedule/check-instance';
import type { Instance } from '#engines/schedule/types';
import { commonErrors } from '#platform/errors/common.errors';
import { fail, ok, type Result } from '#platform/errors/errors';
import { InjectCollection } from '#platform/store/collections';
import type { Collection } from '#ports/store/store';
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
import { KnownThings } from '../known/known-things.js';
import { organisationsIn } from '../plan/organisations-in.js';
import { registrationId } from '../registration/registration.rules.js';
import { type Grounds, instanceOf, pairKey } from './instance.js';

/** More would not fit in the memory of a thread. */
const MOST_PAIRS = 300_000;

/** An event with all that its schedule is made of. */
export interface Gathered extends Grounds {
  readonly plan: Plan | undefined;
  readonly instance: Instance;
}

/** Reads what a schedule is made of. */
@Injectable()
export class GatherGrounds {
  constructor(
    @InjectCollection(MATCHMAKINGS) private readonly events: Collection<Matchmaking>,
    @InjectCollection(REGISTRATIONS) private readonly registrations: Collection<Registration>,
    @InjectCollection(PLANS) private readonly plans: Collection<Plan>,
    @InjectCollection(OUTCOMES) private readonly outcomes: Collection<MeetingOutcome>,
    private readonly known: KnownThings,
  ) {}

  /** The event as it stands now, found fit for the engine; else what is wrong with it. */
  async of(id: string): Promise<Result<Gathered>> {
    const [event, registrations, plan] = await this.read(id);
    if (!event) return fail(commonErrors.not_found());
    const there = new Set(registrations.map(({ organisationId }) => organisationId));
    const stays = (one: PlannedMeeting) => one.locked && there.has(one.leaderId) && there.has(one.smeId);
    const locked = (plan?.meetings ?? []).filter(stays);
    const grounds = { event, registrations: inOrder(registrations), ...(await this.history(registrations)), locked };
    const instance = instanceOf({ ...grounds, listed: locked });
    const pairs = instance.pairs.length;
    if (pairs > MOST_PAIRS) return fail(eventsErrors.pairs_many({ pairs, most: MOST_PAIRS }));
    const checked = checkInstance(instance);
    if ('problem' in checked) return fail(eventsErrors.instance_wrong({ ...checked.problem }));
    return ok({ ...grounds, listed: locked, plan, instance });
  }

  /** The event of the day, for changes of its plan: all that was planned may be held, whoever has left since. */
  async ofTheDay(id: string): Promise<Result<Gathered & { readonly plan: Plan }>> {
    const [event, approved, plan] = await this.read(id);
    if (!event) return fail(commonErrors.not_found());
    if (!plan) return fail(eventsErrors.plan_needed());
    const there = new Set(approved.map(({ organisationId }) => organisationId));
    const gone = organisationsIn(plan.meetings).filter((one) => !there.has(one));
    const left = await this.registrations.many(gone.map((one) => registrationId(id, one)));
    const registrations = inOrder([...approved, ...left]);
    const locked = plan.meetings.filter((one) => one.locked);
    const grounds = { event, registrations, ...(await this.history(registrations)), locked, listed: plan.meetings };
    return ok({ ...grounds, plan, instance: instanceOf(grounds) });
  }

  private read(id: string) {
    return Promise.all([this.events.get(id), this.registrations.manyBy('approved', [id]), this.plans.get(id)]);
  }

  /** How the organisations fit each other, and who has met before. */
  private async history(registrations: readonly Registration[]): Promise<Pick<Grounds, 'matches' | 'met'>> {
    const leaders = registrations.filter(({ side }) => side === 'leader');
    const [matches, outcomes] = await Promise.all([
      this.known.matchesOf(leaders.flatMap(({ demandIds }) => demandIds)),
      this.outcomes.manyBy(
        'met',
        leaders.slice(0, 1000).map(({ organisationId }) => organisationId),
      ),
    ]);
    return { matches, met: new Set(outcomes.map(({ leaderId, smeId }) => pairKey(leaderId, smeId))) };
  }
}

/** The same grounds give the same schedule, in whatever order the store answers. */
function inOrder(registrations: readonly Registration[]): Registration[] {
  return [...registrations].sort((a, b) => (a.id < b.id ? -1 : 1));
}
