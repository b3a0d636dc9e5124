import { ApiProperty } from '@nestjs/swagger';
import { ORGANISATION_KINDS, ORGANISATION_STATES } from '#contracts/identity';
import { CreditCode } from '#platform/http/credit-code.field';
import { Email, Flag, Nested, OneOf, Password, Text } from '#platform/http/fields';
import { PageQuery } from '#platform/http/paging';
import { ORGANISATION_DECISIONS, type OrganisationDecision } from './decide-organisation/decide-organisation.js';
import type { ApiKey, Organisation, Person } from './identity.store.js';

const LANGUAGES = ['zh', 'en'] as const;

export class FounderInput {
  @Text({ max: 60, example: '王敏' })
  name!: string;
  @Email({ example: 'wangmin@example.com' })
  email!: string;
  @Password({ min: 8, max: 200, example: 'a long password' })
  password!: string;
}

export class SignUpInput {
  @Text({ min: 2, max: 120, example: '青岛示例精密机械有限公司' })
  name!: string;
  @OneOf(['leader', 'sme'], { example: 'sme' })
  kind!: 'leader' | 'sme';
  @CreditCode()
  creditCode!: string;
  @Text({ optional: true, max: 100, example: '山东省青岛市' })
  region?: string;
  @Text({ optional: true, max: 200, description: 'The code of an invitation, to take over an imported profile' })
  invitation?: string;
  @Nested(() => FounderInput)
  person!: FounderInput;
}

export class AddAccountInput {
  @Text({ min: 2, max: 120 })
  organisation!: string;
  @OneOf(ORGANISATION_KINDS)
  kind!: 'leader' | 'sme' | 'staff';
  @CreditCode({ optional: true })
  creditCode?: string;
  @Text({ optional: true, max: 100 })
  region?: string;
  @Nested(() => FounderInput)
  person!: FounderInput;
}

export class SignInInput {
  @Email()
  email!: string;
  @Password({ min: 1, max: 200 })
  password!: string;
}

export class DecideOrganisationInput {
  @OneOf(ORGANISATION_DECISIONS, { example: 'approve' })
  decision!: OrganisationDecision;
  @Text({ optional: true, max: 500, description: 'Needed to reject or suspend; the organisation reads it' })
  reason?: string;
  @Flag({ optional: true, description: 'May publish demands without a review by staff' })
  selfPublish?: boolean;
}

export class TrustInput {
  @Flag({ description: 'May publish demands without a review by staff' })
  selfPublish!: boolean;
}

export class AddPersonInput {
  @Text({ max: 60 })
  name!: string;
  @Email()
  email!: string;
  @Password({ optional: true, min: 8, max: 200, description: 'Left out: the person sets one with a link' })
  password?: string;
  @Flag({ optional: true })
  admin?: boolean;
}

export class ChangePersonInput {
  @Flag({ optional: true })
  admin?: boolean;
  @Flag({ optional: true })
  active?: boolean;
}

export class ChangeMeInput {
  @Text({ optional: true, max: 60 })
  name?: string;
  @OneOf(LANGUAGES, { optional: true })
  language?: 'zh' | 'en';
}

export class ChangePasswordInput {
  @Password({ min: 1, max: 200 })
  currentPassword!: string;
  @Password({ min: 8, max: 200 })
  password!: string;
}

export class NewPasswordInput {
  @Password({ min: 8, max: 200 })
  password!: string;
}

export class AddApiKeyInput {
  @Text({ max: 60, example: 'ERP' })
  name!: string;
}

export class OrganisationsQuery extends PageQuery {
  @OneOf(ORGANISATION_STATES, { optional: true })
  status?: string;
}

export class OrganisationView {
  @ApiProperty()
  id!: string;
  @ApiProperty()
  version!: number;
  @ApiProperty()
  name!: string;
  @ApiProperty({ enum: ORGANISATION_KINDS })
  kind!: string;
  @ApiProperty({ enum: ORGANISATION_STATES })
  status!: string;
  @ApiProperty({ required: false })
  creditCode?: string;
  @ApiProperty({ required: false })
  region?: string;
  @ApiProperty()
  selfPublish!: boolean;
  @ApiProperty({ required: false })
  reason?: string;
  @ApiProperty()
  createdAt!: string;
}

export class PersonView {
  @ApiProperty()
  id!: string;
  @ApiProperty()
  organisationId!: string;
  @ApiProperty()
  name!: string;
  @ApiProperty()
  email!: string;
  @ApiProperty()
  admin!: boolean;
  @ApiProperty()
  active!: boolean;
  @ApiProperty({ enum: LANGUAGES })
  language!: string;
}

export class PasswordLinkView {
  @ApiProperty({ description: 'Whose password it sets' })
  name!: string;
  @ApiProperty({ description: 'What the person signs in with' })
  email!: string;
  @ApiProperty()
  expiresAt!: string;
  @ApiProperty({ required: false, description: 'The link to hand to the person; shown once, when it is made' })
  url?: string;
}

export class SignedUpView {
  @ApiProperty()
  organisation!: OrganisationView;
  @ApiProperty()
  person!: PersonView;
}

export class SessionView {
  @ApiProperty({ description: 'Bearer token; browsers also get it as a cookie' })
  token!: string;
  @ApiProperty()
  expiresAt!: string;
  @ApiProperty()
  person!: PersonView;
}

export class MeView {
  @ApiProperty({ description: 'anonymous, pending, sme, leader, staff or operator' })
  role!: string;
  @ApiProperty()
  admin!: boolean;
  @ApiProperty({ required: false })
  person?: PersonView;
  @ApiProperty({ required: false })
  organisation?: OrganisationView;
}

export class ApiKeyView {
  @ApiProperty()
  id!: string;
  @ApiProperty()
  name!: string;
  @ApiProperty({ description: 'First characters of the secret' })
  hint!: string;
  @ApiProperty()
  createdAt!: string;
  @ApiProperty({ required: false, description: 'The key itself; shown once, when it is made' })
  secret?: string;
}

export function organisationView(o: Organisation): OrganisationView {
  const { id, version, name, kind, status, creditCode, region, selfPublish, reason, createdAt } = o;
  return { id, version, name, kind, status, creditCode, region, selfPublish, reason, createdAt };
}

export function personView(p: Person): PersonView {
  const { id, organisationId, name, email, admin, active, language } = p;
  return { id, organisationId, name, email, admin, active, language };
}

export function apiKeyView(k: ApiKey, secret?: string): ApiKeyView {
  const { id, name, hint, createdAt } = k;
  return { id, name, hint, createdAt, ...(secret ? { secret } : {}) };
}
