import { ApiProperty } from '@nestjs/swagger';
import { TOUCHES, type TouchKind } from '#contracts/match';
import { STEERED_PARTS, type SteeredPart } from '#engines/match/by-hand';
import { Flag, Nested, Num, OneOf, Text } from '#platform/http/fields';
import { ExcludedView, FittingFirmView } from '../matching.dto.js';

export class NoteInput {
  @Text({ optional: true, max: 500, description: 'For the audit log' })
  note?: string;
}

export class TouchFirmInput {
  @OneOf(TOUCHES)
  kind!: TouchKind;
  @Text({ optional: true, max: 500, description: 'Why; needed to keep a firm out and to put one in by hand' })
  reason?: string;
  @Flag({ optional: true, description: 'The firm shall stand in the list although it contradicts a must' })
  confirm?: boolean;
}

const times = (what: string) =>
  Num({ optional: true, min: 0, max: 5, description: `${what}; 1 as usual, 0 not at all` });

/** How many times each part counts beside the learned ranking. */
export class WeightsFields implements Partial<Record<SteeredPart, number>> {
  @times('Requirements')
  requirements?: number;
  @times('Certificates')
  certificates?: number;
  @times('Process')
  process?: number;
  @times('Region')
  region?: number;
  @times('Capacity for the quantity')
  quantity?: number;
  @times('Words of process, requirements and background')
  details?: number;
  @times('Link of the chain')
  link?: number;
  @times('Tier')
  tier?: number;
}

export class WeightsInput {
  @Nested(() => WeightsFields)
  weights!: WeightsFields;
}

export class SettingsInput {
  @Flag({ description: 'New lists wait for staff' })
  hold!: boolean;
}

export class SettingsView extends SettingsInput {
  @ApiProperty({ required: false })
  byName?: string;
  @ApiProperty({ required: false })
  at?: string;
}

class TouchView {
  @ApiProperty()
  firmId!: string;
  @ApiProperty()
  firmName!: string;
  @ApiProperty({ enum: TOUCHES })
  kind!: string;
  @ApiProperty({ required: false })
  reason?: string;
  @ApiProperty({ required: false, type: [String], description: 'Keys of the musts that it is known to contradict' })
  confirmed?: string[];
  @ApiProperty()
  byName!: string;
  @ApiProperty()
  at!: string;
}

class CuratedFirmView extends FittingFirmView {
  @ApiProperty()
  rank!: number;
  @ApiProperty({ description: 'The firm was told of the demand before' })
  told!: boolean;
  @ApiProperty({ required: false, enum: TOUCHES })
  touch?: string;
}

const WEIGHTS = {
  type: 'object',
  properties: Object.fromEntries(STEERED_PARTS.map((part) => [part, { type: 'number' }])),
};

export class CurationView {
  @ApiProperty()
  demandId!: string;
  @ApiProperty()
  title!: string;
  @ApiProperty({ description: 'Version of what staff have laid down; 0 while they have not' })
  version!: number;
  @ApiProperty()
  held!: boolean;
  @ApiProperty({ description: 'The demand is open' })
  open!: boolean;
  @ApiProperty()
  decidedAt!: string;
  @ApiProperty({ ...(WEIGHTS as object), description: 'How many times a part counts, where it is not once' })
  weights!: Record<string, number>;
  @ApiProperty({ type: [CuratedFirmView], description: 'The list, best first' })
  firms!: CuratedFirmView[];
  @ApiProperty({ type: [TouchView] })
  touches!: TouchView[];
  @ApiProperty({ type: [ExcludedView], description: 'Firms that contradict a must' })
  excluded!: ExcludedView[];
}

export class ContradictionsView {
  @ApiProperty()
  firmId!: string;
  @ApiProperty()
  firmName!: string;
  @ApiProperty({ type: [ExcludedView], description: 'The musts that it contradicts, each with its reason' })
  contradicts!: ExcludedView[];
}

export class CurationHistoryView {
  @ApiProperty()
  at!: string;
  @ApiProperty()
  byName!: string;
  @ApiProperty({ enum: ['hold', 'release', 'weigh', 'untouch', ...TOUCHES] })
  action!: string;
  @ApiProperty({ required: false })
  firmId?: string;
  @ApiProperty({ required: false })
  firmName?: string;
  @ApiProperty({ required: false })
  note?: string;
  @ApiProperty({ required: false, type: [String], description: 'Musts that it contradicts, shown and confirmed' })
  contradicts?: string[];
  @ApiProperty({ ...(WEIGHTS as object), required: false })
  weights?: Record<string, number>;
}

export class HeldListView {
  @ApiProperty()
  demandId!: string;
  @ApiProperty()
  title!: string;
  @ApiProperty({ required: false })
  ownerName?: string;
  @ApiProperty()
  decidedAt!: string;
  @ApiProperty({ description: 'Firms in the list' })
  firms!: number;
}

export class LikeDemandView {
  @ApiProperty()
  demandId!: string;
  @ApiProperty()
  title!: string;
  @ApiProperty()
  ownerName!: string;
  @ApiProperty({ description: 'Of the same organisation' })
  sameOwner!: boolean;
  @ApiProperty({ enum: ['submitted', 'published'] })
  status!: string;
  @ApiProperty({ description: '0 to 1: what both say of all that either says, rare words counting more' })
  likeness!: number;
  @ApiProperty({ type: [String], description: 'What both say, the most telling first' })
  words!: string[];
}
