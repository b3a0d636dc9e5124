import { ApiProperty } from '@nestjs/swagger';

export class LiveView {
  @ApiProperty()
  status!: string;
}

export class GroupLagView {
  @ApiProperty()
  group!: string;
  @ApiProperty()
  topic!: string;
  @ApiProperty({ description: 'Events not handled yet' })
  events!: number;
  @ApiProperty({ required: false, description: 'Why the group has stopped' })
  stopped?: string;
}

export class CheckView {
  @ApiProperty({ example: 'log' })
  name!: string;
  @ApiProperty()
  ready!: boolean;
  @ApiProperty({ required: false, description: 'Why it is not ready' })
  why?: string;
}

export class ReadyView {
  @ApiProperty({ enum: ['ready', 'not-ready'] })
  status!: string;
  @ApiProperty({ type: [CheckView] })
  checks!: CheckView[];
}

export class BacklogView {
  @ApiProperty({ required: false, description: 'Events written and not on the log yet; absent while unknown' })
  unsent?: number;
  @ApiProperty({
    type: [GroupLagView],
    required: false,
    description: 'Groups with events to handle, or stopped; absent while unknown',
  })
  lag?: GroupLagView[];
}
