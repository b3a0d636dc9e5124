import { Controller } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';
import type { PersonState } from '#contracts/identity';
import { TOPICS } from '#contracts/topics';
import { OnEvents } from '#platform/messaging/on-events';
import { InjectCollection } from '#platform/store/collections';
import type { LogEvent } from '#ports/event';
import type { Collection } from '#ports/store/store';
import { RECIPIENTS, type Recipient } from '../notification.store.js';

/** Keeps who can be told, from the events of people. */
@Controller()
export class RememberRecipients {
  constructor(@InjectCollection(RECIPIENTS) private readonly recipients: Collection<Recipient>) {}

  @OnEvents({ group: 'notification.recipients', topics: [TOPICS.person] })
  async handle(@Payload() events: readonly LogEvent<PersonState>[]): Promise<void> {
    const newest = [...new Map(events.map((event) => [event.subject, event])).values()];
    const present = new Map((await this.recipients.many(newest.map((e) => e.subject))).map((doc) => [doc.id, doc]));
    const fresh = newest.filter((event) => (present.get(event.subject)?.seen ?? 0) < event.sequence);
    const inserts = fresh.filter((event) => !present.has(event.subject)).map((event) => ({ doc: recipient(event) }));
    if (inserts.length > 0) await this.recipients.insert(inserts);
    await Promise.all(
      fresh.flatMap((event) => {
        const before = present.get(event.subject);
        return before ? [this.recipients.save({ ...recipient(event), version: before.version })] : [];
      }),
    );
  }
}

function recipient({ data, sequence }: LogEvent<PersonState>): Omit<Recipient, 'version'> {
  return { ...data, seen: sequence, ...(data.active && data.kind === 'staff' ? { staffKey: 'staff' } : {}) };
}
