import { Controller, Get, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, isStaff, type Principal } from '#platform/access/access';
import { commonErrors } from '#platform/errors/common.errors';
import { type Language, Refused } from '#platform/errors/errors';
import { Endpoint } from '#platform/http/openapi';
import { Caller, Reader } from '#platform/http/request';
import { InjectCollection } from '#platform/store/collections';
import { Clock, dayInChina } from '#platform/time/clock';
import type { Collection } from '#ports/store/store';
import { proposalId } from '../expand/proposal.rules.js';
import { MatchIndex } from '../index/match-index.js';
import { BreakdownView, CoverageView } from '../matching.dto.js';
import { PROPOSALS, type Proposal } from '../matching.store.js';
import { breakdownView } from './breakdown.view.js';
import { coverageView } from './coverage.view.js';

@ApiTags('matching')
@Controller()
export class BreakdownController {
  constructor(
    @InjectCollection(PROPOSALS) private readonly proposals: Collection<Proposal>,
    private readonly index: MatchIndex,
    private readonly clock: Clock,
  ) {}

  @Get('demands/:id/firms/:firmId/breakdown')
  @Access({ any: ['staff', 'operator'], own: ['leader', 'sme'] })
  @Endpoint({
    summary: 'Every part of a firm’s score for an open demand, and what it adds',
    description:
      'Staff: of any firm, feature by feature. The demand’s owner: of the firms proposed for it, summed up by groups.',
    answer: BreakdownView,
  })
  async breakdown(
    @Param('id') id: string,
    @Param('firmId') firmId: string,
    @Caller() caller: Principal,
    @Reader() language: Language,
  ) {
    const whole = isStaff(caller);
    if (!whole && !(await this.isOwnProposal(id, firmId, caller))) throw new Refused([commonErrors.not_found()]);
    const found = await this.index.breakdown(id, firmId, dayInChina(this.clock.now()));
    if (!found) throw new Refused([commonErrors.not_found()]);
    return breakdownView(id, firmId, found, whole, language);
  }

  @Get('proposal-coverage')
  @Access({ any: ['staff', 'operator'] })
  @Endpoint({
    summary: 'How many of all firms are proposed for at least one open demand, by tier',
    answer: CoverageView,
  })
  async coverage() {
    return coverageView(await this.index.coverage());
  }

  private async isOwnProposal(demandId: string, firmId: string, caller: Principal): Promise<boolean> {
    const proposal = await this.proposals.get(proposalId(demandId, firmId));
    return proposal?.openDemand !== undefined && proposal.ownerId === caller.organisation?.id;
  }
}
