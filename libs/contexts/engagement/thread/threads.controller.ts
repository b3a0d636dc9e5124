import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, type Principal } from '#platform/access/access';
import { Endpoint } from '#platform/http/openapi';
import { PageOf, PageQuery } from '#platform/http/paging';
import { Caller } from '#platform/http/request';
import { EngagementHistoryView } from '../response/response.dto.js';
import { ReadThreads } from './read-threads.js';
import { EngagementsQuery, EngagementView } from './thread.dto.js';

@ApiTags('engagements')
@Controller('engagements')
export class ThreadsController {
  constructor(private readonly reader: ReadThreads) {}

  @Get()
  @Access({ any: ['staff', 'operator'], own: ['leader', 'sme'] })
  @Endpoint({
    summary: 'Threads (对接) of my organisation, what has changed last first; staff: all, or those without an owner',
    answer: PageOf(EngagementView),
  })
  list(@Query() query: EngagementsQuery, @Caller() caller: Principal) {
    return this.reader.list(query, caller);
  }

  @Get(':id')
  @Access({ any: ['staff', 'operator'], own: ['leader', 'sme'] })
  @Endpoint({ summary: 'One thread, for its two sides and staff', answer: EngagementView })
  get(@Param('id') id: string, @Caller() caller: Principal) {
    return this.reader.one(id, caller);
  }

  @Get(':id/history')
  @Access({ any: ['staff', 'operator'], own: ['leader', 'sme'] })
  @Endpoint({ summary: 'Every change of a thread, newest first', answer: PageOf(EngagementHistoryView) })
  history(@Param('id') id: string, @Query() query: PageQuery, @Caller() caller: Principal) {
    return this.reader.history(id, query, caller);
  }
}
