import type { DemandEventData } from '#contracts/demand';
import type { OrganisationEventState, PersonState } from '#contracts/identity';
import type { ProposalState } from '#contracts/match';
import type { ProfileState } from '#contracts/profile';
import { EVENTS, TOPICS } from '#contracts/topics';
import { Projection } from '#platform/messaging/projection';
import type { Collection } from '#ports/store/store';
import {
  type KnownDemand,
  type KnownFirm,
  type KnownMatch,
  type KnownOrganisation,
  type KnownPerson,
  pairOf,
} from './known.store.js';

export const demandsFromEvents = (known: Collection<KnownDemand>) =>
  new Projection<KnownDemand, DemandEventData>(known, TOPICS.demand, ({ subject, sequence, data: { demand } }) => ({
    id: subject,
    demand,
    seen: sequence,
  }));

export const organisationsFromEvents = (known: Collection<KnownOrganisation>) =>
  new Projection<KnownOrganisation, OrganisationEventState>(
    known,
    TOPICS.organisation,
    ({ subject, sequence, data: { creditCode } }) => ({
      ...{ id: subject, seen: sequence },
      ...(creditCode ? { creditCode } : {}),
    }),
  );

export const firmsFromEvents = (known: Collection<KnownFirm>) =>
  new Projection<KnownFirm, Partial<ProfileState>>(known, TOPICS.profile, ({ type, subject, sequence, data }) => {
    const { organisationId, name = '', creditCode, region, tier } = data;
    if (!organisationId || type === EVENTS.profileRemoved) return undefined;
    return {
      ...{ id: subject, organisationId, name, seen: sequence },
      ...(creditCode ? { creditCode } : {}),
      ...(region ? { region } : {}),
      ...(tier ? { tier } : {}),
    };
  });

export const peopleFromEvents = (known: Collection<KnownPerson>) =>
  new Projection<KnownPerson, PersonState>(known, TOPICS.person, ({ subject, sequence, data }) => {
    const { organisationId, name, active, email } = data;
    return { id: subject, organisationId, name, active, email, seen: sequence };
  });

export const matchesFromEvents = (known: Collection<KnownMatch>) =>
  new Projection<KnownMatch, ProposalState>(known, TOPICS.proposal, ({ subject, sequence, data }) => {
    const { demandId, organisationId, status, asked, releasedAt } = data;
    const stands = status === 'released';
    const over = !stands && asked !== undefined && releasedAt !== undefined;
    if (!organisationId || !(stands || over)) return undefined;
    return { id: subject, pair: pairOf(demandId, organisationId), seen: sequence, ...(over ? { over } : {}) };
  });
