import { Controller } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';
import type { OrganisationEventState } from '#contracts/identity';
import { EVENTS, TOPICS } from '#contracts/topics';
import { OnEvents } from '#platform/messaging/on-events';
import { InjectCollection } from '#platform/store/collections';
import type { LogEvent } from '#ports/event';
import type { Collection, CollectionSpec, Doc } from '#ports/store/store';
import { CLAIMS, type Claim, INVITATIONS, type Invitation, PROFILES, type Profile } from '../capability.store.js';
import { claimRefusal, newClaim } from './claim.rules.js';

/** What this context knows of organisations, from their events. `seen` is the version of the event it comes from. */
export interface KnownOrganisation extends Doc, Pick<OrganisationEventState, 'name' | 'creditCode' | 'status'> {
  readonly seen: number;
}

export const KNOWN_ORGANISATIONS: CollectionSpec<KnownOrganisation> = { name: 'capability_organisation', indexes: {} };

/** Remembers organisations; one that signed up with an invitation claims the firm it names. */
@Controller()
export class KnowOrganisations {
  constructor(
    @InjectCollection(KNOWN_ORGANISATIONS) private readonly known: Collection<KnownOrganisation>,
    @InjectCollection(INVITATIONS) private readonly invitations: Collection<Invitation>,
    @InjectCollection(PROFILES) private readonly profiles: Collection<Profile>,
    @InjectCollection(CLAIMS) private readonly claims: Collection<Claim>,
  ) {}

  @OnEvents({ group: 'capability.organisations', topics: [TOPICS.organisation] })
  async handle(@Payload() events: readonly LogEvent<OrganisationEventState>[]): Promise<void> {
    const newest = new Map(events.map((event) => [event.subject, event]));
    const present = new Map((await this.known.many([...newest.keys()])).map((doc) => [doc.id, doc]));
    for (const event of newest.values()) await this.remember(event, present.get(event.subject));
    for (const event of events) if (event.type === EVENTS.organisationRegistered) await this.claimInvited(event);
  }

  private async remember(
    event: LogEvent<OrganisationEventState>,
    present: KnownOrganisation | undefined,
  ): Promise<void> {
    if (present && present.seen >= event.sequence) return;
    const { id, name, creditCode, status } = event.data;
    const doc = { id, name, status, ...(creditCode ? { creditCode } : {}), seen: event.sequence };
    if (present) await this.known.save({ ...doc, version: present.version }, [], event.id);
    else await this.known.insert([{ doc }], event.id);
  }

  private async claimInvited(event: LogEvent<OrganisationEventState>): Promise<void> {
    const { invitationHash } = event.data;
    const invitation = invitationHash ? await this.invitations.get(invitationHash) : undefined;
    if (!invitation || invitation.expiresAt < event.time) return;
    const profile = await this.profiles.get(invitation.profileId);
    if (!profile || profile.organisationId === event.data.id || claimRefusal(profile, event.data)) return;
    // The event's time makes the id: heard again after the answer, it asks for nothing a second time.
    await this.claims.insert([newClaim(profile, event.data, event.time)], event.id);
  }
}
