import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { StepKind } from '#contracts/engagement';
import { Access, type Principal } from '#platform/access/access';
import { orRefuse } from '#platform/errors/errors';
import { Endpoint } from '#platform/http/openapi';
import { PageOf, PageQuery } from '#platform/http/paging';
import { Caller, type Command, IfMatch, Once } from '#platform/http/request';
import { ReadThreads } from './read-threads.js';
import {
  EndingInput,
  EngagementView,
  MessageInput,
  MessageView,
  OpenInput,
  OwnerInput,
  ReadersInput,
  StepClosingInput,
  StepPlanInput,
} from './thread.dto.js';
import { ThreadHandler } from './thread.handler.js';
import { messageView } from './thread.view.js';

/** What the two sides of a thread do. */
@ApiTags('engagements')
@Controller()
export class ThreadController {
  constructor(
    private readonly handler: ThreadHandler,
    private readonly reader: ReadThreads,
  ) {}

  @Post('demands/:id/engagements')
  @Access({ own: ['leader', 'sme'] })
  @Endpoint({
    summary: 'Turn to a firm about my demand; one thread for each firm, the one that is there is answered',
    status: 201,
    answer: EngagementView,
  })
  async open(
    @Param('id') id: string,
    @Body() { firmId }: OpenInput,
    @Caller() caller: Principal,
    @Once() command: Command,
  ) {
    return this.reader.whole(orRefuse(await this.handler.open(id, firmId, { caller, command })), caller);
  }

  @Post('demands/:id/approach')
  @Access({ own: ['leader', 'sme'] })
  @Endpoint({
    summary: 'Turn to the owner of a demand that was proposed to my firm; the thread that is there is answered',
    status: 201,
    answer: EngagementView,
  })
  async approach(@Param('id') id: string, @Caller() caller: Principal, @Once() command: Command) {
    return this.reader.whole(orRefuse(await this.handler.approach(id, { caller, command })), caller);
  }

  @Put('engagements/:id/steps/:step')
  @Access({ own: ['leader', 'sme'] })
  @Endpoint({ summary: 'Say who sees to a step, by when, and what there is of it', answer: EngagementView })
  async plan(
    @Param('id') id: string,
    @Param('step') step: string,
    @Body() body: StepPlanInput,
    @Caller() caller: Principal,
    @Once() command: Command,
    @IfMatch() version: number | undefined,
  ) {
    const planned = await this.handler.plan(id, step as StepKind, { ...body }, { caller, command, version });
    return this.reader.whole(orRefuse(planned), caller);
  }

  @Post('engagements/:id/steps/:step/closing')
  @HttpCode(200)
  @Access({ own: ['leader', 'sme'] })
  @Endpoint({
    summary:
      'A step is done or skipped; only the owner of the demand confirms the NDA, which opens what is kept for it',
    answer: EngagementView,
  })
  async closeStep(
    @Param('id') id: string,
    @Param('step') step: string,
    @Body() { outcome, ...said }: StepClosingInput,
    @Caller() caller: Principal,
    @Once() command: Command,
    @IfMatch() version: number | undefined,
  ) {
    const asked = { caller, command, version };
    return this.reader.whole(
      orRefuse(await this.handler.closeStep(id, step as StepKind, outcome, said, asked)),
      caller,
    );
  }

  @Post('engagements/:id/owner')
  @HttpCode(200)
  @Access({ any: ['staff', 'operator'], own: ['leader', 'sme'] })
  @Endpoint({ summary: 'Hand a thread over to another person of the same side', answer: EngagementView })
  async handOver(
    @Param('id') id: string,
    @Body() { personId, side }: OwnerInput,
    @Caller() caller: Principal,
    @Once() command: Command,
    @IfMatch() version: number | undefined,
  ) {
    const handed = await this.handler.handOver(id, personId, side, { caller, command, version });
    return this.reader.whole(orRefuse(handed), caller);
  }

  @Put('engagements/:id/readers')
  @Access({ own: ['leader', 'sme'] })
  @Endpoint({
    summary:
      'The owner of the demand names who of the firm may, once the NDA is signed, read what is kept for named readers',
    answer: EngagementView,
  })
  async nameReaders(
    @Param('id') id: string,
    @Body() { personIds }: ReadersInput,
    @Caller() caller: Principal,
    @Once() command: Command,
    @IfMatch() version: number | undefined,
  ) {
    const named = await this.handler.nameReaders(id, personIds, { caller, command, version });
    return this.reader.whole(orRefuse(named), caller);
  }

  @Post('engagements/:id/ending')
  @HttpCode(200)
  @Access({ own: ['leader', 'sme'] })
  @Endpoint({ summary: 'End a thread with the reason', answer: EngagementView })
  async end(
    @Param('id') id: string,
    @Body() { reason, note }: EndingInput,
    @Caller() caller: Principal,
    @Once() command: Command,
    @IfMatch() version: number | undefined,
  ) {
    return this.reader.whole(orRefuse(await this.handler.end(id, reason, note, { caller, command, version })), caller);
  }

  @Post('engagements/:id/messages')
  @Access({ own: ['leader', 'sme'] })
  @Endpoint({ summary: 'Write to the other side', status: 201, answer: MessageView })
  async post(
    @Param('id') id: string,
    @Body() { text }: MessageInput,
    @Caller() caller: Principal,
    @Once() command: Command,
  ) {
    return messageView(orRefuse(await this.handler.post(id, text, { caller, command })));
  }

  @Get('engagements/:id/messages')
  @Access({ any: ['staff', 'operator'], own: ['leader', 'sme'] })
  @Endpoint({ summary: 'Messages of a thread, newest first', answer: PageOf(MessageView) })
  messages(@Param('id') id: string, @Query() query: PageQuery, @Caller() caller: Principal) {
    return this.reader.messages(id, query, caller);
  }
}
