import { ApiProperty } from '@nestjs/swagger';
import { ENDING_REASONS, type EndingReason, PARTIES, type Party, STEP_STATES, STEPS } from '#contracts/engagement';
import { FILE_TYPES } from '#platform/content/file-types';
import { Deadline, Flag, Id, Num, OneOf, Text, Texts } from '#platform/http/fields';
import { PageQuery } from '#platform/http/paging';

export class OpenInput {
  @Id()
  firmId!: string;
}

export class StepPlanInput {
  @Id({ optional: true, description: 'A person of my organisation who sees to it' })
  personId?: string;
  @Deadline({ optional: true, description: 'Instant, or a day that ends in China Standard Time' })
  due?: string;
  @Texts({ optional: true, items: 20, max: 500, description: 'A contract number, a report, an address; a line each' })
  evidence?: string[];
  @Num({ optional: true, min: 0, max: 1e12, description: 'CNY' })
  amount?: number;
  @Text({ optional: true, max: 1000 })
  note?: string;
}

export class StepClosingInput {
  @OneOf(['done', 'skipped'])
  outcome!: 'done' | 'skipped';
  @Texts({ optional: true, items: 20, max: 500 })
  evidence?: string[];
  @Num({ optional: true, min: 0, max: 1e12, description: 'CNY' })
  amount?: number;
  @Text({ optional: true, max: 1000 })
  note?: string;
}

export class OwnerInput {
  @Id({ description: 'An active person of the organisation of that side' })
  personId!: string;
  @OneOf(PARTIES, { optional: true, description: 'Which side; needed of staff, else the caller’s own' })
  side?: Party;
}

export class ReadersInput {
  @Texts({ items: 20, max: 200, description: 'Ids of active people of the firm; the whole list each time' })
  personIds!: string[];
}

export class EndingInput {
  @OneOf(ENDING_REASONS)
  reason!: EndingReason;
  @Text({ optional: true, max: 500, description: 'Needed where the reason is other' })
  note?: string;
}

export class MessageInput {
  @Text({ max: 4000 })
  text!: string;
}

export class EngagementsQuery extends PageQuery {
  @OneOf(PARTIES, { optional: true, description: 'As which side; default: as my organisation is registered' })
  side?: Party;
  @Flag({ optional: true, query: true, description: 'For staff, true: open threads of which a side has no owner' })
  orphaned?: boolean;
}

class OwnerView {
  @ApiProperty()
  id!: string;
  @ApiProperty()
  name!: string;
  @ApiProperty({ required: false, description: 'The person has left' })
  gone?: boolean;
}

class StepOwnerView {
  @ApiProperty()
  id!: string;
  @ApiProperty()
  name!: string;
  @ApiProperty({ enum: PARTIES })
  side!: string;
}

class StepView {
  @ApiProperty({ enum: STEPS })
  kind!: string;
  @ApiProperty({ enum: STEP_STATES })
  status!: string;
  @ApiProperty({ required: false })
  owner?: StepOwnerView;
  @ApiProperty({ required: false })
  due?: string;
  @ApiProperty({ type: [String] })
  evidence!: string[];
  @ApiProperty({ required: false, description: 'CNY' })
  amount?: number;
  @ApiProperty({ required: false })
  note?: string;
  @ApiProperty({ required: false })
  closedAt?: string;
  @ApiProperty({ required: false })
  closedByName?: string;
  @ApiProperty({ required: false, enum: ['reminder', 'overdue'] })
  told?: string;
}

class NamedReaderView {
  @ApiProperty()
  id!: string;
  @ApiProperty()
  name!: string;
}

class EndingView {
  @ApiProperty({ enum: ENDING_REASONS })
  reason!: string;
  @ApiProperty({ required: false })
  note?: string;
  @ApiProperty()
  side!: string;
}

export class EngagementView {
  @ApiProperty()
  id!: string;
  @ApiProperty()
  version!: number;
  @ApiProperty({ enum: ['open', 'ended'] })
  status!: string;
  @ApiProperty()
  demandId!: string;
  @ApiProperty()
  demandTitle!: string;
  @ApiProperty()
  ownerId!: string;
  @ApiProperty()
  ownerName!: string;
  @ApiProperty()
  organisationId!: string;
  @ApiProperty()
  firmName!: string;
  @ApiProperty({ required: false })
  firmId?: string;
  @ApiProperty({ required: false })
  responseId?: string;
  @ApiProperty({ type: [StepView] })
  steps!: StepView[];
  @ApiProperty({ required: false, description: 'Who sees to it at the owner of the demand' })
  leader?: OwnerView;
  @ApiProperty({ required: false, description: 'Who sees to it at the firm' })
  firm?: OwnerView;
  @ApiProperty({
    required: false,
    type: [NamedReaderView],
    description: 'People of the firm who may read what is kept for named readers',
  })
  readers?: NamedReaderView[];
  @ApiProperty({ required: false })
  ending?: EndingView;
  @ApiProperty({ type: Object, required: false, description: 'The demand as the reader may see it; of one thread' })
  demand?: object;
  @ApiProperty()
  activeAt!: string;
  @ApiProperty({ required: false })
  stalledAt?: string;
  @ApiProperty()
  createdAt!: string;
  @ApiProperty()
  updatedAt!: string;
}

class MessageFileView {
  @ApiProperty()
  id!: string;
  @ApiProperty()
  name!: string;
  @ApiProperty({ enum: Object.keys(FILE_TYPES) })
  type!: string;
  @ApiProperty({ description: 'Bytes' })
  size!: number;
}

export class MessageView {
  @ApiProperty()
  id!: string;
  @ApiProperty()
  at!: string;
  @ApiProperty()
  byName!: string;
  @ApiProperty({ enum: PARTIES })
  side!: string;
  @ApiProperty()
  text!: string;
  @ApiProperty({ required: false, description: 'The message is this file; its text is the name' })
  file?: MessageFileView;
  @ApiProperty({ required: false, enum: STEPS, description: 'The step that the file is evidence of' })
  step?: string;
}
