import { ApiProperty } from '@nestjs/swagger';
import { NOTICE_KINDS, type NoticeKind } from '#contracts/notice';
import { Flag, Texts } from '#platform/http/fields';
import { PageQuery } from '#platform/http/paging';

class AboutView {
  @ApiProperty({ example: 'proposal' })
  type!: string;
  @ApiProperty()
  id!: string;
}

export class NoticeView {
  @ApiProperty()
  id!: string;
  @ApiProperty({ enum: NOTICE_KINDS })
  kind!: string;
  @ApiProperty({ description: 'In the language of Accept-Language' })
  title!: string;
  @ApiProperty()
  body!: string;
  @ApiProperty({ description: 'What it is about' })
  about!: AboutView;
  @ApiProperty({ description: 'Path of the page of the web app where it leads', example: '/proposals/01J' })
  page!: string;
  @ApiProperty()
  at!: string;
  @ApiProperty()
  read!: boolean;
}

export class NoticesQuery extends PageQuery {
  @Flag({ optional: true, query: true, description: 'true: unread ones only' })
  unread?: boolean;
}

export class UnreadView {
  @ApiProperty({ description: 'Counted up to 100' })
  unread!: number;
}

export class ReadInput {
  @Texts({ optional: true, items: 100, max: 200, description: 'Ids of notices; left out: all' })
  ids?: string[];
}

export class PreferencesInput {
  @Texts({ items: NOTICE_KINDS.length, max: 60, values: NOTICE_KINDS, description: 'Kinds not to be told of' })
  muted!: NoticeKind[];
}

export class PreferencesView {
  @ApiProperty({ enum: NOTICE_KINDS, isArray: true })
  kinds!: readonly string[];
  @ApiProperty({ enum: NOTICE_KINDS, isArray: true })
  muted!: readonly string[];
}
