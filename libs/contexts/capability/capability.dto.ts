import { ApiProperty } from '@nestjs/swagger';
import { PROFILE_DISCLOSURE, PROFILE_GUARDED, type ProfileDisclosure, type ProfileGuarded } from '#contracts/profile';
import { CreditCode } from '#platform/http/credit-code.field';
import { Day, Flag, Id, MapOf, NestedList, OneOf, Text, Texts, Whole } from '#platform/http/fields';
import { PageQuery } from '#platform/http/paging';

export class CertificateLine {
  @Text({ max: 200, example: 'ISO 9001:2015' })
  name!: string;
  @Text({ optional: true, max: 100 })
  number?: string;
  @Day({ optional: true, example: '2028-05-31' })
  validUntil?: string;
}

const Lines = (example: string) => Texts({ optional: true, items: 500, max: 500, example: [example] });

export class ProfileChangeInput {
  @Text({ optional: true, min: 2, max: 120 })
  name?: string;
  @CreditCode({ optional: true })
  creditCode?: string;
  @Text({ nullable: true, max: 100, example: '山东省青岛市城阳区' })
  region?: string;
  @Lines('精密齿轮')
  products?: string[];
  @Lines('磨齿')
  processes?: string[];
  @Lines('蜗杆砂轮磨齿机3台')
  equipment?: string[];
  @NestedList(() => CertificateLine, { optional: true, max: 200 })
  certificates?: CertificateLine[];
  @Lines('一种齿轮修形方法')
  patents?: string[];
  @Lines('为某冰箱厂供应压缩机齿轮')
  cases?: string[];
  @Lines('月产齿轮20万件')
  capacity?: string[];
  @Lines('齿轮制造')
  domains?: string[];
  @Lines('通用设备制造业')
  industries?: string[];
  @Whole({ nullable: true, min: 0, max: 10_000_000 })
  employees?: number;
  @Text({ nullable: true, max: 40, example: '专精特新中小企业' })
  tier?: string;
  @Text({ nullable: true, max: 20_000 })
  text?: string;
  @MapOf(PROFILE_GUARDED, PROFILE_DISCLOSURE, {
    optional: true,
    description: 'Who may see which field; public unless said',
  })
  disclosure?: Partial<Record<ProfileGuarded, ProfileDisclosure>>;
}

export class ProfileInput extends ProfileChangeInput {
  @Text({ min: 2, max: 120, example: '青岛示例精密机械有限公司' })
  declare name: string;
}

export class ProfileDocument extends ProfileChangeInput {
  @ApiProperty()
  id!: string;
  @ApiProperty({ required: false })
  version?: number;
  @ApiProperty({ required: false, description: 'The owner; for the owner and staff' })
  organisationId?: string;
  @ApiProperty()
  claimed!: boolean;
  @ApiProperty({ description: '0 to 100' })
  completeness!: number;
  @ApiProperty({
    type: [String],
    required: false,
    description: 'What would add most, first first; for the owner and staff',
  })
  toAdd?: string[];
  @ApiProperty({ required: false })
  createdAt?: string;
  @ApiProperty({ required: false })
  updatedAt?: string;
  @ApiProperty({ type: [String] })
  withheld!: string[];
}

export class DuplicateView {
  @ApiProperty()
  id!: string;
  @ApiProperty()
  name!: string;
  @ApiProperty({ required: false })
  creditCode?: string;
  @ApiProperty({ required: false })
  externalId?: string;
  @ApiProperty({ required: false })
  region?: string;
  @ApiProperty()
  claimed!: boolean;
  @ApiProperty({ description: 'Profiles with the same key have the same name after normalising' })
  duplicateKey!: string;
}

export class ExportQuery {
  @OneOf(['csv', 'jsonl', 'xlsx'], { optional: true })
  format?: 'csv' | 'jsonl' | 'xlsx';
}

export class ImportQuery {
  @Text({ optional: true, max: 200, description: 'Name of the file, for the list of imports' })
  fileName?: string;
  @Flag({ optional: true, query: true, description: 'true: report only, bring nothing in' })
  checkOnly?: boolean;
}

class RowProblemView {
  @ApiProperty({ description: 'Row as the sheet shows it' })
  row!: number;
  @ApiProperty({ required: false })
  column?: string;
  @ApiProperty()
  code!: string;
  @ApiProperty({ required: false })
  value?: string;
  @ApiProperty({ description: 'Which cell, what is wrong, how to mend it' })
  text!: string;
}

class ImportNoticeView {
  @ApiProperty()
  code!: string;
  @ApiProperty()
  text!: string;
}

export class ImportView {
  @ApiProperty()
  id!: string;
  @ApiProperty()
  fileName!: string;
  @ApiProperty({ enum: ['xlsx', 'csv', 'jsonl'] })
  format!: string;
  @ApiProperty({ enum: ['checking', 'importing', 'done', 'refused'] })
  status!: string;
  @ApiProperty()
  checkOnly!: boolean;
  @ApiProperty()
  createdAt!: string;
  @ApiProperty({ required: false })
  finishedAt?: string;
  @ApiProperty({ description: 'Rows that are firms' })
  rows!: number;
  @ApiProperty({ description: 'Of these brought in so far' })
  handled!: number;
  @ApiProperty()
  created!: number;
  @ApiProperty()
  updated!: number;
  @ApiProperty()
  unchanged!: number;
  @ApiProperty({ description: 'Rows of claimed profiles, left to their owners' })
  kept!: number;
  @ApiProperty()
  problemCount!: number;
  @ApiProperty({ type: [RowProblemView], description: 'The first 1,000' })
  problems!: RowProblemView[];
  @ApiProperty({ type: [ImportNoticeView] })
  notices!: ImportNoticeView[];
  @ApiProperty({ required: false, description: 'Why the whole file was refused' })
  refusal?: string;
}

export class SheetView {
  @ApiProperty({ description: 'Rows that speak of the firm; joined to one profile' })
  rows!: number;
  @ApiProperty({ required: false, description: 'What the sheet says; fields of which it says nothing are left out' })
  profile?: ProfileChangeInput;
  @ApiProperty({ type: [RowProblemView], description: 'The first 100' })
  problems!: RowProblemView[];
  @ApiProperty({ type: [ImportNoticeView] })
  notices!: ImportNoticeView[];
  @ApiProperty({ required: false, description: 'Why the whole file was refused' })
  refusal?: string;
}

class WrongCellView {
  @ApiProperty({ description: 'Position of the cell in the row, from 0; -1 when the whole row is meant' })
  at!: number;
  @ApiProperty({ description: 'What is wrong and how to mend it' })
  text!: string;
}

class CheckedRowView {
  @ApiProperty({ description: 'Row as the sheet shows it' })
  row!: number;
  @ApiProperty({ type: [String], description: 'What stands in the cells, each at most 200 characters' })
  cells!: string[];
  @ApiProperty({ type: [WrongCellView] })
  wrong!: WrongCellView[];
}

export class CheckedSheetView {
  @ApiProperty({ type: [String], description: 'What stands above the columns' })
  header!: string[];
  @ApiProperty({
    type: [CheckedRowView],
    description: 'In the order of the sheet: the first 500 with something wrong in them, and the first 500 of all',
  })
  rows!: CheckedRowView[];
  @ApiProperty({ description: 'Rows with anything in them' })
  rowCount!: number;
  @ApiProperty({ description: 'Of these with something wrong in them' })
  wrongCount!: number;
  @ApiProperty({ type: [ImportNoticeView] })
  notices!: ImportNoticeView[];
  @ApiProperty({ required: false, description: 'Why the sheet was not read, or not to its end' })
  refusal?: string;
}

export class ClaimInput {
  @Id()
  profileId!: string;
}

export class ClaimDecisionInput {
  @OneOf(['accept', 'refuse'])
  decision!: 'accept' | 'refuse';
  @Text({ optional: true, max: 500 })
  reason?: string;
}

export class ClaimsQuery extends PageQuery {
  @OneOf(['requested', 'accepted', 'refused'], { optional: true })
  status?: string;
}

export class ClaimView {
  @ApiProperty()
  id!: string;
  @ApiProperty()
  profileId!: string;
  @ApiProperty()
  firmName!: string;
  @ApiProperty()
  organisationId!: string;
  @ApiProperty()
  organisationName!: string;
  @ApiProperty({ enum: ['requested', 'accepted', 'refused'] })
  status!: string;
  @ApiProperty({ required: false })
  reason?: string;
  @ApiProperty()
  createdAt!: string;
}

export class InvitationInput {
  @Id()
  profileId!: string;
}

export class InvitationView {
  @ApiProperty()
  firmName!: string;
  @ApiProperty()
  profileId!: string;
  @ApiProperty()
  expiresAt!: string;
  @ApiProperty({ required: false, description: 'The code; shown once, when it is made' })
  code?: string;
  @ApiProperty({ required: false, description: 'The link to send to the firm' })
  url?: string;
}
