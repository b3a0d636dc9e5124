import type { OrganisationEventState } from '#contracts/identity';
import type { ClaimState } from '#contracts/profile';
import { EVENTS, TOPICS } from '#contracts/topics';
import { type Failure, fail, ok, type Result } from '#platform/errors/errors';
import { idFrom } from '#platform/ids';
import type { Decision } from '#platform/store/change';
import type { Entry } from '#ports/store/store';
import { capabilityErrors } from '../capability.errors.js';
import type { Claim, Profile } from '../capability.store.js';
import { profileEvents, withDerived } from '../profile.rules.js';

export type Claimant = Pick<OrganisationEventState, 'id' | 'name' | 'creditCode'>;

/** Why this organisation cannot have this profile, if so. */
export function claimRefusal(profile: Profile, claimant: Claimant): Failure | undefined {
  if (profile.organisationId !== undefined && profile.organisationId !== claimant.id) return capabilityErrors.claimed();
  const differs = profile.creditCode && claimant.creditCode && profile.creditCode !== claimant.creditCode;
  return differs ? capabilityErrors.code_differs() : undefined;
}

/** A new claim; unless it is given, the id is made of both sides and the moment. */
export function newClaim(profile: Profile, claimant: Claimant, at: string, id?: string): Required<Entry<Claim>> {
  const openKey = `${claimant.id}:${profile.id}`;
  const doc: Omit<Claim, 'version'> = {
    id: id ?? idFrom('claim', openKey, at),
    profileId: profile.id,
    firmName: profile.name,
    organisationId: claimant.id,
    organisationName: claimant.name,
    status: 'requested',
    createdAt: at,
    openKey,
  };
  return { doc, events: [{ topic: TOPICS.claim, type: EVENTS.claimRequested, time: at, data: claimState(doc) }] };
}

export function claimState(claim: Omit<Claim, 'version'>): ClaimState {
  const { id, profileId, firmName, organisationId, organisationName, status, reason } = claim;
  return { id, profileId, firmName, organisationId, organisationName, status, ...(reason ? { reason } : {}) };
}

export function decideClaim(
  claim: Claim,
  accept: boolean,
  reason: string | undefined,
  by: string,
  at: string,
): Result<Decision<Claim>> {
  if (claim.status !== 'requested') return fail(capabilityErrors.claim_decided());
  const { openKey: _open, ...rest } = claim;
  const doc: Claim = {
    ...rest,
    status: accept ? 'accepted' : 'refused',
    ...(reason ? { reason } : {}),
    decidedAt: at,
    decidedBy: by,
  };
  return ok({ doc, events: [{ topic: TOPICS.claim, type: EVENTS.claimDecided, time: at, data: claimState(doc) }] });
}

/** The profile goes over to the organisation; a missing credit code comes from it. */
export function handOver(profile: Profile, claimant: Claimant, at: string): Result<Decision<Profile>> {
  const refusal = claimRefusal(profile, claimant);
  if (refusal) return fail(refusal);
  const code = profile.creditCode ?? claimant.creditCode;
  const doc = withDerived({
    ...profile,
    organisationId: claimant.id,
    ...(code ? { creditCode: code } : {}),
    updatedAt: at,
  }) as Profile;
  return ok({ doc, events: profileEvents(doc, profile.version + 1, EVENTS.profileClaimed, at) });
}
