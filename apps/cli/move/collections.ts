import { CLAIMS, IMPORTS, INVITATIONS, PROFILES } from '#contexts/capability/capability.store';
import { KNOWN_ORGANISATIONS } from '#contexts/capability/claim/known-organisations';
import * as knownToDemands from '#contexts/demand/chosen/known.store';
import { DEMAND_ACCESSES, DEMAND_HISTORY, DEMANDS } from '#contexts/demand/demand.store';
import {
  CHOICES,
  ENGAGEMENT_HISTORY,
  ENGAGEMENTS,
  MESSAGES,
  RESPONSES,
  THREAD_ACCESSES,
} from '#contexts/engagement/engagement.store';
import { EVALUATIONS } from '#contexts/engagement/evaluation/evaluation.store';
import { FILES } from '#contexts/engagement/files/file.store';
import * as knownToEngagement from '#contexts/engagement/known/known.store';
import {
  MATCHMAKING_HISTORY,
  MATCHMAKINGS,
  OUTCOMES,
  PLANS,
  REGISTRATIONS,
  SCHEDULES,
  SEAT_OFFERS,
} from '#contexts/events/events.store';
import * as knownToEvents from '#contexts/events/known/known.store';
import { API_KEYS, ORGANISATIONS, PASSWORD_LINKS, PEOPLE, SESSIONS } from '#contexts/identity/identity.store';
import {
  DEMAND_FACTS,
  FIRM_FACTS,
  MEETING_FACTS,
  PROPOSAL_FACTS,
  RESPONSE_FACTS,
  SUMMARIES,
  THREAD_FACTS,
  TOLD_FIRMS,
} from '#contexts/insight/insight.store';
import { CHOSEN_LISTS } from '#contexts/matching/chosen/chosen.store';
import {
  ALLOWANCES,
  CURATION_HISTORY,
  CURATIONS,
  DECISIONS,
  MATCHING_SETTINGS,
  MEANING_VECTORS,
  PROPOSALS,
  TRAINING_ROWS,
} from '#contexts/matching/matching.store';
import { CHANNELS, DELIVERIES, MESSAGES as NOTICE_MESSAGES } from '#contexts/notification/deliver/delivery.store';
import { NOTICES, PREFERENCES, RECIPIENTS } from '#contexts/notification/notification.store';
import { NOTICE_WORDS, NOTICE_WORDS_HISTORY } from '#contexts/notification/words/words.store';
import type { CollectionSpec, Doc } from '#ports/store/store';

/** Every collection of the product. Each is to be here: a test compares this list with the contexts. */
export const COLLECTIONS: readonly CollectionSpec<Doc>[] = [
  ORGANISATIONS,
  PEOPLE,
  SESSIONS,
  API_KEYS,
  PASSWORD_LINKS,
  DEMANDS,
  DEMAND_HISTORY,
  DEMAND_ACCESSES,
  knownToDemands.KNOWN_FIRMS,
  knownToDemands.SHOWN_DEMANDS,
  PROFILES,
  CLAIMS,
  INVITATIONS,
  IMPORTS,
  KNOWN_ORGANISATIONS,
  DECISIONS,
  ALLOWANCES,
  TRAINING_ROWS,
  CURATIONS,
  CURATION_HISTORY,
  CHOSEN_LISTS,
  MATCHING_SETTINGS,
  MEANING_VECTORS,
  PROPOSALS,
  RESPONSES,
  CHOICES,
  ENGAGEMENTS,
  MESSAGES,
  ENGAGEMENT_HISTORY,
  THREAD_ACCESSES,
  EVALUATIONS,
  FILES,
  knownToEngagement.KNOWN_DEMANDS,
  knownToEngagement.KNOWN_FIRMS,
  knownToEngagement.KNOWN_PEOPLE,
  knownToEngagement.KNOWN_ORGANISATIONS,
  knownToEngagement.KNOWN_MATCHES,
  MATCHMAKINGS,
  REGISTRATIONS,
  MATCHMAKING_HISTORY,
  SCHEDULES,
  PLANS,
  OUTCOMES,
  SEAT_OFFERS,
  knownToEvents.KNOWN_ORGANISATIONS,
  knownToEvents.KNOWN_DEMANDS,
  knownToEvents.KNOWN_MATCHES,
  DEMAND_FACTS,
  PROPOSAL_FACTS,
  RESPONSE_FACTS,
  THREAD_FACTS,
  MEETING_FACTS,
  FIRM_FACTS,
  TOLD_FIRMS,
  SUMMARIES,
  NOTICES,
  RECIPIENTS,
  PREFERENCES,
  CHANNELS,
  DELIVERIES,
  NOTICE_MESSAGES,
  NOTICE_WORDS,
  NOTICE_WORDS_HISTORY,
];
