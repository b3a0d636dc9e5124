import { Controller, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access } from '#platform/access/access';
import { Endpoint } from '#platform/http/openapi';
import { RebuiltView } from '#platform/messaging/rebuilt.view';
import { InjectCollection } from '#platform/store/collections';
import { Log } from '#ports/log/log';
import type { Collection } from '#ports/store/store';
import { KNOWN_ORGANISATIONS, type KnownOrganisation, organisationsFromEvents } from './known-organisations.js';

/** For operators: what is known of organisations is made anew from their events. */
@ApiTags('operations')
@Controller('operations/projections')
export class RebuildOrganisations {
  constructor(
    @InjectCollection(KNOWN_ORGANISATIONS) private readonly known: Collection<KnownOrganisation>,
    private readonly log: Log,
  ) {}

  @Post('organisations')
  @HttpCode(200)
  @Access({ any: ['operator'] })
  @Endpoint({ summary: 'Mend what capability knows of organisations, from the log', answer: RebuiltView })
  rebuild(): Promise<RebuiltView> {
    return organisationsFromEvents(this.known).rebuild(this.log);
  }
}
