import {
  type CertificateWanted,
  type DemandState,
  type DemandView,
  DISCLOSURE,
  type Disclosure,
  GUARDED_FIELDS,
  type GuardedField,
  type Requirement,
} from './demand.js';

// The one source of who sees what and when: docs/disclosure.md says it in words, and a test compares the two.

/** How far a firm has come with a demand: it is open, was proposed to it, the NDA is signed, its owner has named the person. */
export const STAGES = ['open', 'matched', 'nda', 'named'] as const;
export type Stage = (typeof STAGES)[number];

/** As whom somebody reads a demand. */
export const DEMAND_READERS = ['anybody', 'firm', 'owner', 'staff'] as const;
export type DemandReader = (typeof DEMAND_READERS)[number];

/** The narrowest circle that a reader is in at a stage. */
export const CIRCLES: Readonly<Record<DemandReader, Readonly<Record<Stage, Disclosure>>>> = {
  anybody: { open: 'public', matched: 'public', nda: 'public', named: 'public' },
  firm: { open: 'public', matched: 'matched', nda: 'nda', named: 'named' },
  owner: { open: 'owner', matched: 'owner', nda: 'owner', named: 'owner' },
  staff: { open: 'owner', matched: 'owner', nda: 'owner', named: 'owner' },
};

/**
 * The same for a demand that is shown to chosen firms only: whoever is in no circle is told nothing, not even that it is there.
 * A firm is at stage `matched` from when it is asked until its term is over, or while there is a thread.
 */
export const CHOSEN_CIRCLES: Readonly<Record<DemandReader, Readonly<Record<Stage, Disclosure | undefined>>>> = {
  anybody: { open: undefined, matched: undefined, nda: undefined, named: undefined },
  firm: { open: undefined, matched: 'matched', nda: 'nda', named: 'named' },
  owner: CIRCLES.owner,
  staff: CIRCLES.staff,
};

/** The narrowest circle of a demand that a reader is in at a stage; undefined where its existence is kept from it. Pure. */
export const circleFor = (
  { chosen }: Pick<DemandState, 'chosen'>,
  reader: DemandReader,
  stage: Stage,
): Disclosure | undefined => (chosen ? CHOSEN_CIRCLES : CIRCLES)[reader][stage];

interface GuardedRule {
  /** The circle unless the owner says otherwise. */
  readonly circle: Disclosure;
  readonly narrowable: true;
}
interface FixedRule {
  readonly circle: Disclosure;
  readonly narrowable: false;
}

const open: GuardedRule = { circle: 'public', narrowable: true };
const everybody: FixedRule = { circle: 'public', narrowable: false };
const own: FixedRule = { circle: 'owner', narrowable: false };

/** Every field of a demand. A field that is named nowhere is shown to nobody. */
export const DEMAND_FIELDS: Readonly<
  Record<GuardedField, GuardedRule> & Record<Exclude<keyof DemandState, GuardedField>, FixedRule>
> = {
  ownerName: open,
  background: open,
  requirements: open,
  chain: open,
  link: open,
  process: open,
  quantity: open,
  dates: open,
  certificates: open,
  regions: open,
  budget: { circle: 'nda', narrowable: true },
  wanted: open,
  ipTerms: open,
  id: everybody,
  version: everybody,
  type: everybody,
  title: everybody,
  status: everybody,
  closeReason: everybody,
  deadline: everybody,
  createdAt: everybody,
  updatedAt: everybody,
  publishedAt: everybody,
  closedAt: everybody,
  ownerId: own,
  returnReason: own,
  sensitive: own,
  approval: own,
  disclosure: own,
  blocked: own,
  chosen: own,
};

/** The circle that a file of a demand is kept to unless its owner says otherwise. */
export const FILE_CIRCLE: Disclosure = 'nda';

/** Requirements are in a circle each, within that of all of them. */
const circleOfRequirement = ({ disclosure }: Requirement): Disclosure => disclosure ?? 'public';

const isGuarded = (field: string): field is GuardedField => (GUARDED_FIELDS as readonly string[]).includes(field);

function circleOf(field: string, disclosure: DemandState['disclosure']): Disclosure | undefined {
  const chosen = isGuarded(field) ? disclosure[field] : undefined;
  if (chosen) return chosen;
  const rules: Readonly<Record<string, GuardedRule | FixedRule>> = DEMAND_FIELDS;
  return Object.hasOwn(rules, field) ? rules[field]?.circle : undefined;
}

/** Whether somebody of the one circle sees what is kept for the other. */
export const reaches = (reader: Disclosure, needed: Disclosure): boolean =>
  DISCLOSURE.indexOf(needed) <= DISCLOSURE.indexOf(reader);

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
    if (reaches(level, needed)) view[field] = value;
    else if (isGuarded(field)) withheld.add(field);
  }
  const all = (view.requirements ?? []) as readonly Requirement[];
  const requirements = all.filter((requirement) => reaches(level, circleOfRequirement(requirement)));
  if (requirements.length < all.length) withheld.add('requirements');
  return {
    ...(view as unknown as DemandView),
    requirements,
    certificates: (view.certificates ?? []) as readonly CertificateWanted[],
    withheld: GUARDED_FIELDS.filter((field) => withheld.has(field)),
  };
}

/** The fields in which a reader of `level` sees more than a firm that it was proposed to: who reads them is noted. */
export function confidentialFields(demand: DemandState, level: Disclosure): GuardedField[] {
  if (reaches('matched', level)) return [];
  return GUARDED_FIELDS.filter((field) => {
    const value = demand[field];
    if (value === undefined || (Array.isArray(value) && value.length === 0)) return false;
    const needed = circleOf(field, demand.disclosure) ?? 'owner';
    if (!reaches(level, needed)) return false;
    if (!reaches('matched', needed)) return true;
    const mayRead = ({ disclosure = 'public' }: Requirement) =>
      !reaches('matched', disclosure) && reaches(level, disclosure);
    return field === 'requirements' && demand.requirements.some(mayRead);
  });
}
