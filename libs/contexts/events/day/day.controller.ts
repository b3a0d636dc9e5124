import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, type Principal } from '#platform/access/access';
import { orRefuse } from '#platform/errors/errors';
import { Endpoint } from '#platform/http/openapi';
import { Caller, type Command, IfMatch, Once } from '#platform/http/request';
import { PlanChangedView } from '../plan/plan.dto.js';
import { planChangedView } from '../plan/plan-changed.view.js';
import { RegistrationView } from '../registration/registration.dto.js';
import { registrationView } from '../registration/registration.view.js';
import { ChangePlanHandler } from './change-plan.handler.js';
import {
  AbsenceInput,
  CheckInInput,
  DelayInput,
  NoShowsQuery,
  NoShowView,
  OutcomeInput,
  OutcomeView,
} from './day.dto.js';
import { DayHandler } from './day.handler.js';
import { PlanChanges } from './plan-changes.js';

/** How long somebody who has not come is waited for, unless staff say. */
const WAITED_MINUTES = 10;

@ApiTags('matchmaking events')
@Controller('matchmaking-events/:id')
export class DayController {
  constructor(
    private readonly handler: DayHandler,
    private readonly plans: ChangePlanHandler,
    private readonly changes: PlanChanges,
  ) {}

  @Post('check-ins')
  @HttpCode(200)
  @Access({ any: ['staff', 'operator'] })
  @Endpoint({ summary: 'Somebody is at the door with the code of their organisation', answer: RegistrationView })
  async checkIn(
    @Param('id') id: string,
    @Body() body: CheckInInput,
    @Caller() caller: Principal,
    @Once() command: Command,
  ) {
    return registrationView(orRefuse(await this.handler.checkIn(id, body.code, { caller, command })));
  }

  @Put('meetings/:meetingId/outcome')
  @Access({ own: ['sme', 'leader'] })
  @Endpoint({
    summary: 'Say what came of a meeting of mine that has begun; the other side says its own',
    answer: OutcomeView,
  })
  async outcome(
    @Param('id') id: string,
    @Param('meetingId') meetingId: string,
    @Body() body: OutcomeInput,
    @Caller() caller: Principal,
    @Once() command: Command,
  ): Promise<OutcomeView> {
    return orRefuse(await this.handler.outcome(id, meetingId, body, { caller, command }));
  }

  @Get('outcomes')
  @Access({ own: ['sme', 'leader'] })
  @Endpoint({ summary: 'What my organisation has said of its meetings', answer: OutcomeView, list: true })
  async outcomes(@Param('id') id: string, @Caller() caller: Principal): Promise<OutcomeView[]> {
    return orRefuse(await this.handler.outcomes(id, caller));
  }

  @Get('no-shows')
  @Access({ any: ['staff', 'operator'] })
  @Endpoint({
    summary: 'Who should sit at a table for some minutes and has not come, the longest awaited first',
    answer: NoShowView,
    list: true,
  })
  async noShows(@Param('id') id: string, @Query() query: NoShowsQuery): Promise<NoShowView[]> {
    return orRefuse(await this.handler.noShows(id, query.minutes ?? WAITED_MINUTES));
  }

  @Post('absence-checks')
  @HttpCode(200)
  @Access({ any: ['staff', 'operator'] })
  @Endpoint({ summary: 'Who would be put in for somebody who does not come; nothing is kept', answer: PlanChangedView })
  async checkAbsence(@Param('id') id: string, @Body() body: AbsenceInput, @Caller() caller: Principal) {
    return planChangedView(orRefuse(this.changes.look(orRefuse(await this.plans.absence(id, body)), { caller })));
  }

  @Post('absences')
  @HttpCode(200)
  @Access({ any: ['staff', 'operator'] })
  @Endpoint({
    summary: 'Somebody does not come: the seats across from them are filled with those who are there',
    answer: PlanChangedView,
  })
  async absence(
    @Param('id') id: string,
    @Body() body: AbsenceInput,
    @Caller() caller: Principal,
    @Once() command: Command,
    @IfMatch() version: number | undefined,
  ) {
    const wanted = orRefuse(await this.plans.absence(id, body));
    return planChangedView(orRefuse(await this.changes.make(wanted, { caller, command, version })));
  }

  @Post('delay-checks')
  @HttpCode(200)
  @Access({ any: ['staff', 'operator'] })
  @Endpoint({ summary: 'What a delay of a table would move; nothing is kept', answer: PlanChangedView })
  async checkDelay(@Param('id') id: string, @Body() body: DelayInput, @Caller() caller: Principal) {
    return planChangedView(orRefuse(this.changes.look(orRefuse(await this.plans.delay(id, body)), { caller })));
  }

  @Post('delays')
  @HttpCode(200)
  @Access({ any: ['staff', 'operator'] })
  @Endpoint({
    summary: 'A table runs late: its meetings move, what cannot be held is cancelled',
    answer: PlanChangedView,
  })
  async delay(
    @Param('id') id: string,
    @Body() body: DelayInput,
    @Caller() caller: Principal,
    @Once() command: Command,
    @IfMatch() version: number | undefined,
  ) {
    const wanted = orRefuse(await this.plans.delay(id, body));
    return planChangedView(orRefuse(await this.changes.make(wanted, { caller, command, version })));
  }
}
