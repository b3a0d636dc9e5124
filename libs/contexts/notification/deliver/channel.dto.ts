import { ApiProperty } from '@nestjs/swagger';
import { NOTICE_KINDS, type NoticeKind } from '#contracts/notice';
import { Checked, Flag, Nested, OneOf, Text, Texts } from '#platform/http/fields';
import { CHANNEL_KINDS, type ChannelKind } from './delivery.store.js';
import { isZone, TIME_OF_DAY } from './rhythm.rules.js';

class QuietInput {
  @Text({ min: 5, max: 5, pattern: TIME_OF_DAY, example: '22:00', description: 'Beginning, on the clock of the zone' })
  from!: string;
  @Text({
    min: 5,
    max: 5,
    pattern: TIME_OF_DAY,
    example: '08:00',
    description: 'End; the next morning where it is the earlier one',
  })
  to!: string;
}

/** What can be changed of a channel. */
class ChannelSettings {
  @Text({ optional: true, max: 60, example: '采购部群', description: 'What you call it' })
  name?: string;
  @OneOf(['zh', 'en'], { optional: true, description: 'Language of its messages' })
  language?: 'zh' | 'en';
  @Texts({
    optional: true,
    items: NOTICE_KINDS.length,
    max: 60,
    values: NOTICE_KINDS,
    description: 'Kinds left out here',
  })
  muted?: NoticeKind[];
  @OneOf(['at-once', 'daily'], { optional: true, description: 'daily: one message a day that holds all of it' })
  rhythm?: 'at-once' | 'daily';
  @Text({
    optional: true,
    min: 5,
    max: 5,
    pattern: TIME_OF_DAY,
    example: '09:00',
    description: 'Time of the daily message',
  })
  dailyAt?: string;
  @Nested(() => QuietInput, { nullable: true, description: 'No message in these hours; null: none' })
  quiet?: QuietInput | null;
  @Checked(
    { test: isZone, code: 'field.zone' },
    { type: 'string', maxLength: 60 },
    { optional: true, example: 'Asia/Shanghai', description: 'IANA time zone' },
  )
  zone?: string;
}

const ADDRESS = {
  max: 1000,
  description: 'Where messages go; the address that the group robot shows, or that of your system',
};
const SECRET = { max: 200, description: 'Signing secret of a DingTalk or Feishu robot (加签密钥)' };

export class NewChannelInput extends ChannelSettings {
  @OneOf(['zh', 'en'], { description: 'Language of its messages' })
  declare language: 'zh' | 'en';
  @OneOf(CHANNEL_KINDS)
  kind!: ChannelKind;
  @Text({ optional: true, ...ADDRESS })
  address?: string;
  @Text({ optional: true, ...SECRET })
  secret?: string;
}

export class ChannelChangeInput extends ChannelSettings {
  @Text({ optional: true, ...ADDRESS })
  address?: string;
  @Text({ optional: true, ...SECRET })
  secret?: string;
  @Flag({ optional: true, description: 'false stops it, true lets it go on' })
  active?: boolean;
}

export class ChannelKindsView {
  @ApiProperty({ enum: CHANNEL_KINDS, isArray: true, description: 'Mail is among them where a mail server is set up' })
  kinds!: readonly ChannelKind[];
}

export class ChannelView {
  @ApiProperty()
  id!: string;
  @ApiProperty()
  version!: number;
  @ApiProperty({ enum: CHANNEL_KINDS })
  kind!: ChannelKind;
  @ApiProperty({ required: false })
  name?: string;
  @ApiProperty({ required: false, description: 'Without its key' })
  address?: string;
  @ApiProperty({ description: 'Whether its messages are signed' })
  signed!: boolean;
  @ApiProperty({ required: false, description: 'Signs a webhook; shown once, when the channel is made' })
  secret?: string;
  @ApiProperty({ enum: ['zh', 'en'] })
  language!: string;
  @ApiProperty({ enum: NOTICE_KINDS, isArray: true })
  muted!: readonly string[];
  @ApiProperty({ enum: ['at-once', 'daily'] })
  rhythm!: string;
  @ApiProperty()
  dailyAt!: string;
  @ApiProperty({ required: false })
  quiet?: QuietInput;
  @ApiProperty()
  zone!: string;
  @ApiProperty()
  active!: boolean;
  @ApiProperty({ required: false, description: 'Why it was stopped, in the language of Accept-Language' })
  stopped?: string;
  @ApiProperty()
  createdAt!: string;
}

export class TestView {
  @ApiProperty({ enum: ['sent', 'later', 'refused'] })
  result!: string;
  @ApiProperty({ required: false, description: 'What the other side answered, or why it did not take the message' })
  answer?: string;
}

export class SentMessageView {
  @ApiProperty()
  id!: string;
  @ApiProperty({
    enum: ['waiting', 'sent', 'failed', 'needless'],
    description: 'needless: all of it had been read by then',
  })
  state!: string;
  @ApiProperty({ description: 'Titles of the notices it holds' })
  titles!: readonly string[];
  @ApiProperty()
  at!: string;
  @ApiProperty()
  tries!: number;
  @ApiProperty({ required: false })
  sentAt?: string;
  @ApiProperty({ required: false, description: 'Answer of the other side' })
  receipt?: string;
  @ApiProperty({ required: false, description: 'Why the last try did not succeed' })
  reason?: string;
}

export class FailedMessageView extends SentMessageView {
  @ApiProperty()
  channelId!: string;
  @ApiProperty()
  personId!: string;
}
