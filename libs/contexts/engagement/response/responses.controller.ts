import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, isStaff, ownsOrStaff, type Principal } from '#platform/access/access';
import { commonErrors } from '#platform/errors/common.errors';
import { type Language, Refused } from '#platform/errors/errors';
import { Endpoint } from '#platform/http/openapi';
import { PageOf, PageQuery, pageOptions, pageView } from '#platform/http/paging';
import { Caller, Reader } from '#platform/http/request';
import { InjectCollection } from '#platform/store/collections';
import type { Collection } from '#ports/store/store';
import { ENGAGEMENT_HISTORY, type EngagementHistoryEntry, RESPONSES, type Response } from '../engagement.store.js';
import { Standings } from '../known/standing.js';
import { RespondHandler } from './respond.handler.js';
import { EngagementHistoryView, ResponsesQuery, ResponseView, WaitingView } from './response.dto.js';
import { awaitsLeader } from './response.rules.js';
import { type Audience, audienceOf, historyView, responseView } from './response.view.js';

/** Responses as those concerned read them. */
@ApiTags('responses')
@Controller()
export class ResponsesController {
  constructor(
    @InjectCollection(RESPONSES) private readonly responses: Collection<Response>,
    @InjectCollection(ENGAGEMENT_HISTORY) private readonly history: Collection<EngagementHistoryEntry>,
    private readonly standings: Standings,
    private readonly respond: RespondHandler,
  ) {}

  @Get('demands/:id/responses')
  @Access({ any: ['staff', 'operator'], own: ['leader', 'sme'] })
  @Endpoint({ summary: 'Responses to my demand, in the order they came', answer: PageOf(ResponseView) })
  async ofDemand(
    @Param('id') id: string,
    @Query() query: ResponsesQuery,
    @Caller() caller: Principal,
    @Reader() language: Language,
  ) {
    const demand = await this.standings.demand(id);
    if (!demand || !ownsOrStaff(caller, demand.ownerId)) throw new Refused([commonErrors.not_found()]);
    const page = query.status
      ? await this.responses.find('byDemandStatus', { eq: [id, query.status], ...pageOptions(query) })
      : await this.responses.find('byDemand', { eq: [id], ...pageOptions(query) });
    return pageView(page, (response) => responseView(response, language));
  }

  @Get('responses')
  @Access({ any: ['staff', 'operator'], own: ['sme', 'leader'] })
  @Endpoint({
    summary: 'Responses of my organisation, newest first; staff: all that were handed in',
    answer: PageOf(ResponseView),
  })
  async list(@Query() query: PageQuery, @Caller() caller: Principal, @Reader() language: Language) {
    const options = { ...pageOptions(query), descending: true };
    const page = isStaff(caller)
      ? await this.responses.find('byAge', options)
      : await this.responses.find('byOrganisation', { eq: [caller.organisation?.id ?? ''], ...options });
    return pageView(page, (response) => responseView(response, language));
  }

  @Get('responses/waiting')
  @Access({ own: ['leader', 'sme'] })
  @Endpoint({
    summary: 'How many responses to each of my demands wait for me',
    description: 'Of the 1,000 that have waited longest; a demand for which nothing waits is left out.',
    answer: WaitingView,
    list: true,
  })
  async waiting(@Caller() caller: Principal): Promise<WaitingView[]> {
    const eq = [caller.organisation?.id ?? '', 'submitted'];
    const { items } = await this.responses.find('byOwnerStatus', { eq, limit: 1000 });
    const counts = new Map<string, number>();
    for (const { demandId } of items.filter(awaitsLeader)) counts.set(demandId, (counts.get(demandId) ?? 0) + 1);
    return [...counts].map(([demandId, count]) => ({ demandId, count }));
  }

  @Get('responses/:id')
  @Access({ any: ['staff', 'operator'], own: ['sme', 'leader'] })
  @Endpoint({ summary: 'One response, for the firm, the demand’s owner and staff', answer: ResponseView })
  async get(@Param('id') id: string, @Caller() caller: Principal, @Reader() language: Language) {
    const { response, audience } = await this.readable(id, caller);
    const missing = audience === 'firm' ? await this.respond.missing(response, caller) : undefined;
    return responseView(response, language, missing);
  }

  @Get('responses/:id/history')
  @Access({ any: ['staff', 'operator'], own: ['sme', 'leader'] })
  @Endpoint({ summary: 'Every step of a response, newest first', answer: PageOf(EngagementHistoryView) })
  async steps(@Param('id') id: string, @Query() query: PageQuery, @Caller() caller: Principal) {
    const { response } = await this.readable(id, caller);
    const options = { eq: [response.id], ...pageOptions(query), descending: true };
    return pageView(await this.history.find('byAbout', options), historyView);
  }

  private async readable(id: string, caller: Principal): Promise<{ response: Response; audience: Audience }> {
    const response = await this.responses.get(id);
    const audience = response && audienceOf(response, caller);
    if (!response || !audience) throw new Refused([commonErrors.not_found()]);
    return { response, audience };
  }
}
