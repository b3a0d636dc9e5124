import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Body, Controller, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Access, type Principal } from '#platform/access/access';
import { RateLimit } from '#platform/access/rate-limit';
import { CONFIG, type Config } from '#platform/config/config';
import { type Language, Refused } from '#platform/errors/errors';
import { FILE_TYPES, XLSX_TYPE } from '#platform/http/http-app';
import { Endpoint } from '#platform/http/openapi';
import { Caller, type HouseRequest, Reader } from '#platform/http/request';
import { newId } from '#platform/ids';
import { CheckedSheetView } from '../capability.dto.js';
import { capabilityErrors } from '../capability.errors.js';
import { keepFile } from '../import/keep-file.js';
import { sentFile } from '../import/sent-file.js';
import { type Checked, checkSheet, type SheetFile } from './check-sheet.js';
import { checkedSheet } from './checked-sheet.js';
import { markedSheet } from './marked-sheet.js';

const MOST_MEGABYTES = 20;
const CHECKS_PER_MINUTE = 20;

/** A sheet with what is wrong in it, to mend it where it stands. Nothing is stored. */
@ApiTags('profiles')
@Controller('sheet-checks')
export class SheetCheckController {
  private readonly limit = new RateLimit(CHECKS_PER_MINUTE, 60);

  constructor(@Inject(CONFIG) private readonly config: Config) {}

  @Post()
  @HttpCode(200)
  @Access({ any: ['staff', 'operator', 'sme', 'leader'] })
  @Endpoint({
    file: { types: FILE_TYPES, description: 'The file itself: xlsx or csv' },
    summary: 'The rows of a sheet of firms, with what is wrong beside each cell',
    description: 'Read like an import. Nothing is stored and nothing brought in.',
    answer: CheckedSheetView,
  })
  check(
    @Body() body: unknown,
    @Req() request: HouseRequest,
    @Caller() caller: Principal,
    @Reader() language: Language,
  ): Promise<CheckedSheetView> {
    return this.withSheet(body, request, caller, (file, checked) => checkedSheet(file, checked, language));
  }

  @Post('marked')
  @HttpCode(200)
  @Access({ any: ['staff', 'operator', 'sme', 'leader'] })
  @Endpoint({
    file: { types: FILE_TYPES, description: 'The file itself: xlsx or csv' },
    summary: 'The same sheet as xlsx, wrong cells marked, with a column that says how to mend each row',
    description: 'At most 50,000 rows. Mended, it can be imported as it is: the column is left out.',
    types: [XLSX_TYPE],
  })
  async mark(
    @Body() body: unknown,
    @Req() request: HouseRequest,
    @Caller() caller: Principal,
    @Reader() language: Language,
    @Res() reply: FastifyReply,
  ) {
    const sheet = await this.withSheet(body, request, caller, (file, checked) => markedSheet(file, checked, language));
    await reply
      .header('content-type', XLSX_TYPE)
      .header('content-disposition', 'attachment; filename="marked.xlsx"')
      .send(sheet);
  }

  private async withSheet<T>(
    body: unknown,
    request: HouseRequest,
    caller: Principal,
    use: (file: SheetFile, checked: Checked) => Promise<T>,
  ): Promise<T> {
    const tooMany = await this.limit.take(caller.organisation?.id ?? caller.subject);
    if (tooMany) throw new Refused([tooMany]);
    const { file, format } = sentFile(body, request);
    if (format === 'jsonl') {
      file.resume();
      throw new Refused([capabilityErrors.no_sheet()]);
    }
    // Beside the imports' files: what a crash leaves there is removed at the next start.
    const path = join(this.config.dataDir, 'imports', `${newId()}.part`);
    await keepFile(file, path, MOST_MEGABYTES);
    try {
      const sheet = { format, path };
      return await use(sheet, await checkSheet(sheet));
    } finally {
      await rm(path, { force: true });
    }
  }
}
