import { ApiProperty } from '@nestjs/swagger';
import { NOTICE_KINDS } from '#contracts/notice';
import { Nested, Text } from '#platform/http/fields';

export class WordsOfLanguage {
  @Text({ max: 120, description: 'Title in the product, subject of a mail' })
  title!: string;
  @Text({ max: 600 })
  body!: string;
}

export class NoticeWordsInput {
  @Nested(() => WordsOfLanguage)
  zh!: WordsOfLanguage;
  @Nested(() => WordsOfLanguage)
  en!: WordsOfLanguage;
}

class WordsView {
  @ApiProperty()
  zh!: WordsOfLanguage;
  @ApiProperty()
  en!: WordsOfLanguage;
}

export class NoticeWordsView {
  @ApiProperty({ enum: NOTICE_KINDS })
  kind!: string;
  @ApiProperty({ description: '0 while nobody has changed them' })
  version!: number;
  @ApiProperty({ type: [String], description: 'What may stand in curly brackets' })
  places!: string[];
  @ApiProperty({ type: [String], description: 'What has to, in the title or the text' })
  needed!: string[];
  @ApiProperty({ description: 'The words of the house' })
  house!: WordsView;
  @ApiProperty({ required: false, description: 'What staff have put in their place' })
  own?: WordsView;
  @ApiProperty({ required: false, description: 'Who has changed them last' })
  byName?: string;
  @ApiProperty({ required: false })
  at?: string;
}

export class NoticeWordsChangeView {
  @ApiProperty()
  version!: number;
  @ApiProperty()
  byName!: string;
  @ApiProperty()
  at!: string;
  @ApiProperty({ required: false, description: 'Missing: the words of the house again' })
  own?: WordsView;
}

class TriedWordsView {
  @ApiProperty()
  title!: string;
  @ApiProperty()
  body!: string;
  @ApiProperty({ description: 'Subject of the mail' })
  subject!: string;
  @ApiProperty({ description: 'The mail as text' })
  text!: string;
  @ApiProperty({ description: 'The mail as HTML' })
  html!: string;
  @ApiProperty({ description: 'The message of a robot, in Markdown' })
  robot!: string;
}

export class TriedNoticeWordsView {
  @ApiProperty()
  zh!: TriedWordsView;
  @ApiProperty()
  en!: TriedWordsView;
}
