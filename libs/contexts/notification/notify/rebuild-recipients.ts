import { Controller, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access } from '#platform/access/access';
import { Endpoint } from '#platform/http/openapi';
import { RebuiltView } from '#platform/messaging/rebuilt.view';
import { InjectCollection } from '#platform/store/collections';
import { Log } from '#ports/log/log';
import type { Collection } from '#ports/store/store';
import { RECIPIENTS, type Recipient } from '../notification.store.js';
import { recipientsFromEvents } from './remember-recipients.js';

/** For operators: what is known of people is made anew from their events. */
@ApiTags('operations')
@Controller('operations/projections')
export class RebuildRecipients {
  constructor(
    @InjectCollection(RECIPIENTS) private readonly recipients: Collection<Recipient>,
    private readonly log: Log,
  ) {}

  @Post('recipients')
  @HttpCode(200)
  @Access({ any: ['operator'] })
  @Endpoint({ summary: 'Mend what notification knows of people, from the log', answer: RebuiltView })
  rebuild(): Promise<RebuiltView> {
    return recipientsFromEvents(this.recipients).rebuild(this.log);
  }
}
