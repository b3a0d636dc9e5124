import { ApiProperty } from '@nestjs/swagger';
import {
  CHOSEN_ORDERS,
  type ChosenOrder,
  CLOSE_REASONS,
  type CloseReason,
  DEMAND_STATES,
  DEMAND_TYPES,
  DISCLOSURE,
  type Disclosure,
  GUARDED_FIELDS,
  type GuardedField,
  REVIEW_CHECKS,
  type ReviewCheck,
} from '#contracts/demand';
import { RankedDemandInput } from '#platform/http/demand-lines.field';
import {
  Day,
  Deadline,
  Flag,
  Id,
  MapOf,
  Nested,
  NestedList,
  Num,
  OneOf,
  Text,
  Texts,
  Whole,
} from '#platform/http/fields';
import { PageQuery } from '#platform/http/paging';

const TYPES = DEMAND_TYPES.map((type) => type.id);

export class DatesInput {
  @Day({ optional: true })
  sample?: string;
  @Day({ optional: true })
  pilot?: string;
  @Day({ optional: true })
  mass?: string;
}

export class BudgetInput {
  @Num({ optional: true, min: 0, max: 1e12, description: 'CNY' })
  min?: number;
  @Num({ optional: true, min: 0, max: 1e12, description: 'CNY' })
  max?: number;
}

/** Firms that a demand can be shown to. */
const MOST_CHOSEN = 30;

export class ChosenFirmInput {
  @Id()
  firmId!: string;
}

/** Which firms a demand is shown to, and nobody else. */
export class ChosenFirmsInput {
  @OneOf(CHOSEN_ORDERS, { description: 'All are asked at once, or the next one when it is over for the one before' })
  order!: ChosenOrder;
  @Whole({
    optional: true,
    min: 1,
    max: 90,
    description: 'Days that a firm has to hand in a response; needed in turn. Without them until the deadline',
  })
  days?: number;
  @NestedList(() => ChosenFirmInput, { max: MOST_CHOSEN, description: 'In the order in which they are asked' })
  firms!: ChosenFirmInput[];
}

export class DemandChangeInput extends RankedDemandInput {
  @OneOf(TYPES, { optional: true, example: 'supply' })
  type?: string;
  @Text({ optional: true, min: 4, max: 120 })
  title?: string;
  @Nested(() => DatesInput, { nullable: true })
  dates?: DatesInput;
  @Nested(() => BudgetInput, { nullable: true })
  budget?: BudgetInput;
  @Whole({ optional: true, min: 1, max: 20, description: 'How many SMEs are wanted' })
  wanted?: number;
  @Text({ nullable: true, max: 500 })
  ipTerms?: string;
  @Deadline({ optional: true, description: 'Instant, or a day that ends in China Standard Time' })
  deadline?: string;
  @MapOf(GUARDED_FIELDS, DISCLOSURE, {
    optional: true,
    description: 'Who may see which field: see docs/disclosure.md; budget is nda unless said',
  })
  disclosure?: Partial<Record<GuardedField, Disclosure>>;
  @Nested(() => ChosenFirmsInput, {
    nullable: true,
    description: 'Shown to these firms only; null: to everybody. Not once it has been public',
  })
  chosen?: ChosenFirmsInput;
}

export class DemandInput extends DemandChangeInput {
  @OneOf(TYPES, { example: 'supply' })
  declare type: string;
  @Text({ min: 4, max: 120, example: '冰箱压缩机用精密齿轮配套' })
  declare title: string;
  @Deadline({ example: '2027-06-30' })
  declare deadline: string;
}

/** What the reviewer has ticked. */
export class ReviewInput {
  @Texts({
    items: REVIEW_CHECKS.length,
    max: 20,
    values: REVIEW_CHECKS,
    optional: true,
    description: 'What was looked at and found right; kept with the decision',
  })
  checks?: ReviewCheck[];
}

export class SensitivityInput {
  @Flag()
  sensitive!: boolean;
}

export class ReturnInput extends ReviewInput {
  @Text({ max: 1000, example: '请补充测试方法' })
  reason!: string;
}

export class CloseInput {
  @OneOf(CLOSE_REASONS.filter((reason) => reason !== 'expired'))
  reason!: CloseReason;
  @Text({ optional: true, max: 500 })
  note?: string;
}

export class RenewInput {
  @Deadline({ example: '2027-12-31' })
  deadline!: string;
}

export class DemandsQuery extends PageQuery {
  @OneOf(DEMAND_STATES, { optional: true })
  status?: string;
}

export class DemandTypeView {
  @ApiProperty({ enum: TYPES })
  id!: string;
  @ApiProperty()
  name!: string;
}

class ApprovalView {
  @ApiProperty()
  byId!: string;
  @ApiProperty()
  byName!: string;
  @ApiProperty()
  at!: string;
  @ApiProperty({ enum: REVIEW_CHECKS, isArray: true })
  checks!: string[];
}

class ChosenFirmView extends ChosenFirmInput {
  @ApiProperty()
  firmName!: string;
}

class ChosenFirmsView extends ChosenFirmsInput {
  @ApiProperty({ type: [ChosenFirmView] })
  declare firms: ChosenFirmView[];
}

/** A demand as its reader may see it; `withheld` names the fields that are there but not for this reader. */
export class DemandDocument extends DemandChangeInput {
  @ApiProperty()
  id!: string;
  @ApiProperty()
  version!: number;
  @ApiProperty({ enum: DEMAND_STATES })
  status!: string;
  @ApiProperty({ required: false })
  ownerId?: string;
  @ApiProperty({ required: false })
  ownerName?: string;
  @ApiProperty({ required: false, enum: CLOSE_REASONS })
  closeReason?: string;
  @ApiProperty({ required: false })
  returnReason?: string;
  @ApiProperty({
    required: false,
    enum: ['owner', 'staff'],
    description: 'Who has marked it as sensitive: it is published when two people of staff have looked at it',
  })
  sensitive?: string;
  @ApiProperty({ required: false, description: 'For owner and staff: the firms that it is shown to, and nobody else' })
  declare chosen?: ChosenFirmsView;
  @ApiProperty({ required: false, description: 'The first of two looks, while it waits for the second' })
  approval?: ApprovalView;
  @ApiProperty({ required: false })
  createdAt?: string;
  @ApiProperty({ required: false })
  updatedAt?: string;
  @ApiProperty({ required: false })
  publishedAt?: string;
  @ApiProperty({ required: false })
  closedAt?: string;
  @ApiProperty({ type: [String] })
  withheld!: string[];
}

const ANY_VALUE = ['string', 'number', 'object', 'array'].map((type) => ({ type }));

class FieldChangeView {
  @ApiProperty()
  field!: string;
  @ApiProperty({ required: false, anyOf: ANY_VALUE, description: 'As it was; absent when there was none' })
  from?: unknown;
  @ApiProperty({ required: false, anyOf: ANY_VALUE, description: 'As it became; absent when it was taken away' })
  to?: unknown;
}

export class DemandHistoryView {
  @ApiProperty()
  version!: number;
  @ApiProperty()
  at!: string;
  @ApiProperty()
  byName!: string;
  @ApiProperty()
  action!: string;
  @ApiProperty({ required: false })
  note?: string;
  @ApiProperty({ required: false, enum: REVIEW_CHECKS, isArray: true, description: 'What the reviewer had ticked' })
  checks?: string[];
  @ApiProperty({ type: [FieldChangeView] })
  fields!: FieldChangeView[];
}
