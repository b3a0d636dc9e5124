import { ApiProperty } from '@nestjs/swagger';
import { SEAT_OFFER_STATES } from '#contracts/matchmaking';
import { Flag, Whole } from '#platform/http/fields';
import { AbsenceInput } from '../day/day.dto.js';

export class SeatsInput extends AbsenceInput {
  @Whole({
    optional: true,
    min: 1,
    max: 60,
    description: 'How long both sides have to answer; 5 unless said, and never past the beginning of the meeting',
  })
  minutes?: number;
}

export class SeatAnswerInput {
  @Flag({ description: 'Whether my organisation can take the meeting' })
  yes!: boolean;
}

class SeatAnswerView {
  @ApiProperty()
  yes!: boolean;
  @ApiProperty()
  at!: string;
  @ApiProperty()
  byName!: string;
}

class SeatAnswersView {
  @ApiProperty({ required: false, type: SeatAnswerView, description: 'Absent while it has said nothing' })
  leader?: SeatAnswerView;
  @ApiProperty({ required: false, type: SeatAnswerView, description: 'Absent while it has said nothing' })
  sme?: SeatAnswerView;
}

/** A seat that somebody leaves empty, and the two who are asked to meet there, as staff see it. */
export class SeatOfferView {
  @ApiProperty()
  id!: string;
  @ApiProperty({ description: 'Who does not come' })
  absentId!: string;
  @ApiProperty()
  absentName!: string;
  @ApiProperty()
  leaderId!: string;
  @ApiProperty()
  leaderName!: string;
  @ApiProperty()
  smeId!: string;
  @ApiProperty()
  smeName!: string;
  @ApiProperty({ description: 'Slot of the event, from 0' })
  slot!: number;
  @ApiProperty()
  from!: string;
  @ApiProperty()
  to!: string;
  @ApiProperty({
    enum: SEAT_OFFER_STATES,
    description:
      'open: being asked. agreed: both can, the plan is about to hold it. placed: it does. refused: one cannot. lapsed: not answered in time. void: the seat is taken or has begun, or who was awaited has come.',
  })
  status!: string;
  @ApiProperty({ description: 'Until when one may answer' })
  answerBy!: string;
  @ApiProperty({ type: SeatAnswersView })
  answers!: SeatAnswersView;
  @ApiProperty()
  createdAt!: string;
}

/** A seat that my organisation is asked to take. */
export class SeatAskedView {
  @ApiProperty()
  id!: string;
  @ApiProperty()
  from!: string;
  @ApiProperty()
  to!: string;
  @ApiProperty({ description: 'Whom it would be with' })
  organisationId!: string;
  @ApiProperty()
  organisationName!: string;
  @ApiProperty({ description: 'Who of my organisation would sit there' })
  myPerson!: string;
  @ApiProperty()
  answerBy!: string;
  @ApiProperty({ required: false, description: 'What my organisation has said; absent while it has said nothing' })
  yes?: boolean;
  @ApiProperty({ enum: SEAT_OFFER_STATES })
  status!: string;
}
