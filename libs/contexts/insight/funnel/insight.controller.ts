import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Access, isStaff, ownsOrStaff, type Principal } from '#platform/access/access';
import { commonErrors } from '#platform/errors/common.errors';
import { type Language, Refused } from '#platform/errors/errors';
import { XLSX_TYPE } from '#platform/http/http-app';
import { Endpoint } from '#platform/http/openapi';
import { Caller, Reader } from '#platform/http/request';
import {
  type Counted,
  casesOf,
  type FunnelLine,
  lineOf,
  linesBy,
  type Narrowed,
  narrowed,
  STAGES,
} from './funnel.rules.js';
import { funnelSheet } from './funnel-sheet.js';
import {
  CaseView,
  FiguresCheckView,
  type FunnelLineView,
  FunnelQuery,
  FunnelView,
  InsightDemandsQuery,
  InsightDemandsView,
  type ReachedView,
} from './insight.dto.js';
import { ReadFunnel } from './read-funnel.js';
import { Summaries } from './summaries.js';

const MOST_WRONG = 100;
const READERS = { any: ['staff', 'operator'], own: ['leader'] } as const;

/** What has become of demands: for staff of all, for a leader of its own. */
@ApiTags('insight')
@Controller()
export class InsightController {
  constructor(
    private readonly funnel: ReadFunnel,
    private readonly summaries: Summaries,
  ) {}

  @Get('insight/funnel')
  @Access(READERS)
  @Endpoint({
    summary: 'How many demands were published, and how far the firms that were told of them have come',
    answer: FunnelView,
  })
  async lines(@Query() { by = 'chain', ...wanted }: FunnelQuery, @Caller() caller: Principal): Promise<FunnelView> {
    const [counted, reach] = await Promise.all([
      this.counted(wanted, caller),
      isStaff(caller) ? this.funnel.reach() : undefined,
    ]);
    const lines = linesBy(by, counted, this.funnel.regions).map(lineView);
    return { total: lineView(lineOf('', '', counted)), lines, ...(reach ? { reach } : {}) };
  }

  @Get('insight/sheet')
  @Access(READERS)
  @Endpoint({
    summary: 'The same as an xlsx file: one sheet each by chain, month, leader and region',
    types: [XLSX_TYPE],
  })
  async sheet(
    @Query() { by: _by, ...wanted }: FunnelQuery,
    @Caller() caller: Principal,
    @Reader() language: Language,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const stream = await funnelSheet(await this.counted(wanted, caller), this.funnel.regions, language);
    await reply
      .header('content-type', XLSX_TYPE)
      .header('content-disposition', 'attachment; filename="funnel.xlsx"')
      .send(stream);
  }

  @Get('insight/demands')
  @Access(READERS)
  @Endpoint({ summary: 'The demands behind the figures, the latest first', answer: InsightDemandsView })
  async demands(
    @Query() { stage = 'told', limit = 50, offset = 0, ...wanted }: InsightDemandsQuery,
    @Caller() caller: Principal,
  ): Promise<InsightDemandsView> {
    const at = STAGES.indexOf(stage);
    const counted = (await this.counted(wanted, caller)).filter(({ total }) => at === 0 || (total.stages[at] ?? 0) > 0);
    const items = counted.slice(offset, offset + limit).map((one) => ({
      ...lineView(lineOf(one.id, one.title, [one])),
      ...{ publishedAt: one.publishedAt, ownerName: one.ownerName },
      ...(one.chain ? { chain: one.chain } : {}),
    }));
    return { total: counted.length, items };
  }

  @Get('insight/demands/:id/cases')
  @Access(READERS)
  @Endpoint({ summary: 'The firms of one demand and how far each has come', answer: CaseView, list: true })
  async cases(@Param('id') id: string, @Caller() caller: Principal): Promise<CaseView[]> {
    const facts = await this.summaries.factsOf(id);
    if (!facts || !ownsOrStaff(caller, facts.demand.ownerId)) throw new Refused([commonErrors.not_found()]);
    return casesOf(facts);
  }

  @Get('insight/check')
  @Access({ any: ['staff', 'operator'] })
  @Endpoint({
    summary: 'Adds up all stored facts and compares every figure with them',
    description: 'Reads everything once. What is on its way may show as wrong for a moment.',
    answer: FiguresCheckView,
  })
  async check(): Promise<FiguresCheckView> {
    const { wrong, ...counts } = await this.summaries.check();
    return { ...counts, wrong: wrong.slice(0, MOST_WRONG) };
  }

  private async counted(wanted: Narrowed, caller: Principal): Promise<Counted[]> {
    const leader = isStaff(caller) ? wanted.leader : (caller.organisation?.id ?? '');
    return narrowed(await this.funnel.all(), { ...wanted, leader }, this.funnel.regions);
  }
}

function lineView({ stages, ...line }: FunnelLine): FunnelLineView {
  const reached = Object.fromEntries(STAGES.map((stage, at) => [stage, stages[at] ?? 0]));
  return { ...line, reached: reached as unknown as ReachedView };
}
