import { ApiProperty } from '@nestjs/swagger';
import { NEXT_STEPS } from '#contracts/matchmaking';
import { Flag, Id, OneOf, Text, Whole } from '#platform/http/fields';
import { PlannedMeetingView } from '../plan/plan.dto.js';

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
  @Whole({ optional: true, min: 0, max: 1000, description: 'First slot that is missed, from 0 when left out' })
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

/** What has changed in the plan. */
export class PlanChangedView {
  @ApiProperty({ type: [PlannedMeetingView], description: 'New meetings, for seats that had become free' })
  added!: PlannedMeetingView[];
  @ApiProperty({ type: [PlannedMeetingView], description: 'In another slot than before' })
  moved!: PlannedMeetingView[];
  @ApiProperty({ type: [PlannedMeetingView], description: 'Cannot be held' })
  cancelled!: PlannedMeetingView[];
}
