import { Injectable } from '@nestjs/common';
import { InjectCollection } from '#platform/store/collections';
import type { Collection } from '#ports/store/store';
import { type Matchmaking, PLANS, type Plan, REGISTRATIONS, type Registration } from '../events.store.js';
import { registrationId } from '../registration/registration.rules.js';
import { organisationsIn } from './organisations-in.js';
import type { AgendaView } from './plan.dto.js';
import { isOf } from './plan.rules.js';
import { agendaView } from './plan.view.js';

/** Reads the agenda of a participant, with the names of those it meets. */
@Injectable()
export class ReadAgenda {
  constructor(
    @InjectCollection(PLANS) private readonly plans: Collection<Plan>,
    @InjectCollection(REGISTRATIONS) private readonly registrations: Collection<Registration>,
  ) {}

  async of(event: Matchmaking, own: Registration): Promise<{ agenda: AgendaView; plan: Plan | undefined }> {
    const plan = await this.plans.get(event.id);
    const all = plan?.publishedAt ? [...plan.meetings, ...plan.cancelled] : [];
    const met = all.filter(isOf(own.organisationId));
    const ids = organisationsIn(met).map((other) => registrationId(event.id, other));
    return { agenda: agendaView(plan, event, own, await this.registrations.many(ids)), plan };
  }
}
