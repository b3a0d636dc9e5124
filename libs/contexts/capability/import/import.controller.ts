import { Body, Controller, Get, HttpCode, Param, Post, Query, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, type Principal } from '#platform/access/access';
import { commonErrors } from '#platform/errors/common.errors';
import { type Language, Refused } from '#platform/errors/errors';
import { FILE_TYPES } from '#platform/http/http-app';
import { Endpoint } from '#platform/http/openapi';
import { PageOf, PageQuery, pageOptions, pageView } from '#platform/http/paging';
import { Caller, type Command, type HouseRequest, Once, Reader } from '#platform/http/request';
import { InjectCollection } from '#platform/store/collections';
import type { Collection } from '#ports/store/store';
import { ImportQuery, ImportView } from '../capability.dto.js';
import { IMPORTS, type ImportJob } from '../capability.store.js';
import { ImportRunner } from './import.runner.js';
import { problemText, told } from './problem-text.js';
import { sentFile } from './sent-file.js';

@ApiTags('profiles')
@Controller('imports')
export class ImportController {
  constructor(
    @InjectCollection(IMPORTS) private readonly jobs: Collection<ImportJob>,
    private readonly runner: ImportRunner,
  ) {}

  @Post()
  @HttpCode(202)
  @Access({ any: ['staff', 'operator'] })
  @Endpoint({
    file: { types: FILE_TYPES },
    summary: 'Import firms from a file sent as the body',
    description:
      'Answers at once; read the import for progress and the row-by-row report. Sending the file again changes nothing.',
    status: 202,
    answer: ImportView,
  })
  async start(
    @Body() body: unknown,
    @Query() query: ImportQuery,
    @Req() request: HouseRequest,
    @Caller() caller: Principal,
    @Once() command: Command,
    @Reader() language: Language,
  ) {
    const { file, format } = sentFile(body, request);
    const about = { name: query.fileName ?? `firms.${format}`, format, checkOnly: query.checkOnly ?? false };
    return importView(await this.runner.accept(file, about, caller, command), language);
  }

  @Get()
  @Access({ any: ['staff', 'operator'] })
  @Endpoint({ summary: 'Imports, newest first', answer: PageOf(ImportView) })
  async list(@Query() query: PageQuery, @Reader() language: Language) {
    const page = await this.jobs.find('byAge', { ...pageOptions(query), descending: true });
    return pageView(page, (job) => importView(job, language));
  }

  @Get(':id')
  @Access({ any: ['staff', 'operator'] })
  @Endpoint({ summary: 'Progress and report of an import', answer: ImportView })
  async get(@Param('id') id: string, @Reader() language: Language) {
    const job = await this.jobs.get(id);
    if (!job) throw new Refused([commonErrors.not_found()]);
    return importView(job, language);
  }
}

function importView(job: ImportJob, language: Language): ImportView {
  const { openKey: _open, turnKey: _turn, createdBy: _by, version: _v, refusal, problems, notices, ...shown } = job;
  return {
    ...shown,
    problems: problems.map((problem) => told(problem, language)),
    notices: notices.map((notice) => told(notice, language)),
    ...(refusal ? { refusal: problemText(refusal, language) } : {}),
  };
}
