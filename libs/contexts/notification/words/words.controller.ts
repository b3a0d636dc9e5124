import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Post, Put, Query, Req } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';
import { ApiTags } from '@nestjs/swagger';
import { NOTICE_KINDS, type NoticeKind, type NoticeState } from '#contracts/notice';
import { TOPICS } from '#contracts/topics';
import { Access, type Principal } from '#platform/access/access';
import { CONFIG, type Config } from '#platform/config/config';
import { commonErrors } from '#platform/errors/common.errors';
import { type Language, orRefuse, Refused } from '#platform/errors/errors';
import { Endpoint } from '#platform/http/openapi';
import { PageOf, PageQuery, pageOptions, pageView } from '#platform/http/paging';
import { Caller, type Command, type HouseRequest, IfMatch, Once } from '#platform/http/request';
import { OnEvents } from '#platform/messaging/on-events';
import { InjectCollection } from '#platform/store/collections';
import type { LogEvent } from '#ports/event';
import type { Collection } from '#ports/store/store';
import { messageText } from '../deliver/message-text.js';
import { mailHtml, mailText } from '../deliver/send/mail-body.js';
import { wecomContent } from '../deliver/send/wecom.js';
import { HOUSE_TEXTS, noticeText } from '../notice.texts.js';
import type { Texts } from '../texts.js';
import { NoticeWordsChangeView, NoticeWordsInput, NoticeWordsView, TriedNoticeWordsView } from './words.dto.js';
import { checkWords, isKind, neededOf, placesOf, samplesOf } from './words.rules.js';
import { NOTICE_WORDS_HISTORY, type NoticeWords, type NoticeWordsChange, type WordsEventData } from './words.store.js';
import { WordsInUse } from './words-in-use.js';

/** Staff change the words of notices. */
@ApiTags('notices')
@Controller('notice-words')
export class WordsController {
  constructor(
    private readonly inUse: WordsInUse,
    @InjectCollection(NOTICE_WORDS_HISTORY) private readonly history: Collection<NoticeWordsChange>,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get()
  @Access({ any: ['staff', 'operator'] })
  @Endpoint({
    summary: 'The words of every kind of notice, with what may stand in them',
    answer: NoticeWordsView,
    list: true,
  })
  async list(): Promise<NoticeWordsView[]> {
    const own = await this.inUse.read();
    return NOTICE_KINDS.map((kind) => wordsView(kind, own.get(kind)));
  }

  @Put(':kind')
  @Access({ any: ['staff', 'operator'] })
  @Endpoint({ summary: 'Give a kind of notice other words, in both languages', answer: NoticeWordsView })
  async set(
    @Param('kind') kind: string,
    @Body() body: NoticeWordsInput,
    @Caller() caller: Principal,
    @Once() command: Command,
    @IfMatch() version: number | undefined,
  ): Promise<NoticeWordsView> {
    const known = kindOf(kind);
    return wordsView(known, orRefuse(await this.inUse.change(known, plain(body), { caller, command, version })));
  }

  @Delete(':kind')
  @Access({ any: ['staff', 'operator'] })
  @Endpoint({ summary: 'Back to the words of the house', answer: NoticeWordsView })
  async reset(
    @Param('kind') kind: string,
    @Caller() caller: Principal,
    @Once() command: Command,
    @IfMatch() version: number | undefined,
  ): Promise<NoticeWordsView> {
    const known = kindOf(kind);
    return wordsView(known, orRefuse(await this.inUse.change(known, undefined, { caller, command, version })));
  }

  @Post(':kind/preview')
  @HttpCode(200)
  @Access({ any: ['staff', 'operator'] })
  @Endpoint({
    summary: 'How these words look in the product, in a mail and from a robot; nothing is kept',
    answer: TriedNoticeWordsView,
  })
  preview(
    @Param('kind') kind: string,
    @Body() body: NoticeWordsInput,
    @Req() request: HouseRequest,
  ): TriedNoticeWordsView {
    const known = kindOf(kind);
    const wrong = checkWords(known, plain(body));
    if (wrong) throw new Refused([wrong]);
    const baseUrl = this.config.publicUrl || `${request.protocol}://${request.host}`;
    const tried = (language: Language) => triedView(known, plain(body), language, baseUrl);
    return { zh: tried('zh'), en: tried('en') };
  }

  @Get(':kind/history')
  @Access({ any: ['staff', 'operator'] })
  @Endpoint({
    summary: 'Who changed the words, when, and to what; newest first',
    answer: PageOf(NoticeWordsChangeView),
  })
  async changes(@Param('kind') kind: string, @Query() query: PageQuery) {
    const options = { eq: [kindOf(kind)], ...pageOptions(query), descending: true };
    const page = await this.history.find('byKind', options);
    return pageView(page, ({ wordsVersion, byName, at, texts }) => ({
      ...{ version: wordsVersion, byName, at },
      ...(texts ? { own: { zh: { ...texts.zh }, en: { ...texts.en } } } : {}),
    }));
  }

  @OnEvents({ group: 'notification.words', topics: [TOPICS.words] })
  async record(@Payload() events: readonly LogEvent<WordsEventData>[]): Promise<void> {
    const entries = events.map(({ subject, sequence, data }) => ({
      doc: { id: `${subject}:${sequence}`, wordsVersion: sequence, ...data },
    }));
    await this.history.insert(entries);
  }
}

function kindOf(kind: string): NoticeKind {
  if (!isKind(kind)) throw new Refused([commonErrors.not_found()]);
  return kind;
}

const plain = ({ zh, en }: NoticeWordsInput): Texts => ({ zh: { ...zh }, en: { ...en } });
const shown = ({ zh, en }: Texts) => ({ zh: { ...zh }, en: { ...en } });

function wordsView(kind: NoticeKind, words: NoticeWords | undefined): NoticeWordsView {
  return {
    ...{ kind, version: words?.version ?? 0, places: placesOf(kind), needed: neededOf(kind) },
    house: shown(HOUSE_TEXTS[kind]),
    ...(words?.texts ? { own: shown(words.texts) } : {}),
    ...(words ? { byName: words.byName, at: words.at } : {}),
  };
}

/** The words with sample values, through what makes every notice and message. */
function triedView(kind: NoticeKind, texts: Texts, language: Language, baseUrl: string) {
  const notice: NoticeState = {
    ...{ id: 'sample', personId: '', kind, about: { type: 'none', id: '' }, order: '' },
    ...{ params: samplesOf(kind), at: '2026-01-01T00:00:00.000Z' },
  };
  const own = new Map([[kind, texts]]);
  const text = messageText('sample', [notice], { language, baseUrl, unsubscribeKey: 'sample' }, own);
  return {
    ...noticeText(notice, language, own),
    ...{ subject: text.subject, text: mailText(text), html: mailHtml(text), robot: wecomContent(text) },
  };
}
