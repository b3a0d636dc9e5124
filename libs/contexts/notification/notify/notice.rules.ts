import type { DemandEventData } from '#contracts/demand';
import type { OrganisationEventState } from '#contracts/identity';
import type { ProposalState } from '#contracts/match';
import type { AgendaState, RegistrationEventData } from '#contracts/matchmaking';
import type { NoticeKind } from '#contracts/notice';
import type { ClaimState } from '#contracts/profile';
import { EVENTS } from '#contracts/topics';
import type { LogEvent } from '#ports/event';
import { ENGAGEMENT_RULES } from './engagement-notice.rules.js';
import type { Audience, ToTell } from './to-tell.js';

const staff = { staff: true } as const;

/**
 * The rules of who hears of what. An event without a rule tells nobody. What is told holds no more than its readers may
 * see: proposals carry the demand as a matched firm sees it.
 */
const RULES: Readonly<Record<string, (event: LogEvent) => ToTell | readonly ToTell[] | undefined>> = {
  ...ENGAGEMENT_RULES,
  [EVENTS.proposalReleased]: ({ data }) => {
    const proposal = data as ProposalState;
    if (!proposal.organisationId) return undefined;
    const { title, ownerName = '' } = proposal.demand;
    const score = Math.round(proposal.score * 100);
    return {
      kind: 'proposal.released',
      to: { organisation: proposal.organisationId },
      about: { type: 'proposal', id: proposal.id },
      params: { title, ownerName, score, rank: proposal.rank },
    };
  },
  [EVENTS.proposalAnswered]: ({ data }) => {
    const { ownerId, demandId, firmName, demand, answer } = data as ProposalState;
    // The response itself is told.
    if (!answer || answer.responseId) return undefined;
    const kind = answer.answer === 'interested' ? 'proposal.accepted' : 'proposal.declined';
    return {
      kind,
      to: { organisation: ownerId },
      about: { type: 'demand', id: demandId },
      params: { title: demand.title, firmName },
    };
  },
  [EVENTS.demandSubmitted]: ({ data }) => aboutDemand('demand.submitted', staff, data as DemandEventData),
  [EVENTS.demandReturned]: ({ data }) => {
    const { demand } = data as DemandEventData;
    return aboutDemand(
      'demand.returned',
      { organisation: demand.ownerId },
      data as DemandEventData,
      demand.returnReason,
    );
  },
  [EVENTS.demandPublished]: ({ data }) =>
    aboutDemand(
      'demand.published',
      { organisation: (data as DemandEventData).demand.ownerId },
      data as DemandEventData,
    ),
  [EVENTS.organisationRegistered]: ({ data }) =>
    aboutOrganisation('organisation.registered', staff, data as OrganisationEventState),
  [EVENTS.organisationApproved]: decidedOrganisation,
  [EVENTS.organisationRejected]: decidedOrganisation,
  [EVENTS.organisationSuspended]: decidedOrganisation,
  [EVENTS.claimRequested]: ({ data }) => aboutClaim('claim.requested', staff, data as ClaimState),
  [EVENTS.claimDecided]: ({ data }) =>
    aboutClaim('claim.decided', { organisation: (data as ClaimState).organisationId }, data as ClaimState),
  [EVENTS.registrationInvited]: ({ data }) => aboutRegistration('registration.invited', data as RegistrationEventData),
  [EVENTS.registrationApplied]: ({ data }) =>
    aboutRegistration('registration.applied', data as RegistrationEventData, staff),
  [EVENTS.registrationDecided]: ({ data }) => aboutRegistration('registration.decided', data as RegistrationEventData),
  [EVENTS.registrationWithdrawn]: ({ data }) =>
    aboutRegistration('registration.withdrawn', data as RegistrationEventData, staff),
  [EVENTS.agendaWishesAsked]: ({ data }) => aboutAgenda('agenda.wishes', data as AgendaState),
  [EVENTS.agendaSettled]: ({ data }) => aboutAgenda('agenda.final', data as AgendaState),
  [EVENTS.agendaChanged]: ({ data }) => aboutAgenda('agenda.changed', data as AgendaState),
  [EVENTS.agendaReminded]: ({ data }) => aboutAgenda('agenda.reminder', data as AgendaState),
};

/** Nothing for an event that tells nobody. */
export function toTell(event: LogEvent): readonly ToTell[] {
  const told = Object.hasOwn(RULES, event.type) ? RULES[event.type]?.(event) : undefined;
  return told === undefined ? [] : [told].flat();
}

function decidedOrganisation({ data }: LogEvent): ToTell {
  const organisation = data as OrganisationEventState;
  return aboutOrganisation('organisation.decided', { organisation: organisation.id }, organisation);
}

function aboutDemand(kind: NoticeKind, to: Audience, { demand }: DemandEventData, reason = ''): ToTell {
  const { id, title, ownerName } = demand;
  return { kind, to, about: { type: 'demand', id }, params: { title, ownerName, reason } };
}

function aboutOrganisation(
  kind: NoticeKind,
  to: Audience,
  { id, name, status, reason = '' }: OrganisationEventState,
): ToTell {
  return { kind, to, about: { type: 'organisation', id }, params: { name, status, reason } };
}

function aboutClaim(kind: NoticeKind, to: Audience, claim: ClaimState): ToTell {
  const { id, firmName, organisationName, status, reason = '' } = claim;
  return { kind, to, about: { type: 'claim', id }, params: { firmName, organisationName, status, reason } };
}

function aboutRegistration(kind: NoticeKind, { registration }: RegistrationEventData, to?: Audience): ToTell {
  const {
    matchmakingId,
    matchmakingTitle: title,
    organisationId,
    organisationName,
    status,
    reason = '',
  } = registration;
  const about = { type: 'matchmaking', id: matchmakingId };
  return {
    kind,
    to: to ?? { organisation: organisationId },
    about,
    params: { title, organisationName, status, reason },
  };
}

function aboutAgenda(kind: NoticeKind, agenda: AgendaState): ToTell {
  const { matchmakingId, matchmakingTitle: title, organisationId, meetings, added, moved, cancelled } = agenda;
  const about = { type: 'agenda', id: matchmakingId };
  const params = { title, meetings: meetings.length, added, moved, cancelled };
  return { kind, to: { organisation: organisationId }, about, params };
}
