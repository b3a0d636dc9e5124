import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { ProfileDisclosure } from '#contracts/profile';
import { viewProfile } from '#contracts/profile';
import { Access, isStaff, type Principal, SIGNED_IN } from '#platform/access/access';
import { orRefuse } from '#platform/errors/errors';
import { cleared } from '#platform/http/fields';
import { FILE_TYPES, XLSX_TYPE } from '#platform/http/http-app';
import { Endpoint } from '#platform/http/openapi';
import { PageOf, PageQuery, pageOptions, pageView } from '#platform/http/paging';
import { Caller, type Command, IfMatch, Once } from '#platform/http/request';
import { InjectCollection } from '#platform/store/collections';
import { Clock } from '#platform/time/clock';
import type { Collection } from '#ports/store/store';
import { DuplicateView, ExportQuery, ProfileChangeInput, ProfileDocument, ProfileInput } from '../capability.dto.js';
import { PROFILES, type Profile } from '../capability.store.js';
import { exportCsv, exportJsonl, exportXlsx } from '../export/export-profiles.js';
import { EMPTY_LISTS, profileState, toAdd } from '../profile.rules.js';
import { ProfileHandler } from './profile.handler.js';

const FORMATS = {
  csv: { type: 'text/csv; charset=utf-8', make: exportCsv },
  jsonl: { type: 'application/x-ndjson; charset=utf-8', make: exportJsonl },
  xlsx: { type: XLSX_TYPE, make: exportXlsx },
} as const;

@ApiTags('profiles')
@Controller('profiles')
export class ProfileController {
  constructor(
    @InjectCollection(PROFILES) private readonly profiles: Collection<Profile>,
    private readonly handler: ProfileHandler,
    private readonly clock: Clock,
  ) {}

  @Post()
  @Access({ any: ['sme', 'leader', 'staff', 'operator'] })
  @Endpoint({
    summary: 'Write the profile of my organisation; staff: of a firm nobody has claimed',
    status: 201,
    answer: ProfileDocument,
  })
  async create(@Body() body: ProfileInput, @Caller() caller: Principal, @Once() command: Command) {
    const content = { ...EMPTY_LISTS, ...cleared(body) };
    return this.view(orRefuse(await this.handler.create(content, { caller, command })), 'owner');
  }

  @Get()
  @Access({ any: ['staff', 'operator'], own: ['sme', 'leader'] })
  @Endpoint({ summary: 'My profile; staff: all, newest first', answer: PageOf(ProfileDocument) })
  async list(@Query() query: PageQuery, @Caller() caller: Principal) {
    const options = pageOptions(query);
    const page = isStaff(caller)
      ? await this.profiles.find('byAge', { ...options, descending: true })
      : await this.profiles.find('byOrganisation', { eq: [caller.organisation?.id ?? ''], ...options });
    return pageView(page, (profile) => this.view(profile, 'owner'));
  }

  @Get('duplicates')
  @Access({ any: ['staff', 'operator'] })
  @Endpoint({ summary: 'Profiles that share their name with another', answer: PageOf(DuplicateView) })
  async duplicates(@Query() query: PageQuery) {
    const page = await this.profiles.find('duplicates', pageOptions(query));
    return pageView(page, ({ id, name, creditCode, externalId, region, organisationId, duplicateKey }) => ({
      id,
      name,
      creditCode,
      externalId,
      region,
      claimed: organisationId !== undefined,
      duplicateKey: duplicateKey ?? '',
    }));
  }

  @Get('export')
  @Access({ any: ['staff', 'operator'] })
  @Endpoint({ summary: 'All profiles as csv, jsonl or xlsx; the import reads it back', types: FILE_TYPES })
  async export(@Query() query: ExportQuery, @Res() reply: FastifyReply) {
    const format = query.format ?? 'csv';
    const { type, make } = FORMATS[format];
    const stream = await make(this.profiles);
    await reply
      .header('content-type', type)
      .header('content-disposition', `attachment; filename="firms.${format}"`)
      .send(stream);
  }

  @Get(':id')
  @Access({ any: ['anonymous', ...SIGNED_IN] })
  @Endpoint({ summary: 'The card of a firm; for its owner and staff the whole profile', answer: ProfileDocument })
  async get(@Param('id') id: string, @Caller() caller: Principal) {
    const { profile, level } = orRefuse(await this.handler.read(id, caller));
    return this.view(profile, level);
  }

  @Patch(':id')
  @Access({ any: ['operator'], own: ['sme', 'leader', 'staff'] })
  @Endpoint({
    summary: 'Change a profile: its owner; staff while nobody owns it',
    answer: ProfileDocument,
  })
  async change(
    @Param('id') id: string,
    @Body() body: ProfileChangeInput,
    @Caller() caller: Principal,
    @Once() command: Command,
    @IfMatch() version: number | undefined,
  ) {
    return this.view(orRefuse(await this.handler.change(id, cleared(body), { caller, command, version })), 'owner');
  }

  @Delete(':id')
  @HttpCode(204)
  @Access({ any: ['operator'], own: ['sme', 'leader', 'staff'] })
  @Endpoint({ summary: 'Remove a profile: its owner; staff while nobody owns it', status: 204 })
  async remove(
    @Param('id') id: string,
    @Caller() caller: Principal,
    @Once() command: Command,
    @IfMatch() version: number | undefined,
  ) {
    orRefuse(await this.handler.remove(id, { caller, command, version }));
  }

  private view(profile: Profile, level: ProfileDisclosure) {
    const {
      organisationId,
      origin: _origin,
      disclosure,
      ...shown
    } = viewProfile(profileState(profile, profile.version), level);
    const claimed = profile.organisationId !== undefined;
    if (level !== 'owner') return { ...shown, claimed };
    return { ...shown, claimed, organisationId, disclosure, toAdd: toAdd(profile, this.clock.now()) };
  }
}
