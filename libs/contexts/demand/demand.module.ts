import { Module } from '@nestjs/common';
import { provideCollection } from '#platform/store/collections';
import { CloseExpiredDemands } from './close-expired/close-expired.js';
import { DemandController } from './demand.controller.js';
import { DemandHandler } from './demand.handler.js';
import { DEMAND_HISTORY, DEMANDS } from './demand.store.js';
import { RecordDemandHistory } from './history/record-demand-history.js';

/** Demands from draft to closed. */
@Module({
  controllers: [DemandController, RecordDemandHistory],
  providers: [provideCollection(DEMANDS), provideCollection(DEMAND_HISTORY), DemandHandler, CloseExpiredDemands],
})
export class DemandModule {}
