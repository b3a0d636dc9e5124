import { ApiProperty } from '@nestjs/swagger';
import { CANCEL_REASONS, WISHES } from '#contracts/matchmaking';
import { Flag, Id, Whole } from '#platform/http/fields';
import { SeatAskedView } from '../seats/seat-offer.dto.js';

export class LockInput {
  @Flag({ description: 'Whether it stays as it is when a schedule is made again' })
  locked!: boolean;
}

export class PlaceInput {
  @Whole({ min: 0, max: 1000, description: 'Slot of the event, from 0' })
  slot!: number;
  @Whole({ min: 1, max: 1000 })
  table!: number;
}

export class ExtraMeetingInput {
  @Id()
  leaderId!: string;
  @Id()
  smeId!: string;
  @Whole({ min: 0, max: 1000, description: 'Slot of the event, from 0' })
  slot!: number;
}

export class PlanExportQuery {
  @Whole({
    optional: true,
    query: true,
    min: -840,
    max: 840,
    description: 'Minutes by which the clock of the reader is ahead of UTC; 480, as in China, unless said',
  })
  ahead?: number;
}

/** One meeting as staff see it. */
export class PlannedMeetingView {
  @ApiProperty()
  id!: string;
  @ApiProperty()
  slot!: number;
  @ApiProperty()
  from!: string;
  @ApiProperty()
  to!: string;
  @ApiProperty()
  table!: number;
  @ApiProperty()
  leaderId!: string;
  @ApiProperty()
  leaderName!: string;
  @ApiProperty()
  leaderPerson!: string;
  @ApiProperty()
  smeId!: string;
  @ApiProperty()
  smeName!: string;
  @ApiProperty()
  smePerson!: string;
  @ApiProperty()
  locked!: boolean;
  @ApiProperty({ required: false, enum: CANCEL_REASONS })
  cancelled?: string;
}

/** What changes in a plan. */
export class PlanChangedView {
  @ApiProperty({ type: [PlannedMeetingView], description: 'New meetings' })
  added!: PlannedMeetingView[];
  @ApiProperty({ type: [PlannedMeetingView], description: 'In another slot or at another table than before' })
  moved!: PlannedMeetingView[];
  @ApiProperty({ type: [PlannedMeetingView], description: 'Cannot be held' })
  cancelled!: PlannedMeetingView[];
  @ApiProperty({ description: 'What the total of the plan gains, or loses' })
  gain!: number;
  @ApiProperty({ description: 'How many organisations hear of it; none before the plan is published' })
  told!: number;
}

class UnmetWishView {
  @ApiProperty()
  leaderId!: string;
  @ApiProperty()
  leaderName!: string;
  @ApiProperty()
  smeId!: string;
  @ApiProperty()
  smeName!: string;
  @ApiProperty({ required: false, enum: WISHES, description: 'What the leader says of the firm' })
  leaderWish?: string;
  @ApiProperty({ required: false, enum: WISHES, description: 'What the firm says of the leader' })
  smeWish?: string;
}

class WithoutMeetingView {
  @ApiProperty()
  organisationId!: string;
  @ApiProperty()
  name!: string;
}

export class UnmetWishesView {
  @ApiProperty({ description: 'All of them' })
  total!: number;
  @ApiProperty({ type: [UnmetWishView], description: 'The first 200: musts, then wishes of both sides, then the rest' })
  items!: UnmetWishView[];
  @ApiProperty({ type: [WithoutMeetingView], description: 'Participants that meet nobody, wishes or not' })
  without!: WithoutMeetingView[];
}

export class PlanView {
  @ApiProperty()
  id!: string;
  @ApiProperty()
  version!: number;
  @ApiProperty()
  scheduleId!: string;
  @ApiProperty({ required: false })
  publishedAt?: string;
  @ApiProperty({ type: [PlannedMeetingView] })
  meetings!: PlannedMeetingView[];
}

/** A meeting as one of its sides sees it. */
export class AgendaMeetingView {
  @ApiProperty()
  id!: string;
  @ApiProperty()
  from!: string;
  @ApiProperty()
  to!: string;
  @ApiProperty()
  table!: number;
  @ApiProperty({ description: 'Whom it is with' })
  organisationId!: string;
  @ApiProperty()
  organisationName!: string;
  @ApiProperty({ description: 'Who of the other side sits there' })
  theirPerson!: string;
  @ApiProperty({ description: 'Who of my organisation sits there' })
  myPerson!: string;
  @ApiProperty({ required: false, enum: CANCEL_REASONS, description: 'Present when it does not take place' })
  cancelled?: string;
}

export class AgendaView {
  @ApiProperty()
  matchmakingId!: string;
  @ApiProperty()
  title!: string;
  @ApiProperty({ required: false })
  place?: string;
  @ApiProperty({ description: 'False until the schedule is final; there are no meetings to see then' })
  published!: boolean;
  @ApiProperty({ description: 'What my people show at the door' })
  code!: string;
  @ApiProperty({ required: false })
  checkedInAt?: string;
  @ApiProperty({ type: [AgendaMeetingView] })
  meetings!: AgendaMeetingView[];
}

/** The agenda of the reader's organisation. */
export class OwnAgendaView extends AgendaView {
  @ApiProperty({
    type: [SeatAskedView],
    description: 'Further meetings that it is asked to take, as somebody does not come',
  })
  asked!: SeatAskedView[];
}
