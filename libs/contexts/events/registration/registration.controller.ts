import { Body, Controller, Get, HttpCode, Param, Patch, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, type Principal } from '#platform/access/access';
import { orRefuse, type Result } from '#platform/errors/errors';
import { cleared } from '#platform/http/fields';
import { Endpoint } from '#platform/http/openapi';
import { PageOf, pageOptions, pageView } from '#platform/http/paging';
import { Caller, type Command, IfMatch, Once } from '#platform/http/request';
import { InjectCollection } from '#platform/store/collections';
import type { Collection } from '#ports/store/store';
import { MatchmakingHandler } from '../event/matchmaking.handler.js';
import { REGISTRATIONS, type Registration } from '../events.store.js';
import {
  DecisionInput,
  InvitationsInput,
  RegistrationInput,
  RegistrationsQuery,
  RegistrationView,
  type RepresentativeInput,
  StaffRegistrationInput,
  StayAwayInput,
} from './registration.dto.js';
import { RegistrationHandler } from './registration.handler.js';
import { withRepresentativeIds } from './registration.rules.js';
import { registrationView } from './registration.view.js';

@ApiTags('matchmaking events')
@Controller('matchmaking-events/:id')
export class RegistrationController {
  constructor(
    @InjectCollection(REGISTRATIONS) private readonly registrations: Collection<Registration>,
    private readonly events: MatchmakingHandler,
    private readonly handler: RegistrationHandler,
  ) {}

  @Post('invitations')
  @HttpCode(200)
  @Access({ any: ['staff', 'operator'] })
  @Endpoint({
    summary: 'Invite organisations; those that are registered already stay as they are',
    answer: RegistrationView,
    list: true,
  })
  async invite(@Param('id') id: string, @Body() body: InvitationsInput, @Caller() caller: Principal) {
    return orRefuse(await this.handler.invite(id, body.organisations, caller)).map(registrationView);
  }

  @Put('demands/:demandId')
  @Access({ any: ['staff', 'operator'] })
  @Endpoint({
    summary: 'Choose a public demand for the event: its leader is invited with it, or brings it too',
    answer: RegistrationView,
  })
  async bring(
    @Param('id') id: string,
    @Param('demandId') demandId: string,
    @Caller() caller: Principal,
    @Once() command: Command,
  ) {
    return seen(await this.handler.bring(id, demandId, { caller, command }));
  }

  @Post('registrations')
  @HttpCode(200)
  @Access({ own: ['sme', 'leader'] })
  @Endpoint({
    summary: 'Come to the event: who was invited takes part at once, others when staff have approved it',
    answer: RegistrationView,
  })
  async apply(
    @Param('id') id: string,
    @Body() body: RegistrationInput,
    @Caller() caller: Principal,
    @Once() command: Command,
  ) {
    return seen(await this.handler.apply(id, said(body), { caller, command }));
  }

  @Get('registrations')
  @Access({ any: ['staff', 'operator'] })
  @Endpoint({ summary: 'Registrations, the last changed first', answer: PageOf(RegistrationView) })
  async list(@Param('id') id: string, @Query() query: RegistrationsQuery, @Caller() caller: Principal) {
    orRefuse(await this.events.read(id, caller));
    const options = { ...pageOptions(query), descending: true };
    const page = query.status
      ? await this.registrations.find('byEventStatus', { eq: [id, query.status], ...options })
      : await this.registrations.find('byEvent', { eq: [id], ...options });
    return pageView(page, registrationView);
  }

  @Get('registration')
  @Access({ own: ['sme', 'leader'] })
  @Endpoint({ summary: 'The registration of my organisation', answer: RegistrationView })
  async own(@Param('id') id: string, @Caller() caller: Principal) {
    return seen(await this.handler.own(id, caller));
  }

  @Patch('registration')
  @Access({ own: ['sme', 'leader'] })
  @Endpoint({
    summary: 'Say anew who of my organisation comes, when, and with which demands',
    answer: RegistrationView,
  })
  async revise(
    @Param('id') id: string,
    @Body() body: RegistrationInput,
    @Caller() caller: Principal,
    @Once() command: Command,
    @IfMatch() version: number | undefined,
  ) {
    const organisationId = caller.organisation?.id ?? '';
    return seen(await this.handler.revise(id, organisationId, said(body), { caller, command, version }));
  }

  @Post('registration/withdrawal')
  @HttpCode(200)
  @Access({ own: ['sme', 'leader'] })
  @Endpoint({ summary: 'Decline the invitation, or stay away after all', answer: RegistrationView })
  async withdraw(
    @Param('id') id: string,
    @Body() body: StayAwayInput,
    @Caller() caller: Principal,
    @Once() command: Command,
  ) {
    return seen(await this.handler.withdraw(id, body.reason, { caller, command }));
  }

  @Patch('registrations/:organisationId')
  @Access({ any: ['staff', 'operator'] })
  @Endpoint({ summary: 'Tables, limits and representatives of a participant', answer: RegistrationView })
  async reviseFor(
    @Param('id') id: string,
    @Param('organisationId') organisationId: string,
    @Body() body: StaffRegistrationInput,
    @Caller() caller: Principal,
    @Once() command: Command,
    @IfMatch() version: number | undefined,
  ) {
    const { representatives, ...rest } = body;
    const change = { ...cleared(rest), ...said({ ...(representatives ? { representatives } : {}) }) };
    return seen(await this.handler.revise(id, organisationId, change, { caller, command, version }));
  }

  @Post('registrations/:organisationId/decision')
  @HttpCode(200)
  @Access({ any: ['staff', 'operator'] })
  @Endpoint({ summary: 'Approve or reject an application', answer: RegistrationView })
  async decide(
    @Param('id') id: string,
    @Param('organisationId') organisationId: string,
    @Body() body: DecisionInput,
    @Caller() caller: Principal,
    @Once() command: Command,
    @IfMatch() version: number | undefined,
  ) {
    return seen(await this.handler.decide(id, organisationId, body, { caller, command, version }));
  }
}

function said({ representatives, demandIds }: RegistrationInput) {
  const complete = ({ absent = [], demandIds: speaksFor = [], ...one }: RepresentativeInput) => ({
    ...one,
    absent,
    demandIds: speaksFor,
  });
  return {
    ...(representatives ? { representatives: withRepresentativeIds(representatives.map(complete)) } : {}),
    ...(demandIds ? { demandIds } : {}),
  };
}

const seen = (result: Result<Registration>) => registrationView(orRefuse(result));
