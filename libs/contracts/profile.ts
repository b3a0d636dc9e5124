/** A certificate as the firm states it. */
export interface Certificate {
  readonly name: string;
  readonly number?: string;
  /** YYYY-MM-DD; absent when the firm does not say. */
  readonly validUntil?: string;
}

/** What an SME says it can do. Lists are lines of text in the firm's own words. */
export interface ProfileContent {
  readonly name: string;
  readonly creditCode?: string;
  readonly region?: string;
  readonly products: readonly string[];
  readonly processes: readonly string[];
  readonly equipment: readonly string[];
  readonly certificates: readonly Certificate[];
  readonly patents: readonly string[];
  readonly cases: readonly string[];
  readonly capacity: readonly string[];
  readonly domains: readonly string[];
  readonly industries: readonly string[];
  readonly employees?: number;
  readonly tier?: string;
  readonly text?: string;
}

export const LIST_FIELDS = [
  'products',
  'processes',
  'equipment',
  'patents',
  'cases',
  'capacity',
  'domains',
  'industries',
] as const;

/** Circles a firm can narrow a field to; matching reads all fields, people see what their circle allows. */
export const PROFILE_GUARDED = [
  'creditCode',
  'equipment',
  'certificates',
  'patents',
  'cases',
  'capacity',
  'employees',
  'text',
] as const;
export type ProfileGuarded = (typeof PROFILE_GUARDED)[number];

export const PROFILE_DISCLOSURE = ['public', 'matched', 'owner'] as const;
export type ProfileDisclosure = (typeof PROFILE_DISCLOSURE)[number];

/** State carried by `profile.*` events on the internal topic. */
export interface ProfileState extends ProfileContent {
  readonly id: string;
  readonly version: number;
  /** The organisation that owns the profile; absent while nobody has claimed it. */
  readonly organisationId?: string;
  readonly origin: 'imported' | 'own';
  readonly disclosure: Readonly<Partial<Record<ProfileGuarded, ProfileDisclosure>>>;
  readonly completeness: number;
  readonly createdAt: string;
  readonly updatedAt: string;
}

/** State carried by `claim.*` events. */
export interface ClaimState {
  readonly id: string;
  readonly profileId: string;
  readonly firmName: string;
  readonly organisationId: string;
  readonly organisationName: string;
  readonly status: 'requested' | 'accepted' | 'refused';
  readonly reason?: string;
}

/** The card: a profile as readers of `level` see it. Pure; the one place where a profile is redacted. */
export type ProfileView = Partial<ProfileState> &
  Pick<ProfileState, AlwaysPublic> & { readonly withheld: readonly string[] };

type AlwaysPublic =
  | 'id'
  | 'version'
  | 'name'
  | 'products'
  | 'processes'
  | 'domains'
  | 'industries'
  | 'origin'
  | 'completeness'
  | 'createdAt'
  | 'updatedAt';

const circle = (level: ProfileDisclosure): number => PROFILE_DISCLOSURE.indexOf(level);

/** Who sees the fields that a firm cannot narrow. A field that is named nowhere is shown to nobody. */
const OTHER_FIELDS: Readonly<Record<Exclude<keyof ProfileState, ProfileGuarded>, 'public' | 'owner'>> = {
  id: 'public',
  version: 'public',
  name: 'public',
  region: 'public',
  products: 'public',
  processes: 'public',
  domains: 'public',
  industries: 'public',
  tier: 'public',
  origin: 'public',
  completeness: 'public',
  createdAt: 'public',
  updatedAt: 'public',
  organisationId: 'owner',
  disclosure: 'owner',
};

const isGuarded = (field: string): field is ProfileGuarded => (PROFILE_GUARDED as readonly string[]).includes(field);

function circleOf(field: string, disclosure: ProfileState['disclosure']): ProfileDisclosure | undefined {
  if (isGuarded(field)) return disclosure[field] ?? 'public';
  return (OTHER_FIELDS as Readonly<Record<string, ProfileDisclosure | undefined>>)[field];
}

const isEmpty = (value: unknown): boolean => value === undefined || (Array.isArray(value) && value.length === 0);

/** What a reader of `level` sees: `withheld` names what is filled in but not for this reader. */
export function viewProfile(profile: ProfileState, level: ProfileDisclosure): ProfileView {
  const view: Record<string, unknown> = {};
  const withheld = new Set<string>();
  for (const [field, value] of Object.entries(profile)) {
    const needed = circleOf(field, profile.disclosure);
    if (needed === undefined || value === undefined) continue;
    if (circle(needed) <= circle(level)) view[field] = value;
    else if (isGuarded(field) && !isEmpty(value)) withheld.add(field);
  }
  return { ...(view as unknown as ProfileView), withheld: PROFILE_GUARDED.filter((field) => withheld.has(field)) };
}
