import { ApiProperty } from '@nestjs/swagger';
import { EVENT_SIDES } from '#contracts/matchmaking';

export class FairnessRowView {
  @ApiProperty()
  organisationId!: string;
  @ApiProperty()
  name!: string;
  @ApiProperty({ enum: EVENT_SIDES })
  side!: string;
  @ApiProperty({ description: 'Meetings that are planned' })
  meetings!: number;
  @ApiProperty({ description: 'Meetings that were promised, all representatives together' })
  promised!: number;
  @ApiProperty({ description: 'Organisations it must or would meet' })
  wishes!: number;
  @ApiProperty({ description: 'Of these, those it meets' })
  wishesMet!: number;
  @ApiProperty({ description: 'Organisations that must or would meet it' })
  wanted!: number;
}

class FairnessSideView {
  @ApiProperty({ enum: EVENT_SIDES })
  side!: string;
  @ApiProperty()
  organisations!: number;
  @ApiProperty()
  fewest!: number;
  @ApiProperty({ description: 'Of all, half have as many or fewer' })
  median!: number;
  @ApiProperty()
  most!: number;
  @ApiProperty({ description: 'Organisations without a meeting' })
  without!: number;
  @ApiProperty({ description: 'Organisations with fewer meetings than promised' })
  belowPromise!: number;
}

export class FairnessView {
  @ApiProperty({ type: [FairnessSideView] })
  sides!: FairnessSideView[];
  @ApiProperty({ type: [FairnessRowView], description: 'Those with the fewest meetings first' })
  rows!: FairnessRowView[];
}

export class EventReportView {
  @ApiProperty()
  registered!: number;
  @ApiProperty()
  approved!: number;
  @ApiProperty({ description: 'Participants that have said whom they want to meet' })
  wished!: number;
  @ApiProperty()
  checkedIn!: number;
  @ApiProperty({ description: 'Meetings in the plan' })
  planned!: number;
  @ApiProperty({ description: 'Meetings that were told and then cancelled' })
  cancelled!: number;
  @ApiProperty({ description: 'Meetings of which a side says that they met' })
  met!: number;
  @ApiProperty({ description: 'Meetings of which all that was said is that the other side did not come' })
  missed!: number;
  @ApiProperty({ description: 'Meetings that are over and of which nobody says anything' })
  unsaid!: number;
  @ApiProperty({ description: 'Met meetings that a side wants to follow up' })
  followUps!: number;
  @ApiProperty({ description: 'Met meetings that both sides want to follow up' })
  mutualFollowUps!: number;
  @ApiProperty({
    description: 'Met of those that are over or of which a side says something, 0 to 1; the trade keeps 0.8',
  })
  kept!: number;
}
