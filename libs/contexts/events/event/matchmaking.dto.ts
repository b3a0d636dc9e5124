import { ApiProperty } from '@nestjs/swagger';
import { PHASES, type Phase, SLOT_MINUTES } from '#contracts/matchmaking';
import { Checked, Id, Instant, Nested, NestedList, OneOf, Text, Whole } from '#platform/http/fields';
import { PageQuery } from '#platform/http/paging';

export class SpanInput {
  @Instant({ example: '2027-03-18T01:00:00Z' })
  from!: string;
  @Instant({ example: '2027-03-18T04:00:00Z' })
  to!: string;
}

export class ProgrammeInput extends SpanInput {
  @Text({ max: 200, example: '海岳家电：冰箱压缩机齿轮需求发布' })
  title!: string;
  @Id({ optional: true, description: 'The leader that presents' })
  leaderId?: string;
  @Id({ optional: true, description: 'The demand that is presented' })
  demandId?: string;
}

export class LimitsInput {
  @Whole({ min: 0, max: 200, description: 'Promised to a representative' })
  min!: number;
  @Whole({ min: 0, max: 200, description: 'Most of a representative' })
  max!: number;
}

export class SidesLimitsInput {
  @Nested(() => LimitsInput)
  leader!: LimitsInput;
  @Nested(() => LimitsInput)
  sme!: LimitsInput;
}

export class SidesMustsInput {
  @Whole({ min: 0, max: 50 })
  leader!: number;
  @Whole({ min: 0, max: 50 })
  sme!: number;
}

const MINUTES = [...SLOT_MINUTES] as number[];
const SlotMinutes = (options: { optional?: boolean } = {}) =>
  Checked(
    { test: (v) => MINUTES.includes(v as number), code: 'field.one_of', params: { values: MINUTES.join(', ') } },
    { type: 'integer', enum: MINUTES },
    options,
  );

export class MatchmakingChangeInput {
  @Text({ optional: true, min: 4, max: 120 })
  title?: string;
  @Text({ nullable: true, max: 200 })
  place?: string;
  @Text({ nullable: true, max: 5000 })
  about?: string;
  @SlotMinutes({ optional: true })
  slotMinutes?: (typeof SLOT_MINUTES)[number];
  @NestedList(() => SpanInput, { optional: true, max: 20 })
  sessions?: SpanInput[];
  @NestedList(() => SpanInput, { optional: true, max: 50 })
  breaks?: SpanInput[];
  @NestedList(() => ProgrammeInput, {
    optional: true,
    max: 50,
    description: 'Publishing sessions: a leader presents a demand, and nobody meets',
  })
  programme?: ProgrammeInput[];
  @Whole({ optional: true, min: 1, max: 500 })
  tables?: number;
  @Nested(() => SidesLimitsInput, { optional: true, description: 'Meetings of one representative' })
  limits?: SidesLimitsInput;
  @Nested(() => SidesMustsInput, { optional: true, description: 'How many an organisation may call a must' })
  musts?: SidesMustsInput;
}

export class MatchmakingInput extends MatchmakingChangeInput {
  @Text({ min: 4, max: 120, example: '2027 青岛“卡位入链”智能家居专场' })
  declare title: string;
  @SlotMinutes()
  declare slotMinutes: (typeof SLOT_MINUTES)[number];
  @Whole({ min: 1, max: 500, example: 20 })
  declare tables: number;
}

export class MoveInput {
  @OneOf(PHASES)
  to!: Phase;
  @Id({ optional: true, description: 'provisional: the schedule that becomes the plan' })
  scheduleId?: string;
}

export class MatchmakingsQuery extends PageQuery {
  @OneOf(PHASES, { optional: true, query: true, description: 'For staff' })
  phase?: Phase;
}

/** An event as everybody may see it who may know of it. */
export class MatchmakingView extends MatchmakingInput {
  @ApiProperty()
  id!: string;
  @ApiProperty()
  version!: number;
  @ApiProperty({ enum: PHASES })
  phase!: string;
  @ApiProperty({ type: [SpanInput], description: 'The slots that follow from sessions, breaks and programme' })
  slots!: SpanInput[];
  @ApiProperty()
  createdAt!: string;
  @ApiProperty()
  updatedAt!: string;
}

export class MatchmakingHistoryView {
  @ApiProperty()
  at!: string;
  @ApiProperty()
  byName!: string;
  @ApiProperty()
  action!: string;
  @ApiProperty({ required: false })
  note?: string;
  @ApiProperty({ required: false })
  organisationName?: string;
}
