import { Controller } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';
import type { ProposalState } from '#contracts/match';
import { EVENTS, TOPICS } from '#contracts/topics';
import { OnEvents } from '#platform/messaging/on-events';
import { InjectCollection } from '#platform/store/collections';
import { Clock, dayInChina } from '#platform/time/clock';
import type { LogEvent } from '#ports/event';
import type { Collection } from '#ports/store/store';
import { MatchIndex } from '../index/match-index.js';
import { TRAINING_ROWS } from '../matching.store.js';
import { type TrainingRow, trainingRow } from './training-row.js';

/** Keeps each answer to a proposal as a row to learn from. One whose demand has closed meanwhile teaches nothing. */
@Controller()
export class KeepWhatCameOfProposals {
  constructor(
    @InjectCollection(TRAINING_ROWS) private readonly rows: Collection<TrainingRow>,
    private readonly index: MatchIndex,
    private readonly clock: Clock,
  ) {}

  @OnEvents({ group: 'matching.learn', topics: [TOPICS.proposal], batch: 200 })
  async handle(@Payload() events: readonly LogEvent<ProposalState>[]): Promise<void> {
    const on = dayInChina(this.clock.now());
    for (const event of events.filter(({ type }) => type === EVENTS.proposalAnswered)) {
      const { demandId, firmId } = event.data;
      const breakdown = await this.index.breakdown(demandId, firmId, on);
      const row = breakdown && trainingRow(event, breakdown);
      if (row) await this.rows.insert([{ doc: row }], event.id);
    }
  }
}
