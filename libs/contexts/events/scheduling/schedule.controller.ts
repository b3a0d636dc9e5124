import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, type Principal } from '#platform/access/access';
import { commonErrors } from '#platform/errors/common.errors';
import { type Language, orRefuse, Refused } from '#platform/errors/errors';
import { Endpoint } from '#platform/http/openapi';
import { PageOf, PageQuery, pageOptions, pageView } from '#platform/http/paging';
import { Caller, type Command, Once, Reader } from '#platform/http/request';
import { InjectCollection } from '#platform/store/collections';
import type { Collection } from '#ports/store/store';
import { MatchmakingHandler } from '../event/matchmaking.handler.js';
import { slotsOf } from '../event/slots.js';
import { PLANS, type Plan, SCHEDULES, type Schedule } from '../events.store.js';
import { isOf } from '../plan/plan.rules.js';
import { RegistrationHandler } from '../registration/registration.handler.js';
import { ScheduleQuestions } from './questions.js';
import { RunSchedules } from './run-schedules.js';
import {
  ScheduleView,
  StartScheduleInput,
  WhatIfInput,
  WhatIfView,
  WhyNotMineView,
  WhyNotView,
} from './schedule.dto.js';
import { scheduleState } from './schedule.rules.js';
import { reasonSentence, whyNotView } from './why-not.view.js';

@ApiTags('matchmaking events')
@Controller('matchmaking-events/:id')
export class ScheduleController {
  constructor(
    @InjectCollection(SCHEDULES) private readonly schedules: Collection<Schedule>,
    @InjectCollection(PLANS) private readonly plans: Collection<Plan>,
    private readonly events: MatchmakingHandler,
    private readonly registrations: RegistrationHandler,
    private readonly runs: RunSchedules,
    private readonly questions: ScheduleQuestions,
  ) {}

  @Post('schedules')
  @HttpCode(202)
  @Access({ any: ['staff', 'operator'] })
  @Endpoint({
    summary: 'Make a schedule of the event as it stands; locked meetings stay',
    status: 202,
    answer: ScheduleView,
  })
  async start(
    @Param('id') id: string,
    @Body() body: StartScheduleInput,
    @Caller() caller: Principal,
    @Once() command: Command,
  ) {
    return scheduleView(orRefuse(await this.runs.start(id, body, caller, command)));
  }

  @Get('schedules')
  @Access({ any: ['staff', 'operator'] })
  @Endpoint({ summary: 'Schedules of the event, the newest first', answer: PageOf(ScheduleView) })
  async list(@Param('id') id: string, @Query() query: PageQuery, @Caller() caller: Principal) {
    orRefuse(await this.events.read(id, caller));
    const options = { eq: [id], ...pageOptions(query), descending: true };
    return pageView(await this.schedules.find('byEvent', options), scheduleView);
  }

  @Get('schedules/:scheduleId')
  @Access({ any: ['staff', 'operator'] })
  @Endpoint({ summary: 'How far a schedule is, and how good', answer: ScheduleView })
  async get(@Param('id') id: string, @Param('scheduleId') scheduleId: string) {
    return scheduleView(await this.found(id, scheduleId));
  }

  @Post('schedules/:scheduleId/stop')
  @HttpCode(200)
  @Access({ any: ['staff', 'operator'] })
  @Endpoint({ summary: 'Stop the search: the best so far is the schedule', answer: ScheduleView })
  async stop(@Param('id') id: string, @Param('scheduleId') scheduleId: string, @Once() command: Command) {
    await this.found(id, scheduleId);
    return scheduleView(orRefuse(await this.runs.stop(scheduleId, command)));
  }

  @Get('why-not/:leaderId/:smeId')
  @Access({ any: ['staff', 'operator'] })
  @Endpoint({ summary: 'Why two do not meet, and the least that would let them', answer: WhyNotView })
  async whyNot(
    @Param('id') id: string,
    @Param('leaderId') leaderId: string,
    @Param('smeId') smeId: string,
    @Reader() language: Language,
  ) {
    const { gathered, ...answer } = orRefuse(await this.questions.whyNot(id, leaderId, smeId));
    return whyNotView(answer, slotsOf(gathered.event), gathered.registrations, language);
  }

  @Post('what-if')
  @HttpCode(200)
  @Access({ any: ['staff', 'operator'] })
  @Endpoint({ summary: 'What the event would come to with one thing changed; nothing is kept', answer: WhatIfView })
  async whatIf(@Param('id') id: string, @Body() body: WhatIfInput) {
    return orRefuse(await this.questions.whatIf(id, body));
  }

  @Get('agenda/why-not/:organisationId')
  @Access({ own: ['sme', 'leader'] })
  @Endpoint({
    summary: 'Why my organisation does not meet another',
    description: 'Says nothing of the other side: whether it would not, could not or was full is its own matter.',
    answer: WhyNotMineView,
  })
  async whyNotMine(
    @Param('id') id: string,
    @Param('organisationId') organisationId: string,
    @Caller() caller: Principal,
    @Reader() language: Language,
  ): Promise<WhyNotMineView> {
    const event = orRefuse(await this.events.read(id, caller));
    const own = orRefuse(await this.registrations.own(id, caller));
    const plan = await this.plans.get(id);
    if (!plan?.publishedAt) throw new Refused([commonErrors.not_found()]);
    const mine = plan.meetings.filter(isOf(own.organisationId));
    const { max } = own.limits ?? event.limits[own.side];
    const full = mine.length >= max * own.representatives.length;
    const meets = mine.some(isOf(organisationId)) && organisationId !== own.organisationId;
    const reason = meets ? 'meets' : full ? 'own-maximum' : 'not-arranged';
    return { reason, sentence: reasonSentence(reason, language) };
  }

  private async found(id: string, scheduleId: string): Promise<Schedule> {
    const schedule = await this.schedules.get(scheduleId);
    if (schedule?.matchmakingId !== id) throw new Refused([commonErrors.not_found()]);
    return schedule;
  }
}

function scheduleView(schedule: Schedule): ScheduleView {
  const { standing, problem, meetings, version } = schedule;
  return {
    ...scheduleState(schedule, version),
    ...(standing ? { standing } : {}),
    ...(problem ? { problem } : {}),
    meetings: meetings.length,
  };
}
