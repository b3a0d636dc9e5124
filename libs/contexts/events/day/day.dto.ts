import { ApiProperty } from '@nestjs/swagger';
import { EVENT_SIDES, NEXT_STEPS } from '#contracts/matchmaking';
import { Flag, Id, OneOf, Text, Whole } from '#platform/http/fields';

export class CheckInInput {
  @Text({ min: 6, max: 6, pattern: /^\d{6}$/, example: '042917' })
  code!: string;
}

export class OutcomeInput {
  @Flag({ description: 'False: the other side did not come' })
  met!: boolean;
  @OneOf(NEXT_STEPS, { optional: true })
  next?: (typeof NEXT_STEPS)[number];
  @Text({ optional: true, max: 1000, description: 'For my organisation and staff' })
  note?: string;
}

export class OutcomeView {
  @ApiProperty({ description: 'The meeting' })
  id!: string;
  @ApiProperty()
  met!: boolean;
  @ApiProperty({ required: false, enum: NEXT_STEPS })
  next?: string;
  @ApiProperty({ required: false })
  note?: string;
  @ApiProperty()
  at!: string;
}

export class AbsenceInput {
  @Id({ description: 'Who does not come' })
  organisationId!: string;
  @Id({ optional: true, description: 'One representative; everybody of the organisation when left out' })
  person?: string;
  @Whole({
    optional: true,
    min: 0,
    max: 1000,
    description: 'First slot that is missed; when left out, the next that begins',
  })
  from?: number;
  @Whole({
    optional: true,
    min: 0,
    max: 1000,
    description: 'Last slot that is missed; the rest of the day when left out',
  })
  to?: number;
}

export class DelayInput {
  @Whole({ min: 1, max: 500 })
  table!: number;
  @Whole({ min: 0, max: 1000, description: 'First slot that is late' })
  from!: number;
  @Whole({ min: 1, max: 20, description: 'By how many slots' })
  slots!: number;
}

/** Somebody who should be sitting at a table and has not come. */
export class NoShowView {
  @ApiProperty()
  organisationId!: string;
  @ApiProperty()
  organisationName!: string;
  @ApiProperty({ enum: EVENT_SIDES })
  side!: string;
  @ApiProperty({ description: 'When the first meeting began that it missed' })
  since!: string;
  @ApiProperty({ description: 'Meetings that it still has today' })
  meetings!: number;
}

export class NoShowsQuery {
  @Whole({ optional: true, query: true, min: 0, max: 120, description: 'How long one waits for them; 10 unless said' })
  minutes?: number;
}
