import { ApiProperty } from '@nestjs/swagger';
import { Checked, isPlain, NestedList, Num, Text, Texts } from '#platform/http/fields';

/** Criteria, evaluators and responses of one demand at most: together they fit into one document. */
export const MOST = { criteria: 8, evaluators: 10, responses: 30 } as const;

export class CriterionInput {
  @Text({
    max: 40,
    pattern: /^[a-z][a-z0-9-]*$/,
    example: 'team',
    description: 'team, ability, plan, fit, or one of your own',
  })
  id!: string;
  @Text({ optional: true, max: 60, description: 'Of a criterion of your own' })
  name?: string;
  @Num({ min: 0.01, max: 100 })
  weight!: number;
}

export class EvaluationInput {
  @NestedList(() => CriterionInput, { min: 1, max: MOST.criteria })
  criteria!: CriterionInput[];
  @Texts({
    items: MOST.evaluators,
    max: 200,
    description: 'Ids of active people: of the owner of the demand, or of staff',
  })
  evaluatorIds!: string[];
}

const isScore = (value: unknown) => typeof value === 'number' && value >= 0 && value <= 10;
const areScores = (value: unknown): boolean =>
  isPlain(value) &&
  Object.keys(value as object).length <= MOST.criteria &&
  Object.values(value as object).every(isScore);

export class ScoreSheetInput {
  @Checked(
    { test: areScores, code: 'engagement.scores_wrong' },
    { type: 'object', additionalProperties: { type: 'number', minimum: 0, maximum: 10 } },
    { description: '0 to 10 for each criterion, by its id' },
  )
  scores!: Record<string, number>;
  @Text({ optional: true, max: 2000 })
  note?: string;
}

class CriterionView {
  @ApiProperty()
  id!: string;
  @ApiProperty({ required: false })
  name?: string;
  @ApiProperty()
  weight!: number;
}

class EvaluatorView {
  @ApiProperty()
  id!: string;
  @ApiProperty()
  name!: string;
  @ApiProperty({ description: 'Sheets that are in' })
  sheets!: number;
}

const SCORES = { type: 'object', additionalProperties: { type: 'number' } } as const;

class ScoreSheetView {
  @ApiProperty()
  responseId!: string;
  @ApiProperty(SCORES)
  scores!: Record<string, number>;
  @ApiProperty({ required: false })
  note?: string;
  @ApiProperty()
  at!: string;
  @ApiProperty({ description: '0 to 10, by the weights' })
  total!: number;
}

class NamedScoreSheetView extends ScoreSheetView {
  @ApiProperty()
  byName!: string;
}

class SpreadView {
  @ApiProperty()
  mean!: number;
  @ApiProperty()
  lowest!: number;
  @ApiProperty()
  highest!: number;
  @ApiProperty({ description: 'Standard deviation over the evaluators' })
  deviation!: number;
}

class CriterionSpreadView extends SpreadView {
  @ApiProperty()
  id!: string;
}

class JudgementView extends SpreadView {
  @ApiProperty()
  responseId!: string;
  @ApiProperty()
  firmName!: string;
  @ApiProperty({ type: [CriterionSpreadView] })
  criteria!: CriterionSpreadView[];
  @ApiProperty({ type: [NamedScoreSheetView] })
  sheets!: NamedScoreSheetView[];
}

class JudgedView {
  @ApiProperty()
  id!: string;
  @ApiProperty()
  firmName!: string;
}

export class EvaluationView {
  @ApiProperty()
  demandId!: string;
  @ApiProperty()
  version!: number;
  @ApiProperty({ type: [CriterionView] })
  criteria!: CriterionView[];
  @ApiProperty({ type: [EvaluatorView] })
  evaluators!: EvaluatorView[];
  @ApiProperty({ type: [JudgedView], description: 'Responses that are judged' })
  responses!: JudgedView[];
  @ApiProperty({ type: [ScoreSheetView], description: 'The caller’s own sheets' })
  own!: ScoreSheetView[];
  @ApiProperty({ description: 'All sheets are in' })
  complete!: boolean;
  @ApiProperty({
    required: false,
    type: [JudgementView],
    description: 'The best first; nobody sees it until all sheets are in',
  })
  results?: JudgementView[];
}
