import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiBody, ApiTags } from '@nestjs/swagger';
import { Access, type Principal } from '#platform/access/access';
import { type Language, orRefuse, type Result } from '#platform/errors/errors';
import { Endpoint } from '#platform/http/openapi';
import { PageOf, PageQuery, pageOptions, pageView } from '#platform/http/paging';
import { Caller, type Command, IfMatch, Once, Reader } from '#platform/http/request';
import { InjectCollection } from '#platform/store/collections';
import type { Collection } from '#ports/store/store';
import { changeView } from '../changes/changes.controller.js';
import { DecisionChangeView } from '../matching.dto.js';
import { CURATION_HISTORY, type CurationHistoryEntry, PROPOSALS, type Proposal } from '../matching.store.js';
import { type CuratedList, CurateHandler } from './curate.handler.js';
import {
  ContradictionsView,
  CurationHistoryView,
  CurationView,
  NoteInput,
  TouchFirmInput,
  WeightsInput,
} from './curation.dto.js';
import { contradictionsView, curationView, stepView } from './curation.view.js';

/** Staff look through the list of a demand, change it and send it out. */
@ApiTags('curation')
@Controller('demands/:id/curation')
export class CurateController {
  constructor(
    private readonly handler: CurateHandler,
    @InjectCollection(PROPOSALS) private readonly proposals: Collection<Proposal>,
    @InjectCollection(CURATION_HISTORY) private readonly history: Collection<CurationHistoryEntry>,
  ) {}

  @Get()
  @Access({ any: ['staff', 'operator'] })
  @Endpoint({
    summary: 'The list of a demand with scores, reasons and what staff have done to it',
    answer: CurationView,
  })
  async read(@Param('id') id: string, @Reader() language: Language) {
    return this.view(await this.handler.read(id), language);
  }

  @Post('hold')
  @HttpCode(200)
  @Access({ any: ['staff', 'operator'] })
  @ApiBody({ type: NoteInput, required: false })
  @Endpoint({
    summary: 'Hold a list: firms that were not told yet are told when it is released',
    answer: CurationView,
  })
  async hold(
    @Param('id') id: string,
    @Body() body: NoteInput,
    @Caller() caller: Principal,
    @Once() command: Command,
    @IfMatch() version: number | undefined,
    @Reader() language: Language,
  ) {
    return this.view(await this.handler.setHeld(id, true, body?.note, { caller, command, version }), language);
  }

  @Post('release')
  @HttpCode(200)
  @Access({ any: ['staff', 'operator'] })
  @ApiBody({ type: NoteInput, required: false })
  @Endpoint({ summary: 'Send out a list that was held', answer: CurationView })
  async release(
    @Param('id') id: string,
    @Body() body: NoteInput,
    @Caller() caller: Principal,
    @Once() command: Command,
    @IfMatch() version: number | undefined,
    @Reader() language: Language,
  ) {
    return this.view(await this.handler.setHeld(id, false, body?.note, { caller, command, version }), language);
  }

  @Get('firms/:firmId')
  @Access({ any: ['staff', 'operator'] })
  @Endpoint({
    summary: 'The musts that a firm contradicts, to be looked at before it is put into the list',
    answer: ContradictionsView,
  })
  async contradictions(@Param('id') id: string, @Param('firmId') firmId: string, @Reader() language: Language) {
    const { firmName, contradicts } = orRefuse(await this.handler.contradictions(id, firmId));
    return contradictionsView(firmId, firmName, contradicts, language);
  }

  @Put('firms/:firmId')
  @Access({ any: ['staff', 'operator'] })
  @Endpoint({
    summary: 'Pin, boost or veto a firm, or put it into the list by hand; what is done replaces what was done before',
    answer: CurationView,
  })
  async touch(
    @Param('id') id: string,
    @Param('firmId') firmId: string,
    @Body() { kind, reason, confirm = false }: TouchFirmInput,
    @Caller() caller: Principal,
    @Once() command: Command,
    @IfMatch() version: number | undefined,
    @Reader() language: Language,
  ) {
    const asked = { caller, command, version };
    return this.view(await this.handler.touch(id, firmId, { kind, reason, confirm }, asked), language);
  }

  @Delete('firms/:firmId')
  @Access({ any: ['staff', 'operator'] })
  @Endpoint({ summary: 'Take back what was done to a firm', answer: CurationView })
  async untouch(
    @Param('id') id: string,
    @Param('firmId') firmId: string,
    @Caller() caller: Principal,
    @Once() command: Command,
    @IfMatch() version: number | undefined,
    @Reader() language: Language,
  ) {
    return this.view(await this.handler.untouch(id, firmId, { caller, command, version }), language);
  }

  @Post('trial')
  @HttpCode(200)
  @Access({ any: ['staff', 'operator'] })
  @Endpoint({ summary: 'What other weights would do to the list; nothing is kept', answer: DecisionChangeView })
  async trial(@Param('id') id: string, @Body() { weights }: WeightsInput, @Reader() language: Language) {
    return changeView(orRefuse(await this.handler.trial(id, { ...weights })), language);
  }

  @Put('weights')
  @Access({ any: ['staff', 'operator'] })
  @Endpoint({ summary: 'Make the list with other weights from now on', answer: CurationView })
  async weigh(
    @Param('id') id: string,
    @Body() { weights }: WeightsInput,
    @Caller() caller: Principal,
    @Once() command: Command,
    @IfMatch() version: number | undefined,
    @Reader() language: Language,
  ) {
    return this.view(await this.handler.weigh(id, { ...weights }, { caller, command, version }), language);
  }

  @Get('history')
  @Access({ any: ['staff', 'operator'] })
  @Endpoint({ summary: 'Who did what to the list, and why; newest first', answer: PageOf(CurationHistoryView) })
  async steps(@Param('id') id: string, @Query() query: PageQuery) {
    orRefuse(await this.handler.read(id));
    const page = await this.history.find('byDemand', { eq: [id], ...pageOptions(query), descending: true });
    return pageView(page, stepView);
  }

  private async view(list: Result<CuratedList>, language: Language): Promise<CurationView> {
    const found = orRefuse(list);
    const present = await this.proposals.manyBy('ofDemand', [found.decision.demandId]);
    return curationView(found, present, language);
  }
}
