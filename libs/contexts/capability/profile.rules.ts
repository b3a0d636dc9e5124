import { firmNameKey } from '#contracts/firm-name';
import type { ProfileContent, ProfileState } from '#contracts/profile';
import type { PublicDraft, PublicFirmChanged } from '#contracts/public-events';
import { publicFirm } from '#contracts/public-firm';
import { EVENTS, TOPICS } from '#contracts/topics';
import { dayInChina } from '#platform/time/clock';
import type { EventDraft } from '#ports/event';
import type { Profile } from './capability.store.js';

type Written = Omit<Profile, 'version'>;

/**
 * How much of a profile is filled, 0 to 100, and what would add most. The weights are the product's own judgement:
 * what matching and leaders ask for first counts most.
 */
const PARTS: readonly { readonly field: keyof ProfileContent; readonly weight: number }[] = [
  { field: 'products', weight: 20 },
  { field: 'processes', weight: 15 },
  { field: 'equipment', weight: 10 },
  { field: 'certificates', weight: 15 },
  { field: 'cases', weight: 10 },
  { field: 'capacity', weight: 10 },
  { field: 'region', weight: 5 },
  { field: 'creditCode', weight: 5 },
  { field: 'patents', weight: 5 },
  { field: 'text', weight: 5 },
];

const filled = (value: unknown): boolean =>
  Array.isArray(value) ? value.length > 0 : value !== undefined && value !== '';

export function completeness(profile: ProfileContent): number {
  return PARTS.reduce((sum, part) => sum + (filled(profile[part.field]) ? part.weight : 0), 0);
}

/** Empty fields, the most useful first; expired certificates count as something to mend. */
export function toAdd(profile: ProfileContent, now: Date): string[] {
  const empty = PARTS.filter((part) => !filled(profile[part.field])).sort((a, b) => b.weight - a.weight);
  const today = dayInChina(now);
  const expired = profile.certificates.some((c) => c.validUntil !== undefined && c.validUntil < today);
  return [...(expired ? ['certificates.expired'] : []), ...empty.map((part) => part.field)];
}

/** Completes what follows from the content: name key, completeness. */
export function withDerived(profile: Written): Written {
  return { ...profile, nameKey: firmNameKey(profile.name), completeness: completeness(profile) };
}

export function profileState(profile: Written, version: number): ProfileState {
  const { nameKey: _n, externalId: _e, duplicateKey: _d, importDigest: _i, importJob: _j, ...state } = profile;
  return { ...state, version };
}

/** Internal: the full state. Public: the card. */
export function profileEvents(
  profile: Written,
  version: number,
  type: PublicFirmChanged['type'],
  at: string,
): EventDraft[] {
  const state = profileState(profile, version);
  const card: PublicDraft = { topic: TOPICS.publicFirm, type, time: at, data: publicFirm(state) };
  return [{ topic: TOPICS.profile, type, time: at, data: state }, card];
}

export function removalEvents(profile: Profile, at: string): EventDraft[] {
  const data = { id: profile.id };
  const gone: PublicDraft = { topic: TOPICS.publicFirm, type: EVENTS.profileRemoved, time: at, data };
  return [{ topic: TOPICS.profile, type: EVENTS.profileRemoved, time: at, data }, gone];
}

/** A fresh profile around some content; what it does not say of disclosure is public. */
export function newProfile(
  id: string,
  content: ProfileContent & Partial<Pick<Profile, 'disclosure'>>,
  origin: 'imported' | 'own',
  at: string,
  more: Partial<Written> = {},
): Written {
  return withDerived({
    id,
    disclosure: {},
    ...content,
    origin,
    completeness: 0,
    nameKey: '',
    createdAt: at,
    updatedAt: at,
    ...more,
  });
}

export const EMPTY_LISTS = {
  products: [],
  processes: [],
  equipment: [],
  certificates: [],
  patents: [],
  cases: [],
  capacity: [],
  domains: [],
  industries: [],
} as const;
