import { ApiProperty } from '@nestjs/swagger';
import { SCHEDULE_STATES } from '#contracts/matchmaking';
import { Id, OneOf, Whole } from '#platform/http/fields';

export class StartScheduleInput {
  @Whole({ optional: true, min: 0, max: 1_000_000, description: 'The same seed gives the same schedule' })
  seed?: number;
  @Whole({ optional: true, min: 1, max: 5000, description: 'More rounds take longer and may find more' })
  rounds?: number;
}

class ScheduleStandingView {
  @ApiProperty()
  score!: number;
  @ApiProperty({ description: 'No schedule with as many musts and promised meetings has a higher score' })
  upperBound!: number;
  @ApiProperty()
  musts!: number;
  @ApiProperty()
  promised!: number;
  @ApiProperty()
  mustsProven!: boolean;
  @ApiProperty({ description: 'Whether no schedule is better' })
  proven!: boolean;
}

class ProblemSentence {
  @ApiProperty()
  zh!: string;
  @ApiProperty()
  en!: string;
}

export class ScheduleView {
  @ApiProperty()
  id!: string;
  @ApiProperty()
  version!: number;
  @ApiProperty()
  matchmakingId!: string;
  @ApiProperty({ enum: SCHEDULE_STATES })
  status!: string;
  @ApiProperty()
  seed!: number;
  @ApiProperty()
  rounds!: number;
  @ApiProperty({ description: 'How often it was begun again because the process that made it was gone' })
  restarts!: number;
  @ApiProperty()
  startedAt!: string;
  @ApiProperty()
  startedBy!: string;
  @ApiProperty({ required: false })
  finishedAt?: string;
  @ApiProperty({ required: false, type: ScheduleStandingView })
  standing?: ScheduleStandingView;
  @ApiProperty({ required: false, type: ProblemSentence, description: 'Why it could not be made' })
  problem?: ProblemSentence;
  @ApiProperty({ description: 'How many meetings it has' })
  meetings!: number;
}

const REASONS = [
  'meets',
  'not-listed',
  'firms-meet',
  'no-common-slot',
  'max-meetings',
  'slots-taken',
  'not-worth-it',
] as const;
const OWN_REASONS = ['meets', 'own-maximum', 'not-arranged'] as const;
export const CHANGE_KINDS = [
  'table-more',
  'table-less',
  'slot-more',
  'slot-less',
  'pair-less',
  'slot-freed',
  'meeting-more',
  'seat-more',
] as const;

export class ChangeView {
  @ApiProperty({ enum: CHANGE_KINDS })
  kind!: string;
  @ApiProperty({ required: false })
  slot?: number;
  @ApiProperty({ required: false, description: 'A representative, as a what-if names them' })
  party?: string;
  @ApiProperty({ description: 'What it means, in the language of the reader' })
  sentence!: string;
}

export class RemedyView {
  @ApiProperty({ description: 'In which slot the two would meet' })
  slot!: number;
  @ApiProperty()
  from!: string;
  @ApiProperty()
  to!: string;
  @ApiProperty({ type: [ChangeView], description: 'All of it together; all other meetings stay' })
  changes!: ChangeView[];
  @ApiProperty({ description: 'Whether it can be put into the plan so; else another person is needed' })
  possible!: boolean;
}

export class WhyNotView {
  @ApiProperty({ enum: REASONS })
  reason!: string;
  @ApiProperty()
  sentence!: string;
  @ApiProperty({ type: [RemedyView] })
  remedies!: RemedyView[];
}

export class WhyNotMineView {
  @ApiProperty({ enum: OWN_REASONS })
  reason!: string;
  @ApiProperty()
  sentence!: string;
}

export class WhatIfInput {
  @OneOf(CHANGE_KINDS)
  kind!: (typeof CHANGE_KINDS)[number];
  @Whole({ optional: true, min: 0, max: 10_000 })
  slot?: number;
  @Id({ optional: true, description: 'A representative, `organisation:person`' })
  party?: string;
  @Id({ optional: true, description: 'pair-less: the representative of the leader' })
  leader?: string;
  @Id({ optional: true, description: 'pair-less: the representative of the firm' })
  sme?: string;
}

class TotalView {
  @ApiProperty()
  meetings!: number;
  @ApiProperty()
  score!: number;
  @ApiProperty()
  upperBound!: number;
  @ApiProperty()
  musts!: number;
}

export class WhatIfView {
  @ApiProperty({ type: TotalView, description: 'A schedule of the event as it is, made the same way' })
  before!: TotalView;
  @ApiProperty({ type: TotalView, description: 'With the change' })
  after!: TotalView;
}
