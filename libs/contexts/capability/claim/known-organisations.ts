import { Controller } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';
import type { OrganisationEventState } from '#contracts/identity';
import { EVENTS, TOPICS } from '#contracts/topics';
import { OnEvents } from '#platform/messaging/on-events';
import { Projection } from '#platform/messaging/projection';
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
    await organisationsFromEvents(this.known).apply(events);
    for (const event of events) if (event.type === EVENTS.organisationRegistered) await this.claimInvited(event);
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

export const organisationsFromEvents = (
  known: Collection<KnownOrganisation>,
): Projection<KnownOrganisation, OrganisationEventState> =>
  new Projection(known, TOPICS.organisation, knownOrganisation);

function knownOrganisation({
  data: { id, name, creditCode, status },
  sequence,
}: LogEvent<OrganisationEventState>): Omit<KnownOrganisation, 'version'> {
  return { id, name, status, ...(creditCode ? { creditCode } : {}), seen: sequence };
}
