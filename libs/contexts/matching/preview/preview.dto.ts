import { ApiProperty } from '@nestjs/swagger';
import { RankedDemandInput } from '#platform/http/demand-lines.field';
import { Text } from '#platform/http/fields';
import { ExcludedView, FittingFirmView } from '../matching.dto.js';

/** What is ranked of a demand that is being written. */
export class DemandPreviewInput extends RankedDemandInput {
  @Text({ min: 2, max: 120, example: '冰箱压缩机用精密齿轮配套' })
  title!: string;
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
  @ApiProperty({ type: [FittingFirmView], description: 'Who would be proposed, best first' })
  firms!: FittingFirmView[];
  @ApiProperty({ type: [ExcludedView], description: 'Firms that would rank but contradict a must' })
  excluded!: ExcludedView[];
  @ApiProperty({
    type: [LooseningView],
    description: 'For each must that excludes somebody: what it would change to make it nice to have',
  })
  loosenings!: LooseningView[];
}
