import { Controller } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';
import type { PersonState } from '#contracts/identity';
import { TOPICS } from '#contracts/topics';
import { OnEvents } from '#platform/messaging/on-events';
import { Projection } from '#platform/messaging/projection';
import { InjectCollection } from '#platform/store/collections';
import type { LogEvent } from '#ports/event';
import type { Collection } from '#ports/store/store';
import { RECIPIENTS, type Recipient } from '../notification.store.js';

/** The group that hears of people. */
export const RECIPIENTS_GROUP = 'notification.recipients';

/** Keeps who can be told, from the events of people. */
@Controller()
export class RememberRecipients {
  constructor(@InjectCollection(RECIPIENTS) private readonly recipients: Collection<Recipient>) {}

  @OnEvents({ group: RECIPIENTS_GROUP, topics: [TOPICS.person] })
  async handle(@Payload() events: readonly LogEvent<PersonState>[]): Promise<void> {
    await recipientsFromEvents(this.recipients).apply(events);
  }
}

export const recipientsFromEvents = (recipients: Collection<Recipient>): Projection<Recipient, PersonState> =>
  new Projection(recipients, TOPICS.person, recipient);

function recipient({ data, sequence }: LogEvent<PersonState>): Omit<Recipient, 'version'> {
  return { ...data, seen: sequence, ...(data.active && data.kind === 'staff' ? { staffKey: 'staff' } : {}) };
}
