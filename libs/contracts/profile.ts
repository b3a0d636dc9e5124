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
  Pick<ProfileState, 'id' | 'name' | 'completeness'> & { readonly withheld: readonly string[] };

const circle = (level: ProfileDisclosure): number => PROFILE_DISCLOSURE.indexOf(level);

export function viewProfile(profile: ProfileState, level: ProfileDisclosure): ProfileView {
  if (level === 'owner') return { ...profile, withheld: [] };
  const { disclosure, ...open } = profile;
  const view: Record<string, unknown> = { ...open };
  const withheld: string[] = [];
  for (const field of PROFILE_GUARDED) {
    const value = view[field];
    const empty = value === undefined || (Array.isArray(value) && value.length === 0);
    if (empty || circle(disclosure[field] ?? 'public') <= circle(level)) continue;
    delete view[field];
    withheld.push(field);
  }
  return { ...(view as unknown as ProfileView), withheld };
}
