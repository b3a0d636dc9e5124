import { Body, Controller, Get, Param, Patch } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, type Principal } from '#platform/access/access';
import { orRefuse, Refused } from '#platform/errors/errors';
import { Endpoint } from '#platform/http/openapi';
import { Caller, type Command, IfMatch, Once } from '#platform/http/request';
import { InjectCollection } from '#platform/store/collections';
import type { Collection } from '#ports/store/store';
import { MatchmakingHandler } from '../event/matchmaking.handler.js';
import { eventsErrors } from '../events.errors.js';
import { PLANS, type Plan } from '../events.store.js';
import { ReadRegistrations } from '../registration/read-registrations.js';
import { RegistrationHandler } from '../registration/registration.handler.js';
import { AgendaView, LockInput, PlanView } from './plan.dto.js';
import { PlanHandler } from './plan.handler.js';
import { planView } from './plan.view.js';
import { ReadAgenda } from './read-agenda.js';

@ApiTags('matchmaking events')
@Controller('matchmaking-events/:id')
export class PlanController {
  constructor(
    @InjectCollection(PLANS) private readonly plans: Collection<Plan>,
    private readonly registrations: ReadRegistrations,
    private readonly events: MatchmakingHandler,
    private readonly entries: RegistrationHandler,
    private readonly handler: PlanHandler,
    private readonly agendas: ReadAgenda,
  ) {}

  @Get('plan')
  @Access({ any: ['staff', 'operator'] })
  @Endpoint({ summary: 'All meetings of the event, cancelled ones too', answer: PlanView })
  async plan(@Param('id') id: string, @Caller() caller: Principal) {
    return this.view(id, await this.plans.get(id), caller);
  }

  @Patch('meetings/:meetingId')
  @Access({ any: ['staff', 'operator'] })
  @Endpoint({ summary: 'Lock a meeting, or let it go', answer: PlanView })
  async lock(
    @Param('id') id: string,
    @Param('meetingId') meetingId: string,
    @Body() body: LockInput,
    @Caller() caller: Principal,
    @Once() command: Command,
    @IfMatch() version: number | undefined,
  ) {
    const asked = { caller, command, version };
    return this.view(id, orRefuse(await this.handler.lock(id, meetingId, body.locked, asked)), caller);
  }

  @Get('agenda')
  @Access({ own: ['sme', 'leader'] })
  @Endpoint({ summary: 'The meetings of my organisation, once the schedule is final', answer: AgendaView })
  async agenda(@Param('id') id: string, @Caller() caller: Principal) {
    const event = orRefuse(await this.events.read(id, caller));
    const own = orRefuse(await this.entries.own(id, caller));
    return (await this.agendas.of(event, own)).agenda;
  }

  private async view(id: string, plan: Plan | undefined, caller: Principal): Promise<PlanView> {
    const event = orRefuse(await this.events.read(id, caller));
    if (!plan) throw new Refused([eventsErrors.plan_needed()]);
    return planView(plan, event, await this.registrations.of(id));
  }
}
