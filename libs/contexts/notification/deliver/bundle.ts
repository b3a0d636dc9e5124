import { Injectable } from '@nestjs/common';
import { idFrom } from '#platform/ids';
import { InjectCollection } from '#platform/store/collections';
import { Clock } from '#platform/time/clock';
import type { Collection } from '#ports/store/store';
import { type Channel, DELIVERIES, type Delivery, MESSAGES, type Message } from './delivery.store.js';

/** Notices that one message holds. */
export const MOST_NOTICES = 20;

/**
 * Puts what is due on a channel into one message. The message is written first, with all it holds; then what it holds is
 * marked. A message that waits is finished before another is made, so that whatever is cut off in between, no notice is
 * in two. For one process at a time for each channel.
 */
@Injectable()
export class Bundle {
  constructor(
    @InjectCollection(DELIVERIES) private readonly deliveries: Collection<Delivery>,
    @InjectCollection(MESSAGES) private readonly messages: Collection<Message>,
    private readonly clock: Clock,
  ) {}

  /** The message to send next: one that was begun before, or a new one; undefined when nothing is due. */
  async next(channel: Channel): Promise<Message | undefined> {
    for (;;) {
      const message = (await this.begun(channel.id)) ?? (await this.make(channel));
      if (!message) return undefined;
      await this.mark(message);
      // One that is done already was cut off before it was marked.
      if (message.waitingKey !== undefined) return message;
    }
  }

  /** When the next one is due that is in no message. */
  async nextDue(channelId: string): Promise<string | undefined> {
    const page = await this.deliveries.find('waiting', { eq: [channelId], limit: 1 });
    return page.items[0]?.due;
  }

  private async begun(channelId: string): Promise<Message | undefined> {
    const page = await this.messages.find('waiting', { eq: [channelId], limit: 1 });
    return page.items[0];
  }

  private async make(channel: Channel): Promise<Message | undefined> {
    const now = this.clock.iso();
    const due = await this.deliveries.find('waiting', {
      eq: [channel.id],
      range: { lte: now },
      limit: MOST_NOTICES,
    });
    const [first] = due.items;
    if (!first) return undefined;
    const notices = due.items.map(({ notice }) => notice).sort((a, b) => (a.order < b.order ? -1 : 1));
    const doc: Omit<Message, 'version'> = {
      id: idFrom('message', first.id),
      channelId: channel.id,
      personId: channel.personId,
      notices,
      at: now,
      tries: 0,
      state: 'waiting',
      waitingKey: channel.id,
    };
    const [written] = await this.messages.insert([{ doc }]);
    return written?.status === 'done' ? written.doc : this.messages.get(doc.id);
  }

  private async mark({ id, channelId, notices }: Message): Promise<void> {
    const held = await this.deliveries.many(notices.map((notice) => idFrom('delivery', notice.id, channelId)));
    const open = held.filter(({ waitingKey }) => waitingKey !== undefined);
    await Promise.all(
      open.map(({ waitingKey: _key, ...delivery }) => this.deliveries.save({ ...delivery, messageId: id })),
    );
  }
}
