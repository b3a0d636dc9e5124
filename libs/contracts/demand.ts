/** A type of demand is data: a registry entry, not a code path. */
export interface DemandType {
  readonly id: string;
  readonly zh: string;
  readonly en: string;
}

export const DEMAND_TYPES: readonly DemandType[] = [
  { id: 'supply', zh: '配套采购', en: 'Supply' },
  { id: 'breakthrough', zh: '技术攻关', en: 'Technical breakthrough' },
  { id: 'joint-research', zh: '联合研发', en: 'Joint research' },
  { id: 'scenario', zh: '场景开放', en: 'Open scenario' },
  { id: 'substitution', zh: '国产替代', en: 'Domestic substitution' },
  { id: 'service', zh: '服务需求', en: 'Service' },
];

export const DEMAND_STATES = ['draft', 'submitted', 'returned', 'published', 'closed'] as const;
export type DemandStatus = (typeof DEMAND_STATES)[number];

export const CLOSE_REASONS = ['fulfilled', 'withdrawn', 'expired'] as const;
export type CloseReason = (typeof CLOSE_REASONS)[number];

/** What a reviewer looks at before a demand is published; what was ticked is kept with the decision. */
export const REVIEW_CHECKS = [
  'clear',
  'measurable',
  'feasible',
  'fair',
  'no-secrets',
  'entitled',
  'not-twice',
] as const;
export type ReviewCheck = (typeof REVIEW_CHECKS)[number];

/** The first of the two looks that a sensitive demand needs. */
export interface ReviewApproval {
  readonly byId: string;
  readonly byName: string;
  readonly at: string;
  readonly checks: readonly ReviewCheck[];
}

/**
 * Who may see a field, from the widest circle to the narrowest: everybody, firms that it was proposed to, the firm once the NDA is
 * signed, the people of that firm whom the owner has named, the owner and staff. A reader of one level sees all levels before it.
 */
export const DISCLOSURE = ['public', 'matched', 'nda', 'named', 'owner'] as const;
export type Disclosure = (typeof DISCLOSURE)[number];

/** Fields whose disclosure the leader may narrow. Title, type, status and deadline are what makes a demand a demand. */
export const GUARDED_FIELDS = [
  'ownerName',
  'background',
  'requirements',
  'chain',
  'link',
  'process',
  'quantity',
  'dates',
  'certificates',
  'regions',
  'budget',
  'wanted',
  'ipTerms',
] as const;
export type GuardedField = (typeof GUARDED_FIELDS)[number];

export interface Requirement {
  /** Unique within the demand, e.g. `r1`. */
  readonly id: string;
  readonly name: string;
  /** What is asked, as written: 不低于300, IP54及以上, 具备. */
  readonly target: string;
  readonly unit?: string;
  readonly must: boolean;
  readonly testMethod?: string;
  /** Default public; a requirement that is confidential is left out for readers outside its circle. */
  readonly disclosure?: Disclosure;
}

export interface CertificateWanted {
  readonly name: string;
  readonly must: boolean;
}

/** Whether chosen firms are shown a demand all at once or one after the other. */
export const CHOSEN_ORDERS = ['at-once', 'in-turn'] as const;
export type ChosenOrder = (typeof CHOSEN_ORDERS)[number];

export interface ChosenFirm {
  readonly firmId: string;
  readonly firmName: string;
}

/** The firms that a demand is shown to, and to nobody else (定向揭榜). */
export interface ChosenFirms {
  readonly order: ChosenOrder;
  /** How many days a firm has to hand in a response, 1 to 90; without them until the deadline. Needed in turn. */
  readonly days?: number;
  /** In the order in which they are asked. */
  readonly firms: readonly ChosenFirm[];
}

/** What a leader writes. */
export interface DemandContent {
  readonly type: string;
  readonly title: string;
  readonly background?: string;
  readonly requirements: readonly Requirement[];
  readonly chain?: string;
  readonly link?: string;
  readonly process?: string;
  readonly quantity?: string;
  /** Days by which samples, pilot and mass production are wanted, YYYY-MM-DD. */
  readonly dates?: { readonly sample?: string; readonly pilot?: string; readonly mass?: string };
  readonly certificates: readonly CertificateWanted[];
  readonly regions?: { readonly values: readonly string[]; readonly must: boolean };
  /** CNY. */
  readonly budget?: { readonly min?: number; readonly max?: number };
  /** How many SMEs are wanted, 1 to 20. */
  readonly wanted: number;
  readonly ipTerms?: string;
  /** UTC ISO 8601. */
  readonly deadline: string;
  readonly disclosure: Readonly<Partial<Record<GuardedField, Disclosure>>>;
  /** Organisations and firms (ids or credit codes) that must not hear of it. Seen by owner and staff only. */
  readonly blocked: readonly string[];
  /** There while it is shown to chosen firms only. Seen by owner and staff only. */
  readonly chosen?: ChosenFirms;
}

/** State carried by `demand.*` events on the internal topic. */
export interface DemandState extends DemandContent {
  readonly id: string;
  readonly version: number;
  readonly ownerId: string;
  readonly ownerName: string;
  readonly status: DemandStatus;
  readonly closeReason?: CloseReason;
  readonly returnReason?: string;
  /** Who has marked it as sensitive: two people of staff have to look at it before it is published. */
  readonly sensitive?: 'owner' | 'staff';
  /** While it waits for the second look. */
  readonly approval?: ReviewApproval;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly publishedAt?: string;
  readonly closedAt?: string;
}

/** One change in the history of a demand. */
export interface DemandChange {
  readonly at: string;
  readonly byId?: string;
  readonly byName: string;
  readonly action: string;
  readonly note?: string;
  /** What the reviewer had ticked. */
  readonly checks?: readonly ReviewCheck[];
  readonly fields: readonly { readonly field: string; readonly from?: unknown; readonly to?: unknown }[];
}

/** Data of a `demand.*` event: the state, and the change that led to it. */
export interface DemandEventData {
  readonly demand: DemandState;
  readonly change: DemandChange;
}

/** A demand as one circle of readers may see it. */
export type DemandView = Partial<DemandState> &
  Pick<DemandState, 'id' | 'version' | 'type' | 'title' | 'status' | 'deadline' | 'createdAt' | 'updatedAt'> &
  Pick<DemandState, 'requirements' | 'certificates'> & {
    /** Names of fields that are there but not for this reader. */
    readonly withheld: readonly string[];
  };
