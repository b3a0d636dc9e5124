import { ApiProperty } from '@nestjs/swagger';
import { EVENT_SIDES } from '#contracts/matchmaking';

class WrongParticipantCellView {
  @ApiProperty({ enum: ['name', 'creditCode', 'side', 'max', 'musts', 'wishes'], description: 'The column' })
  column!: string;
  @ApiProperty({ description: 'What is wrong and how to mend it' })
  text!: string;
}

class ParticipantRowView {
  @ApiProperty({ description: 'Row of the sheet, from 1' })
  row!: number;
  @ApiProperty({ description: 'As the sheet names it' })
  name!: string;
  @ApiProperty({ required: false, description: 'Whom it means' })
  organisationId?: string;
  @ApiProperty({ required: false })
  organisationName?: string;
  @ApiProperty({ required: false, enum: EVENT_SIDES })
  side?: string;
  @ApiProperty({ required: false, description: 'Most meetings of one representative' })
  max?: number;
  @ApiProperty({ description: 'Organisations that it must or would meet' })
  wishes!: number;
  @ApiProperty({ enum: ['ready', 'there', 'wrong'], description: 'there: at the event already, and left as it is' })
  state!: string;
  @ApiProperty({ type: [WrongParticipantCellView] })
  wrong!: WrongParticipantCellView[];
}

export class ParticipantSheetView {
  @ApiProperty({ description: 'Rows that can be invited, or have been' })
  ready!: number;
  @ApiProperty({ description: 'Rows of organisations that are there already' })
  there!: number;
  @ApiProperty({ description: 'Rows with something wrong in them' })
  wrong!: number;
  @ApiProperty({ type: [ParticipantRowView] })
  rows!: ParticipantRowView[];
}
