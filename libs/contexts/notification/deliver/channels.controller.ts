import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Patch, Post, Query, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, type Principal, SIGNED_IN } from '#platform/access/access';
import { CONFIG, type Config } from '#platform/config/config';
import { failureText, type Language, orRefuse } from '#platform/errors/errors';
import { Endpoint } from '#platform/http/openapi';
import { PageOf, PageQuery, pageOptions, pageView } from '#platform/http/paging';
import { Caller, type Command, type HouseRequest, IfMatch, Once, Reader } from '#platform/http/request';
import { InjectCollection } from '#platform/store/collections';
import type { Collection } from '#ports/store/store';
import { WordsInUse } from '../words/words-in-use.js';
import {
  ChannelChangeInput,
  ChannelKindsView,
  ChannelView,
  NewChannelInput,
  SentMessageView,
  TestView,
} from './channel.dto.js';
import { channelView, messageView } from './channel.views.js';
import { Channels } from './channels.js';
import { MESSAGES, type Message } from './delivery.store.js';
import { SendMessages } from './send-messages.js';

const MINE = { any: SIGNED_IN, person: true } as const;

@ApiTags('notices')
@Controller('notice-channels')
export class ChannelsController {
  constructor(
    private readonly channels: Channels,
    private readonly sending: SendMessages,
    private readonly words: WordsInUse,
    @InjectCollection(MESSAGES) private readonly messages: Collection<Message>,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get()
  @Access(MINE)
  @Endpoint({ summary: 'My channels: on which ways I am told outside the product', answer: ChannelView, list: true })
  async list(@Caller() caller: Principal, @Reader() language: Language): Promise<ChannelView[]> {
    return (await this.channels.of(caller.personId ?? '')).map((channel) => channelView(channel, language));
  }

  @Get('kinds')
  @Access(MINE)
  @Endpoint({ summary: 'Kinds of channels that this installation has', answer: ChannelKindsView })
  kinds(): ChannelKindsView {
    return { kinds: this.channels.kinds() };
  }

  @Post()
  @Access(MINE)
  @Endpoint({
    summary: 'Add a channel: mail, a robot of a WeCom, DingTalk or Feishu group, or a system of your own',
    description: 'A webhook is signed as Standard Webhooks 1.0 says; its secret is in this answer and in no other.',
    status: 201,
    answer: ChannelView,
  })
  async add(
    @Body() body: NewChannelInput,
    @Caller() caller: Principal,
    @Req() request: HouseRequest,
    @Reader() language: Language,
    @Once() command: Command,
  ): Promise<ChannelView> {
    const base = this.config.publicUrl || `${request.protocol}://${request.host}`;
    const channel = orRefuse(await this.channels.add(caller.personId ?? '', body, base, command));
    return channelView(channel, language, channel.kind === 'webhook' ? channel.secret : undefined);
  }

  @Patch(':id')
  @Access(MINE)
  @Endpoint({ summary: 'Change, stop or resume a channel', answer: ChannelView })
  async change(
    @Param('id') id: string,
    @Body() body: ChannelChangeInput,
    @Caller() caller: Principal,
    @Reader() language: Language,
    @Once() command: Command,
    @IfMatch() version?: number,
  ): Promise<ChannelView> {
    const channel = orRefuse(await this.channels.one(caller.personId ?? '', id));
    const changed = orRefuse(await this.channels.change(channel, body, command.cause, version));
    this.sending.wake();
    return channelView(changed, language);
  }

  @Delete(':id')
  @HttpCode(204)
  @Access(MINE)
  @Endpoint({ summary: 'Remove a channel', status: 204 })
  async remove(@Param('id') id: string, @Caller() caller: Principal): Promise<void> {
    await this.channels.remove(orRefuse(await this.channels.one(caller.personId ?? '', id)));
  }

  @Post(':id/test')
  @HttpCode(200)
  @Access(MINE)
  @Endpoint({ summary: 'Send a test message now and tell what became of it', answer: TestView })
  async test(@Param('id') id: string, @Caller() caller: Principal, @Reader() language: Language): Promise<TestView> {
    const channel = orRefuse(await this.channels.one(caller.personId ?? '', id));
    const outcome = orRefuse(await this.channels.test(channel));
    const answer = outcome.result === 'sent' ? outcome.receipt : failureText(outcome.reason, language);
    return { result: outcome.result, ...(answer === undefined ? {} : { answer }) };
  }

  @Get(':id/messages')
  @Access(MINE)
  @Endpoint({ summary: 'What went out on a channel, newest first, with receipts', answer: PageOf(SentMessageView) })
  async sent(
    @Param('id') id: string,
    @Query() query: PageQuery,
    @Caller() caller: Principal,
    @Reader() language: Language,
  ) {
    const channel = orRefuse(await this.channels.one(caller.personId ?? '', id));
    const page = await this.messages.find('byChannel', { eq: [channel.id], ...pageOptions(query), descending: true });
    return pageView(page, (message) => messageView(message, language, this.words.own));
  }
}
