import type {
  EventSide,
  MatchmakingChange,
  MatchmakingState,
  MeetingOutcomeState,
  PlanState,
  RegistrationState,
  ScheduleState,
  SeatOfferState,
  Wish,
} from '#contracts/matchmaking';
import type { Sentence } from '#engines/schedule/check-instance';
import type { Standing } from '#engines/schedule/run';
import type { Meeting } from '#engines/schedule/types';
import type { CollectionSpec, Doc } from '#ports/store/store';

/** A matchmaking event as stored. */
export interface Matchmaking extends MatchmakingState, Doc {
  readonly version: number;
  /** When it begins, once it is no draft: what others than staff can find. */
  readonly listedKey?: string;
  /** When those who meet somebody are to be reminded; there only until they are. */
  readonly remindAt?: string;
}

/** An organisation at an event, with what it keeps between itself and staff. The id is made of both. */
export interface Registration extends RegistrationState, Doc {
  readonly version: number;
  readonly wishes: readonly Wish[];
  /** Organisations it will not sit with. Nobody but itself and staff hears of it. */
  readonly blocked: readonly string[];
  /** What its people show at the door. */
  readonly code: string;
  /** `<event>:<code>`: one organisation for a code. */
  readonly codeKey: string;
  /** SHA-256 of the token in the address of its calendar. */
  readonly calendarHash?: string;
  /** Event id while it takes part. */
  readonly approvedKey?: string;
  /** `<event>:<side>` while it takes part. */
  readonly sideKey?: string;
}

/** One line of the history of an event or of a registration; written from their own events. */
export interface MatchmakingHistoryEntry extends Doc, MatchmakingChange {
  readonly matchmakingId: string;
  /** The organisation, where it is about its registration. */
  readonly organisationName?: string;
}

export const MATCHMAKINGS: CollectionSpec<Matchmaking> = {
  name: 'matchmaking',
  indexes: {
    byAge: { fields: ['updatedAt'] },
    byPhase: { fields: ['phase', 'updatedAt'] },
    listed: { fields: ['listedKey'] },
    remind: { fields: ['remindAt'] },
  },
};

export const REGISTRATIONS: CollectionSpec<Registration> = {
  name: 'registration',
  indexes: {
    byEvent: { fields: ['matchmakingId', 'updatedAt'] },
    byEventStatus: { fields: ['matchmakingId', 'status', 'updatedAt'] },
    byOrganisation: { fields: ['organisationId', 'updatedAt'] },
    approved: { fields: ['approvedKey'] },
    bySide: { fields: ['sideKey', 'organisationName'] },
    code: { fields: ['codeKey'], unique: true },
    calendar: { fields: ['calendarHash'], unique: true },
  },
};

export const MATCHMAKING_HISTORY: CollectionSpec<MatchmakingHistoryEntry> = {
  name: 'matchmaking_history',
  indexes: { byEvent: { fields: ['matchmakingId', 'at'] } },
};

/** A schedule being made, or made. */
export interface Schedule extends ScheduleState, Doc {
  readonly version: number;
  /** Event id while it is being made: one at a time for an event. */
  readonly openKey?: string;
  /** The process that makes it. */
  readonly runner: string;
  /** Grows while it is being made: what stands still has lost its process. */
  readonly beats: number;
  readonly stopAsked?: boolean;
  readonly standing?: Standing;
  /** Why it could not be made. */
  readonly problem?: Sentence;
  readonly meetings: readonly Meeting[];
}

/** All meetings of one event; the id is the event's. One document, so that nobody ever sees half a schedule. */
export interface Plan extends PlanState, Doc {
  readonly version: number;
}

export const SCHEDULES: CollectionSpec<Schedule> = {
  name: 'matchmaking_schedule',
  indexes: { byEvent: { fields: ['matchmakingId', 'startedAt'] }, open: { fields: ['openKey'], unique: true } },
};

export const PLANS: CollectionSpec<Plan> = { name: 'matchmaking_plan', indexes: {} };

/** What the sides say of a meeting; the id is the meeting's. */
export interface MeetingOutcome extends MeetingOutcomeState, Doc {
  readonly version: number;
  /** In the words of each side, for itself and staff. */
  readonly notes: { readonly leader?: string; readonly sme?: string };
  /** The leader, when one of the two says that they met. */
  readonly metKey?: string;
  /** The firm, likewise. */
  readonly metSmeKey?: string;
}

export const OUTCOMES: CollectionSpec<MeetingOutcome> = {
  name: 'meeting_outcome',
  indexes: { byEvent: { fields: ['matchmakingId'] }, met: { fields: ['metKey'] }, metSme: { fields: ['metSmeKey'] } },
};

/** A seat that somebody leaves empty, and the two who are asked to meet there. The id is made of the meeting that is lost and who may take its place. */
export interface SeatOffer extends SeatOfferState, Doc {
  readonly version: number;
  /** The meeting that does not take place, and its slot. */
  readonly lostId: string;
  readonly lostSlot: number;
  /** The representative that does not come, as the engine names it; and whether it had been at the door all the same. */
  readonly absentParty: string;
  readonly absentSide: EventSide;
  readonly absentWasThere: boolean;
  /** When something is to be done with it: it lapses, or goes into the plan. There only until it is done. */
  readonly dueAt?: string;
  /** The meeting that is lost, while it is open: one is asked at a time. */
  readonly openKey?: string;
  /** `<event>:<organisation>` of the two sides, while it is open. */
  readonly leaderKey?: string;
  readonly smeKey?: string;
}

export const SEAT_OFFERS: CollectionSpec<SeatOffer> = {
  name: 'matchmaking_seat_offer',
  indexes: {
    byEvent: { fields: ['matchmakingId', 'createdAt'] },
    due: { fields: ['dueAt'] },
    open: { fields: ['openKey'], unique: true },
    ofLeader: { fields: ['leaderKey'] },
    ofSme: { fields: ['smeKey'] },
  },
};
