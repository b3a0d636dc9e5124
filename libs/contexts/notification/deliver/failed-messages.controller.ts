import { Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access } from '#platform/access/access';
import { commonErrors } from '#platform/errors/common.errors';
import { type Language, ok, orRefuse, Refused } from '#platform/errors/errors';
import { Endpoint } from '#platform/http/openapi';
import { PageOf, PageQuery, pageOptions, pageView } from '#platform/http/paging';
import { Reader } from '#platform/http/request';
import { changeDocument } from '#platform/store/change';
import { InjectCollection } from '#platform/store/collections';
import { Clock } from '#platform/time/clock';
import type { Collection } from '#ports/store/store';
import type { OwnTexts } from '../notice.texts.js';
import { WordsInUse } from '../words/words-in-use.js';
import { FailedMessageView } from './channel.dto.js';
import { messageView } from './channel.views.js';
import { CHANNELS, type Channel, MESSAGES, type Message } from './delivery.store.js';
import { SendMessages } from './send-messages.js';

const OPERATOR = { any: ['staff', 'operator'], admin: true } as const;

/** For operators: messages that were given up. */
@ApiTags('operations')
@Controller('operations/failed-messages')
export class FailedMessagesController {
  constructor(
    @InjectCollection(MESSAGES) private readonly messages: Collection<Message>,
    @InjectCollection(CHANNELS) private readonly channels: Collection<Channel>,
    private readonly sending: SendMessages,
    private readonly words: WordsInUse,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Access(OPERATOR)
  @Endpoint({ summary: 'Messages that were given up, newest first', answer: PageOf(FailedMessageView) })
  async list(@Query() query: PageQuery, @Reader() language: Language) {
    const page = await this.messages.find('failed', { eq: ['failed'], ...pageOptions(query), descending: true });
    return pageView(page, (message) => failedView(message, language, this.words.own));
  }

  @Post(':id/replay')
  @HttpCode(200)
  @Access(OPERATOR)
  @Endpoint({ summary: 'Send a message again that was given up', answer: FailedMessageView })
  async replay(@Param('id') id: string, @Reader() language: Language): Promise<FailedMessageView> {
    const message = orRefuse(
      await changeDocument<Message>(this.messages, id, {}, (stored) => {
        const { failedKey, ...open } = stored;
        return ok({ doc: failedKey ? again(open) : stored });
      }),
    );
    const due = await changeDocument(this.channels, message.channelId, {}, ({ stopped: _stopped, ...channel }) =>
      ok({ doc: { ...channel, failures: 0, dueKey: channel.heldUntil ?? this.clock.iso() } }),
    );
    if (!due.ok) throw new Refused([commonErrors.not_found()]);
    this.sending.wake();
    return failedView(message, language, this.words.own);
  }
}

const again = (message: Message): Message => ({
  ...message,
  state: 'waiting',
  tries: 0,
  waitingKey: message.channelId,
});

const failedView = (message: Message, language: Language, own: OwnTexts): FailedMessageView => ({
  ...messageView(message, language, own),
  channelId: message.channelId,
  personId: message.personId,
});
