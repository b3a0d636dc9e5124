import { Body, Controller, Get, HttpCode, Param, Patch, Post, Put, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Access, type Principal } from '#platform/access/access';
import { type Language, orRefuse, Refused } from '#platform/errors/errors';
import { XLSX_TYPE } from '#platform/http/http-app';
import { Endpoint } from '#platform/http/openapi';
import { Caller, type Command, IfMatch, Once, Reader } from '#platform/http/request';
import { InjectCollection } from '#platform/store/collections';
import type { Collection } from '#ports/store/store';
import { PlanChanges } from '../day/plan-changes.js';
import { MatchmakingHandler } from '../event/matchmaking.handler.js';
import { eventsErrors } from '../events.errors.js';
import { PLANS, type Plan, REGISTRATIONS, type Registration } from '../events.store.js';
import { ReadRegistrations } from '../registration/read-registrations.js';
import { RegistrationHandler } from '../registration/registration.handler.js';
import { seatAskedView } from '../seats/seat-offer.view.js';
import { SeatOffersHandler } from '../seats/seat-offers.handler.js';
import { PlaceMeetingsHandler } from './place-meetings.handler.js';
import {
  ExtraMeetingInput,
  LockInput,
  OwnAgendaView,
  PlaceInput,
  PlanChangedView,
  PlanExportQuery,
  PlanView,
  UnmetWishesView,
} from './plan.dto.js';
import { PlanHandler } from './plan.handler.js';
import { planView } from './plan.view.js';
import { planChangedView } from './plan-changed.view.js';
import { planSheet } from './plan-sheet.js';
import { ReadAgenda } from './read-agenda.js';
import { unmetWishes } from './unmet-wishes.js';

/** By how many minutes clocks in China are ahead of UTC. */
const CHINA_MINUTES = 480;

@ApiTags('matchmaking events')
@Controller('matchmaking-events/:id')
export class PlanController {
  constructor(
    @InjectCollection(PLANS) private readonly plans: Collection<Plan>,
    @InjectCollection(REGISTRATIONS) private readonly there: Collection<Registration>,
    private readonly registrations: ReadRegistrations,
    private readonly events: MatchmakingHandler,
    private readonly entries: RegistrationHandler,
    private readonly handler: PlanHandler,
    private readonly agendas: ReadAgenda,
    private readonly places: PlaceMeetingsHandler,
    private readonly changes: PlanChanges,
    private readonly seats: SeatOffersHandler,
  ) {}

  @Get('plan')
  @Access({ any: ['staff', 'operator'] })
  @Endpoint({ summary: 'All meetings of the event, cancelled ones too', answer: PlanView })
  async plan(@Param('id') id: string, @Caller() caller: Principal) {
    return this.view(id, await this.plans.get(id), caller);
  }

  @Get('plan/export')
  @Access({ any: ['staff', 'operator'] })
  @Endpoint({ summary: 'All meetings as an xlsx sheet, at the times of the reader’s clock', types: [XLSX_TYPE] })
  async export(
    @Param('id') id: string,
    @Query() query: PlanExportQuery,
    @Caller() caller: Principal,
    @Reader() language: Language,
    @Res() reply: FastifyReply,
  ) {
    const plan = await this.view(id, await this.plans.get(id), caller);
    const sheet = await planSheet(plan, { language, ahead: query.ahead ?? CHINA_MINUTES });
    await reply
      .header('content-type', XLSX_TYPE)
      .header('content-disposition', 'attachment; filename="meetings.xlsx"')
      .send(sheet);
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

  @Post('meetings/:meetingId/place-checks')
  @HttpCode(200)
  @Access({ any: ['staff', 'operator'] })
  @Endpoint({ summary: 'What it would cost to hold a meeting elsewhere; nothing is kept', answer: PlanChangedView })
  async checkPlace(
    @Param('id') id: string,
    @Param('meetingId') meetingId: string,
    @Body() body: PlaceInput,
    @Caller() caller: Principal,
  ): Promise<PlanChangedView> {
    const wanted = orRefuse(await this.places.move(id, meetingId, body));
    return planChangedView(orRefuse(this.changes.look(wanted, { caller })));
  }

  @Put('meetings/:meetingId/place')
  @Access({ any: ['staff', 'operator'] })
  @Endpoint({
    summary: 'Hold a meeting in another slot or at another table; what is in its way moves or is cancelled',
    answer: PlanChangedView,
  })
  async place(
    @Param('id') id: string,
    @Param('meetingId') meetingId: string,
    @Body() body: PlaceInput,
    @Caller() caller: Principal,
    @Once() command: Command,
    @IfMatch() version: number | undefined,
  ): Promise<PlanChangedView> {
    const wanted = orRefuse(await this.places.move(id, meetingId, body));
    return planChangedView(orRefuse(await this.changes.make(wanted, { caller, command, version })));
  }

  @Post('meetings')
  @HttpCode(200)
  @Access({ any: ['staff', 'operator'] })
  @Endpoint({
    summary: 'Have two meet who do not, as staff have agreed with them',
    description: 'Limits, absences and tables give way, other meetings do not. The meeting is locked.',
    answer: PlanChangedView,
  })
  async add(
    @Param('id') id: string,
    @Body() body: ExtraMeetingInput,
    @Caller() caller: Principal,
    @Once() command: Command,
    @IfMatch() version: number | undefined,
  ): Promise<PlanChangedView> {
    const wanted = orRefuse(await this.places.add(id, body));
    return planChangedView(orRefuse(await this.changes.make(wanted, { caller, command, version })));
  }

  @Get('unmet-wishes')
  @Access({ any: ['staff', 'operator'] })
  @Endpoint({ summary: 'Wishes that the plan does not hold', answer: UnmetWishesView })
  async unmet(@Param('id') id: string, @Caller() caller: Principal): Promise<UnmetWishesView> {
    orRefuse(await this.events.read(id, caller));
    const plan = await this.plans.get(id);
    if (!plan) throw new Refused([eventsErrors.plan_needed()]);
    return unmetWishes(await this.there.manyBy('approved', [id]), plan);
  }

  @Get('agenda')
  @Access({ own: ['sme', 'leader'] })
  @Endpoint({ summary: 'The meetings of my organisation, once the schedule is final', answer: OwnAgendaView })
  async agenda(@Param('id') id: string, @Caller() caller: Principal): Promise<OwnAgendaView> {
    const event = orRefuse(await this.events.read(id, caller));
    const own = orRefuse(await this.entries.own(id, caller));
    const [{ agenda, plan }, asked] = await Promise.all([this.agendas.of(event, own), this.seats.openFor(own)]);
    // What has been filled in another way meanwhile is nothing to be asked about.
    const there = new Set(plan?.meetings.map((meeting) => meeting.id));
    const open = asked.filter(({ lostId }) => there.has(lostId));
    return { ...agenda, asked: open.map((offer) => seatAskedView(offer, own)) };
  }

  private async view(id: string, plan: Plan | undefined, caller: Principal): Promise<PlanView> {
    const event = orRefuse(await this.events.read(id, caller));
    if (!plan) throw new Refused([eventsErrors.plan_needed()]);
    return planView(plan, event, await this.registrations.of(id));
  }
}
