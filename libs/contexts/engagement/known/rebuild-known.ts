import { Controller, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access } from '#platform/access/access';
import { Endpoint } from '#platform/http/openapi';
import { RebuiltView, rebuiltTogether } from '#platform/messaging/rebuilt.view';
import { InjectCollection } from '#platform/store/collections';
import { Log } from '#ports/log/log';
import type { Collection } from '#ports/store/store';
import {
  KNOWN_DEMANDS,
  KNOWN_FIRMS,
  KNOWN_MATCHES,
  KNOWN_ORGANISATIONS,
  KNOWN_PEOPLE,
  type KnownDemand,
  type KnownFirm,
  type KnownMatch,
  type KnownOrganisation,
  type KnownPerson,
} from './known.store.js';
import {
  demandsFromEvents,
  firmsFromEvents,
  matchesFromEvents,
  organisationsFromEvents,
  peopleFromEvents,
} from './projections.js';

/** For operators: what this context knows of others is made anew from their events. */
@ApiTags('operations')
@Controller('operations/projections')
export class RebuildKnown {
  constructor(
    @InjectCollection(KNOWN_DEMANDS) private readonly demands: Collection<KnownDemand>,
    @InjectCollection(KNOWN_FIRMS) private readonly firms: Collection<KnownFirm>,
    @InjectCollection(KNOWN_PEOPLE) private readonly people: Collection<KnownPerson>,
    @InjectCollection(KNOWN_MATCHES) private readonly matches: Collection<KnownMatch>,
    @InjectCollection(KNOWN_ORGANISATIONS) private readonly organisations: Collection<KnownOrganisation>,
    private readonly log: Log,
  ) {}

  @Post('engagement')
  @HttpCode(200)
  @Access({ any: ['operator'] })
  @Endpoint({
    summary: 'Mend what engagement knows of demands, firms, organisations, people and proposals, from the log',
    answer: RebuiltView,
  })
  async rebuild(): Promise<RebuiltView> {
    return rebuiltTogether([
      await demandsFromEvents(this.demands).rebuild(this.log),
      await firmsFromEvents(this.firms).rebuild(this.log),
      await organisationsFromEvents(this.organisations).rebuild(this.log),
      await peopleFromEvents(this.people).rebuild(this.log),
      await matchesFromEvents(this.matches).rebuild(this.log),
    ]);
  }
}
