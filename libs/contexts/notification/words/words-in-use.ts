import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { NOTICE_KINDS, type NoticeKind } from '#contracts/notice';
import { EVENTS, TOPICS } from '#contracts/topics';
import type { Principal } from '#platform/access/access';
import { fail, ok, type Result } from '#platform/errors/errors';
import type { Asked } from '#platform/http/request';
import { writeDocument } from '#platform/store/change';
import { InjectCollection } from '#platform/store/collections';
import { Clock } from '#platform/time/clock';
import { Repeating } from '#platform/time/repeating';
import type { EventDraft } from '#ports/event';
import type { Collection } from '#ports/store/store';
import type { OwnTexts } from '../notice.texts.js';
import type { Texts } from '../texts.js';
import { checkWords } from './words.rules.js';
import { NOTICE_WORDS, type NoticeWords, type WordsEventData } from './words.store.js';

/** How long another process may go on with the words of before. */
const EVERY_MS = 2000;

/**
 * The words of notices as staff have them, in memory: they are needed for each notice that is shown or sent. Every process reads
 * the few of them anew every two seconds, so that a change needs no restart.
 */
@Injectable()
export class WordsInUse implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly repeating = new Repeating(() => this.read(), EVERY_MS, new Logger('notification.words'));
  private texts: OwnTexts = new Map();

  constructor(
    @InjectCollection(NOTICE_WORDS) private readonly words: Collection<NoticeWords>,
    private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    this.repeating.start();
  }

  onApplicationShutdown(): Promise<void> {
    return this.repeating.stop();
  }

  /** The kinds that have words of their own. */
  get own(): OwnTexts {
    return this.texts;
  }

  /** What staff have laid down, by kind. */
  async read(): Promise<Map<string, NoticeWords>> {
    const stored = await this.words.many([...NOTICE_KINDS]);
    this.texts = new Map(stored.flatMap(({ id, texts }) => (texts ? [[id as NoticeKind, texts]] : [])));
    return new Map(stored.map((words) => [words.id, words]));
  }

  /** Gives a kind words of its own; without texts the house's again. */
  async change(kind: NoticeKind, texts: Texts | undefined, asked: Asked): Promise<Result<NoticeWords>> {
    const wrong = texts && checkWords(kind, texts);
    if (wrong) return fail(wrong);
    const written = await this.write(kind, texts, asked);
    if (written.ok) await this.read();
    return written;
  }

  private write(kind: NoticeKind, texts: Texts | undefined, asked: Asked): Promise<Result<NoticeWords>> {
    const { doc, events } = changeOf(kind, texts, asked.caller, this.clock.iso());
    const options = { cause: asked.command.cause, version: asked.version };
    return writeDocument(this.words, kind, options, (before) =>
      ok({ doc: { ...doc, version: before?.version ?? 0 }, events }),
    );
  }
}

function changeOf(kind: NoticeKind, texts: Texts | undefined, by: Principal, at: string) {
  const byName = by.personName ?? by.organisation?.name ?? by.role;
  const said = { ...(texts ? { texts } : {}), byName, at };
  const data: WordsEventData = { kind, ...said, ...(by.personId ? { byId: by.personId } : {}) };
  const events: EventDraft[] = [{ topic: TOPICS.words, type: EVENTS.wordsChanged, time: at, data }];
  return { doc: { id: kind, ...said }, events };
}
