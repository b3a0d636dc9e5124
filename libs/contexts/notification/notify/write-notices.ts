import { Injectable } from '@nestjs/common';
import type { NoticeState } from '#contracts/notice';
import { EVENTS, TOPICS } from '#contracts/topics';
import { Lanes } from '#platform/lanes';
import { InjectCollection } from '#platform/store/collections';
import type { Collection, Entry, Written } from '#ports/store/store';
import { Unavailable } from '#ports/unavailable';
import { NOTICES, type Notice } from '../notification.store.js';
import { LastOrders } from './last-orders.js';
import { orderText } from './order.js';

/** A notice that has no number yet. Its id tells whether it was written before. */
export type NewNotice = Omit<NoticeState, 'order'>;

const MOST = 1000;
/** Each further try follows a notice that another process wrote to the same person at the same time. */
const TRIES = 20;

/**
 * Writes notices, each once, with the next numbers of their people. A number is a person's place in a unique index, so
 * that of two processes that give the same one, one wins and the other takes the next.
 */
@Injectable()
export class WriteNotices {
  /**
   * One batch at a time: what is committed of a person's notices then has no gap that is filled later, and a stream that
   * goes on after a number misses none below it.
   */
  private readonly turn = new Lanes(1);

  constructor(
    @InjectCollection(NOTICES) private readonly notices: Collection<Notice>,
    private readonly orders: LastOrders,
  ) {}

  /** In the given order for each person. Those that are there already are left alone. */
  async write(notices: readonly NewNotice[]): Promise<void> {
    if (notices.length > 0) await this.turn.run(() => this.writeFresh(notices));
  }

  private async writeFresh(notices: readonly NewNotice[]): Promise<void> {
    const fresh = await this.fresh(notices);
    try {
      let rest = fresh;
      for (let tries = 0; rest.length > 0; tries += 1) {
        // Not an error of the batch: it goes through as soon as the others leave room.
        if (tries === TRIES) throw new Unavailable('a number for a notice that no other process takes');
        rest = await this.overtaken(rest);
      }
    } catch (error) {
      this.orders.forget(fresh.map(({ personId }) => personId));
      throw error;
    }
  }

  private async fresh(notices: readonly NewNotice[]): Promise<NewNotice[]> {
    const byId = new Map(notices.map((notice) => [notice.id, notice]));
    const ids = [...byId.keys()];
    for (let at = 0; at < ids.length; at += MOST) {
      for (const { id } of await this.notices.many(ids.slice(at, at + MOST))) byId.delete(id);
    }
    return [...byId.values()];
  }

  /** Writes; answers those whose place another process has taken. */
  private async overtaken(notices: readonly NewNotice[]): Promise<NewNotice[]> {
    const last = await this.orders.of([...new Set(notices.map(({ personId }) => personId))]);
    const entries = notices.map((notice) => numbered(notice, last));
    const written: Written<Notice>[] = [];
    for (let at = 0; at < entries.length; at += MOST)
      written.push(...(await this.notices.insert(entries.slice(at, at + MOST))));
    for (const [personId, number] of last) this.orders.saw(personId, number);
    // One that was written meanwhile (`id`) has left a number that nobody has, one whose place is taken a number too low.
    this.orders.forget(notices.filter((_, at) => written[at]?.status === 'duplicate').map(({ personId }) => personId));
    return notices.filter((_, at) => isPlaceTaken(written[at]));
  }
}

/** The notice with its person's next number, which `last` knows then. */
function numbered(notice: NewNotice, last: Map<string, number>): Entry<Notice> {
  const { personId } = notice;
  const number = (last.get(personId) ?? 0) + 1;
  last.set(personId, number);
  const state: NoticeState = { ...notice, order: orderText(number) };
  const written = { topic: TOPICS.notice, type: EVENTS.noticeWritten, time: state.at, data: state };
  return { doc: { ...state, place: `${personId}#${state.order}`, unreadKey: personId }, events: [written] };
}

const isPlaceTaken = (written: Written<Notice> | undefined): boolean =>
  written?.status === 'duplicate' && written.index === 'place';
