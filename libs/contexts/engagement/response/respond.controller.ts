import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, type Principal } from '#platform/access/access';
import { type Language, orRefuse } from '#platform/errors/errors';
import { Endpoint } from '#platform/http/openapi';
import { Caller, type Command, IfMatch, Once, Reader } from '#platform/http/request';
import { RespondHandler } from './respond.handler.js';
import { ResponseInput, ResponseView, SayInput, WithdrawalInput } from './response.dto.js';
import { contentOf } from './response.rules.js';
import { responseView } from './response.view.js';

/** The firm's side of a response. */
@ApiTags('responses')
@Controller()
export class RespondController {
  constructor(private readonly handler: RespondHandler) {}

  @Get('demands/:id/response')
  @Access({ own: ['sme', 'leader'] })
  @Endpoint({ summary: 'The response of my organisation to a demand, with what is missing', answer: ResponseView })
  async mine(@Param('id') id: string, @Caller() caller: Principal, @Reader() language: Language) {
    const { response, missing } = orRefuse(await this.handler.read(id, caller));
    return responseView(response, language, missing);
  }

  @Put('demands/:id/response')
  @Access({ own: ['sme', 'leader'] })
  @Endpoint({
    summary: 'Write the response (揭榜) of my organisation to a demand; kept as a draft until it is handed in',
    description:
      'The whole content each time; may be sent while typing. One response for each demand and organisation.',
    answer: ResponseView,
  })
  async write(
    @Param('id') id: string,
    @Body() body: ResponseInput,
    @Caller() caller: Principal,
    @Once() command: Command,
    @IfMatch() version: number | undefined,
    @Reader() language: Language,
  ) {
    const written = await this.handler.write(id, contentOf({ ...body }), { caller, command, version });
    const { response, missing } = orRefuse(written);
    return responseView(response, language, missing);
  }

  @Post('responses/:id/submission')
  @HttpCode(200)
  @Access({ own: ['sme', 'leader'] })
  @Endpoint({ summary: 'Hand the response in; what is needed must be there', answer: ResponseView })
  async submit(
    @Param('id') id: string,
    @Caller() caller: Principal,
    @Once() command: Command,
    @IfMatch() version: number | undefined,
    @Reader() language: Language,
  ) {
    const { response, missing } = orRefuse(await this.handler.submit(id, { caller, command, version }));
    return responseView(response, language, missing);
  }

  @Post('responses/:id/withdrawal')
  @HttpCode(200)
  @Access({ own: ['sme', 'leader'] })
  @Endpoint({ summary: 'Take the response back; it can be written and handed in again', answer: ResponseView })
  async withdraw(
    @Param('id') id: string,
    @Body() { reason }: WithdrawalInput,
    @Caller() caller: Principal,
    @Once() command: Command,
    @IfMatch() version: number | undefined,
    @Reader() language: Language,
  ) {
    return responseView(orRefuse(await this.handler.withdraw(id, reason, { caller, command, version })), language);
  }

  @Post('responses/:id/questions/:questionId/answer')
  @HttpCode(200)
  @Access({ own: ['sme', 'leader'] })
  @Endpoint({ summary: 'Answer a question of the demand’s owner', answer: ResponseView })
  async answer(
    @Param('id') id: string,
    @Param('questionId') questionId: string,
    @Body() { text }: SayInput,
    @Caller() caller: Principal,
    @Once() command: Command,
    @IfMatch() version: number | undefined,
    @Reader() language: Language,
  ) {
    const answered = await this.handler.answer(id, questionId, text, { caller, command, version });
    return responseView(orRefuse(answered), language);
  }
}
