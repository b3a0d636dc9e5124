import { ApiProperty } from '@nestjs/swagger';
import { CANCEL_REASONS } from '#contracts/matchmaking';
import { Flag } from '#platform/http/fields';

export class LockInput {
  @Flag({ description: 'Whether it stays as it is when a schedule is made again' })
  locked!: boolean;
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
