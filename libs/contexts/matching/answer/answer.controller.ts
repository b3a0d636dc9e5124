import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, type Principal } from '#platform/access/access';
import { type Language, orRefuse } from '#platform/errors/errors';
import { Endpoint } from '#platform/http/openapi';
import { Caller, type Command, IfMatch, Once, Reader } from '#platform/http/request';
import { AnswerInput, ProposalView } from '../matching.dto.js';
import { proposalView } from '../read/proposal.view.js';
import { AnswerHandler } from './answer.handler.js';

@ApiTags('matching')
@Controller()
export class AnswerController {
  constructor(private readonly handler: AnswerHandler) {}

  @Post('proposals/:id/seen')
  @HttpCode(204)
  @Access({ own: ['sme', 'leader'] })
  @Endpoint({ summary: 'Somebody of my firm has opened the proposal: its leader and staff see when', status: 204 })
  async see(@Param('id') id: string, @Caller() caller: Principal, @Once() command: Command): Promise<void> {
    orRefuse(await this.handler.see(id, { caller, command, version: undefined }));
  }

  @Post('proposals/:id/answer')
  @HttpCode(200)
  @Access({ own: ['sme', 'leader'] })
  @Endpoint({
    summary: 'Answer a proposal to my firm: interested, or not for us because …; may be changed while it is open',
    answer: ProposalView,
  })
  async answer(
    @Param('id') id: string,
    @Body() { answer, reasons = [], note }: AnswerInput,
    @Caller() caller: Principal,
    @Once() command: Command,
    @IfMatch() version: number | undefined,
    @Reader() language: Language,
  ) {
    const said = { answer, reasons: [...new Set(reasons)], ...(note ? { note } : {}) };
    return proposalView(orRefuse(await this.handler.answer(id, said, { caller, command, version })), 'firm', language);
  }
}
