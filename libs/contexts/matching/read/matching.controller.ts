import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, isStaff, ownsOrStaff, type Principal } from '#platform/access/access';
import { commonErrors } from '#platform/errors/common.errors';
import { type Language, Refused } from '#platform/errors/errors';
import { Endpoint } from '#platform/http/openapi';
import { PageOf, PageQuery, pageOptions, pageView } from '#platform/http/paging';
import { Caller, Reader } from '#platform/http/request';
import { InjectCollection } from '#platform/store/collections';
import { Clock, dayInChina } from '#platform/time/clock';
import type { Collection } from '#ports/store/store';
import { MatchIndex } from '../index/match-index.js';
import { AdviceView, DecisionView, FirmToInviteView, ProposalView } from '../matching.dto.js';
import { matchingErrors } from '../matching.errors.js';
import { DECISIONS, type MatchDecision, PROPOSALS, type Proposal } from '../matching.store.js';
import { adviceView } from './advice.view.js';
import { FirmsToInvite } from './firms-to-invite.js';
import { type Audience, decisionView, proposalView } from './proposal.view.js';

@ApiTags('matching')
@Controller()
export class MatchingController {
  constructor(
    @InjectCollection(DECISIONS) private readonly decisions: Collection<MatchDecision>,
    @InjectCollection(PROPOSALS) private readonly proposals: Collection<Proposal>,
    private readonly invite: FirmsToInvite,
    private readonly index: MatchIndex,
    private readonly clock: Clock,
  ) {}

  @Get('demands/:id/proposals')
  @Access({ any: ['staff', 'operator'], own: ['leader', 'sme'] })
  @Endpoint({ summary: 'Firms proposed for a demand, best first, each with its reasons', answer: PageOf(ProposalView) })
  async ofDemand(
    @Param('id') id: string,
    @Query() query: PageQuery,
    @Caller() caller: Principal,
    @Reader() language: Language,
  ) {
    await this.decision(id, caller);
    const page = await this.proposals.find('byDemand', { eq: [id], ...pageOptions(query) });
    const audience = isStaff(caller) ? 'staff' : 'leader';
    return pageView(page, (proposal) => proposalView(proposal, audience, language));
  }

  @Get('demands/:id/decision')
  @Access({ any: ['staff', 'operator'], own: ['leader', 'sme'] })
  @Endpoint({
    summary: 'The matching of a demand: when, how many, and which firms a must excludes',
    answer: DecisionView,
  })
  async decided(@Param('id') id: string, @Caller() caller: Principal, @Reader() language: Language) {
    return decisionView(await this.decision(id, caller), language);
  }

  @Get('proposals')
  @Access({ any: ['staff', 'operator'], own: ['sme', 'leader'] })
  @Endpoint({
    summary: 'Demands proposed to my organisation, newest first; staff: all proposals',
    answer: PageOf(ProposalView),
  })
  async list(@Query() query: PageQuery, @Caller() caller: Principal, @Reader() language: Language) {
    const options = { ...pageOptions(query), descending: true };
    if (isStaff(caller)) {
      const page = await this.proposals.find('byAge', options);
      return pageView(page, (proposal) => proposalView(proposal, 'staff', language));
    }
    const page = await this.proposals.find('byReader', { eq: [caller.organisation?.id ?? ''], ...options });
    return pageView(page, (proposal) => proposalView(proposal, 'firm', language));
  }

  @Get('proposals/:id')
  @Access({ any: ['staff', 'operator'], own: ['sme', 'leader'] })
  @Endpoint({ summary: 'One proposal, for the firm, the demand’s owner and staff', answer: ProposalView })
  async get(@Param('id') id: string, @Caller() caller: Principal, @Reader() language: Language) {
    const proposal = await this.proposals.get(id);
    const audience = proposal && audienceOf(proposal, caller);
    if (!proposal || !audience) throw new Refused([commonErrors.not_found()]);
    return proposalView(proposal, audience, language);
  }

  @Get('proposals/:id/advice')
  @Access({ any: ['staff', 'operator'], own: ['sme', 'leader'] })
  @Endpoint({
    summary:
      'What the firm could add to its profile to stand better, each tried by ranking again; for the firm and staff',
    answer: AdviceView,
  })
  async advice(@Param('id') id: string, @Caller() caller: Principal, @Reader() language: Language) {
    const proposal = await this.proposals.get(id);
    const audience = proposal && audienceOf(proposal, caller);
    if (!proposal || !audience || audience === 'leader') throw new Refused([commonErrors.not_found()]);
    const { demandId, firmId } = proposal;
    return adviceView(await this.index.advise(demandId, firmId, dayInChina(this.clock.now())), language);
  }

  @Get('firms-to-invite')
  @Access({ any: ['staff', 'operator'] })
  @Endpoint({ summary: 'Firms with proposals and no account', answer: PageOf(FirmToInviteView) })
  async firmsToInvite(@Query() query: PageQuery) {
    const { limit, after } = pageOptions(query) as { limit: number; after?: string };
    return this.invite.page(limit, after);
  }

  private async decision(demandId: string, caller: Principal): Promise<MatchDecision> {
    const decision = await this.decisions.get(demandId);
    if (!decision || !ownsOrStaff(caller, decision.ownerId)) throw new Refused([matchingErrors.not_matched()]);
    return decision;
  }
}

function audienceOf(proposal: Proposal, caller: Principal): Audience | undefined {
  if (isStaff(caller)) return 'staff';
  const own = caller.organisation?.id;
  if (own === undefined) return undefined;
  if (proposal.reader === own) return 'firm';
  return proposal.ownerId === own && !proposal.held ? 'leader' : undefined;
}
