import { Controller } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';
import type { EngagementEventData, ResponseEventData } from '#contracts/engagement';
import type { EvaluationEventData } from '#contracts/evaluation';
import { TOPICS } from '#contracts/topics';
import { OnEvents } from '#platform/messaging/on-events';
import { InjectCollection } from '#platform/store/collections';
import type { LogEvent } from '#ports/event';
import type { Collection } from '#ports/store/store';
import { ENGAGEMENT_HISTORY, type EngagementHistoryEntry } from '../engagement.store.js';

/** Keeps every step of a response, thread or evaluation and who took it, from its own events. */
@Controller()
export class RecordEngagementHistory {
  constructor(@InjectCollection(ENGAGEMENT_HISTORY) private readonly history: Collection<EngagementHistoryEntry>) {}

  @OnEvents({ group: 'engagement.history', topics: [TOPICS.response, TOPICS.engagement, TOPICS.evaluation] })
  async record(
    @Payload() events: readonly LogEvent<ResponseEventData | EngagementEventData | EvaluationEventData>[],
  ): Promise<void> {
    const entries = events.map(({ data, subject, sequence }) => ({
      doc: { id: `${subject}:${sequence}`, about: subject, aboutVersion: sequence, ...data.change },
    }));
    await this.history.insert(entries);
  }
}
