import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, type Principal } from '#platform/access/access';
import { orRefuse } from '#platform/errors/errors';
import { Endpoint } from '#platform/http/openapi';
import { Caller, type Command, IfMatch, Once } from '#platform/http/request';
import { planView } from '../plan/plan.view.js';
import { RegistrationView } from '../registration/registration.dto.js';
import { registrationView } from '../registration/registration.view.js';
import { type Changed, ChangePlanHandler } from './change-plan.handler.js';
import { AbsenceInput, CheckInInput, DelayInput, OutcomeInput, OutcomeView, PlanChangedView } from './day.dto.js';
import { DayHandler } from './day.handler.js';

@ApiTags('matchmaking events')
@Controller('matchmaking-events/:id')
export class DayController {
  constructor(
    private readonly handler: DayHandler,
    private readonly plans: ChangePlanHandler,
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
    summary: 'Say what came of a meeting of mine; the other side says its own',
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
    return changedView(orRefuse(await this.plans.absence(id, body, { caller, command, version })));
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
    return changedView(orRefuse(await this.plans.delay(id, body, { caller, command, version })));
  }
}

function changedView({ before, plan, gathered }: Changed): PlanChangedView {
  const { meetings } = planView(plan, gathered.event, gathered.registrations);
  const was = new Map(before.meetings.map((meeting) => [meeting.id, meeting]));
  const held = meetings.filter(({ cancelled }) => cancelled === undefined);
  const isMoved = ({ id, slot }: { id: string; slot: number }) => was.has(id) && was.get(id)?.slot !== slot;
  return {
    added: held.filter(({ id }) => !was.has(id)),
    moved: held.filter(isMoved),
    cancelled: meetings.filter(({ id, cancelled }) => cancelled !== undefined && was.has(id)),
  };
}
