import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, isStaff, type Principal } from '#platform/access/access';
import { CONFIG, type Config } from '#platform/config/config';
import { orRefuse } from '#platform/errors/errors';
import { Endpoint } from '#platform/http/openapi';
import { PageOf, pageOptions, pageView } from '#platform/http/paging';
import { Caller, type Command, type HouseRequest, Once } from '#platform/http/request';
import { InjectCollection } from '#platform/store/collections';
import type { Collection } from '#ports/store/store';
import {
  ClaimDecisionInput,
  ClaimInput,
  ClaimsQuery,
  ClaimView,
  DuplicateView,
  InvitationInput,
  InvitationView,
} from '../capability.dto.js';
import { CLAIMS, type Claim } from '../capability.store.js';
import { InviteHandler } from '../invite/invite.handler.js';
import { ClaimHandler } from './claim.handler.js';

@ApiTags('profiles')
@Controller()
export class ClaimController {
  constructor(
    @InjectCollection(CLAIMS) private readonly claims: Collection<Claim>,
    private readonly handler: ClaimHandler,
    private readonly invites: InviteHandler,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get('claimable-profiles')
  @Access({ any: ['pending', 'sme', 'leader'] })
  @Endpoint({ summary: 'Imported profiles that are probably mine', answer: DuplicateView, list: true })
  async candidates(@Caller() caller: Principal) {
    const profiles = await this.handler.candidates(caller);
    return profiles.map(({ id, name, creditCode, region, nameKey }) => ({
      id,
      name,
      creditCode,
      region,
      claimed: false,
      duplicateKey: nameKey,
    }));
  }

  @Post('claims')
  @Access({ any: ['pending', 'sme', 'leader'] })
  @Endpoint({ summary: 'Claim (认领) an imported profile', status: 201, answer: ClaimView })
  async request(@Body() body: ClaimInput, @Caller() caller: Principal, @Once() command: Command) {
    return claimView(orRefuse(await this.handler.request(body.profileId, caller, command)));
  }

  @Get('claims')
  @Access({ any: ['staff', 'operator'], own: ['pending', 'sme', 'leader'] })
  @Endpoint({ summary: 'Claims of my organisation; staff: by status', answer: PageOf(ClaimView) })
  async list(@Query() query: ClaimsQuery, @Caller() caller: Principal) {
    const options = { ...pageOptions(query), descending: true };
    const page = isStaff(caller)
      ? await this.claims.find('byStatus', { eq: [query.status ?? 'requested'], ...options })
      : await this.claims.find('byOrganisation', { eq: [caller.organisation?.id ?? ''], ...options });
    return pageView(page, claimView);
  }

  @Post('claims/:id/decision')
  @HttpCode(200)
  @Access({ any: ['staff', 'operator'] })
  @Endpoint({ summary: 'Answer a claim; yes hands the profile over', answer: ClaimView })
  async decide(
    @Param('id') id: string,
    @Body() body: ClaimDecisionInput,
    @Caller() caller: Principal,
    @Once() command: Command,
  ) {
    const accept = body.decision === 'accept';
    return claimView(orRefuse(await this.handler.decide(id, accept, body.reason, caller, command)));
  }

  @Post('invitations')
  @Access({ any: ['staff', 'operator'] })
  @Endpoint({ summary: 'Make an invitation link for a firm without an account', status: 201, answer: InvitationView })
  async invite(
    @Body() body: InvitationInput,
    @Caller() caller: Principal,
    @Req() request: HouseRequest,
  ): Promise<InvitationView> {
    const { invitation, code } = orRefuse(await this.invites.invite(body.profileId, caller));
    const base = this.config.publicUrl || `${request.protocol}://${request.host}`;
    const { firmName, profileId, expiresAt } = invitation;
    return { firmName, profileId, expiresAt, code, url: `${base}/invitations/${code}` };
  }

  @Get('invitations/:code')
  @Access({ any: ['anonymous', 'pending', 'sme', 'leader', 'staff', 'operator'] })
  @Endpoint({ summary: 'What an invitation is for', answer: InvitationView })
  async invitation(@Param('code') code: string): Promise<InvitationView> {
    const { firmName, profileId, expiresAt } = orRefuse(await this.invites.read(code));
    return { firmName, profileId, expiresAt };
  }
}

function claimView(claim: Claim): ClaimView {
  const { id, profileId, firmName, organisationId, organisationName, status, reason, createdAt } = claim;
  return {
    id,
    profileId,
    firmName,
    organisationId,
    organisationName,
    status,
    ...(reason ? { reason } : {}),
    createdAt,
  };
}
