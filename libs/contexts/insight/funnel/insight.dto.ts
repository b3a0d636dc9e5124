import { ApiProperty } from '@nestjs/swagger';
import { Id, OneOf, Text, Whole } from '#platform/http/fields';
import { DIMENSIONS, type Dimension } from './columns.js';
import { STAGES } from './funnel.rules.js';

const Month = (description: string) =>
  Text({ optional: true, max: 7, pattern: /^\d{4}-(0[1-9]|1[0-2])$/, example: '2026-11', description });

/** What is counted; left out: everything the caller may see. */
class Narrowing {
  @Text({ optional: true, min: 0, max: 100, description: 'Industry chain; empty: demands without one' })
  chain?: string;
  @Id({ optional: true, description: 'Organisation of the leader; a leader sees its own figures only' })
  leader?: string;
  @Text({ optional: true, min: 0, max: 100, description: 'Region of the firms; empty: not known' })
  district?: string;
  @Month('Demands published in this month or later, China time')
  from?: string;
  @Month('Demands published in this month or earlier')
  to?: string;
}

export class FunnelQuery extends Narrowing {
  @OneOf(DIMENSIONS, { optional: true, description: 'A line for each; left out: chain' })
  by?: Dimension;
}

export class InsightDemandsQuery extends Narrowing {
  @OneOf(STAGES, { optional: true, description: 'Demands with a firm that has come so far' })
  stage?: (typeof STAGES)[number];
  @Whole({ optional: true, query: true, min: 1, max: 200 })
  limit?: number;
  @Whole({ optional: true, query: true, min: 0, max: 1_000_000 })
  offset?: number;
}

export class ReachedView {
  @ApiProperty({ description: 'Firms that were told of the demand, or came by themselves' })
  told!: number;
  @ApiProperty({ description: 'That opened it, or did more' })
  seen!: number;
  @ApiProperty({ description: 'That answered' })
  answered!: number;
  @ApiProperty({ description: 'That said yes, or responded' })
  accepted!: number;
  @ApiProperty({ description: 'That met the leader: a first contact is done, or both met at an event' })
  met!: number;
  @ApiProperty({ description: 'That are in the supplier list or have a contract' })
  contract!: number;
}

export class FunnelLineView {
  @ApiProperty({ description: 'Chain, month, organisation or region; empty where it is not known' })
  key!: string;
  @ApiProperty()
  name!: string;
  @ApiProperty({ description: 'Demands that were published' })
  demands!: number;
  @ApiProperty()
  reached!: ReachedView;
  @ApiProperty({ description: 'CNY' })
  amount!: number;
  @ApiProperty({ required: false, description: 'Median of the hours from publishing to the first answer of a firm' })
  firstAnswerHours?: number;
}

class ReachView {
  @ApiProperty({ description: 'Firms that were told of a demand at least once' })
  told!: number;
  @ApiProperty({ description: 'Firms with an account' })
  registered!: number;
  @ApiProperty({ description: 'Firms on record' })
  firms!: number;
}

export class FunnelView {
  @ApiProperty({ description: 'All lines together' })
  total!: FunnelLineView;
  @ApiProperty({ type: [FunnelLineView] })
  lines!: FunnelLineView[];
  @ApiProperty({ required: false, description: 'Of the whole platform; for staff' })
  reach?: ReachView;
}

export class InsightDemandView extends FunnelLineView {
  @ApiProperty()
  publishedAt!: string;
  @ApiProperty({ required: false })
  chain?: string;
  @ApiProperty()
  ownerName!: string;
}

export class InsightDemandsView {
  @ApiProperty()
  total!: number;
  @ApiProperty({ type: [InsightDemandView] })
  items!: InsightDemandView[];
}

export class CaseView {
  @ApiProperty()
  organisationId!: string;
  @ApiProperty()
  firmName!: string;
  @ApiProperty({ description: 'Empty where it is not known' })
  district!: string;
  @ApiProperty({ enum: STAGES, description: 'How far it has come' })
  stage!: string;
  @ApiProperty({ description: 'The firm came by itself' })
  direct!: boolean;
  @ApiProperty()
  declined!: boolean;
  @ApiProperty({ required: false })
  toldAt?: string;
  @ApiProperty({ required: false })
  seenAt?: string;
  @ApiProperty({ required: false })
  answeredAt?: string;
  @ApiProperty({ required: false })
  metAt?: string;
  @ApiProperty({ required: false })
  contractAt?: string;
  @ApiProperty({ description: 'CNY' })
  amount!: number;
}

export class FiguresCheckView {
  @ApiProperty()
  demands!: number;
  @ApiProperty()
  cases!: number;
  @ApiProperty({ type: [String], description: 'Demands whose figures are not what the facts say; the first 100' })
  wrong!: string[];
}
