import { ApiProperty } from '@nestjs/swagger';
import { MEETS, REJECT_REASONS, RESPONSE_STATES, type RejectReason, SIDES } from '#contracts/engagement';
import { Day, Deadline, Flag, Nested, NestedList, Num, OneOf, Text, Texts } from '#platform/http/fields';
import { PageQuery } from '#platform/http/paging';

export class RequirementAnswerInput {
  @Text({ max: 120, example: 'r1', description: 'Id of the requirement, or certificate:<name>' })
  requirement!: string;
  @OneOf(MEETS)
  meets!: (typeof MEETS)[number];
  @Text({ optional: true, max: 2000, example: '渗碳淬火线两条，层深 0.8–1.2 mm' })
  how?: string;
  @Texts({ optional: true, items: 20, max: 500, description: 'Test reports, cases, addresses; a line each' })
  evidence?: string[];
}

export class TeamMemberInput {
  @Text({ max: 60 })
  name!: string;
  @Text({ max: 60 })
  role!: string;
  @Text({ optional: true, max: 500 })
  experience?: string;
}

export class MilestoneInput {
  @Text({ max: 120, example: '首批样件' })
  name!: string;
  @Day()
  day!: string;
  @Text({ optional: true, max: 300 })
  deliverable?: string;
}

export class PriceInput {
  @Num({ optional: true, min: 0, max: 1e12, description: 'CNY' })
  min?: number;
  @Num({ optional: true, min: 0, max: 1e12, description: 'CNY' })
  max?: number;
  @Text({ optional: true, max: 20, example: '件', description: 'What the price is for' })
  unit?: string;
}

export class FreeTimeInput {
  @Deadline()
  from!: string;
  @Deadline()
  to!: string;
}

export class ResponseInput {
  @NestedList(() => RequirementAnswerInput, { optional: true, max: 90 })
  answers?: RequirementAnswerInput[];
  @Text({ optional: true, max: 5000 })
  plan?: string;
  @NestedList(() => TeamMemberInput, { optional: true, max: 20 })
  team?: TeamMemberInput[];
  @NestedList(() => MilestoneInput, { optional: true, max: 20 })
  milestones?: MilestoneInput[];
  @Nested(() => PriceInput, { optional: true })
  price?: PriceInput;
  @Text({ optional: true, max: 1000, description: 'Position on intellectual property' })
  ip?: string;
  @NestedList(() => FreeTimeInput, { optional: true, max: 20 })
  freeTimes?: FreeTimeInput[];
}

export class WithdrawalInput {
  @Text({ optional: true, max: 500 })
  reason?: string;
}

export class ShortlistInput {
  @Flag({ description: 'false takes it off the shortlist' })
  shortlisted!: boolean;
}

export class RejectionInput {
  @OneOf(REJECT_REASONS.filter((reason) => reason !== 'demand-over'))
  reason!: RejectReason;
  @Text({ optional: true, max: 500, description: 'The firm reads it; needed where the reason is other' })
  note?: string;
}

export class SayInput {
  @Text({ max: 1000 })
  text!: string;
}

export class ResponsesQuery extends PageQuery {
  @OneOf(
    RESPONSE_STATES.filter((status) => status !== 'draft'),
    { optional: true },
  )
  status?: string;
}

class SaidView {
  @ApiProperty()
  text!: string;
  @ApiProperty()
  at!: string;
  @ApiProperty()
  byName!: string;
}

class QuestionView extends SaidView {
  @ApiProperty()
  id!: string;
  @ApiProperty({ required: false })
  answer?: SaidView;
}

class RejectionView {
  @ApiProperty({ enum: REJECT_REASONS })
  reason!: string;
  @ApiProperty({ required: false })
  note?: string;
}

class MissingView {
  @ApiProperty({
    description: 'requirement:<id>, evidence:<id>, profile, plan, team, milestones, price, ip, freeTimes',
  })
  item!: string;
  @ApiProperty({ required: false, description: 'Name of the requirement' })
  name?: string;
  @ApiProperty({ description: 'It cannot be handed in without' })
  needed!: boolean;
  @ApiProperty({ description: 'As a sentence in the language of Accept-Language' })
  sentence!: string;
}

export class ResponseView extends ResponseInput {
  @ApiProperty()
  id!: string;
  @ApiProperty()
  version!: number;
  @ApiProperty({ enum: RESPONSE_STATES })
  status!: string;
  @ApiProperty()
  demandId!: string;
  @ApiProperty()
  demandTitle!: string;
  @ApiProperty({ required: false, description: 'Who asks; left out where it keeps its name back' })
  ownerName?: string;
  @ApiProperty()
  organisationId!: string;
  @ApiProperty()
  firmName!: string;
  @ApiProperty({ required: false, description: 'The firm’s profile' })
  firmId?: string;
  @ApiProperty({ type: [QuestionView] })
  questions!: QuestionView[];
  @ApiProperty({ required: false })
  rejection?: RejectionView;
  @ApiProperty({ required: false })
  withdrawnBecause?: string;
  @ApiProperty({ required: false, type: [MissingView], description: 'For the firm: what is not filled in' })
  missing?: MissingView[];
  @ApiProperty()
  createdAt!: string;
  @ApiProperty()
  updatedAt!: string;
  @ApiProperty({ required: false })
  submittedAt?: string;
  @ApiProperty({ required: false })
  decidedAt?: string;
  @ApiProperty({ required: false, description: 'Of a response that is chosen: the thread in which both sides go on' })
  threadId?: string;
}

export class WaitingView {
  @ApiProperty()
  demandId!: string;
  @ApiProperty({ description: 'Handed in, neither decided nor asked something that the firm has not answered' })
  count!: number;
}

export class EngagementHistoryView {
  @ApiProperty()
  version!: number;
  @ApiProperty()
  at!: string;
  @ApiProperty()
  byName!: string;
  @ApiProperty({ enum: SIDES })
  side!: string;
  @ApiProperty()
  action!: string;
  @ApiProperty({ required: false })
  note?: string;
}
