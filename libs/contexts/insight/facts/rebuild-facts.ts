import { Controller, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access } from '#platform/access/access';
import { Endpoint } from '#platform/http/openapi';
import { RebuiltView } from '#platform/messaging/rebuilt.view';
import { InjectCollection } from '#platform/store/collections';
import { Log } from '#ports/log/log';
import type { Collection } from '#ports/store/store';
import { Summaries } from '../funnel/summaries.js';
import {
  DEMAND_FACTS,
  type DemandFact,
  FIRM_FACTS,
  type FirmFact,
  MEETING_FACTS,
  type MeetingFact,
  PROPOSAL_FACTS,
  type ProposalFact,
  RESPONSE_FACTS,
  type ResponseFact,
  THREAD_FACTS,
  type ThreadFact,
} from '../insight.store.js';
import { demandFacts, firmFacts, meetingFacts, proposalFacts, responseFacts, threadFacts } from './facts.js';
import { ToldFirms } from './told-firms.js';

/** For operators: the facts are made anew from the log, and the figures from the facts. */
@ApiTags('operations')
@Controller('operations/projections')
export class RebuildFacts {
  constructor(
    @InjectCollection(DEMAND_FACTS) private readonly demands: Collection<DemandFact>,
    @InjectCollection(PROPOSAL_FACTS) private readonly proposals: Collection<ProposalFact>,
    @InjectCollection(RESPONSE_FACTS) private readonly responses: Collection<ResponseFact>,
    @InjectCollection(THREAD_FACTS) private readonly threads: Collection<ThreadFact>,
    @InjectCollection(MEETING_FACTS) private readonly meetings: Collection<MeetingFact>,
    @InjectCollection(FIRM_FACTS) private readonly firms: Collection<FirmFact>,
    private readonly toldFirms: ToldFirms,
    private readonly summaries: Summaries,
    private readonly log: Log,
  ) {}

  @Post('insight')
  @HttpCode(200)
  @Access({ any: ['operator'] })
  @Endpoint({ summary: 'Mend the facts and figures of the funnel, from the log', answer: RebuiltView })
  async rebuild(): Promise<RebuiltView> {
    const all = [
      await demandFacts(this.demands).rebuild(this.log),
      await proposalFacts(this.proposals).rebuild(this.log),
      await responseFacts(this.responses).rebuild(this.log),
      await threadFacts(this.threads).rebuild(this.log),
      await meetingFacts(this.meetings).rebuild(this.log),
      await firmFacts(this.firms).rebuild(this.log),
    ];
    await this.toldFirms.rememberAll();
    await this.summaries.refreshAll();
    const sum = (field: 'written' | 'unchanged' | 'removed') => all.reduce((total, one) => total + one[field], 0);
    return { written: sum('written'), unchanged: sum('unchanged'), removed: sum('removed') };
  }
}
