import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Access, isStaff, ownsOrStaff, type Principal } from '#platform/access/access';
import { commonErrors } from '#platform/errors/common.errors';
import { type Language, Refused } from '#platform/errors/errors';
import { XLSX_TYPE } from '#platform/http/http-app';
import { Endpoint } from '#platform/http/openapi';
import { Caller, Reader } from '#platform/http/request';
import type { Figures, FunnelLine } from './figures.js';
import { casesOf, STAGES } from './funnel.rules.js';
import { funnelSheet } from './funnel-sheet.js';
import type { Narrowed } from './funnel-table.js';
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
    const [figures, reach] = await Promise.all([
      this.figures(wanted, caller),
      isStaff(caller) ? this.funnel.reach() : undefined,
    ]);
    const lines = figures.lines(by).map(lineView);
    return { total: lineView(figures.total()), lines, ...(reach ? { reach } : {}) };
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
    const stream = await funnelSheet(await this.figures(wanted, caller), language);
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
    const figures = await this.figures(wanted, caller);
    const { total, items } = figures.page(STAGES.indexOf(stage), offset, limit);
    return {
      total,
      items: items.map(({ demand: { publishedAt, ownerName, chain }, ...line }) => ({
        ...lineView(line),
        ...{ publishedAt, ownerName, ...(chain ? { chain } : {}) },
      })),
    };
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

  private async figures(wanted: Narrowed, caller: Principal): Promise<Figures> {
    const leader = isStaff(caller) ? wanted.leader : (caller.organisation?.id ?? '');
    return (await this.funnel.table()).choose({ ...wanted, leader });
  }
}

function lineView({ stages, ...line }: FunnelLine): FunnelLineView {
  const reached = Object.fromEntries(STAGES.map((stage, at) => [stage, stages[at] ?? 0]));
  return { ...line, reached: reached as unknown as ReachedView };
}
