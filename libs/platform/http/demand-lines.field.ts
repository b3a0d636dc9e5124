import { DISCLOSURE, type Disclosure } from '#contracts/demand';
import { Flag, Nested, NestedList, OneOf, Text, Texts } from './fields.js';

/** Lines of a demand as they are written: the demand context stores them, matching tries them. */
export class RequirementInput {
  @Text({ optional: true, max: 40, pattern: /^[\w-]+$/, description: 'Unique within the demand; given when left out' })
  id?: string;
  @Text({ max: 100, example: '节圆直径公差' })
  name!: string;
  @Text({ max: 200, example: '≤ 0.02' })
  target!: string;
  @Text({ optional: true, max: 20, example: 'mm' })
  unit?: string;
  @Flag({ description: 'true: a must; false: nice to have' })
  must!: boolean;
  @Text({ optional: true, max: 500, example: '三坐标测量' })
  testMethod?: string;
  @OneOf(DISCLOSURE, { optional: true, description: 'Who may see it; default public' })
  disclosure?: Disclosure;
}

export class CertificateInput {
  @Text({ max: 100, example: 'IATF 16949' })
  name!: string;
  @Flag()
  must!: boolean;
}

export class RegionsInput {
  @Texts({ items: 40, max: 60, example: ['山东省'] })
  values!: string[];
  @Flag({ description: 'true: firms known to be elsewhere are excluded' })
  must!: boolean;
}

/** What of a demand decides which firms fit it, beside its title: the demand context stores it, matching tries it. */
export class RankedDemandInput {
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
  @Texts({
    optional: true,
    items: 200,
    max: 100,
    description: 'Organisations or firms (id or credit code) that must not hear of it',
  })
  blocked?: string[];
}
