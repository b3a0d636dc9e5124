import { Body, Controller, Get, HttpCode, Post, Put, Query, Req, Res } from '@nestjs/common';
import { ApiHeader, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { NOTICE_KINDS, type NoticeState } from '#contracts/notice';
import { Access, type Principal, SIGNED_IN } from '#platform/access/access';
import { type Language, ok, orRefuse } from '#platform/errors/errors';
import { Endpoint } from '#platform/http/openapi';
import { PageOf, pageOptions, pageView } from '#platform/http/paging';
import { Caller, type HouseRequest, Reader } from '#platform/http/request';
import { changeDocument } from '#platform/store/change';
import { InjectCollection } from '#platform/store/collections';
import { Clock } from '#platform/time/clock';
import type { Collection } from '#ports/store/store';
import { noticePlace } from './notice.places.js';
import { noticeText } from './notice.texts.js';
import {
  NoticesQuery,
  NoticeView,
  PreferencesInput,
  PreferencesView,
  ReadInput,
  UnreadView,
} from './notification.dto.js';
import { NOTICES, type Notice, PREFERENCES, type Preferences } from './notification.store.js';
import type { Sink } from './stream/listening.js';
import { NoticeStream } from './stream/notice-stream.js';
import { WordsInUse } from './words/words-in-use.js';

const HEARTBEAT_MS = 25_000;
/** Bytes a slow reader may have waiting before it is cut off; it comes back with Last-Event-ID. */
const MOST_WAITING = 256 * 1024;
/** An order; also the marks of time that orders once were, which browsers may still hold. */
const LAST_EVENT_ID = /^\d{15}(\.\d{6})?$/;

@ApiTags('notices')
@Controller('notices')
export class NotificationController {
  constructor(
    @InjectCollection(NOTICES) private readonly notices: Collection<Notice>,
    @InjectCollection(PREFERENCES) private readonly preferences: Collection<Preferences>,
    private readonly stream: NoticeStream,
    private readonly words: WordsInUse,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Access({ any: SIGNED_IN, person: true })
  @Endpoint({ summary: 'My notices, newest first', answer: PageOf(NoticeView) })
  async list(@Query() query: NoticesQuery, @Caller() caller: Principal, @Reader() language: Language) {
    const index = query.unread ? 'unread' : 'byPerson';
    const page = await this.notices.find(index, {
      eq: [caller.personId ?? ''],
      ...pageOptions(query),
      descending: true,
    });
    return pageView(page, (notice) => this.view(notice, notice.readAt !== undefined, language));
  }

  @Get('unread')
  @Access({ any: SIGNED_IN, person: true })
  @Endpoint({ summary: 'How many notices I have not read', answer: UnreadView })
  async unread(@Caller() caller: Principal): Promise<UnreadView> {
    return { unread: await this.notices.count('unread', [caller.personId ?? ''], 100) };
  }

  @Post('read')
  @HttpCode(200)
  @Access({ any: SIGNED_IN, person: true })
  @Endpoint({ summary: 'Mark notices as read', answer: UnreadView })
  async read(@Body() body: ReadInput, @Caller() caller: Principal): Promise<UnreadView> {
    const personId = caller.personId ?? '';
    if (body.ids) await this.mark((await this.notices.many(body.ids)).filter((notice) => notice.personId === personId));
    else await this.markAll(personId);
    return this.unread(caller);
  }

  @Get('stream')
  @Access({ any: SIGNED_IN, person: true })
  @ApiHeader({ name: 'Last-Event-ID', required: false, description: 'Go on after this event' })
  @Endpoint({
    summary: 'My notices as they come (server-sent events)',
    types: ['text/event-stream'],
    description:
      'Each event is a notice; after a break, Last-Event-ID goes on where it stopped, with nothing lost or doubled.',
  })
  async live(
    @Req() request: HouseRequest,
    @Res() reply: FastifyReply,
    @Caller() caller: Principal,
    @Reader() language: Language,
  ) {
    const last = request.headers['last-event-id'];
    const known = typeof last === 'string' && LAST_EVENT_ID.test(last) ? last : undefined;
    const personId = caller.personId ?? '';
    const after = await this.stream.beginning(personId, known);
    const raw = reply.raw;
    const view = (notice: NoticeState) => this.view(notice, false, language);
    reply.hijack();
    raw.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
      'x-request-id': String(request.id),
    });
    raw.write('retry: 2000\n\n');
    const sink: Sink = {
      send(notice, cursor) {
        if (raw.destroyed) return false;
        raw.write(`id: ${cursor}\nevent: notice\ndata: ${JSON.stringify(view(notice))}\n\n`);
        if (raw.writableLength > MOST_WAITING) raw.destroy();
        return true;
      },
      // Not end(): a reader that has gone without a word would never take the rest.
      close: () => raw.destroy(),
    };
    const heartbeat = setInterval(() => raw.write(': \n\n'), HEARTBEAT_MS);
    heartbeat.unref();
    let end: (() => void) | undefined;
    raw.on('close', () => {
      clearInterval(heartbeat);
      end?.();
    });
    end = await this.stream.listen(personId, after, sink);
    if (raw.destroyed) end();
  }

  @Get('preferences')
  @Access({ any: SIGNED_IN, person: true })
  @Endpoint({ summary: 'What I want to be told', answer: PreferencesView })
  async readPreferences(@Caller() caller: Principal): Promise<PreferencesView> {
    const stored = await this.preferences.get(caller.personId ?? '');
    return { kinds: NOTICE_KINDS, muted: stored?.muted ?? [] };
  }

  @Put('preferences')
  @Access({ any: SIGNED_IN, person: true })
  @Endpoint({ summary: 'Choose what I want to be told', answer: PreferencesView })
  async writePreferences(@Body() body: PreferencesInput, @Caller() caller: Principal): Promise<PreferencesView> {
    const id = caller.personId ?? '';
    const muted = [...new Set(body.muted)];
    const [inserted] = await this.preferences.insert([{ doc: { id, muted } }]);
    if (inserted?.status !== 'done') {
      orRefuse(await changeDocument(this.preferences, id, {}, (stored) => ok({ doc: { ...stored, muted } })));
    }
    return { kinds: NOTICE_KINDS, muted };
  }

  private view(notice: NoticeState, read: boolean, language: Language): NoticeView {
    const { id, kind, about, at } = notice;
    return { id, kind, ...noticeText(notice, language, this.words.own), about, page: noticePlace(notice), at, read };
  }

  private async markAll(personId: string): Promise<void> {
    for (;;) {
      const page = await this.notices.find('unread', { eq: [personId], limit: 500 });
      await this.mark(page.items);
      if (page.next === undefined) return;
    }
  }

  /** A notice that changed meanwhile was marked by the same person elsewhere: nothing to do. */
  private async mark(notices: readonly Notice[]): Promise<void> {
    const readAt = this.clock.iso();
    const unread = notices.filter((notice) => notice.readAt === undefined);
    await Promise.all(unread.map(({ unreadKey: _key, ...notice }) => this.notices.save({ ...notice, readAt })));
  }
}
