import { Module } from '@nestjs/common';
import { Readiness } from '#platform/health/readiness';
import { provideCollection } from '#platform/store/collections';
import { AnswerController } from './answer/answer.controller.js';
import { AnswerHandler } from './answer/answer.handler.js';
import { AnswerWhenFirmResponds } from './answer/answer-when-firm-responds.js';
import { ChangesController } from './changes/changes.controller.js';
import { ChosenController } from './chosen/chosen.controller.js';
import { CHOSEN_LISTS } from './chosen/chosen.store.js';
import { ChosenLists } from './chosen/chosen-lists.js';
import { EndTerms } from './chosen/end-terms.js';
import { FollowWhatHappens } from './chosen/follow-what-happens.js';
import { CurateController } from './curate/curate.controller.js';
import { CurateHandler } from './curate/curate.handler.js';
import { CurationsController } from './curate/curations.controller.js';
import { Curations } from './curate/curations.js';
import { DecideWhenCurationChanges } from './curate/decide-when-curation-changes.js';
import { DecideDemands } from './decide/decide-demands.js';
import { DecideWhenDemandOrProfileChanges } from './decide/decide-when-demand-or-profile-changes.js';
import { ExpandDecisionIntoProposals } from './expand/expand-decision-into-proposals.js';
import { MatchIndex } from './index/match-index.js';
import { KeepWhatCameOfProposals } from './learn/keep-what-came-of-proposals.js';
import { TrainingController } from './learn/training.controller.js';
import {
  ALLOWANCES,
  CURATION_HISTORY,
  CURATIONS,
  DECISIONS,
  MATCHING_SETTINGS,
  MEANING_VECTORS,
  PROPOSALS,
  TRAINING_ROWS,
} from './matching.store.js';
import { provideMeanings } from './meaning/provide-meanings.js';
import { PreviewController } from './preview/preview.controller.js';
import { PreviewDemand } from './preview/preview-demand.js';
import { BreakdownController } from './read/breakdown.controller.js';
import { FirmsToInvite } from './read/firms-to-invite.js';
import { MatchingController } from './read/matching.controller.js';
import { Allowances } from './release/allowances.js';
import { ReleaseWaiting } from './release/release-waiting.js';

/** Demands find firms, firms find demands; decisions become proposals. */
@Module({
  controllers: [
    MatchingController,
    ChangesController,
    BreakdownController,
    PreviewController,
    AnswerController,
    TrainingController,
    CurateController,
    CurationsController,
    ChosenController,
    FollowWhatHappens,
    DecideWhenCurationChanges,
    DecideWhenDemandOrProfileChanges,
    ExpandDecisionIntoProposals,
    KeepWhatCameOfProposals,
    AnswerWhenFirmResponds,
  ],
  providers: [
    provideCollection(DECISIONS),
    provideCollection(PROPOSALS),
    provideCollection(ALLOWANCES),
    provideCollection(TRAINING_ROWS),
    provideCollection(CURATIONS),
    provideCollection(CURATION_HISTORY),
    provideCollection(MATCHING_SETTINGS),
    provideCollection(CHOSEN_LISTS),
    provideCollection(MEANING_VECTORS),
    provideMeanings,
    ChosenLists,
    EndTerms,
    Curations,
    CurateHandler,
    MatchIndex,
    DecideDemands,
    FirmsToInvite,
    Allowances,
    ReleaseWaiting,
    AnswerHandler,
    PreviewDemand,
  ],
})
export class MatchingModule {
  constructor(readiness: Readiness, index: MatchIndex) {
    readiness.add('matching', async () => (index.caughtUpOnce() ? undefined : 'the index is being filled'));
  }
}
