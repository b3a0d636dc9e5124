import { Module } from '@nestjs/common';
import { provideCollection } from '#platform/store/collections';
import { CollectFacts } from './facts/collect-facts.js';
import { Facts } from './facts/facts.js';
import { RebuildFacts } from './facts/rebuild-facts.js';
import { ToldFirms } from './facts/told-firms.js';
import { InsightController } from './funnel/insight.controller.js';
import { ReadFunnel } from './funnel/read-funnel.js';
import { Summaries } from './funnel/summaries.js';
import {
  DEMAND_FACTS,
  FIRM_FACTS,
  MEETING_FACTS,
  PROPOSAL_FACTS,
  RESPONSE_FACTS,
  SUMMARIES,
  THREAD_FACTS,
  TOLD_FIRMS,
} from './insight.store.js';

/** What has become of demands, in figures. */
@Module({
  controllers: [CollectFacts, RebuildFacts, InsightController],
  providers: [
    provideCollection(DEMAND_FACTS),
    provideCollection(PROPOSAL_FACTS),
    provideCollection(RESPONSE_FACTS),
    provideCollection(THREAD_FACTS),
    provideCollection(MEETING_FACTS),
    provideCollection(FIRM_FACTS),
    provideCollection(TOLD_FIRMS),
    provideCollection(SUMMARIES),
    Facts,
    ToldFirms,
    Summaries,
    ReadFunnel,
  ],
})
export class InsightModule {}
