import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Body, Controller, Get, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Access, type Principal } from '#platform/access/access';
import { RateLimit } from '#platform/access/rate-limit';
import { CONFIG, type Config } from '#platform/config/config';
import { type Language, orRefuse, Refused } from '#platform/errors/errors';
import { FILE_TYPES, XLSX_TYPE } from '#platform/http/http-app';
import { Endpoint } from '#platform/http/openapi';
import { Caller, type HouseRequest, Reader } from '#platform/http/request';
import { newId } from '#platform/ids';
import { InjectCollection } from '#platform/store/collections';
import type { Collection } from '#ports/store/store';
import { SheetView } from '../capability.dto.js';
import { PROFILES, type Profile } from '../capability.store.js';
import { KNOWN_ORGANISATIONS, type KnownOrganisation } from '../claim/known-organisations.js';
import { exportedOne, exportXlsx } from '../export/export-profiles.js';
import type { FirmRow, RowProblem } from '../import/firm-row.js';
import { keepFile } from '../import/keep-file.js';
import { problemText, told } from '../import/problem-text.js';
import { type FirmFile, readFirmFile } from '../import/read-firm-file.js';
import { sentFile } from '../import/sent-file.js';
import { type SheetOwner, sheetOf } from './read-sheet.js';

const MOST_MEGABYTES = 5;
/** Rows read; one firm's sheet has a handful. */
const MOST_ROWS = 2000;
const MOST_PROBLEMS = 100;
const SHEETS_PER_MINUTE = 20;

/** A firm's own sheet: to fill in, and what it says once it is filled in. Nothing is stored. */
@ApiTags('profiles')
@Controller('profile-sheets')
export class SheetController {
  private readonly limit = new RateLimit(SHEETS_PER_MINUTE, 60);

  constructor(
    @InjectCollection(PROFILES) private readonly profiles: Collection<Profile>,
    @InjectCollection(KNOWN_ORGANISATIONS) private readonly known: Collection<KnownOrganisation>,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get()
  @Access({ any: ['sme', 'leader', 'staff'] })
  @Endpoint({ summary: 'My profile as a sheet to fill in; without one, the headers only', types: [XLSX_TYPE] })
  async template(@Caller() caller: Principal, @Res() reply: FastifyReply) {
    const [own] = await this.profiles.manyBy('byOrganisation', [caller.organisation?.id ?? '']);
    await reply
      .header('content-type', XLSX_TYPE)
      .header('content-disposition', 'attachment; filename="profile.xlsx"')
      .send(await exportXlsx(exportedOne(own)));
  }

  @Post()
  @HttpCode(200)
  @Access({ any: ['sme', 'leader'] })
  @Endpoint({
    file: { types: FILE_TYPES },
    summary: 'What a sheet of mine says of my firm',
    description: 'Read like an import, for one firm. Nothing is stored: the caller takes over what it wants.',
    answer: SheetView,
  })
  async read(
    @Body() body: unknown,
    @Req() request: HouseRequest,
    @Caller() caller: Principal,
    @Reader() language: Language,
  ): Promise<SheetView> {
    const tooMany = await this.limit.take(caller.organisation?.id ?? caller.subject);
    if (tooMany) throw new Refused([tooMany]);
    const { file, format } = sentFile(body, request);
    // Beside the imports' files: what a crash leaves there is removed at the next start.
    const path = join(this.config.dataDir, 'imports', `${newId()}.part`);
    await keepFile(file, path, MOST_MEGABYTES);
    try {
      return await this.told({ format, path }, await this.ownerOf(caller), language);
    } finally {
      await rm(path, { force: true });
    }
  }

  private async ownerOf({ organisation }: Principal): Promise<SheetOwner> {
    const { creditCode } = (await this.known.get(organisation?.id ?? '')) ?? {};
    return { name: organisation?.name ?? '', ...(creditCode ? { creditCode } : {}) };
  }

  private async told(sheet: FirmFile, owner: SheetOwner, language: Language): Promise<SheetView> {
    const rows: FirmRow[] = [];
    const problems: RowProblem[] = [];
    const { notices, problem } = await readFirmFile(sheet, async (batch) => {
      for (const read of batch) {
        if ('firm' in read && rows.length < MOST_ROWS) rows.push(read.firm);
        if ('problems' in read && problems.length < MOST_PROBLEMS) problems.push(...read.problems);
      }
    });
    const found = problem ? undefined : orRefuse(sheetOf(rows, owner));
    return {
      rows: found?.rows ?? 0,
      ...(found ? { profile: found.content as SheetView['profile'] } : {}),
      problems: problems.slice(0, MOST_PROBLEMS).map((each) => told(each, language)),
      notices: notices.map((notice) => told(notice, language)),
      ...(problem ? { refusal: problemText(problem, language) } : {}),
    };
  }
}
