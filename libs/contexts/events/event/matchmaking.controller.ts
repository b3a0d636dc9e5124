import { Body, Controller, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { MatchmakingContent } from '#contracts/matchmaking';
import { Access, isStaff, MEMBERS, type Principal } from '#platform/access/access';
import { orRefuse, type Result } from '#platform/errors/errors';
import { cleared } from '#platform/http/fields';
import { Endpoint } from '#platform/http/openapi';
import { PageOf, PageQuery, pageOptions, pageView } from '#platform/http/paging';
import { Caller, type Command, IfMatch, Once } from '#platform/http/request';
import { InjectCollection } from '#platform/store/collections';
import type { Collection } from '#ports/store/store';
import { MATCHMAKING_HISTORY, MATCHMAKINGS, type Matchmaking, type MatchmakingHistoryEntry } from '../events.store.js';
import { PlanHandler } from '../plan/plan.handler.js';
import {
  MatchmakingChangeInput,
  MatchmakingHistoryView,
  MatchmakingInput,
  MatchmakingsQuery,
  MatchmakingView,
  MoveInput,
} from './matchmaking.dto.js';
import { MatchmakingHandler } from './matchmaking.handler.js';
import { matchmakingState } from './matchmaking.rules.js';
import { slotsOf } from './slots.js';

/** What an event has unless staff say otherwise. */
const DEFAULTS = {
  sessions: [],
  breaks: [],
  programme: [],
  limits: { leader: { min: 2, max: 30 }, sme: { min: 2, max: 8 } },
  musts: { leader: 5, sme: 2 },
};

@ApiTags('matchmaking events')
@Controller('matchmaking-events')
export class MatchmakingController {
  constructor(
    @InjectCollection(MATCHMAKINGS) private readonly events: Collection<Matchmaking>,
    @InjectCollection(MATCHMAKING_HISTORY) private readonly history: Collection<MatchmakingHistoryEntry>,
    private readonly handler: MatchmakingHandler,
    private readonly plans: PlanHandler,
  ) {}

  @Post()
  @Access({ any: ['staff', 'operator'] })
  @Endpoint({ summary: 'Plan an event (a draft)', status: 201, answer: MatchmakingView })
  async create(@Body() body: MatchmakingInput, @Caller() caller: Principal, @Once() command: Command) {
    const content: MatchmakingContent = { ...DEFAULTS, ...cleared(body) };
    return seen(await this.handler.create(content, caller, command));
  }

  @Get()
  @Access({ any: [...MEMBERS, 'operator'] })
  @Endpoint({
    summary: 'Events that are open or over, the latest day first; staff: all, the last changed first',
    answer: PageOf(MatchmakingView),
  })
  async list(@Query() query: MatchmakingsQuery, @Caller() caller: Principal) {
    const options = { ...pageOptions(query), descending: true };
    if (!isStaff(caller)) return pageView(await this.events.find('listed', options), view);
    const page = query.phase
      ? await this.events.find('byPhase', { eq: [query.phase], ...options })
      : await this.events.find('byAge', options);
    return pageView(page, view);
  }

  @Get(':id')
  @Access({ any: [...MEMBERS, 'operator'] })
  @Endpoint({ summary: 'One event; drafts are for staff', answer: MatchmakingView })
  async get(@Param('id') id: string, @Caller() caller: Principal) {
    return seen(await this.handler.read(id, caller));
  }

  @Patch(':id')
  @Access({ any: ['staff', 'operator'] })
  @Endpoint({ summary: 'Change it; times, tables and limits until it has a schedule', answer: MatchmakingView })
  async revise(
    @Param('id') id: string,
    @Body() body: MatchmakingChangeInput,
    @Caller() caller: Principal,
    @Once() command: Command,
    @IfMatch() version: number | undefined,
  ) {
    return seen(await this.handler.revise(id, cleared(body), { caller, command, version }));
  }

  @Post(':id/phase')
  @HttpCode(200)
  @Access({ any: ['staff', 'operator'] })
  @Endpoint({ summary: 'Take it to the next phase, or one back where that is possible', answer: MatchmakingView })
  async move(
    @Param('id') id: string,
    @Body() body: MoveInput,
    @Caller() caller: Principal,
    @Once() command: Command,
    @IfMatch() version: number | undefined,
  ) {
    return seen(await this.plans.move(id, body.to, body.scheduleId, { caller, command, version }));
  }

  @Get(':id/history')
  @Access({ any: ['staff', 'operator'] })
  @Endpoint({ summary: 'Who did what at an event, newest first', answer: PageOf(MatchmakingHistoryView) })
  async changes(@Param('id') id: string, @Query() query: PageQuery, @Caller() caller: Principal) {
    orRefuse(await this.handler.read(id, caller));
    const page = await this.history.find('byEvent', { eq: [id], ...pageOptions(query), descending: true });
    return pageView(page, ({ at, byName, action, note, organisationName }) => ({
      at,
      byName,
      action,
      ...(note ? { note } : {}),
      ...(organisationName ? { organisationName } : {}),
    }));
  }
}

const view = (event: Matchmaking) => ({ ...matchmakingState(event), slots: slotsOf(event) });
const seen = (result: Result<Matchmaking>) => view(orRefuse(result));
