import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Put, Query } from '@nestjs/common';
import { ApiBody, ApiTags } from '@nestjs/swagger';
import { DEMAND_TYPES, type DemandContent } from '#contracts/demand';
import { viewDemand } from '#contracts/disclosure';
import { Access, isStaff, type Principal, SIGNED_IN } from '#platform/access/access';
import { type Language, orRefuse, type Result } from '#platform/errors/errors';
import { cleared } from '#platform/http/fields';
import { Endpoint } from '#platform/http/openapi';
import { PageOf, PageQuery, pageOptions, pageView } from '#platform/http/paging';
import { Caller, type Command, IfMatch, Once, Reader } from '#platform/http/request';
import { InjectCollection } from '#platform/store/collections';
import type { Collection } from '#ports/store/store';
import { AccessLog } from './access-log/access-log.js';
import {
  ChosenFirmsInput,
  CloseInput,
  DemandChangeInput,
  DemandDocument,
  DemandHistoryView,
  DemandInput,
  DemandsQuery,
  DemandTypeView,
  RenewInput,
  ReturnInput,
  ReviewInput,
  SensitivityInput,
} from './demand.dto.js';
import { DemandHandler, type DemandWritten } from './demand.handler.js';
import { withIds } from './demand.rules.js';
import { DEMAND_HISTORY, DEMANDS, type Demand, type DemandHistoryEntry, demandState } from './demand.store.js';

@ApiTags('demands')
@Controller()
export class DemandController {
  constructor(
    @InjectCollection(DEMANDS) private readonly demands: Collection<Demand>,
    @InjectCollection(DEMAND_HISTORY) private readonly history: Collection<DemandHistoryEntry>,
    private readonly handler: DemandHandler,
    private readonly accesses: AccessLog,
  ) {}

  @Get('demand-types')
  @Access({ any: ['anonymous', ...SIGNED_IN] })
  @Endpoint({ summary: 'The registered types of demands', answer: DemandTypeView, list: true })
  types(@Reader() language: Language): DemandTypeView[] {
    return DEMAND_TYPES.map((type) => ({ id: type.id, name: type[language] }));
  }

  @Post('demands')
  @Access({ any: ['leader', 'sme'] })
  @Endpoint({ summary: 'Write a demand (a draft)', status: 201, answer: DemandDocument })
  async create(@Body() body: DemandInput, @Caller() caller: Principal, @Once() command: Command) {
    const { requirements, ...rest } = body;
    const content: DemandWritten<DemandContent> = {
      wanted: 3,
      disclosure: {},
      blocked: [],
      certificates: [],
      ...cleared(rest),
      requirements: withIds(requirements ?? []),
    };
    return this.owned(await this.handler.create(content, caller, command), caller);
  }

  @Get('demands')
  @Access({ any: ['staff', 'operator'], own: ['leader', 'sme'] })
  @Endpoint({ summary: 'Demands of my organisation, newest first; staff: of all', answer: PageOf(DemandDocument) })
  async list(@Query() query: DemandsQuery, @Caller() caller: Principal) {
    const options = { ...pageOptions(query), descending: true };
    if (isStaff(caller)) {
      const page = query.status
        ? await this.demands.find('byStatus', { eq: [query.status], ...options })
        : await this.demands.find('byAge', options);
      await this.accesses.whole(page.items, 'list', caller);
      return pageView(page, ownerView);
    }
    const owner = caller.organisation?.id ?? '';
    const page = query.status
      ? await this.demands.find('byOwnerStatus', { eq: [owner, query.status], ...options })
      : await this.demands.find('byOwner', { eq: [owner], ...options });
    return pageView(page, ownerView);
  }

  @Get('demands/:id')
  @Access({ any: ['anonymous', ...SIGNED_IN] })
  @Endpoint({
    summary: 'One demand',
    description:
      'Published demands are public, without the fields the leader keeps back; others are for their owner and staff.',
    answer: DemandDocument,
  })
  async get(@Param('id') id: string, @Caller() caller: Principal) {
    const { demand, level } = orRefuse(await this.handler.read(id, caller));
    if (level === 'owner') await this.accesses.whole([demand], 'demand', caller);
    return viewDemand(demandState(demand), level);
  }

  @Patch('demands/:id')
  @Access({ own: ['leader', 'sme'] })
  @Endpoint({ summary: 'Change a draft, returned or published demand', answer: DemandDocument })
  async revise(
    @Param('id') id: string,
    @Body() body: DemandChangeInput,
    @Caller() caller: Principal,
    @Once() command: Command,
    @IfMatch() version: number | undefined,
  ) {
    const { requirements, ...rest } = body;
    const change = { ...cleared(rest), ...(requirements ? { requirements: withIds(requirements) } : {}) };
    return this.owned(await this.handler.revise(id, change, { caller, command, version }), caller);
  }

  @Put('demands/:id/chosen-firms')
  @Access({ any: ['staff', 'operator'], own: ['leader', 'sme'] })
  @Endpoint({
    summary: 'Show it to these firms only, at once or one after the other',
    description: 'Of a published demand, firms that are added are asked, those that are left out are not any more.',
    answer: DemandDocument,
  })
  async choose(
    @Param('id') id: string,
    @Body() body: ChosenFirmsInput,
    @Caller() caller: Principal,
    @Once() command: Command,
    @IfMatch() version: number | undefined,
  ) {
    return this.owned(await this.handler.choose(id, body, { caller, command, version }), caller);
  }

  @Delete('demands/:id/chosen-firms')
  @Access({ any: ['staff', 'operator'], own: ['leader', 'sme'] })
  @Endpoint({ summary: 'Open a demand that was for chosen firms to everybody', answer: DemandDocument })
  async open(
    @Param('id') id: string,
    @Caller() caller: Principal,
    @Once() command: Command,
    @IfMatch() version: number | undefined,
  ) {
    return this.owned(await this.handler.choose(id, undefined, { caller, command, version }), caller);
  }

  @Post('demands/:id/submission')
  @HttpCode(200)
  @Access({ own: ['leader', 'sme'] })
  @Endpoint({ summary: 'Hand it in; trusted organisations publish at once', answer: DemandDocument })
  async submit(
    @Param('id') id: string,
    @Caller() caller: Principal,
    @Once() command: Command,
    @IfMatch() version: number | undefined,
  ) {
    return this.owned(await this.handler.submit(id, { caller, command, version }), caller);
  }

  @Delete('demands/:id/submission')
  @HttpCode(200)
  @Access({ own: ['leader', 'sme'] })
  @Endpoint({ summary: 'Take back what was handed in and is not published yet, to change it', answer: DemandDocument })
  async takeBack(
    @Param('id') id: string,
    @Caller() caller: Principal,
    @Once() command: Command,
    @IfMatch() version: number | undefined,
  ) {
    return this.owned(await this.handler.takeBack(id, { caller, command, version }), caller);
  }

  @Post('demands/:id/publication')
  @HttpCode(200)
  @Access({ any: ['staff', 'operator'] })
  @ApiBody({ type: ReviewInput, required: false })
  @Endpoint({
    summary: 'Publish what was handed in; of a sensitive demand the first of two people approves, the second publishes',
    answer: DemandDocument,
  })
  async publish(
    @Param('id') id: string,
    @Body() body: ReviewInput,
    @Caller() caller: Principal,
    @Once() command: Command,
    @IfMatch() version: number | undefined,
  ) {
    return this.owned(await this.handler.publish(id, body?.checks ?? [], { caller, command, version }), caller);
  }

  @Put('demands/:id/sensitivity')
  @Access({ any: ['staff', 'operator'], own: ['leader', 'sme'] })
  @Endpoint({
    summary: 'Mark a demand that is not published yet as sensitive, so that two people of staff look at it',
    description: 'Its owner may take its own mark away while the demand is a draft or returned; a mark by staff stays.',
    answer: DemandDocument,
  })
  async mark(
    @Param('id') id: string,
    @Body() body: SensitivityInput,
    @Caller() caller: Principal,
    @Once() command: Command,
    @IfMatch() version: number | undefined,
  ) {
    return this.owned(await this.handler.mark(id, body.sensitive, { caller, command, version }), caller);
  }

  @Post('demands/:id/return')
  @HttpCode(200)
  @Access({ any: ['staff', 'operator'] })
  @Endpoint({ summary: 'Send it back with a reason', answer: DemandDocument })
  async return(
    @Param('id') id: string,
    @Body() body: ReturnInput,
    @Caller() caller: Principal,
    @Once() command: Command,
    @IfMatch() version: number | undefined,
  ) {
    return this.owned(
      await this.handler.return(id, body.reason, body.checks ?? [], { caller, command, version }),
      caller,
    );
  }

  @Post('demands/:id/closing')
  @HttpCode(200)
  @Access({ any: ['staff', 'operator'], own: ['leader', 'sme'] })
  @Endpoint({ summary: 'Close it: fulfilled or withdrawn', answer: DemandDocument })
  async close(
    @Param('id') id: string,
    @Body() body: CloseInput,
    @Caller() caller: Principal,
    @Once() command: Command,
    @IfMatch() version: number | undefined,
  ) {
    return this.owned(await this.handler.close(id, body.reason, body.note, { caller, command, version }), caller);
  }

  @Post('demands/:id/renewal')
  @HttpCode(200)
  @Access({ own: ['leader', 'sme'] })
  @Endpoint({ summary: 'Give it a later deadline; an expired one opens again', answer: DemandDocument })
  async renew(
    @Param('id') id: string,
    @Body() body: RenewInput,
    @Caller() caller: Principal,
    @Once() command: Command,
    @IfMatch() version: number | undefined,
  ) {
    return this.owned(await this.handler.renew(id, body.deadline, { caller, command, version }), caller);
  }

  @Get('demands/:id/history')
  @Access({ any: ['staff', 'operator'], own: ['leader', 'sme'] })
  @Endpoint({ summary: 'Every change of a demand, newest first', answer: PageOf(DemandHistoryView) })
  async changes(@Param('id') id: string, @Query() query: PageQuery, @Caller() caller: Principal) {
    const demand = orRefuse(await this.handler.ownedOrStaff(id, caller));
    await this.accesses.whole([demand], 'history', caller);
    const { id: demandId } = demand;
    const page = await this.history.find('byDemand', { eq: [demandId], ...pageOptions(query), descending: true });
    return pageView(page, ({ demandVersion, at, byName, action, note, checks, fields }) => ({
      version: demandVersion,
      at,
      byName,
      action,
      ...(note ? { note } : {}),
      ...(checks ? { checks: [...checks] } : {}),
      fields,
    }));
  }

  /** The whole demand for its owner and staff; that staff see what is confidential is noted. */
  private async owned(result: Result<Demand>, caller: Principal) {
    const demand = orRefuse(result);
    await this.accesses.whole([demand], 'demand', caller);
    return ownerView(demand);
  }
}

const ownerView = (demand: Demand) => viewDemand(demandState(demand), 'owner');
