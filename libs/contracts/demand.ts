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

/** Who may see a field, from the widest circle to the narrowest. A reader of one level sees all levels before it. */
export const DISCLOSURE = ['public', 'matched', 'nda', 'owner'] as const;
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

/** Narrower than public unless the leader opens it. */
export const DEFAULT_DISCLOSURE: Readonly<Partial<Record<GuardedField, Disclosure>>> = { budget: 'nda' };

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

const circle = (level: Disclosure): number => DISCLOSURE.indexOf(level);

/** Who sees the fields that a leader cannot narrow. A field that is named nowhere is shown to nobody. */
const OTHER_FIELDS: Readonly<Record<Exclude<keyof DemandState, GuardedField>, 'public' | 'owner'>> = {
  id: 'public',
  version: 'public',
  type: 'public',
  title: 'public',
  status: 'public',
  closeReason: 'public',
  deadline: 'public',
  createdAt: 'public',
  updatedAt: 'public',
  publishedAt: 'public',
  closedAt: 'public',
  ownerId: 'owner',
  returnReason: 'owner',
  sensitive: 'owner',
  approval: 'owner',
  disclosure: 'owner',
  blocked: 'owner',
};

const isGuarded = (field: string): field is GuardedField => (GUARDED_FIELDS as readonly string[]).includes(field);

function circleOf(field: string, disclosure: DemandState['disclosure']): Disclosure | undefined {
  if (isGuarded(field)) return disclosure[field] ?? DEFAULT_DISCLOSURE[field] ?? 'public';
  return (OTHER_FIELDS as Readonly<Record<string, Disclosure | undefined>>)[field];
}

/**
 * What a reader of `level` sees. Pure; the one place where a demand is redacted, for answers, events, search and notices.
 * `owner` sees all; every other level also loses blocked list, disclosure table, owner id and return reason. What a store
 * keeps beside the demand is in no view.
 */
export function viewDemand(demand: DemandState, level: Disclosure): DemandView {
  const view: Record<string, unknown> = {};
  const withheld = new Set<string>();
  for (const [field, value] of Object.entries(demand)) {
    const needed = circleOf(field, demand.disclosure);
    if (needed === undefined || value === undefined) continue;
    if (circle(needed) <= circle(level)) view[field] = value;
    else if (isGuarded(field)) withheld.add(field);
  }
  const all = (view.requirements ?? []) as readonly Requirement[];
  const requirements = all.filter((requirement) => circle(requirement.disclosure ?? 'public') <= circle(level));
  if (requirements.length < all.length) withheld.add('requirements');
  return {
    ...(view as unknown as DemandView),
    requirements,
    certificates: (view.certificates ?? []) as readonly CertificateWanted[],
    withheld: GUARDED_FIELDS.filter((field) => withheld.has(field)),
  };
}
