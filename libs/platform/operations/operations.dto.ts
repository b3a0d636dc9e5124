import { ApiProperty } from '@nestjs/swagger';
import { GroupLagView } from '#platform/health/health.dto';
import { Text } from '#platform/http/fields';
import { PageQuery } from '#platform/http/paging';

export class UnsentView {
  @ApiProperty({ description: 'Events written and not on the log yet' })
  count!: number;
  @ApiProperty({ required: false, description: 'Time of the oldest of them' })
  oldest?: string;
  @ApiProperty({ required: false, description: 'Its age in seconds' })
  ageSeconds?: number;
}

export class LetterCountView {
  @ApiProperty()
  group!: string;
  @ApiProperty({ description: 'Dead letters, counted up to 1,000' })
  letters!: number;
  @ApiProperty({ description: 'There are as many or more' })
  capped!: boolean;
}

export class LagView {
  @ApiProperty({ type: [GroupLagView], description: 'Every group and topic' })
  groups!: GroupLagView[];
  @ApiProperty({ type: UnsentView })
  unsent!: UnsentView;
  @ApiProperty({ type: [LetterCountView], description: 'Groups that have dead letters' })
  deadLetters!: LetterCountView[];
}

export class LettersQuery extends PageQuery {
  @Text({ optional: true, max: 200, description: 'Only those of this group' })
  group?: string;
}

export class LetterEventView {
  @ApiProperty()
  topic!: string;
  @ApiProperty()
  type!: string;
  @ApiProperty()
  subject!: string;
  @ApiProperty()
  id!: string;
}

/** A dead letter as a list shows it: without the event's data. */
export class LetterView {
  @ApiProperty()
  id!: string;
  @ApiProperty({ description: 'Group that could not handle the event' })
  group!: string;
  @ApiProperty()
  reason!: string;
  @ApiProperty({ description: 'When it was set aside' })
  at!: string;
  @ApiProperty({ type: LetterEventView })
  event!: LetterEventView;
}

export class WholeLetterView {
  @ApiProperty()
  id!: string;
  @ApiProperty({ description: 'Group that could not handle the event' })
  group!: string;
  @ApiProperty()
  reason!: string;
  @ApiProperty({ description: 'When it was set aside' })
  at!: string;
  @ApiProperty({ type: Object, description: 'The event with its data (CloudEvents 1.0)' })
  event!: object;
}
