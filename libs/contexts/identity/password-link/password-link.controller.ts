import { Body, Controller, Get, HttpCode, Inject, Param, Post, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, MEMBERS, ownsOrStaff, type Principal, SIGNED_IN } from '#platform/access/access';
import { CONFIG, type Config } from '#platform/config/config';
import { commonErrors } from '#platform/errors/common.errors';
import { orRefuse, Refused } from '#platform/errors/errors';
import { Endpoint } from '#platform/http/openapi';
import { Caller, type Command, type HouseRequest, Once } from '#platform/http/request';
import { InjectCollection } from '#platform/store/collections';
import type { Collection } from '#ports/store/store';
import { NewPasswordInput, PasswordLinkView } from '../identity.dto.js';
import { PEOPLE, type Person } from '../identity.store.js';
import { PasswordLinkHandler } from './password-link.js';

@ApiTags('identity')
@Controller()
export class PasswordLinkController {
  constructor(
    @InjectCollection(PEOPLE) private readonly people: Collection<Person>,
    private readonly links: PasswordLinkHandler,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Post('people/:id/password-links')
  @Access({ any: ['staff', 'operator'], own: MEMBERS, admin: true })
  @Endpoint({
    summary: 'Make a link with which a person sets a new password, once and within a day',
    status: 201,
    answer: PasswordLinkView,
  })
  async make(
    @Param('id') id: string,
    @Caller() caller: Principal,
    @Req() request: HouseRequest,
  ): Promise<PasswordLinkView> {
    const person = await this.people.get(id);
    if (!person || !ownsOrStaff(caller, person.organisationId)) throw new Refused([commonErrors.not_found()]);
    const { link, code } = orRefuse(await this.links.make(person, caller.subject));
    const base = this.config.publicUrl || `${request.protocol}://${request.host}`;
    return { name: person.name, email: person.email, expiresAt: link.expiresAt, url: `${base}/password/${code}` };
  }

  @Get('password-links/:code')
  @Access({ any: ['anonymous', ...SIGNED_IN] })
  @Endpoint({ summary: 'Whose password a link sets', answer: PasswordLinkView })
  async read(@Param('code') code: string): Promise<PasswordLinkView> {
    const { link, person } = orRefuse(await this.links.read(code));
    return { name: person.name, email: person.email, expiresAt: link.expiresAt };
  }

  @Post('password-links/:code')
  @HttpCode(204)
  @Access({ any: ['anonymous', ...SIGNED_IN] })
  @Endpoint({ summary: 'Set a new password with a link; ends every session of the person', status: 204 })
  async use(@Param('code') code: string, @Body() body: NewPasswordInput, @Once() command: Command) {
    orRefuse(await this.links.use(code, body.password, command));
  }
}
