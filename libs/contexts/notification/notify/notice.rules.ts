import type { DemandEventData } from '#contracts/demand';
import type { OrganisationEventState } from '#contracts/identity';
import type { ChosenEventData, ProposalState } from '#contracts/match';
import type { AgendaState, RegistrationEventData, SeatOfferEventData } from '#contracts/matchmaking';
import type { NoticeKind } from '#contracts/notice';
import type { ClaimState } from '#contracts/profile';
import { EVENTS } from '#contracts/topics';
import { dayInChina } from '#platform/time/clock';
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
  [EVENTS.proposalReleased]: ({ data }): ToTell | undefined => {
    const proposal = data as ProposalState;
    if (!proposal.organisationId) return undefined;
    const { title, ownerName = '', deadline } = proposal.demand;
    const { asked, rank } = proposal;
    const told = { to: { organisation: proposal.organisationId }, about: { type: 'proposal', id: proposal.id } };
    if (asked) {
      const until = dayInChina(new Date(asked.until ?? deadline));
      return { kind: 'proposal.asked', ...told, params: { title, ownerName, until } };
    }
    // Ranking did not find it: it has no fit to tell.
    if (proposal.touch === 'match') return { kind: 'proposal.recommended', ...told, params: { title, ownerName } };
    const score = Math.round(proposal.score * 100);
    return { kind: 'proposal.released', ...told, params: { title, ownerName, score, rank } };
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
      (data as DemandEventData).demand.chosen ? 'chosen.started' : 'demand.published',
      { organisation: (data as DemandEventData).demand.ownerId },
      data as DemandEventData,
    ),
  [EVENTS.chosenChanged]: ({ data }) => aboutChosen(data as ChosenEventData),
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
  [EVENTS.seatOffered]: ({ data }) => aboutSeat('agenda.asked', data as SeatOfferEventData),
  [EVENTS.seatClosed]: ({ data }) => {
    const { seatOffer } = data as SeatOfferEventData;
    // Who meets whom now is told with the agenda. Who has said yes in vain is not left waiting.
    if (seatOffer.status === 'placed') return undefined;
    return aboutSeat('agenda.unfilled', data as SeatOfferEventData, (side) => seatOffer.answers[side]?.yes === true);
  },
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

/** The owner hears of terms that have run out, and that nobody is left: what firms decline it hears of from their answers. */
function aboutChosen({ list, moved }: ChosenEventData): readonly ToTell[] {
  const { id, ownerId, title, open, firms } = list;
  const to = { organisation: ownerId };
  const about = { type: 'demand', id };
  const late = moved.filter(({ state }) => state === 'ran-out');
  const told = late.map(({ firmName }): ToTell => ({ kind: 'chosen.ran-out', to, about, params: { title, firmName } }));
  const left = firms.some(({ state }) => state === 'waiting' || state === 'asked' || state === 'answered');
  const over = open && moved.length > 0 && firms.length > 0 && !left;
  return over ? [...told, { kind: 'chosen.over', to, about, params: { title } }] : told;
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

/** Each of the two sides of a seat hears of the other. */
function aboutSeat(
  kind: NoticeKind,
  { seatOffer }: SeatOfferEventData,
  isTold: (side: 'leader' | 'sme') => boolean = () => true,
): ToTell[] {
  const { matchmakingId, matchmakingTitle: title, leaderId, leaderName, smeId, smeName } = seatOffer;
  const minutes = Math.max(1, Math.round((Date.parse(seatOffer.answerBy) - Date.parse(seatOffer.createdAt)) / 60_000));
  const sides = [
    { side: 'leader', organisation: leaderId, otherName: smeName },
    { side: 'sme', organisation: smeId, otherName: leaderName },
  ] as const;
  return sides
    .filter(({ side }) => isTold(side))
    .map(({ organisation, otherName }) => ({
      kind,
      to: { organisation },
      about: { type: 'agenda', id: matchmakingId },
      params: { title, otherName, minutes },
    }));
}
