import { ApiProperty } from '@nestjs/swagger';
import {
  EVENT_SIDES,
  type EventSide,
  PHASES,
  REGISTRATION_STATES,
  type RegistrationStatus,
  WISHES,
} from '#contracts/matchmaking';
import { Id, Nested, NestedList, OneOf, Text, Texts, Wholes } from '#platform/http/fields';
import { PageQuery } from '#platform/http/paging';
import { LimitsInput, SpanInput } from '../event/matchmaking.dto.js';
import { MOST_DEMANDS } from './entrants.js';

export class RepresentativeInput {
  @Id({ optional: true, description: 'Given by the first save; keep it so that meetings stay theirs' })
  id?: string;
  @Text({ max: 60, example: '王敏' })
  name!: string;
  @NestedList(() => SpanInput, { optional: true, max: 20, description: 'When they meet nobody' })
  absent?: SpanInput[];
  @Texts({
    optional: true,
    items: MOST_DEMANDS,
    max: 60,
    description: 'Demands they speak for; all when none is named',
  })
  demandIds?: string[];
}

export class RegistrationInput {
  @NestedList(() => RepresentativeInput, { optional: true, max: 10 })
  representatives?: RepresentativeInput[];
  @Texts({
    optional: true,
    items: MOST_DEMANDS,
    max: 60,
    description: 'Published demands of the organisation that it brings; a leader brings all unless it says',
  })
  demandIds?: string[];
}

export class StaffRegistrationInput extends RegistrationInput {
  @Wholes({ optional: true, items: 20, min: 1, max: 500, description: 'Tables of this leader alone' })
  tables?: number[];
  @Nested(() => LimitsInput, { nullable: true, description: 'Instead of the limits of the event' })
  limits?: LimitsInput;
}

export class InvitedInput {
  @Id()
  organisationId!: string;
  @Texts({ optional: true, items: MOST_DEMANDS, max: 60 })
  demandIds?: string[];
}

export class InvitationsInput {
  @NestedList(() => InvitedInput, { min: 1, max: 200 })
  organisations!: InvitedInput[];
}

export class DecisionInput {
  @OneOf(['approve', 'reject'])
  decision!: 'approve' | 'reject';
  @Text({ optional: true, max: 500 })
  reason?: string;
}

export class StayAwayInput {
  @Text({ optional: true, max: 500 })
  reason?: string;
}

export class RegistrationsQuery extends PageQuery {
  @OneOf(REGISTRATION_STATES, { optional: true, query: true })
  status?: RegistrationStatus;
}

export class ParticipantsQuery extends PageQuery {
  @OneOf(EVENT_SIDES, { optional: true, query: true, description: 'For staff; participants see the other side' })
  side?: EventSide;
}

class SpanView {
  @ApiProperty()
  from!: string;
  @ApiProperty()
  to!: string;
}

class RepresentativeView {
  @ApiProperty()
  id!: string;
  @ApiProperty()
  name!: string;
  @ApiProperty({ type: [SpanView] })
  absent!: SpanView[];
  @ApiProperty({ type: [String] })
  demandIds!: string[];
}

export class WishView {
  @ApiProperty()
  organisationId!: string;
  @ApiProperty({ required: false })
  demandId?: string;
  @ApiProperty({ enum: WISHES })
  wish!: string;
}

/** A registration as its organisation and staff see it. */
export class OwnRegistrationView {
  @ApiProperty()
  matchmakingId!: string;
  @ApiProperty()
  title!: string;
  @ApiProperty({ enum: PHASES, description: 'How far the event is' })
  phase!: string;
  @ApiProperty({ required: false, description: 'When it begins' })
  from?: string;
  @ApiProperty({ enum: REGISTRATION_STATES })
  status!: string;
  @ApiProperty({ description: 'How many wishes my organisation has said' })
  wishes!: number;
}

export class RegistrationView {
  @ApiProperty()
  id!: string;
  @ApiProperty()
  version!: number;
  @ApiProperty()
  matchmakingId!: string;
  @ApiProperty()
  matchmakingTitle!: string;
  @ApiProperty()
  organisationId!: string;
  @ApiProperty()
  organisationName!: string;
  @ApiProperty({ enum: EVENT_SIDES })
  side!: string;
  @ApiProperty({ enum: ['invited', 'applied'] })
  origin!: string;
  @ApiProperty({ enum: REGISTRATION_STATES })
  status!: string;
  @ApiProperty({ required: false })
  reason?: string;
  @ApiProperty({ type: [String] })
  demandIds!: string[];
  @ApiProperty({ type: [RepresentativeView] })
  representatives!: RepresentativeView[];
  @ApiProperty({ type: [Number] })
  tables!: number[];
  @ApiProperty({ required: false, type: LimitsInput })
  limits?: LimitsInput;
  @ApiProperty({ type: [WishView] })
  wishes!: WishView[];
  @ApiProperty({ type: [String], description: 'Organisations it will not sit with; nobody else hears of it' })
  blocked!: string[];
  @ApiProperty({ description: 'What its people show at the door' })
  code!: string;
  @ApiProperty({ required: false })
  checkedInAt?: string;
  @ApiProperty()
  createdAt!: string;
  @ApiProperty()
  updatedAt!: string;
}

class DemandShownView {
  @ApiProperty()
  id!: string;
  @ApiProperty()
  title!: string;
  @ApiProperty({ required: false, description: 'Fit of the firm to it, 0 to 1, where the two were matched' })
  fit?: number;
}

/** A participant as the other side sees it. */
export class ParticipantView {
  @ApiProperty()
  organisationId!: string;
  @ApiProperty()
  name!: string;
  @ApiProperty({ enum: EVENT_SIDES })
  side!: string;
  @ApiProperty({
    type: [DemandShownView],
    description:
      'What a leader brings, as far as anybody may know whose it is; for a leader that reads its own, those that the firm fits first',
  })
  demands!: DemandShownView[];
  @ApiProperty({ required: false, description: 'Fit to the reader, 0 to 1, where the two were matched' })
  fit?: number;
  @ApiProperty({ required: false, description: 'True where the reader has met it at an event before' })
  metBefore?: boolean;
}

/** A public demand that a leader brings to the event. */
export class BroughtDemandView {
  @ApiProperty()
  id!: string;
  @ApiProperty()
  title!: string;
  @ApiProperty()
  leaderId!: string;
  @ApiProperty()
  leaderName!: string;
}

/** An organisation that fits demands of the event and is not registered. */
export class CandidateView {
  @ApiProperty()
  organisationId!: string;
  @ApiProperty()
  name!: string;
  @ApiProperty({ description: 'Best fit to a demand of the event, 0 to 1' })
  fit!: number;
  @ApiProperty({ type: [String], description: 'Demands of the event that it fits, the best first' })
  demandIds!: string[];
}
