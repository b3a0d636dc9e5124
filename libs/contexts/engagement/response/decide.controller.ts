import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, type Principal } from '#platform/access/access';
import { type Language, orRefuse } from '#platform/errors/errors';
import { Endpoint } from '#platform/http/openapi';
import { Caller, type Command, IfMatch, Once, Reader } from '#platform/http/request';
import { DecideHandler } from './decide.handler.js';
import { RejectionInput, ResponseView, SayInput, ShortlistInput } from './response.dto.js';
import { responseView } from './response.view.js';

/** What the owner of the demand says to a response. */
@ApiTags('responses')
@Controller('responses')
export class DecideController {
  constructor(private readonly handler: DecideHandler) {}

  @Post(':id/shortlisting')
  @HttpCode(200)
  @Access({ own: ['leader', 'sme'] })
  @Endpoint({ summary: 'Put a response on the shortlist of my demand, or take it off', answer: ResponseView })
  async shortlist(
    @Param('id') id: string,
    @Body() { shortlisted }: ShortlistInput,
    @Caller() caller: Principal,
    @Once() command: Command,
    @IfMatch() version: number | undefined,
    @Reader() language: Language,
  ) {
    const listed = await this.handler.shortlist(id, shortlisted, { caller, command, version });
    return responseView(orRefuse(listed), language);
  }

  @Post(':id/questions')
  @HttpCode(200)
  @Access({ own: ['leader', 'sme'] })
  @Endpoint({ summary: 'Ask the firm about its response', answer: ResponseView })
  async ask(
    @Param('id') id: string,
    @Body() { text }: SayInput,
    @Caller() caller: Principal,
    @Once() command: Command,
    @IfMatch() version: number | undefined,
    @Reader() language: Language,
  ) {
    return responseView(orRefuse(await this.handler.ask(id, text, { caller, command, version })), language);
  }

  @Post(':id/rejection')
  @HttpCode(200)
  @Access({ own: ['leader', 'sme'] })
  @Endpoint({ summary: 'Do not go on with a response, with the reason that the firm reads', answer: ResponseView })
  async reject(
    @Param('id') id: string,
    @Body() { reason, note }: RejectionInput,
    @Caller() caller: Principal,
    @Once() command: Command,
    @IfMatch() version: number | undefined,
    @Reader() language: Language,
  ) {
    const rejected = await this.handler.reject(id, reason, note, { caller, command, version });
    return responseView(orRefuse(rejected), language);
  }

  @Post(':id/choice')
  @HttpCode(200)
  @Access({ own: ['leader', 'sme'] })
  @Endpoint({
    summary: 'Choose a response; as many as the demand wants, three unless it says otherwise',
    answer: ResponseView,
  })
  async choose(
    @Param('id') id: string,
    @Caller() caller: Principal,
    @Once() command: Command,
    @IfMatch() version: number | undefined,
    @Reader() language: Language,
  ) {
    return responseView(orRefuse(await this.handler.choose(id, { caller, command, version })), language);
  }
}
