import { Controller } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';
import type { NoticeState } from '#contracts/notice';
import { TOPICS } from '#contracts/topics';
import { ok } from '#platform/errors/errors';
import { idFrom } from '#platform/ids';
import { OnEvents } from '#platform/messaging/on-events';
import { changeDocument } from '#platform/store/change';
import { InjectCollection } from '#platform/store/collections';
import { Clock } from '#platform/time/clock';
import type { LogEvent } from '#ports/event';
import type { Collection, Entry } from '#ports/store/store';
import { Unavailable } from '#ports/unavailable';
import { earlier, later } from './channel.rules.js';
import { CHANNELS, type Channel, DELIVERIES, type Delivery } from './delivery.store.js';
import { dueAt } from './rhythm.rules.js';
import { SendMessages } from './send-messages.js';

const MOST = 1000;

/** Notes for each notice on which channels it is to go out, and when. One question a batch where nobody has a channel. */
@Controller()
export class CollectNotices {
  constructor(
    @InjectCollection(CHANNELS) private readonly channels: Collection<Channel>,
    @InjectCollection(DELIVERIES) private readonly deliveries: Collection<Delivery>,
    private readonly sending: SendMessages,
    private readonly clock: Clock,
  ) {}

  @OnEvents({ group: 'notification.deliveries', topics: [TOPICS.notice], orderFree: true })
  async handle(@Payload() events: readonly LogEvent<NoticeState>[]): Promise<void> {
    const notices = events.map(({ data }) => data);
    const channels = await this.channels.manyBy('byPerson', [...new Set(notices.map(({ personId }) => personId))]);
    if (channels.length === 0) return;
    const entries = channels.flatMap((channel) =>
      notices.filter((notice) => isFor(notice, channel)).map((notice) => this.delivery(notice, channel)),
    );
    for (let at = 0; at < entries.length; at += MOST) await this.deliveries.insert(entries.slice(at, at + MOST));
    const due = new Map<string, string>();
    for (const { doc } of entries) due.set(doc.channelId, earlier(due.get(doc.channelId), doc.due));
    await Promise.all([...due].map(([id, at]) => this.remind(id, at)));
    this.sending.wake();
  }

  private delivery(notice: NoticeState, channel: Channel): Entry<Delivery> {
    const due = dueAt(this.clock.now(), channel).toISOString();
    const doc = { id: idFrom('delivery', notice.id, channel.id), channelId: channel.id, due, notice };
    return { doc: { ...doc, waitingKey: channel.id } };
  }

  /** After the deliveries are written. */
  private async remind(id: string, at: string): Promise<void> {
    const now = this.clock.iso();
    const changed = await changeDocument(this.channels, id, {}, (channel) => {
      // Written unchanged all the same: who holds it cannot give it up then without looking again.
      if (channel.heldUntil !== undefined && channel.heldUntil > now) return ok({ doc: channel });
      return ok({ doc: { ...channel, dueKey: later(channel.freeAt, earlier(channel.dueKey, at)) } });
    });
    // A channel that was removed meanwhile needs none; one that others keep changing is tried again with the batch.
    if (!changed.ok && (await this.channels.get(id)))
      throw new Unavailable('a channel that others do not change all the time');
  }
}

/** A channel hears nothing from before it was there. */
const isFor = (notice: NoticeState, channel: Channel): boolean =>
  notice.personId === channel.personId &&
  channel.stopped === undefined &&
  !channel.muted.includes(notice.kind) &&
  notice.at >= channel.createdAt;
