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
  KNOWN_MATCHES,
  KNOWN_ORGANISATIONS,
  type KnownDemand,
  type KnownMatch,
  type KnownOrganisation,
} from './known.store.js';
import { demandsFromEvents, matchesFromEvents, organisationsFromEvents } from './projections.js';

/** For operators: what this context knows of others is made anew from their events. */
@ApiTags('operations')
@Controller('operations/projections')
export class RebuildKnownToEvents {
  constructor(
    @InjectCollection(KNOWN_ORGANISATIONS) private readonly organisations: Collection<KnownOrganisation>,
    @InjectCollection(KNOWN_DEMANDS) private readonly demands: Collection<KnownDemand>,
    @InjectCollection(KNOWN_MATCHES) private readonly matches: Collection<KnownMatch>,
    private readonly log: Log,
  ) {}

  @Post('events')
  @HttpCode(200)
  @Access({ any: ['operator'] })
  @Endpoint({
    summary: 'Mend what events know of organisations, demands and proposals, from the log',
    answer: RebuiltView,
  })
  async rebuild(): Promise<RebuiltView> {
    return rebuiltTogether([
      await organisationsFromEvents(this.organisations).rebuild(this.log),
      await demandsFromEvents(this.demands).rebuild(this.log),
      await matchesFromEvents(this.matches).rebuild(this.log),
    ]);
  }
}
