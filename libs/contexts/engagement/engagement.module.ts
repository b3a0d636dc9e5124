import { Module } from '@nestjs/common';
import { Workshop } from '#platform/content/workshop';
import { provideCollection } from '#platform/store/collections';
import { RingAlarms } from './alarms/ring-alarms.js';
import { CHOICES, ENGAGEMENT_HISTORY, ENGAGEMENTS, MESSAGES, RESPONSES, THREAD_ACCESSES } from './engagement.store.js';
import { EvaluationController } from './evaluation/evaluation.controller.js';
import { EvaluationHandler } from './evaluation/evaluation.handler.js';
import { EVALUATIONS } from './evaluation/evaluation.store.js';
import { DemandFiles } from './files/demand-files.js';
import { FILES } from './files/file.store.js';
import { FilesController } from './files/files.controller.js';
import { KeepFiles } from './files/keep-files.js';
import { ReadFile } from './files/read-file.js';
import { SweepFiles } from './files/sweep-files.js';
import { ThreadFiles } from './files/thread-files.js';
import { RecordEngagementHistory } from './history/record-engagement-history.js';
import { KnowOthers } from './known/know.js';
import { KNOWN_DEMANDS, KNOWN_FIRMS, KNOWN_MATCHES, KNOWN_ORGANISATIONS, KNOWN_PEOPLE } from './known/known.store.js';
import { RebuildKnown } from './known/rebuild-known.js';
import { Standings } from './known/standing.js';
import { CloseWithDemand } from './response/close-with-demand.js';
import { DecideController } from './response/decide.controller.js';
import { DecideHandler } from './response/decide.handler.js';
import { RespondController } from './response/respond.controller.js';
import { RespondHandler } from './response/respond.handler.js';
import { ResponsesController } from './response/responses.controller.js';
import { NoteAccess } from './thread/note-access.js';
import { OpenWhenChosen } from './thread/open-when-chosen.js';
import { Owners } from './thread/owners.js';
import { ReadThreads } from './thread/read-threads.js';
import { ThreadController } from './thread/thread.controller.js';
import { ThreadHandler } from './thread/thread.handler.js';
import { ThreadsController } from './thread/threads.controller.js';

/** From a firm's response to a demand to the contract. */
@Module({
  controllers: [
    RespondController,
    DecideController,
    ResponsesController,
    EvaluationController,
    ThreadController,
    ThreadsController,
    FilesController,
    OpenWhenChosen,
    RecordEngagementHistory,
    CloseWithDemand,
    KnowOthers,
    RebuildKnown,
  ],
  providers: [
    provideCollection(RESPONSES),
    provideCollection(CHOICES),
    provideCollection(ENGAGEMENTS),
    provideCollection(MESSAGES),
    provideCollection(THREAD_ACCESSES),
    provideCollection(EVALUATIONS),
    provideCollection(FILES),
    { provide: Workshop, useFactory: () => new Workshop() },
    provideCollection(ENGAGEMENT_HISTORY),
    provideCollection(KNOWN_DEMANDS),
    provideCollection(KNOWN_FIRMS),
    provideCollection(KNOWN_ORGANISATIONS),
    provideCollection(KNOWN_PEOPLE),
    provideCollection(KNOWN_MATCHES),
    Standings,
    RespondHandler,
    DecideHandler,
    EvaluationHandler,
    Owners,
    ThreadHandler,
    ReadThreads,
    NoteAccess,
    KeepFiles,
    DemandFiles,
    ThreadFiles,
    ReadFile,
    SweepFiles,
    RingAlarms,
  ],
})
export class EngagementModule {}
