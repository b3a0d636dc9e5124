import { ApiProperty } from '@nestjs/swagger';
import { CertificateInput, RegionsInput, RequirementInput } from '#platform/http/demand-lines.field';
import { Nested, NestedList, Text, Texts } from '#platform/http/fields';
import { ExcludedView, ReasonsView } from '../matching.dto.js';

export class DemandPreviewInput {
  @Text({ min: 2, max: 120, example: '冰箱压缩机用精密齿轮配套' })
  title!: string;
  @Text({ nullable: true, max: 5000 })
  background?: string;
  @NestedList(() => RequirementInput, { optional: true, max: 60 })
  requirements?: RequirementInput[];
  @Text({ nullable: true, max: 60 })
  chain?: string;
  @Text({ nullable: true, max: 60 })
  link?: string;
  @Text({ nullable: true, max: 200 })
  process?: string;
  @Text({ nullable: true, max: 200 })
  quantity?: string;
  @NestedList(() => CertificateInput, { optional: true, max: 30 })
  certificates?: CertificateInput[];
  @Nested(() => RegionsInput, { nullable: true })
  regions?: RegionsInput;
  @Texts({ optional: true, items: 200, max: 100, description: 'Organisations or firms that must not hear of it' })
  blocked?: string[];
}

class PreviewFirmView {
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
  @ApiProperty({ description: '0 to 1' })
  score!: number;
  @ApiProperty()
  reasons!: ReasonsView;
}

class LooseningView {
  @ApiProperty({ description: 'Key of the must, as in the reasons' })
  requirement!: string;
  @ApiProperty()
  name!: string;
  @ApiProperty({ description: 'How many firms would be proposed then' })
  fit!: number;
  @ApiProperty({ type: [String], description: 'Names of those who are not proposed now' })
  more!: string[];
}

export class DemandPreviewView {
  @ApiProperty({ type: [PreviewFirmView], description: 'Who would be proposed, best first' })
  firms!: PreviewFirmView[];
  @ApiProperty({ type: [ExcludedView], description: 'Firms that would rank but contradict a must' })
  excluded!: ExcludedView[];
  @ApiProperty({
    type: [LooseningView],
    description: 'For each must that excludes somebody: what it would change to make it nice to have',
  })
  loosenings!: LooseningView[];
}
