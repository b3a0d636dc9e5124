import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Access, isStaff, type Principal, SIGNED_IN } from '#platform/access/access';
import { attachment, FILE_TYPES } from '#platform/content/file-types';
import { orRefuse } from '#platform/errors/errors';
import { ANY_FILE_TYPE } from '#platform/http/http-app';
import { Endpoint } from '#platform/http/openapi';
import { Caller, type Command, type HouseRequest, IfMatch, Once } from '#platform/http/request';
import { DemandFiles } from './demand-files.js';
import {
  DemandFileQuery,
  DemandFilesView,
  FileCircleInput,
  FileView,
  fileView,
  ThreadFileQuery,
  ThreadFilesView,
} from './file.dto.js';
import { isMarkedFor, isOwn } from './file.rules.js';
import type { AttachedFile } from './file.store.js';
import { ReadFile } from './read-file.js';
import { sentFile } from './sent-file.js';
import { ThreadFiles } from './thread-files.js';

/** What is the same for every file that is added. */
const ADDED = {
  description:
    'PDF, JPEG, PNG, WebP, docx, xlsx or pptx, told by its content; at most 20 MB; PDF without password or script',
  file: { types: [ANY_FILE_TYPE] },
  status: 201,
  answer: FileView,
} as const;

/** Files of demands and of threads. */
@ApiTags('files')
@Controller()
export class FilesController {
  constructor(
    private readonly ofDemands: DemandFiles,
    private readonly ofThreads: ThreadFiles,
    private readonly reader: ReadFile,
  ) {}

  @Post('demands/:id/files')
  @Access({ own: ['leader', 'sme'] })
  @Endpoint({ summary: 'Add a file to my demand, kept to a circle', ...ADDED })
  async addToDemand(
    @Param('id') id: string,
    @Query() { name, disclosure }: DemandFileQuery,
    @Body() body: unknown,
    @Req() request: HouseRequest,
    @Caller() caller: Principal,
    @Once() command: Command,
  ): Promise<FileView> {
    const sent = sentFile(name, body, request);
    return seen(orRefuse(await this.ofDemands.add(id, sent, disclosure, { caller, command })), caller, true);
  }

  @Get('demands/:id/files')
  @Access({ any: ['anonymous', ...SIGNED_IN] })
  @Endpoint({
    summary: 'Files of a demand that the caller may read at its stage, newest first',
    description: 'Who may read which: docs/disclosure.md. That somebody is shown confidential ones is noted.',
    answer: DemandFilesView,
  })
  async listOfDemand(@Param('id') id: string, @Caller() caller: Principal): Promise<DemandFilesView> {
    const { seen: files, all, level } = orRefuse(await this.ofDemands.list(id, caller));
    const items = files.map((file) => seen(file, caller, level === 'owner'));
    return { items, withheld: all - items.length };
  }

  @Post('engagements/:id/files')
  @Access({ own: ['leader', 'sme'] })
  @Endpoint({ summary: 'Send the other side a file, as a message or as evidence of a step', ...ADDED })
  async addToThread(
    @Param('id') id: string,
    @Query() { name, step }: ThreadFileQuery,
    @Body() body: unknown,
    @Req() request: HouseRequest,
    @Caller() caller: Principal,
    @Once() command: Command,
  ): Promise<FileView> {
    const sent = sentFile(name, body, request);
    return seen(orRefuse(await this.ofThreads.add(id, sent, step, { caller, command })), caller, true);
  }

  @Get('engagements/:id/files')
  @Access({ any: ['staff', 'operator'], own: ['leader', 'sme'] })
  @Endpoint({ summary: 'Files of a thread, newest first', answer: ThreadFilesView })
  async listOfThread(@Param('id') id: string, @Caller() caller: Principal): Promise<ThreadFilesView> {
    return { items: orRefuse(await this.ofThreads.list(id, caller)).map((file) => seen(file, caller, true)) };
  }

  @Get('files/:id/content')
  @Access({ any: ['anonymous', ...SIGNED_IN] })
  @Endpoint({
    summary: 'A file; PDF and pictures that are not one’s own carry who has taken them, and when',
    types: Object.keys(FILE_TYPES),
  })
  async download(@Param('id') id: string, @Caller() caller: Principal, @Res() reply: FastifyReply): Promise<void> {
    const { file, content, size } = orRefuse(await this.reader.download(id, caller));
    await reply
      .headers({
        'content-type': file.type,
        'content-length': size,
        'content-disposition': attachment(file.name),
        'cache-control': 'private, no-store',
        // Should a program show it all the same: nothing in it runs or asks for anything.
        'content-security-policy': "default-src 'none'; sandbox",
      })
      .send(content);
  }

  @Patch('files/:id')
  @Access({ own: ['leader', 'sme'] })
  @Endpoint({ summary: 'Keep a file of my demand to another circle', answer: FileView })
  async keepTo(
    @Param('id') id: string,
    @Body() { disclosure }: FileCircleInput,
    @Caller() caller: Principal,
    @Once() command: Command,
    @IfMatch() version: number | undefined,
  ): Promise<FileView> {
    return seen(orRefuse(await this.reader.keepTo(id, disclosure, { caller, command, version })), caller, true);
  }

  @Delete('files/:id')
  @HttpCode(204)
  @Access({ any: ['staff', 'operator'], own: ['leader', 'sme'] })
  @Endpoint({ summary: 'Take a file away; what a thread that is over rests on stays', status: 204 })
  async remove(@Param('id') id: string, @Caller() caller: Principal, @Once() command: Command): Promise<void> {
    orRefuse(await this.reader.remove(id, { caller, command }));
  }
}

/** `whole`: as the owner of a demand, staff and the sides of a thread see it. */
function seen(file: AttachedFile, caller: Principal, whole: boolean): FileView {
  const mine = isOwn(file, caller);
  return fileView(file, { mine, marked: isMarkedFor(file, caller), whole: whole || mine || isStaff(caller) });
}
