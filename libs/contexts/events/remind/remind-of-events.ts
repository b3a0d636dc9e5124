import { Injectable, Logger } from '@nestjs/common';
import { SYSTEM } from '#platform/access/access';
import { ok } from '#platform/errors/errors';
import { changeDocument } from '#platform/store/change';
import { InjectCollection } from '#platform/store/collections';
import { Clock } from '#platform/time/clock';
import { HandlesDue } from '#platform/time/due-work';
import type { Collection } from '#ports/store/store';
import { remindedOf } from '../event/matchmaking.rules.js';
import { slotsOf } from '../event/slots.js';
import { MATCHMAKINGS, type Matchmaking, PLANS, type Plan } from '../events.store.js';
import { remindOfMeetings } from '../plan/plan.rules.js';

/** Reminds those who meet somebody a day before the first meeting: once, and of the plan as it is then. */
@Injectable()
export class RemindOfEvents extends HandlesDue<Matchmaking> {
  constructor(
    @InjectCollection(MATCHMAKINGS) private readonly events: Collection<Matchmaking>,
    @InjectCollection(PLANS) private readonly plans: Collection<Plan>,
    clock: Clock,
  ) {
    super({ collection: events, index: 'remind', clock, logger: new Logger('events.remind') });
  }

  protected async handle({ id, version }: Matchmaking, at: string): Promise<number> {
    const plan = await this.plans.get(id);
    const act = { by: SYSTEM, at };
    const reminded = await changeDocument(this.events, id, { version }, (event) => {
      const decided = remindedOf(event, act);
      if (!decided.ok) return decided;
      const told = plan ? remindOfMeetings(plan, event, slotsOf(event), act) : [];
      return ok({ ...decided.value, events: [...(decided.value.events ?? []), ...told] });
    });
    return reminded.ok ? 1 : 0;
  }
}
