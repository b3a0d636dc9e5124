/** A response (揭榜) is a firm's answer to a demand, requirement by requirement. One for each demand and firm. */
export const RESPONSE_STATES = ['draft', 'submitted', 'shortlisted', 'chosen', 'rejected', 'withdrawn'] as const;
export type ResponseStatus = (typeof RESPONSE_STATES)[number];

export const MEETS = ['meet', 'partly'] as const;

/** Why a leader does not go on with a response. `demand-over`: the demand was closed. */
export const REJECT_REASONS = [
  'capability',
  'evidence',
  'price',
  'schedule',
  'terms',
  'others-chosen',
  'demand-over',
  'other',
] as const;
export type RejectReason = (typeof REJECT_REASONS)[number];

/** What the firm says to one condition of the demand. */
export interface RequirementAnswer {
  /** Id of the requirement, or `certificate:<name>`. */
  readonly requirement: string;
  readonly meets: (typeof MEETS)[number];
  readonly how?: string;
  /** Lines: a test report, a case, an address. */
  readonly evidence: readonly string[];
}

export interface ResponseContent {
  readonly answers: readonly RequirementAnswer[];
  readonly plan?: string;
  readonly team: readonly { readonly name: string; readonly role: string; readonly experience?: string }[];
  /** `day` is YYYY-MM-DD. */
  readonly milestones: readonly { readonly name: string; readonly day: string; readonly deliverable?: string }[];
  /** CNY; `unit` is what it is for, e.g. 件. */
  readonly price?: { readonly min?: number; readonly max?: number; readonly unit?: string };
  /** The firm's position on intellectual property. */
  readonly ip?: string;
  /** When the firm can meet, UTC. */
  readonly freeTimes: readonly { readonly from: string; readonly to: string }[];
}

interface Said {
  readonly text: string;
  readonly at: string;
  readonly byName: string;
}

/** A question of the leader, and what the firm answers. */
export interface ResponseQuestion extends Said {
  readonly id: string;
  readonly answer?: Said;
}

/** A person by whom something is done. */
export interface PersonRef {
  readonly id: string;
  readonly name: string;
}

export interface ResponseState extends ResponseContent {
  readonly id: string;
  readonly version: number;
  readonly demandId: string;
  readonly demandTitle: string;
  /** The organisation that asks. */
  readonly ownerId: string;
  /** Absent where the leader keeps its name back from this firm. */
  readonly ownerName?: string;
  /** The organisation that responds, and its profile. */
  readonly organisationId: string;
  readonly firmName: string;
  readonly firmId?: string;
  /** Where the firm is. */
  readonly region?: string;
  readonly status: ResponseStatus;
  readonly questions: readonly ResponseQuestion[];
  readonly rejection?: { readonly reason: RejectReason; readonly note?: string };
  readonly withdrawnBecause?: string;
  /** Who handed it in: the firm's owner of the thread that may follow. */
  readonly submittedBy?: PersonRef;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly submittedAt?: string;
  /** When its leader was reminded that it waits. */
  readonly waitedAt?: string;
  readonly decidedAt?: string;
}

export const SIDES = ['leader', 'firm', 'staff', 'system'] as const;
export type Side = (typeof SIDES)[number];

/** One step in the history of a response or a thread. */
export interface EngagementChange {
  readonly at: string;
  readonly byId?: string;
  readonly byName: string;
  readonly side: Side;
  readonly action: string;
  readonly note?: string;
}

/** Data of `response.*` events: the state and the change that led to it. Drafts are told to nobody. */
export interface ResponseEventData {
  readonly response: ResponseState;
  readonly change: EngagementChange;
}

/** The steps of a thread (对接), in the order in which they usually come. */
export const STEPS = ['contact', 'nda', 'sample', 'trial', 'supply', 'repeat'] as const;
export type StepKind = (typeof STEPS)[number];

export const STEP_STATES = ['todo', 'done', 'skipped'] as const;

/** Why a thread is over. */
export const ENDING_REASONS = [
  'completed',
  'price',
  'quality',
  'schedule',
  'terms',
  'no-answer',
  'plans-changed',
  'other',
] as const;
export type EndingReason = (typeof ENDING_REASONS)[number];

/** The two sides of a thread. */
export const PARTIES = ['leader', 'firm'] as const;
export type Party = (typeof PARTIES)[number];

export interface EngagementStep {
  readonly kind: StepKind;
  readonly status: (typeof STEP_STATES)[number];
  /** Which person of which side sees to it. */
  readonly owner?: PersonRef & { readonly side: Party };
  /** UTC. */
  readonly due?: string;
  /** Lines: a contract number, a test report, an address. */
  readonly evidence: readonly string[];
  /** CNY. */
  readonly amount?: number;
  readonly note?: string;
  readonly closedAt?: string;
  readonly closedByName?: string;
  /** What was told of `due` already. */
  readonly told?: 'reminder' | 'overdue';
}

/** Who sees to the thread on one side; `gone` when the person has left. */
export interface ThreadOwner extends PersonRef {
  readonly gone?: boolean;
}

export interface EngagementState {
  readonly id: string;
  readonly version: number;
  readonly demandId: string;
  readonly demandTitle: string;
  readonly ownerId: string;
  readonly ownerName: string;
  readonly organisationId: string;
  readonly firmName: string;
  readonly firmId?: string;
  /** Where the firm was when the thread began. */
  readonly region?: string;
  /** The response that was chosen; absent where the leader began. */
  readonly responseId?: string;
  readonly status: 'open' | 'ended';
  readonly steps: readonly EngagementStep[];
  readonly leader?: ThreadOwner;
  readonly firm?: ThreadOwner;
  /** People of the firm who, once the NDA is signed, may read what the leader keeps for named readers. */
  readonly readers?: readonly PersonRef[];
  readonly ending?: { readonly reason: EndingReason; readonly note?: string; readonly side: Side };
  /** When one of the sides did something last. */
  readonly activeAt: string;
  /** When it was last told that nothing happens. */
  readonly stalledAt?: string;
  readonly createdAt: string;
  readonly updatedAt: string;
}

/** Data of `engagement.*` events. */
export interface EngagementEventData {
  readonly engagement: EngagementState;
  readonly change: EngagementChange;
  /** The step that it is about, and the side that has lost its owner. */
  readonly step?: StepKind;
  readonly party?: Party;
}

/** State carried by `message.posted`. */
export interface MessageState {
  readonly id: string;
  readonly engagementId: string;
  readonly demandTitle: string;
  readonly at: string;
  readonly byId?: string;
  readonly byName: string;
  readonly side: Party;
  readonly text: string;
  /** The message is this file; `text` is its name. */
  readonly file?: { readonly id: string; readonly name: string; readonly type: string; readonly size: number };
  /** The step that the file is evidence of. */
  readonly step?: StepKind;
  /** Who is told: the other side and its owner. */
  readonly to: { readonly organisationId: string; readonly personId?: string };
}
