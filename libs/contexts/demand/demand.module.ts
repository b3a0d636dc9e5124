import { Module } from '@nestjs/common';
import { provideCollection } from '#platform/store/collections';
import { AccessLogController } from './access-log/access-log.controller.js';
import { AccessLog } from './access-log/access-log.js';
import { RecordAccess } from './access-log/record-access.js';
import { KnowFirms } from './chosen/know-firms.js';
import { KNOWN_FIRMS, SHOWN_DEMANDS } from './chosen/known.store.js';
import { NameFirms } from './chosen/name-firms.js';
import { CloseExpiredDemands } from './close-expired/close-expired.js';
import { DemandController } from './demand.controller.js';
import { DemandHandler } from './demand.handler.js';
import { DEMAND_ACCESSES, DEMAND_HISTORY, DEMANDS } from './demand.store.js';
import { RecordDemandHistory } from './history/record-demand-history.js';

/** Demands from draft to closed. */
@Module({
  controllers: [DemandController, AccessLogController, RecordDemandHistory, RecordAccess, KnowFirms],
  providers: [
    provideCollection(DEMANDS),
    provideCollection(DEMAND_HISTORY),
    provideCollection(DEMAND_ACCESSES),
    provideCollection(KNOWN_FIRMS),
    provideCollection(SHOWN_DEMANDS),
    NameFirms,
    DemandHandler,
    AccessLog,
    CloseExpiredDemands,
  ],
})
export class DemandModule {}
