import { randomBytes } from 'node:crypto';
import { Controller, Get, Header, Inject, Param, Post, Req } from '@nestjs/common';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import { Access, type Principal, SIGNED_IN } from '#platform/access/access';
import { CONFIG, type Config } from '#platform/config/config';
import { commonErrors } from '#platform/errors/common.errors';
import { type Language, ok, orRefuse, Refused } from '#platform/errors/errors';
import { Endpoint } from '#platform/http/openapi';
import { Caller, type HouseRequest, Reader } from '#platform/http/request';
import { sha256 } from '#platform/ids';
import { changeDocument } from '#platform/store/change';
import { InjectCollection } from '#platform/store/collections';
import { Clock } from '#platform/time/clock';
import type { Collection } from '#ports/store/store';
import { MATCHMAKINGS, type Matchmaking, REGISTRATIONS, type Registration } from '../events.store.js';
import { ReadAgenda } from '../plan/read-agenda.js';
import { RegistrationHandler } from '../registration/registration.handler.js';
import { agendaCalendar } from './agenda-calendar.js';

class CalendarLinkView {
  @ApiProperty({ description: 'Whoever has the address reads the agenda; making another ends this one' })
  url!: string;
}

@ApiTags('matchmaking events')
@Controller()
export class CalendarController {
  constructor(
    @InjectCollection(MATCHMAKINGS) private readonly events: Collection<Matchmaking>,
    @InjectCollection(REGISTRATIONS) private readonly registrations: Collection<Registration>,
    private readonly entries: RegistrationHandler,
    private readonly agendas: ReadAgenda,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Post('matchmaking-events/:id/calendar')
  @Access({ own: ['sme', 'leader'] })
  @Endpoint({
    summary: 'Make an address that calendars subscribe to; the one before ends',
    status: 201,
    answer: CalendarLinkView,
  })
  async make(
    @Param('id') id: string,
    @Caller() caller: Principal,
    @Req() request: HouseRequest,
  ): Promise<CalendarLinkView> {
    const own = orRefuse(await this.entries.own(id, caller));
    const token = randomBytes(24).toString('base64url');
    const calendarHash = sha256(token);
    orRefuse(await changeDocument(this.registrations, own.id, {}, (one) => ok({ doc: { ...one, calendarHash } })));
    const base = this.config.publicUrl || `${request.protocol}://${request.host}`;
    return { url: `${base}/api/v1/calendars/${token}` };
  }

  @Get('calendars/:token')
  @Access({ any: ['anonymous', ...SIGNED_IN] })
  @Header('content-type', 'text/calendar; charset=utf-8')
  @Header('cache-control', 'private, no-store')
  @Endpoint({ summary: 'The agenda behind a secret address, as iCalendar', types: ['text/calendar'] })
  async read(@Param('token') token: string, @Reader() language: Language): Promise<string> {
    const [own] = await this.registrations.manyBy('calendar', [sha256(token)]);
    const event = own && (await this.events.get(own.matchmakingId));
    if (!own || !event) throw new Refused([commonErrors.not_found()]);
    const { agenda, plan } = await this.agendas.of(event, own);
    return agendaCalendar(agenda, plan?.version ?? 0, plan?.updatedAt ?? this.clock.iso(), language);
  }
}
