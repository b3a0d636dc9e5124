import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Inject,
  Param,
  Patch,
  Post,
  Put,
  Query,
  Req,
  Res,
} from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { serialize } from 'cookie';
import type { FastifyReply } from 'fastify';
import { Access, MEMBERS, ownsOrStaff, type Principal, SESSION_COOKIE, SIGNED_IN } from '#platform/access/access';
import { RateLimit } from '#platform/access/rate-limit';
import { CONFIG, type Config } from '#platform/config/config';
import { commonErrors } from '#platform/errors/common.errors';
import { type Language, orRefuse, Refused } from '#platform/errors/errors';
import { Endpoint } from '#platform/http/openapi';
import { PageOf, PageQuery, pageOptions, pageView } from '#platform/http/paging';
import { Caller, type Command, type HouseRequest, IfMatch, Once, Reader } from '#platform/http/request';
import { InjectCollection } from '#platform/store/collections';
import type { Collection } from '#ports/store/store';
import { ApiKeysHandler } from './api-keys/api-keys.js';
import { DecideOrganisationHandler } from './decide-organisation/decide-organisation.js';
import {
  AddAccountInput,
  AddApiKeyInput,
  AddPersonInput,
  ApiKeyView,
  apiKeyView,
  ChangeMeInput,
  ChangePasswordInput,
  ChangePersonInput,
  DecideOrganisationInput,
  MeView,
  OrganisationsQuery,
  OrganisationView,
  organisationView,
  PersonView,
  personView,
  SessionView,
  SignedUpView,
  SignInInput,
  SignUpInput,
  TrustInput,
} from './identity.dto.js';
import { ORGANISATIONS, type Organisation, PEOPLE, type Person } from './identity.store.js';
import { PeopleHandler } from './people/people.js';
import { SignInHandler } from './sign-in/sign-in.js';
import { SignUpHandler } from './sign-up/sign-up.js';

@ApiTags('identity')
@Controller()
export class IdentityController {
  private readonly signUpLimit: RateLimit;

  constructor(
    @InjectCollection(ORGANISATIONS) private readonly organisations: Collection<Organisation>,
    @InjectCollection(PEOPLE) private readonly people: Collection<Person>,
    private readonly signUps: SignUpHandler,
    private readonly decisions: DecideOrganisationHandler,
    private readonly signIns: SignInHandler,
    private readonly peopleHandler: PeopleHandler,
    private readonly apiKeys: ApiKeysHandler,
    @Inject(CONFIG) config: Config,
  ) {
    this.signUpLimit = new RateLimit(config.signUpsPerHour, 3600);
  }

  @Post('organisations')
  @Access({ any: ['anonymous', ...SIGNED_IN] })
  @Endpoint({
    summary: 'Sign up an organisation with its first person',
    status: 201,
    answer: SignedUpView,
  })
  async signUp(
    @Body() body: SignUpInput,
    @Once() command: Command,
    @Reader() language: Language,
    @Req() request: HouseRequest,
  ) {
    const tooMany = await this.signUpLimit.take(request.ip);
    if (tooMany) throw new Refused([tooMany]);
    const { organisation, person } = orRefuse(await this.signUps.signUp({ ...body, language }, command));
    return { organisation: organisationView(organisation), person: personView(person) };
  }

  @Post('operations/accounts')
  @Access({ any: ['operator'] })
  @Endpoint({
    summary: 'Add an approved organisation of any kind with its first person',
    status: 201,
    answer: SignedUpView,
  })
  async addAccount(
    @Body() body: AddAccountInput,
    @Once() command: Command,
    @Reader() language: Language,
    @Caller() caller: Principal,
  ) {
    const { organisation: name, ...rest } = body;
    const made = orRefuse(await this.signUps.signUp({ ...rest, name, language }, command));
    const approved =
      made.organisation.status === 'approved'
        ? made.organisation
        : orRefuse(
            await this.decisions.decide(
              made.organisation.id,
              { decision: 'approve', selfPublish: body.kind === 'leader' },
              caller,
            ),
          );
    return { organisation: organisationView(approved), person: personView(made.person) };
  }

  @Post('sessions')
  @Access({ any: ['anonymous', ...SIGNED_IN] })
  @Endpoint({ summary: 'Sign in', status: 201, answer: SessionView })
  async signIn(
    @Body() body: SignInInput,
    @Req() request: HouseRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const { token, expiresAt, person } = orRefuse(await this.signIns.signIn(body.email, body.password, request.ip));
    setCookie(request, reply, token, new Date(expiresAt));
    return { token, expiresAt, person: personView(person) };
  }

  @Delete('sessions/current')
  @HttpCode(204)
  @Access({ any: SIGNED_IN, person: true })
  @Endpoint({ summary: 'Sign out', status: 204 })
  async signOut(@Req() request: HouseRequest, @Res({ passthrough: true }) reply: FastifyReply) {
    const secrets = [/^Bearer\s+(\S+)$/i.exec(request.headers.authorization ?? '')?.[1], cookieOf(request)];
    for (const secret of secrets) if (secret) await this.signIns.signOut(secret);
    setCookie(request, reply, '', new Date(0));
  }

  @Get('me')
  @Access({ any: ['anonymous', ...SIGNED_IN] })
  @Endpoint({ summary: 'Who am I', answer: MeView })
  async me(@Caller() caller: Principal): Promise<MeView> {
    const person = caller.personId ? await this.people.get(caller.personId) : undefined;
    const organisation = caller.organisation ? await this.organisations.get(caller.organisation.id) : undefined;
    return {
      role: caller.role,
      admin: caller.admin,
      ...(person ? { person: personView(person) } : {}),
      ...(organisation ? { organisation: organisationView(organisation) } : {}),
    };
  }

  @Patch('me')
  @Access({ any: SIGNED_IN, person: true })
  @Endpoint({ summary: 'Change my name or language', answer: PersonView })
  async changeMe(@Body() body: ChangeMeInput, @Caller() caller: Principal, @Once() command: Command) {
    return personView(orRefuse(await this.peopleHandler.change(await this.person(caller.personId), body, command)));
  }

  @Post('me/password')
  @HttpCode(204)
  @Access({ any: SIGNED_IN, person: true })
  @Endpoint({ summary: 'Change my password; ends every session', status: 204 })
  async changePassword(@Body() body: ChangePasswordInput, @Caller() caller: Principal, @Once() command: Command) {
    const person = await this.person(caller.personId);
    orRefuse(await this.peopleHandler.changePassword(person, body.currentPassword, body.password, command));
    await this.signIns.signOutEverywhere(person.id);
  }

  @Get('organisations')
  @Access({ any: ['staff', 'operator'] })
  @Endpoint({ summary: 'Organisations, newest first', answer: PageOf(OrganisationView) })
  async list(@Query() query: OrganisationsQuery) {
    const options = { ...pageOptions(query), descending: true };
    const page = query.status
      ? await this.organisations.find('byStatus', { eq: [query.status], ...options })
      : await this.organisations.find('byAge', options);
    return pageView(page, organisationView);
  }

  @Get('organisations/:id')
  @Access({ any: ['staff', 'operator'], own: ['pending', ...MEMBERS] })
  @Endpoint({ summary: 'One organisation', answer: OrganisationView })
  async get(@Param('id') id: string, @Caller() caller: Principal) {
    return organisationView(await this.organisation(id, caller));
  }

  @Post('organisations/:id/decisions')
  @HttpCode(200)
  @Access({ any: ['staff', 'operator'] })
  @Endpoint({ summary: 'Approve, reject, suspend or reinstate', answer: OrganisationView })
  async decide(
    @Param('id') id: string,
    @Body() body: DecideOrganisationInput,
    @Caller() caller: Principal,
    @Once() command: Command,
    @IfMatch() version: number | undefined,
  ) {
    return organisationView(orRefuse(await this.decisions.decide(id, body, caller, command.cause, version)));
  }

  @Put('organisations/:id/trust')
  @Access({ any: ['staff', 'operator'] })
  @Endpoint({ summary: 'Say whether an approved organisation publishes without a review', answer: OrganisationView })
  async trust(
    @Param('id') id: string,
    @Body() { selfPublish }: TrustInput,
    @Caller() caller: Principal,
    @Once() command: Command,
    @IfMatch() version: number | undefined,
  ) {
    return organisationView(orRefuse(await this.decisions.trust(id, selfPublish, { caller, command, version })));
  }

  @Get('organisations/:id/people')
  @Access({ any: ['staff', 'operator'], own: MEMBERS })
  @Endpoint({ summary: 'People of an organisation', answer: PageOf(PersonView) })
  async listPeople(@Param('id') id: string, @Query() query: PageQuery, @Caller() caller: Principal) {
    const organisation = await this.organisation(id, caller);
    const page = await this.people.find('byOrganisation', { eq: [organisation.id], ...pageOptions(query) });
    return pageView(page, personView);
  }

  @Post('organisations/:id/people')
  @Access({ any: ['staff', 'operator'], own: MEMBERS, admin: true })
  @Endpoint({
    summary: 'Add a person; administrators of staff: to any organisation',
    status: 201,
    answer: PersonView,
  })
  async addPerson(
    @Param('id') id: string,
    @Body() body: AddPersonInput,
    @Caller() caller: Principal,
    @Once() command: Command,
    @Reader() language: Language,
  ) {
    const organisation = await this.organisation(id, caller);
    const input = { ...body, admin: body.admin ?? false, language };
    return personView(orRefuse(await this.peopleHandler.add(organisation, input, command)));
  }

  @Patch('people/:id')
  @Access({ any: ['staff', 'operator'], own: MEMBERS, admin: true })
  @Endpoint({
    summary: 'Switch a person on or off, or make an administrator; administrators of staff: of any organisation',
    answer: PersonView,
  })
  async changePerson(
    @Param('id') id: string,
    @Body() body: ChangePersonInput,
    @Caller() caller: Principal,
    @Once() command: Command,
  ) {
    const person = await this.person(id);
    await this.organisation(person.organisationId, caller);
    return personView(orRefuse(await this.peopleHandler.change(person, body, command)));
  }

  @Get('organisations/:id/api-keys')
  @Access({ any: ['operator'], own: MEMBERS, admin: true })
  @Endpoint({ summary: 'API keys of an organisation', answer: PageOf(ApiKeyView) })
  async listKeys(@Param('id') id: string, @Query() query: PageQuery, @Caller() caller: Principal) {
    const organisation = await this.ownOrganisation(id, caller);
    return pageView(await this.apiKeys.list(organisation.id, pageOptions(query)), (key) => apiKeyView(key));
  }

  @Post('organisations/:id/api-keys')
  @Access({ any: ['operator'], own: MEMBERS, admin: true })
  @Endpoint({ summary: 'Make an API key; its secret is in this answer only', status: 201, answer: ApiKeyView })
  async addKey(@Param('id') id: string, @Body() body: AddApiKeyInput, @Caller() caller: Principal) {
    const organisation = await this.ownOrganisation(id, caller);
    const { key, secret } = await this.apiKeys.create(organisation.id, body.name, caller.subject);
    return apiKeyView(key, secret);
  }

  @Delete('organisations/:id/api-keys/:keyId')
  @HttpCode(204)
  @Access({ any: ['operator'], own: MEMBERS, admin: true })
  @Endpoint({ summary: 'Revoke an API key', status: 204 })
  async revokeKey(
    @Param('id') id: string,
    @Param('keyId') keyId: string,
    @Caller() caller: Principal,
    @Once() command: Command,
  ) {
    const organisation = await this.ownOrganisation(id, caller);
    if (!(await this.apiKeys.revoke(organisation.id, keyId, command.cause)))
      throw new Refused([commonErrors.not_found()]);
  }

  private async organisation(id: string, caller: Principal): Promise<Organisation> {
    const organisation = ownsOrStaff(caller, id) ? await this.organisations.get(id) : undefined;
    if (!organisation) throw new Refused([commonErrors.not_found()]);
    return organisation;
  }

  /** Staff look after other organisations' people, but their keys are their own. */
  private async ownOrganisation(id: string, caller: Principal): Promise<Organisation> {
    const own = caller.role === 'operator' || caller.organisation?.id === id;
    const organisation = own ? await this.organisations.get(id) : undefined;
    if (!organisation) throw new Refused([commonErrors.not_found()]);
    return organisation;
  }

  private async person(id: string | undefined): Promise<Person> {
    const person = id ? await this.people.get(id) : undefined;
    if (!person) throw new Refused([commonErrors.not_found()]);
    return person;
  }
}

function cookieOf(request: HouseRequest): string | undefined {
  return new RegExp(`(?:^|;\\s*)${SESSION_COOKIE}=([^;]+)`).exec(request.headers.cookie ?? '')?.[1];
}

function setCookie(request: HouseRequest, reply: FastifyReply, token: string, expires: Date): void {
  const secure = request.protocol === 'https';
  void reply.header(
    'set-cookie',
    serialize(SESSION_COOKIE, token, { httpOnly: true, sameSite: 'lax', path: '/', expires, secure }),
  );
}
