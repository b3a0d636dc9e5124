import { Controller } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';
import type { CurationEventData } from '#contracts/match';
import { TOPICS } from '#contracts/topics';
import { OnEvents } from '#platform/messaging/on-events';
import { InjectCollection } from '#platform/store/collections';
import type { LogEvent } from '#ports/event';
import type { Collection } from '#ports/store/store';
import { DecideDemands } from '../decide/decide-demands.js';
import { CURATION_HISTORY, type CurationHistoryEntry } from '../matching.store.js';

/** Keeps who did what to a list, and has it made again: also when the process that was asked died before it had. */
@Controller()
export class DecideWhenCurationChanges {
  constructor(
    @InjectCollection(CURATION_HISTORY) private readonly history: Collection<CurationHistoryEntry>,
    private readonly decider: DecideDemands,
  ) {}

  @OnEvents({ group: 'matching.curate', topics: [TOPICS.curation], batch: 100 })
  async handle(@Payload() events: readonly LogEvent<CurationEventData>[]): Promise<void> {
    const entries = events.map(({ data, subject, sequence }) => ({
      doc: { id: `${subject}:${sequence}`, demandId: subject, curationVersion: sequence, ...data.change },
    }));
    await this.history.insert(entries);
    await this.decider.decide([...new Set(events.map(({ subject }) => subject))]);
  }
}
