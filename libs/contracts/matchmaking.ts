/** The life of a matchmaking event (卡位入链活动), in order. */
export const PHASES = [
  'draft',
  'registration',
  'preferences',
  'scheduling',
  'provisional',
  'final',
  'live',
  'closed',
  'reported',
] as const;
export type Phase = (typeof PHASES)[number];

export const SLOT_MINUTES = [15, 20, 30] as const;

/** Who sits at the table: a leader that asks, or a firm that can. */
export const EVENT_SIDES = ['leader', 'sme'] as const;
export type EventSide = (typeof EVENT_SIDES)[number];

/** A stretch of time, UTC ISO 8601. */
export interface Span {
  readonly from: string;
  readonly to: string;
}

/** A publishing session: everybody listens, nobody meets. */
export interface ProgrammeItem extends Span {
  readonly title: string;
  /** The leader that presents, and the demand it presents. */
  readonly leaderId?: string;
  readonly demandId?: string;
}

/** Meetings of one representative: so many are promised, and no more than so many. */
export interface Limits {
  readonly min: number;
  readonly max: number;
}

/** What staff say of an event. */
export interface MatchmakingContent {
  readonly title: string;
  readonly place?: string;
  readonly about?: string;
  readonly slotMinutes: (typeof SLOT_MINUTES)[number];
  readonly sessions: readonly Span[];
  readonly breaks: readonly Span[];
  readonly programme: readonly ProgrammeItem[];
  /** Tables at once, numbered from 1. */
  readonly tables: number;
  readonly limits: Readonly<Record<EventSide, Limits>>;
  /** How many firms of the other side an organisation may call a must. */
  readonly musts: Readonly<Record<EventSide, number>>;
}

/** State carried by `matchmaking.*` events. */
export interface MatchmakingState extends MatchmakingContent {
  readonly id: string;
  readonly version: number;
  readonly phase: Phase;
  readonly createdAt: string;
  readonly updatedAt: string;
}

/** One step in the history of an event. */
export interface MatchmakingChange {
  readonly at: string;
  readonly byId?: string;
  readonly byName: string;
  readonly action: string;
  readonly note?: string;
}

export interface MatchmakingEventData {
  readonly matchmaking: MatchmakingState;
  readonly change: MatchmakingChange;
}

/** Somebody who sits at a table. */
export interface Representative {
  readonly id: string;
  readonly name: string;
  /** When they meet nobody. */
  readonly absent: readonly Span[];
  /** Leaders: the demands they speak for; all of the leader's where none is named. */
  readonly demandIds: readonly string[];
}

export const REGISTRATION_STATES = ['invited', 'applied', 'approved', 'rejected', 'declined', 'withdrawn'] as const;
export type RegistrationStatus = (typeof REGISTRATION_STATES)[number];

/** State carried by `registration.*` events: one organisation at one event, without its wishes. */
export interface RegistrationState {
  readonly id: string;
  readonly version: number;
  readonly matchmakingId: string;
  readonly matchmakingTitle: string;
  readonly organisationId: string;
  readonly organisationName: string;
  readonly side: EventSide;
  readonly origin: 'invited' | 'applied';
  readonly status: RegistrationStatus;
  readonly reason?: string;
  /** Leaders: what they bring to the event. */
  readonly demandIds: readonly string[];
  readonly representatives: readonly Representative[];
  /** Leaders: the numbers of the tables that are theirs alone. */
  readonly tables: readonly number[];
  /** Instead of those of the event. */
  readonly limits?: Limits;
  readonly checkedInAt?: string;
  readonly createdAt: string;
  readonly updatedAt: string;
}

export interface RegistrationEventData {
  readonly registration: RegistrationState;
  readonly change: MatchmakingChange;
}

export const WISHES = ['must', 'would', 'no'] as const;
export type WishKind = (typeof WISHES)[number];

/** What one organisation says of another, or of the other in one demand. Never in an event. */
export interface Wish {
  readonly organisationId: string;
  readonly demandId?: string;
  readonly wish: WishKind;
}

/** One meeting of a plan. Representatives are named by their registration's ids. */
export interface PlannedMeeting {
  readonly id: string;
  readonly leaderId: string;
  readonly leaderPerson: string;
  readonly smeId: string;
  readonly smePerson: string;
  /** Slot of the event, from 0. */
  readonly slot: number;
  /** From 1. */
  readonly table: number;
  /** Kept as it is when a schedule is made again. */
  readonly locked?: boolean;
  /** Agreed by staff with both sides, beyond limits, absences or tables. */
  readonly agreed?: boolean;
}

export const CANCEL_REASONS = ['absent', 'delay', 'replanned'] as const;

/** A meeting that was told to its sides and does not take place. */
export interface CancelledMeeting extends PlannedMeeting {
  readonly because: (typeof CANCEL_REASONS)[number];
  readonly at: string;
}

/** State carried by `plan.*` events: all meetings of one event. */
export interface PlanState {
  readonly id: string;
  readonly version: number;
  readonly scheduleId: string;
  /** Since when participants see it. */
  readonly publishedAt?: string;
  readonly meetings: readonly PlannedMeeting[];
  readonly cancelled: readonly CancelledMeeting[];
  readonly updatedAt: string;
}

export interface PlanEventData {
  readonly plan: PlanState;
  readonly change: MatchmakingChange;
}

/** State carried by `agenda.*` events: the meetings of one organisation at one event, and how many of them changed. */
export interface AgendaState {
  readonly matchmakingId: string;
  readonly matchmakingTitle: string;
  readonly organisationId: string;
  readonly meetings: readonly (Span & {
    readonly id: string;
    readonly organisationId: string;
    readonly person: string;
    readonly table: number;
  })[];
  readonly added: number;
  readonly moved: number;
  readonly cancelled: number;
}

export const SCHEDULE_STATES = ['running', 'done', 'stopped', 'failed'] as const;

/** State carried by `schedule.*` events: one making of a schedule; its meetings are in the plan that adopts it. */
export interface ScheduleState {
  readonly id: string;
  readonly version: number;
  readonly matchmakingId: string;
  readonly status: (typeof SCHEDULE_STATES)[number];
  readonly seed: number;
  readonly rounds: number;
  /** How often it was begun again, because the process that made it was gone. */
  readonly restarts: number;
  readonly startedAt: string;
  readonly startedBy: string;
  readonly finishedAt?: string;
}

export interface ScheduleEventData {
  readonly schedule: ScheduleState;
  readonly change: MatchmakingChange;
}

export const NEXT_STEPS = ['follow-up', 'maybe', 'none'] as const;

/** What one side says of a meeting, with one tap. */
export interface SideOutcome {
  /** Whether the two met; false: the other side did not come. */
  readonly met: boolean;
  readonly next?: (typeof NEXT_STEPS)[number];
  readonly at: string;
}

/** State carried by `meeting.*` events: what both sides say of one meeting. */
export interface MeetingOutcomeState {
  readonly id: string;
  readonly version: number;
  readonly matchmakingId: string;
  readonly leaderId: string;
  readonly smeId: string;
  readonly leader?: SideOutcome;
  readonly sme?: SideOutcome;
}

/**
 * Who is asked to take the seat of somebody that does not come: both sides (open), both have agreed and the plan is about to
 * hold it (agreed), it does (placed), one has refused, nobody has answered in time (lapsed), the seat is no more (void).
 */
export const SEAT_OFFER_STATES = ['open', 'agreed', 'placed', 'refused', 'lapsed', 'void'] as const;
export type SeatOfferStatus = (typeof SEAT_OFFER_STATES)[number];

/** What one side answers. */
export interface SeatAnswer {
  readonly yes: boolean;
  readonly at: string;
  readonly byName: string;
}

/** State carried by `seat_offer.*` events: one seat that somebody leaves empty, and the two who are asked to meet there. */
export interface SeatOfferState extends Span {
  readonly id: string;
  readonly version: number;
  readonly matchmakingId: string;
  readonly matchmakingTitle: string;
  /** Who does not come. */
  readonly absentId: string;
  readonly absentName: string;
  readonly leaderId: string;
  readonly leaderName: string;
  readonly leaderPerson: string;
  readonly smeId: string;
  readonly smeName: string;
  readonly smePerson: string;
  /** Slot of the event in which the two would meet, from 0. */
  readonly slot: number;
  readonly status: SeatOfferStatus;
  /** Until when one may answer. */
  readonly answerBy: string;
  readonly answers: Readonly<Partial<Record<EventSide, SeatAnswer>>>;
  readonly createdAt: string;
  readonly updatedAt: string;
}

export interface SeatOfferEventData {
  readonly seatOffer: SeatOfferState;
  readonly change: MatchmakingChange;
}
