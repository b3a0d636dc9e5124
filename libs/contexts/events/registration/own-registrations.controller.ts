import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, type Principal } from '#platform/access/access';
import { Endpoint } from '#platform/http/openapi';
import { PageOf, PageQuery, pageOptions, pageView } from '#platform/http/paging';
import { Caller } from '#platform/http/request';
import { InjectCollection } from '#platform/store/collections';
import type { Collection } from '#ports/store/store';
import { beginsAt } from '../event/slots.js';
import { MATCHMAKINGS, type Matchmaking, REGISTRATIONS, type Registration } from '../events.store.js';
import { OwnRegistrationView } from './registration.dto.js';

/** The events that concern an organisation, whatever has become of its registration. */
@ApiTags('matchmaking events')
@Controller('matchmaking-registrations')
export class OwnRegistrationsController {
  constructor(
    @InjectCollection(REGISTRATIONS) private readonly registrations: Collection<Registration>,
    @InjectCollection(MATCHMAKINGS) private readonly events: Collection<Matchmaking>,
  ) {}

  @Get()
  @Access({ own: ['sme', 'leader'] })
  @Endpoint({
    summary: 'Events that my organisation is invited to or takes part in, the last changed first',
    answer: PageOf(OwnRegistrationView),
  })
  async list(@Query() query: PageQuery, @Caller() caller: Principal) {
    const eq = [caller.organisation?.id ?? ''];
    const page = await this.registrations.find('byOrganisation', { eq, ...pageOptions(query), descending: true });
    const events = await this.events.many(page.items.map(({ matchmakingId }) => matchmakingId));
    const byId = new Map(events.map((event) => [event.id, event]));
    return pageView(page, (registration) => viewOf(registration, byId.get(registration.matchmakingId)));
  }
}

function viewOf(
  { matchmakingId, matchmakingTitle: title, status, wishes }: Registration,
  event: Matchmaking | undefined,
): OwnRegistrationView {
  const from = event && beginsAt(event);
  const phase = event?.phase ?? 'reported';
  return { matchmakingId, title, status, phase, wishes: wishes.length, ...(from ? { from } : {}) };
}
