import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Principal } from '#platform/access/access';
import { commonErrors } from '#platform/errors/common.errors';
import { fail, ok, type Result } from '#platform/errors/errors';
import { sha256 } from '#platform/ids';
import { InjectCollection } from '#platform/store/collections';
import { Clock } from '#platform/time/clock';
import type { Collection } from '#ports/store/store';
import { capabilityErrors } from '../capability.errors.js';
import { INVITATIONS, type Invitation, PROFILES, type Profile } from '../capability.store.js';

const VALID_DAYS = 60;

/** Invitations: a link with a code; whoever signs up with it claims the firm's profile. */
@Injectable()
export class InviteHandler {
  constructor(
    @InjectCollection(PROFILES) private readonly profiles: Collection<Profile>,
    @InjectCollection(INVITATIONS) private readonly invitations: Collection<Invitation>,
    private readonly clock: Clock,
  ) {}

  async invite(profileId: string, caller: Principal): Promise<Result<{ invitation: Invitation; code: string }>> {
    const profile = await this.profiles.get(profileId);
    if (!profile) return fail(commonErrors.not_found());
    if (profile.organisationId !== undefined) return fail(capabilityErrors.claimed());
    const code = randomBytes(18).toString('base64url');
    const now = this.clock.now();
    const doc = {
      id: sha256(code),
      profileId,
      firmName: profile.name,
      createdBy: caller.subject,
      createdAt: now.toISOString(),
      expiresAt: new Date(now.getTime() + VALID_DAYS * 86_400_000).toISOString(),
    };
    await this.invitations.insert([{ doc }]);
    return ok({ invitation: { ...doc, version: 1 }, code });
  }

  async read(code: string): Promise<Result<Invitation>> {
    const invitation = await this.invitations.get(sha256(code));
    const valid = invitation && invitation.expiresAt > this.clock.iso();
    return valid ? ok(invitation) : fail(capabilityErrors.invitation_invalid());
  }
}
