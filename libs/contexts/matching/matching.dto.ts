import { ApiProperty } from '@nestjs/swagger';
import { PROPOSAL_STATES } from '#contracts/match';

class LineView {
  @ApiProperty({ description: 'Part of the profile' })
  field!: string;
  @ApiProperty({ required: false, description: 'The line; left out when the firm keeps that part to itself' })
  text?: string;
  @ApiProperty({ required: false })
  date?: string;
  @ApiProperty({ required: false, type: [String], description: 'Words shared with the demand' })
  words?: string[];
}

class RequirementReasonView {
  @ApiProperty()
  requirement!: string;
  @ApiProperty()
  name!: string;
  @ApiProperty()
  must!: boolean;
  @ApiProperty({ enum: ['met', 'likely', 'not-met', 'unknown'] })
  state!: string;
  @ApiProperty({ description: 'Code of the reason' })
  why!: string;
  @ApiProperty({ description: 'The reason as a sentence in the language of Accept-Language' })
  sentence!: string;
  @ApiProperty({ required: false })
  line?: LineView;
}

class ReasonsView {
  @ApiProperty({ type: [RequirementReasonView] })
  requirements!: RequirementReasonView[];
  @ApiProperty({ type: [LineView], description: 'Lines of the profile that speak to the demand' })
  shared!: LineView[];
  @ApiProperty({ type: [String], description: 'Musts of which the profile says nothing' })
  missing!: string[];
}

export class ProposalView {
  @ApiProperty()
  id!: string;
  @ApiProperty()
  version!: number;
  @ApiProperty({ enum: PROPOSAL_STATES })
  status!: string;
  @ApiProperty()
  demandId!: string;
  @ApiProperty({ type: Object, description: 'The demand as a matched firm may see it' })
  demand!: object;
  @ApiProperty()
  firmId!: string;
  @ApiProperty()
  firmName!: string;
  @ApiProperty({ required: false })
  region?: string;
  @ApiProperty({ required: false })
  tier?: string;
  @ApiProperty({ description: 'Whether the firm has an account and can be told' })
  reachable!: boolean;
  @ApiProperty({ description: '0 to 1: the probability that staff would release it' })
  score!: number;
  @ApiProperty()
  rank!: number;
  @ApiProperty({
    required: false,
    description: 'For the demand’s owner and staff: the firm is told when its week has room',
  })
  waiting?: boolean;
  @ApiProperty()
  reasons!: ReasonsView;
  @ApiProperty({ required: false })
  withdrawnBecause?: string;
  @ApiProperty()
  createdAt!: string;
  @ApiProperty()
  updatedAt!: string;
  @ApiProperty({ required: false })
  releasedAt?: string;
}

class StandingView {
  @ApiProperty({ description: 'Place among the firms of the demand, from 1' })
  rank!: number;
  @ApiProperty()
  score!: number;
}

class AdviceItemView {
  @ApiProperty()
  requirement!: string;
  @ApiProperty()
  name!: string;
  @ApiProperty()
  must!: boolean;
  @ApiProperty({ description: 'Part of the profile where it belongs' })
  field!: string;
  @ApiProperty({ description: 'Where the firm would stand then' })
  after!: StandingView;
  @ApiProperty({ description: 'As a sentence in the language of Accept-Language' })
  sentence!: string;
}

export class AdviceView {
  @ApiProperty({
    required: false,
    description: 'Where the firm stands now; absent when it is not in the list any more',
  })
  now?: StandingView;
  @ApiProperty({ type: [AdviceItemView], description: 'Musts first, the better place first' })
  items!: AdviceItemView[];
}

class ExcludedView {
  @ApiProperty()
  firmId!: string;
  @ApiProperty()
  firmName!: string;
  @ApiProperty()
  why!: string;
  @ApiProperty()
  sentence!: string;
  @ApiProperty({ required: false })
  requirement?: string;
}

export class DecisionView {
  @ApiProperty()
  demandId!: string;
  @ApiProperty()
  demandVersion!: number;
  @ApiProperty()
  decidedAt!: string;
  @ApiProperty()
  proposed!: number;
  @ApiProperty({ type: [ExcludedView], description: 'Firms that would have ranked but contradict a must' })
  excluded!: ExcludedView[];
}

class InvitingDemandView {
  @ApiProperty()
  demandId!: string;
  @ApiProperty()
  title!: string;
  @ApiProperty()
  score!: number;
}

export class FirmToInviteView {
  @ApiProperty()
  firmId!: string;
  @ApiProperty()
  firmName!: string;
  @ApiProperty({ required: false })
  region?: string;
  @ApiProperty({ required: false })
  tier?: string;
  @ApiProperty({ type: [InvitingDemandView], description: 'Open demands that were proposed to it, best first' })
  demands!: InvitingDemandView[];
}
