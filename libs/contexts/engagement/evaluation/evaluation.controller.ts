import { Body, Controller, Delete, Get, Param, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, type Principal } from '#platform/access/access';
import { orRefuse } from '#platform/errors/errors';
import { Endpoint } from '#platform/http/openapi';
import { Caller, type Command, IfMatch, Once } from '#platform/http/request';
import { EvaluationInput, EvaluationView, ScoreSheetInput } from './evaluation.dto.js';
import { type Evaluated, EvaluationHandler, goneOf } from './evaluation.handler.js';
import { isComplete, judged, judgements, totalOf } from './evaluation.rules.js';

/** Several people judge the responses to a demand; the owner chooses then. */
@ApiTags('evaluation')
@Controller()
export class EvaluationController {
  constructor(private readonly handler: EvaluationHandler) {}

  @Get('demands/:id/evaluation')
  @Access({ any: ['staff', 'operator'], own: ['leader', 'sme'] })
  @Endpoint({
    summary:
      'How the responses to a demand are judged, by whom, and once all sheets are in the results with their spread',
    answer: EvaluationView,
  })
  async read(@Param('id') id: string, @Caller() caller: Principal) {
    return evaluationView(orRefuse(await this.handler.read(id, caller)), caller);
  }

  @Put('demands/:id/evaluation')
  @Access({ any: ['staff', 'operator'], own: ['leader', 'sme'] })
  @Endpoint({
    summary: 'Have the responses that are in judged by several people; may be changed until the first sheet is in',
    answer: EvaluationView,
  })
  async setUp(
    @Param('id') id: string,
    @Body() { criteria, evaluatorIds }: EvaluationInput,
    @Caller() caller: Principal,
    @Once() command: Command,
    @IfMatch() version: number | undefined,
  ) {
    const plain = criteria.map(({ id, name, weight }) => ({ id, weight, ...(name ? { name } : {}) }));
    const made = await this.handler.setUp(id, plain, evaluatorIds, { caller, command, version });
    return evaluationView(orRefuse(made), caller);
  }

  @Delete('demands/:id/evaluation/evaluators/:personId')
  @Access({ any: ['staff', 'operator'], own: ['leader', 'sme'] })
  @Endpoint({ summary: 'Go on without an evaluator, whose sheets are dropped', answer: EvaluationView })
  async leaveOut(
    @Param('id') id: string,
    @Param('personId') personId: string,
    @Caller() caller: Principal,
    @Once() command: Command,
    @IfMatch() version: number | undefined,
  ) {
    return evaluationView(orRefuse(await this.handler.leaveOut(id, personId, { caller, command, version })), caller);
  }

  @Put('responses/:id/sheet')
  @Access({ any: ['staff'], own: ['leader', 'sme'], person: true })
  @Endpoint({
    summary: 'An evaluator judges a response; may be changed until all sheets are in',
    answer: EvaluationView,
  })
  async handIn(
    @Param('id') id: string,
    @Body() { scores, note }: ScoreSheetInput,
    @Caller() caller: Principal,
    @Once() command: Command,
    @IfMatch() version: number | undefined,
  ) {
    return evaluationView(orRefuse(await this.handler.handIn(id, scores, note, { caller, command, version })), caller);
  }
}

/** Until all sheets are in, everybody sees how many there are and the own ones alone. */
function evaluationView({ evaluation, responses }: Evaluated, { personId }: Principal): EvaluationView {
  const gone = goneOf(responses);
  const { id, version, criteria, evaluators, sheets } = evaluation;
  const firms = new Map(responses.map((response) => [response.id, response.firmName]));
  const results = judgements(evaluation, gone);
  return {
    demandId: id,
    version,
    criteria: criteria.map((criterion) => ({ ...criterion })),
    evaluators: evaluators.map(({ id, name }) => ({
      ...{ id, name },
      sheets: sheets.filter((sheet) => sheet.personId === id && !gone.has(sheet.responseId)).length,
    })),
    responses: judged(evaluation, gone).map((id) => ({ id, firmName: firms.get(id) ?? '' })),
    own: sheets
      .filter((sheet) => sheet.personId === personId)
      .map(({ personId: _p, ...sheet }) => ({ ...sheet, total: totalOf(criteria, sheet) })),
    complete: isComplete(evaluation, gone),
    ...(results
      ? {
          results: results.map(({ sheets: all, criteria: by, ...one }) => ({
            ...one,
            firmName: firms.get(one.responseId) ?? '',
            criteria: [...by],
            sheets: all.map(({ personId: _p, ...sheet }) => ({ ...sheet })),
          })),
        }
      : {}),
  };
}
