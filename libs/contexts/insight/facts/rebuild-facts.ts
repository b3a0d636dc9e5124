import { Controller, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access } from '#platform/access/access';
import { Endpoint } from '#platform/http/openapi';
import type { Rebuilt } from '#platform/messaging/projection';
import { RebuiltView, rebuiltTogether } from '#platform/messaging/rebuilt.view';
import { Log } from '#ports/log/log';
import { Summaries } from '../funnel/summaries.js';
import { Facts } from './facts.js';
import { ToldFirms } from './told-firms.js';

/** For operators: the facts are made anew from the log, and the figures from the facts. */
@ApiTags('operations')
@Controller('operations/projections')
export class RebuildFacts {
  constructor(
    private readonly facts: Facts,
    private readonly toldFirms: ToldFirms,
    private readonly summaries: Summaries,
    private readonly log: Log,
  ) {}

  @Post('insight')
  @HttpCode(200)
  @Access({ any: ['operator'] })
  @Endpoint({ summary: 'Mend the facts and figures of the funnel, from the log', answer: RebuiltView })
  async rebuild(): Promise<RebuiltView> {
    const { demands, proposals, responses, threads, meetings, firms } = this.facts;
    const parts: Rebuilt[] = [];
    for (const facts of [demands, proposals, responses, threads, meetings, firms])
      parts.push(await facts.rebuild(this.log));
    await this.toldFirms.rememberAll();
    await this.summaries.refreshAll();
    return rebuiltTogether(parts);
  }
}
