import { Injectable } from '@nestjs/common';
import { firmNameKey } from '#contracts/firm-name';
import type { Principal } from '#platform/access/access';
import { commonErrors } from '#platform/errors/common.errors';
import { fail, ok, type Result } from '#platform/errors/errors';
import type { Command } from '#platform/http/request';
import { idFrom } from '#platform/ids';
import { changeDocument, insertDocument } from '#platform/store/change';
import { InjectCollection } from '#platform/store/collections';
import { Clock } from '#platform/time/clock';
import type { Collection } from '#ports/store/store';
import { capabilityErrors } from '../capability.errors.js';
import { CLAIMS, type Claim, PROFILES, type Profile } from '../capability.store.js';
import { type Claimant, claimRefusal, decideClaim, handOver, newClaim } from './claim.rules.js';
import { KNOWN_ORGANISATIONS, type KnownOrganisation } from './known-organisations.js';

/** 认领: an organisation takes over the profile that was imported for it, after staff's yes. */
@Injectable()
export class ClaimHandler {
  constructor(
    @InjectCollection(PROFILES) private readonly profiles: Collection<Profile>,
    @InjectCollection(CLAIMS) private readonly claims: Collection<Claim>,
    @InjectCollection(KNOWN_ORGANISATIONS) private readonly known: Collection<KnownOrganisation>,
    private readonly clock: Clock,
  ) {}

  async request(profileId: string, caller: Principal, command: Command): Promise<Result<Claim>> {
    const id = command.key === undefined ? undefined : idFrom('claim', command.key);
    // Before any rule: once the claim was granted, they would refuse what was answered with yes.
    const repeated = id && command.cause ? await this.claims.recall(id, command.cause) : undefined;
    if (repeated) return ok(repeated);
    const organisation = caller.organisation;
    const profile = await this.profiles.get(profileId);
    if (!profile || !organisation) return fail(commonErrors.not_found());
    const claimant = await this.claimant(organisation);
    const refusal = claimRefusal(profile, claimant) ?? (await this.hasProfile(organisation.id));
    if (refusal) return fail(refusal);
    const { doc, events } = newClaim(profile, claimant, this.clock.iso(), id);
    const duplicates = { byOpen: capabilityErrors.claim_open() };
    return insertDocument(this.claims, doc, events, { cause: command.cause, duplicates });
  }

  /**
   * The profile first, then the claim. Cut off in between, the same decision again finds the profile handed over and
   * finishes the claim.
   */
  async decide(
    id: string,
    accept: boolean,
    reason: string | undefined,
    caller: Principal,
    command: Command,
  ): Promise<Result<Claim>> {
    const claim = await this.claims.get(id);
    if (!claim) return fail(commonErrors.not_found());
    const at = this.clock.iso();
    if (accept && claim.status === 'requested') {
      const handed = await this.handOver(claim, at);
      if (!handed.ok) return handed;
    }
    return changeDocument(this.claims, id, { cause: command.cause }, (current) =>
      decideClaim(current, accept, reason, caller.subject, at),
    );
  }

  private async handOver(claim: Claim, at: string): Promise<Result<Profile>> {
    const claimant = await this.claimant({ id: claim.organisationId, name: claim.organisationName });
    const [other] = await this.profiles.manyBy('byOrganisation', [claim.organisationId]);
    const duplicates = {
      byOrganisation: capabilityErrors.have_profile({ id: other?.id ?? '' }),
      byCode: capabilityErrors.code_taken(),
    };
    const options = { cause: `claim:${claim.id}`, duplicates };
    return changeDocument(this.profiles, claim.profileId, options, (profile) => handOver(profile, claimant, at));
  }

  /** Unclaimed profiles that are probably the caller's: same credit code or same name. */
  async candidates(caller: Principal): Promise<Profile[]> {
    if (!caller.organisation) return [];
    const claimant = await this.claimant(caller.organisation);
    const [byCode, byName] = await Promise.all([
      claimant.creditCode ? this.profiles.manyBy('byCode', [claimant.creditCode]) : [],
      this.profiles.find('byNameKey', { eq: [firmNameKey(claimant.name)], limit: 20 }).then((page) => page.items),
    ]);
    const all = new Map([...byCode, ...byName].map((profile) => [profile.id, profile]));
    return [...all.values()].filter(
      (profile) => profile.organisationId === undefined && !claimRefusal(profile, claimant),
    );
  }

  private async hasProfile(organisationId: string) {
    const [present] = await this.profiles.manyBy('byOrganisation', [organisationId]);
    return present ? capabilityErrors.have_profile({ id: present.id }) : undefined;
  }

  private async claimant(organisation: { id: string; name: string }): Promise<Claimant> {
    const known = await this.known.get(organisation.id);
    return {
      id: organisation.id,
      name: organisation.name,
      ...(known?.creditCode ? { creditCode: known.creditCode } : {}),
    };
  }
}
