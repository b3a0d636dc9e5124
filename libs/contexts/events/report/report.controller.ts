import { Controller, Get, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, type Principal } from '#platform/access/access';
import { orRefuse, Refused } from '#platform/errors/errors';
import { Endpoint } from '#platform/http/openapi';
import { Caller } from '#platform/http/request';
import { InjectCollection } from '#platform/store/collections';
import { Clock } from '#platform/time/clock';
import type { Collection } from '#ports/store/store';
import { MatchmakingHandler } from '../event/matchmaking.handler.js';
import { eventsErrors } from '../events.errors.js';
import { type MeetingOutcome, OUTCOMES, PLANS, type Plan, REGISTRATIONS, type Registration } from '../events.store.js';
import { ReadRegistrations } from '../registration/read-registrations.js';
import { EventReportView, FairnessView } from './report.dto.js';
import { eventReport, fairness } from './report.rules.js';

@ApiTags('matchmaking events')
@Controller('matchmaking-events/:id')
export class ReportController {
  constructor(
    @InjectCollection(PLANS) private readonly plans: Collection<Plan>,
    @InjectCollection(REGISTRATIONS) private readonly registrations: Collection<Registration>,
    @InjectCollection(OUTCOMES) private readonly outcomes: Collection<MeetingOutcome>,
    private readonly every: ReadRegistrations,
    private readonly events: MatchmakingHandler,
    private readonly clock: Clock,
  ) {}

  @Get('fairness')
  @Access({ any: ['staff', 'operator'] })
  @Endpoint({ summary: 'Who meets how many, and how many of those it wished for', answer: FairnessView })
  async fairness(@Param('id') id: string, @Caller() caller: Principal): Promise<FairnessView> {
    const event = orRefuse(await this.events.read(id, caller));
    const plan = await this.plans.get(id);
    if (!plan) throw new Refused([eventsErrors.plan_needed()]);
    return fairness(event, await this.registrations.manyBy('approved', [id]), plan);
  }

  @Get('report')
  @Access({ any: ['staff', 'operator'] })
  @Endpoint({ summary: 'What came of the event, in figures', answer: EventReportView })
  async report(@Param('id') id: string, @Caller() caller: Principal): Promise<EventReportView> {
    const event = orRefuse(await this.events.read(id, caller));
    const [registrations, plan, outcomes] = await Promise.all([
      this.every.of(id),
      this.plans.get(id),
      this.outcomes.manyBy('byEvent', [id]),
    ]);
    return eventReport(event, registrations, plan, outcomes, this.clock.iso());
  }
}
