import type { DemandEventData } from '#contracts/demand';
import { circleFor, viewDemand } from '#contracts/disclosure';
import { firmNameKey } from '#contracts/firm-name';
import type { OrganisationEventState } from '#contracts/identity';
import type { ProposalState } from '#contracts/match';
import { TOPICS } from '#contracts/topics';
import { Projection } from '#platform/messaging/projection';
import type { Collection } from '#ports/store/store';
import type { KnownDemand, KnownMatch, KnownOrganisation } from './known.store.js';

export const organisationsFromEvents = (known: Collection<KnownOrganisation>) =>
  new Projection<KnownOrganisation, OrganisationEventState>(
    known,
    TOPICS.organisation,
    ({ subject, sequence, data: { name, kind, status, creditCode } }) => ({
      ...{ id: subject, name, kind, status, nameKey: firmNameKey(name), seen: sequence },
      ...(creditCode ? { creditCode } : {}),
    }),
  );

export const demandsFromEvents = (known: Collection<KnownDemand>) =>
  new Projection<KnownDemand, DemandEventData>(known, TOPICS.demand, ({ subject, sequence, data: { demand } }) => {
    const circle = circleFor(demand, 'anybody', 'open');
    // Events are made of what everybody may know of.
    if (demand.status !== 'published' || !circle) return undefined;
    const { ownerId, title, type } = demand;
    const named = viewDemand(demand, circle).ownerName !== undefined;
    return { id: subject, ownerId, title, type, named, seen: sequence };
  });

export const matchesFromEvents = (known: Collection<KnownMatch>) =>
  new Projection<KnownMatch, ProposalState>(known, TOPICS.proposal, ({ subject, sequence, data }) => {
    const { demandId, organisationId, status, score, answer, asked } = data;
    const stands = status === 'proposed' || status === 'released';
    if (!stands || asked || !organisationId || answer?.answer === 'declined') return undefined;
    return { id: subject, demandId, organisationId, score, seen: sequence };
  });
