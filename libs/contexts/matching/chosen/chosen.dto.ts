import { ApiProperty } from '@nestjs/swagger';
import { CHOSEN_STATES } from '#contracts/match';
import { ExcludedView, FittingFirmView } from '../matching.dto.js';

class AskedFirmView {
  @ApiProperty()
  firmId!: string;
  @ApiProperty()
  firmName!: string;
  @ApiProperty({ enum: CHOSEN_STATES })
  state!: string;
  @ApiProperty({ required: false })
  askedAt?: string;
  @ApiProperty({ required: false, description: 'Until when a response is awaited; missing: until the deadline' })
  askedUntil?: string;
  @ApiProperty({ required: false, description: 'When it was over for the firm' })
  endedAt?: string;
  @ApiProperty({
    required: false,
    description: 'Whether the firm has an account and was told; missing before it is asked',
  })
  reachable?: boolean;
  @ApiProperty({ required: false, description: 'Its proposal, once it was asked' })
  proposalId?: string;
}

export class ChosenListView {
  @ApiProperty()
  demandId!: string;
  @ApiProperty()
  version!: number;
  @ApiProperty({ description: 'The demand is published, and for chosen firms only' })
  open!: boolean;
  @ApiProperty({ enum: ['at-once', 'in-turn'] })
  order!: string;
  @ApiProperty({ required: false, description: 'Days that a firm has; missing: until the deadline' })
  days?: number;
  @ApiProperty({ type: [AskedFirmView], description: 'In the order in which they are asked' })
  firms!: AskedFirmView[];
}

export class CandidatesView {
  @ApiProperty({ type: [FittingFirmView], description: 'Best first' })
  firms!: FittingFirmView[];
  @ApiProperty({ type: [ExcludedView], description: 'Firms that would have ranked but contradict a must' })
  excluded!: ExcludedView[];
}
