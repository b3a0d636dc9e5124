import { ApiProperty } from '@nestjs/swagger';
import { WISHES, type WishKind } from '#contracts/matchmaking';
import { Id, NestedList, OneOf, Texts } from '#platform/http/fields';
import { WishView } from '../registration/registration.dto.js';

export class WishInput {
  @Id({ description: 'An organisation of the other side' })
  organisationId!: string;
  @Id({ optional: true, description: 'Only as far as this demand goes' })
  demandId?: string;
  @OneOf(WISHES)
  wish!: WishKind;
}

export class PreferencesOfEventInput {
  @NestedList(() => WishInput, { max: 500 })
  wishes!: WishInput[];
  @Texts({ optional: true, items: 200, max: 60, description: 'Organisations not to sit with; nobody else hears of it' })
  blocked?: string[];
}

export class PreferencesOfEventView {
  @ApiProperty({ type: [WishView] })
  wishes!: WishView[];
  @ApiProperty({ type: [String] })
  blocked!: string[];
  @ApiProperty({ description: 'How many may be called a must' })
  musts!: number;
}
