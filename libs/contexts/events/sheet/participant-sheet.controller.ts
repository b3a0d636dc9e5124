import { Body, Controller, Get, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Access, type Principal } from '#platform/access/access';
import { failureText, type Language, orRefuse } from '#platform/errors/errors';
import { XLSX_TYPE } from '#platform/http/http-app';
import { Endpoint } from '#platform/http/openapi';
import { readBytesOf } from '#platform/http/read-body';
import { Caller, type HouseRequest, Reader } from '#platform/http/request';
import { xlsxStream } from '#platform/xlsx';
import { MatchmakingHandler } from '../event/matchmaking.handler.js';
import { eventsErrors } from '../events.errors.js';
import { TEMPLATE_HEADERS } from './participant-rows.js';
import { ParticipantSheetView } from './participant-sheet.dto.js';
import { type JudgedRow, ParticipantSheetHandler } from './participant-sheet.handler.js';

const MOST_BYTES = 5 * 1024 * 1024;
const FILE = { types: [XLSX_TYPE], description: 'The file itself: xlsx' };

/** Participants of an event from a sheet: checked first, then invited. Nothing of the sheet is stored. */
@ApiTags('matchmaking events')
@Controller('matchmaking-events/:id')
export class ParticipantSheetController {
  constructor(
    private readonly handler: ParticipantSheetHandler,
    private readonly events: MatchmakingHandler,
  ) {}

  @Get('participant-sheet-template')
  @Access({ any: ['staff', 'operator'] })
  @Endpoint({ summary: 'An empty sheet of participants with its headers, to fill in', types: [XLSX_TYPE] })
  async template(@Param('id') id: string, @Caller() caller: Principal, @Res() reply: FastifyReply) {
    orRefuse(await this.events.read(id, caller));
    await reply
      .header('content-type', XLSX_TYPE)
      .header('content-disposition', 'attachment; filename="participants.xlsx"')
      .send(await xlsxStream([TEMPLATE_HEADERS.map((value) => ({ value, fontWeight: 'bold' }))]));
  }

  @Post('participant-sheet-checks')
  @HttpCode(200)
  @Access({ any: ['staff', 'operator'] })
  @Endpoint({
    file: FILE,
    summary: 'What an invitation of the rows of a sheet would come to, with what is wrong beside each row',
    description:
      'Columns by their headers: name or credit code; role; most meetings; those it must meet and would meet, by name or credit code between semicolons. Nothing is kept.',
    answer: ParticipantSheetView,
  })
  async check(
    @Param('id') id: string,
    @Body() body: unknown,
    @Req() request: HouseRequest,
    @Reader() language: Language,
  ): Promise<ParticipantSheetView> {
    return sheetView(orRefuse(await this.handler.check(id, await sheetOf(body, request))), language);
  }

  @Post('participant-sheets')
  @HttpCode(200)
  @Access({ any: ['staff', 'operator'] })
  @Endpoint({
    file: FILE,
    summary: 'Invite those whose row is right, with their limits and wishes',
    description:
      'Rows with something wrong stay out; who is there already stays as it is, so a repeat changes nothing.',
    answer: ParticipantSheetView,
  })
  async invite(
    @Param('id') id: string,
    @Body() body: unknown,
    @Req() request: HouseRequest,
    @Caller() caller: Principal,
    @Reader() language: Language,
  ): Promise<ParticipantSheetView> {
    return sheetView(orRefuse(await this.handler.invite(id, await sheetOf(body, request), caller)), language);
  }
}

/** The workbook that is the body of a request. Any other body is refused. */
function sheetOf(body: unknown, request: HouseRequest): Promise<Buffer> {
  const wrong = eventsErrors.sheet_type({ type: XLSX_TYPE });
  return readBytesOf({ type: XLSX_TYPE, limit: MOST_BYTES, wrong }, body, request);
}

function sheetView(rows: readonly JudgedRow[], language: Language): ParticipantSheetView {
  const count = (state: JudgedRow['state']) => rows.filter((row) => row.state === state).length;
  return {
    ready: count('ready'),
    there: count('there'),
    wrong: count('wrong'),
    rows: rows.map(({ row, name, organisation, limits, wishes, state, wrong }) => ({
      ...{ row, name, state, wishes: wishes.length },
      ...(organisation
        ? { organisationId: organisation.id, organisationName: organisation.name, side: organisation.side }
        : {}),
      ...(limits ? { max: limits.max } : {}),
      wrong: wrong.map(({ column, failure }) => ({ column, text: failureText(failure, language) })),
    })),
  };
}
