import { ApiProperty } from '@nestjs/swagger';
import { DECLINE_REASONS, PROPOSAL_ANSWERS, PROPOSAL_STATES, TOUCHES } from '#contracts/match';
import { OneOf, Text, Texts } from '#platform/http/fields';

const VERDICTS = ['met', 'likely', 'not-met', 'unknown'] as const;

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
  @ApiProperty({ enum: VERDICTS })
  state!: string;
  @ApiProperty({ description: 'Code of the reason' })
  why!: string;
  @ApiProperty({ description: 'The reason as a sentence in the language of Accept-Language' })
  sentence!: string;
  @ApiProperty({ required: false })
  line?: LineView;
}

export class ReasonsView {
  @ApiProperty({ type: [RequirementReasonView] })
  requirements!: RequirementReasonView[];
  @ApiProperty({ type: [LineView], description: 'Lines of the profile that speak to the demand' })
  shared!: LineView[];
  @ApiProperty({ type: [String], description: 'Musts of which the profile says nothing' })
  missing!: string[];
}

export class AnswerInput {
  @OneOf(PROPOSAL_ANSWERS)
  answer!: (typeof PROPOSAL_ANSWERS)[number];
  @Texts({
    items: DECLINE_REASONS.length,
    max: 20,
    values: DECLINE_REASONS,
    optional: true,
    description: 'Why it is not for the firm; one at least of a firm that declines',
  })
  reasons?: (typeof DECLINE_REASONS)[number][];
  @Text({ max: 500, optional: true, description: 'For the demand’s owner and staff' })
  note?: string;
}

class AnswerView {
  @ApiProperty({ enum: PROPOSAL_ANSWERS })
  answer!: string;
  @ApiProperty({ type: [String], enum: DECLINE_REASONS })
  reasons!: string[];
  @ApiProperty({ required: false })
  note?: string;
  @ApiProperty({ required: false, description: 'The response of the firm that has given this answer' })
  responseId?: string;
  @ApiProperty()
  at!: string;
}

/** A firm that fits a demand, as lists of demands' firms show it. */
export class FittingFirmView {
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
  reasons!: ReasonsView;
}

class AskedView {
  @ApiProperty()
  at!: string;
  @ApiProperty({ required: false, description: 'Until when a response is awaited; missing: until the deadline' })
  until?: string;
}

export class ProposalView extends FittingFirmView {
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
  rank!: number;
  @ApiProperty({
    required: false,
    description: 'For the demand’s owner and staff: the firm is told when its week has room',
  })
  waiting?: boolean;
  @ApiProperty({ required: false, description: 'For staff: it waits until staff send the list out' })
  held?: boolean;
  @ApiProperty({ required: false, enum: TOUCHES, description: 'For staff: what staff have done to its place' })
  touch?: string;
  @ApiProperty({
    required: false,
    description: 'For the firm: staff have recommended it by hand; its score says nothing',
  })
  byStaff?: boolean;
  @ApiProperty({ required: false, description: 'The demand is shown to chosen firms only, of which this is one' })
  asked?: AskedView;
  @ApiProperty({ required: false, description: 'What the firm has answered' })
  answer?: AnswerView;
  @ApiProperty({ required: false })
  withdrawnBecause?: string;
  @ApiProperty()
  createdAt!: string;
  @ApiProperty()
  updatedAt!: string;
  @ApiProperty({ required: false })
  releasedAt?: string;
  @ApiProperty({ required: false, description: 'When somebody of the firm opened it first' })
  seenAt?: string;
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

export class ExcludedView {
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
  @ApiProperty({ required: false, description: 'Staff look through the list first: its firms are not told yet' })
  held?: boolean;
  @ApiProperty({ type: [ExcludedView], description: 'Firms that would have ranked but contradict a must' })
  excluded!: ExcludedView[];
}

class VerdictChangeView {
  @ApiProperty()
  name!: string;
  @ApiProperty({ required: false, enum: VERDICTS, description: 'Missing where it was not asked' })
  before?: string;
  @ApiProperty({ required: false, enum: VERDICTS, description: 'Missing where it is not asked any more' })
  after?: string;
}

class FirmChangeView {
  @ApiProperty()
  firmId!: string;
  @ApiProperty()
  firmName!: string;
  @ApiProperty({ required: false, description: 'Place in the list; missing where the firm was not in it' })
  before?: number;
  @ApiProperty({ required: false })
  after?: number;
  @ApiProperty({ type: [VerdictChangeView], description: 'Conditions to which it stands in another way than before' })
  verdicts!: VerdictChangeView[];
  @ApiProperty({
    required: false,
    description: 'The must that excludes it, as a sentence: before, when it came; now, when it went',
  })
  excluded?: string;
}

export class DecisionChangeView {
  @ApiProperty()
  at!: string;
  @ApiProperty({ description: 'Version of the demand from which it holds' })
  demandVersion!: number;
  @ApiProperty({ description: 'Firms in the list before' })
  before!: number;
  @ApiProperty()
  after!: number;
  @ApiProperty({ type: [FirmChangeView], description: 'Who went, came, passed another or is judged otherwise' })
  firms!: FirmChangeView[];
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

class FeatureView {
  @ApiProperty({ description: 'Name of the feature, as the model has it' })
  feature!: string;
  @ApiProperty()
  value!: number;
  @ApiProperty({ description: 'Log-odds that it adds' })
  share!: number;
}

class BreakdownPartView {
  @ApiProperty()
  part!: string;
  @ApiProperty({ description: 'In the language of Accept-Language' })
  name!: string;
  @ApiProperty({ description: 'Learned from cases; else weighed by hand' })
  learned!: boolean;
  @ApiProperty({ description: 'Log-odds that it adds' })
  share!: number;
  @ApiProperty({ type: [FeatureView], description: 'For staff: the features of a learned part, the largest first' })
  features!: FeatureView[];
}

export class BreakdownView {
  @ApiProperty()
  demandId!: string;
  @ApiProperty()
  firmId!: string;
  @ApiProperty()
  firmName!: string;
  @ApiProperty({ description: 'What the learned ranking has read of the demand' })
  text!: string;
  @ApiProperty({ description: '0 to 1: the probability that staff would release it' })
  score!: number;
  @ApiProperty({ description: 'Logarithm of the odds: `base` and all shares together' })
  odds!: number;
  @ApiProperty({ description: 'What is said of any firm before anything is known of it' })
  base!: number;
  @ApiProperty({ description: '0 to 1: share of the best reachable word score, which has a floor' })
  relevance!: number;
  @ApiProperty({ type: [BreakdownPartView], description: 'The largest first' })
  parts!: BreakdownPartView[];
  @ApiProperty({ required: false, description: 'The must that the firm contradicts: it is not proposed' })
  excluded?: string;
}

class TierCoverageView {
  @ApiProperty({ description: 'As firms write it; empty for firms without one' })
  tier!: string;
  @ApiProperty()
  firms!: number;
  @ApiProperty()
  proposed!: number;
  @ApiProperty({ description: '0 to 1' })
  share!: number;
}

export class CoverageView {
  @ApiProperty({ description: 'Open demands' })
  demands!: number;
  @ApiProperty({ description: 'All firms' })
  firms!: number;
  @ApiProperty({ description: 'Firms that are proposed for at least one open demand' })
  proposed!: number;
  @ApiProperty({ description: '0 to 1' })
  share!: number;
  @ApiProperty({ type: [TierCoverageView] })
  tiers!: TierCoverageView[];
}

const NUMBERS = { type: 'object', additionalProperties: { type: 'number' } } as const;

export class TrainingRowView {
  @ApiProperty()
  id!: string;
  @ApiProperty()
  at!: string;
  @ApiProperty()
  demandId!: string;
  @ApiProperty()
  firmId!: string;
  @ApiProperty({ description: 'interested or declined; others may follow' })
  outcome!: string;
  @ApiProperty({ type: [String] })
  reasons!: string[];
  @ApiProperty({ description: 'What the learned ranking had read of the demand' })
  text!: string;
  @ApiProperty()
  rank!: number;
  @ApiProperty()
  score!: number;
  @ApiProperty({ ...NUMBERS, description: 'Learned features by name, without those that are 0' })
  features!: Record<string, number>;
  @ApiProperty({ ...NUMBERS, description: 'What is weighed by hand, by name' })
  byHand!: Record<string, number>;
}
