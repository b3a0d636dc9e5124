import {
  type EngagementEventData,
  type EngagementState,
  type MessageState,
  PARTIES,
  type Party,
  type ResponseEventData,
  type ThreadOwner,
} from '#contracts/engagement';
import type { EvaluationEventData } from '#contracts/evaluation';
import type { NoticeKind } from '#contracts/notice';
import { EVENTS } from '#contracts/topics';
import { dayInChina } from '#platform/time/clock';
import type { LogEvent } from '#ports/event';
import type { Audience, ToTell } from './to-tell.js';

type Rule = (event: LogEvent) => ToTell | readonly ToTell[] | undefined;

/** Who hears of responses and threads: what one side does, the other is told. */
export const ENGAGEMENT_RULES: Readonly<Record<string, Rule>> = {
  [EVENTS.responseSubmitted]: (event) => aboutResponse('response.submitted', 'leader', event),
  [EVENTS.responseWithdrawn]: (event) => aboutResponse('response.withdrawn', 'leader', event),
  [EVENTS.responseAnswered]: (event) => aboutResponse('response.answered', 'leader', event),
  [EVENTS.responseAsked]: (event) => aboutResponse('response.asked', 'firm', event),
  [EVENTS.responseShortlisted]: (event) => aboutResponse('response.shortlisted', 'firm', event),
  [EVENTS.responseRejected]: (event) => aboutResponse('response.rejected', 'firm', event),
  [EVENTS.responseChosen]: (event) => aboutResponse('response.chosen', 'firm', event),
  [EVENTS.evaluationChanged]: ({ data }) => {
    const { evaluation, change, named = [], complete } = data as EvaluationEventData;
    const { id, ownerId, demandTitle: title, responseIds } = evaluation;
    const about = { type: 'evaluation', id };
    const params = { title, byName: change.byName, responses: responseIds.length };
    const others = named.filter((person) => person.id !== change.byId);
    return [
      ...others.map(
        ({ id: person, organisationId: organisation }): ToTell => ({
          kind: 'evaluation.named',
          to: { organisation, person },
          ...{ about, params },
        }),
      ),
      ...(complete ? [{ kind: 'evaluation.complete', to: { organisation: ownerId }, about, params } as const] : []),
    ];
  },
  // The firm that was chosen hears of that.
  [EVENTS.engagementOpened]: ({ data }) => {
    const { engagement, change } = data as EngagementEventData;
    if (engagement.responseId) return undefined;
    const { firmName } = engagement;
    if (change.side === 'firm')
      return aboutThread('engagement.approached', engagement, { firmName }, side(engagement, 'leader'));
    return { ...aboutThread('engagement.opened', engagement), to: side(engagement, 'firm') };
  },
  [EVENTS.engagementAdvanced]: ({ data }) => {
    const { engagement, change, step = '' } = data as EngagementEventData;
    const { status = '' } = engagement.steps.find(({ kind }) => kind === step) ?? {};
    const params = { byName: change.byName, step, status, note: change.note ?? '' };
    return aboutThread('engagement.advanced', engagement, params, otherSide(engagement, change.side));
  },
  [EVENTS.engagementReassigned]: ({ data }) => {
    const { engagement, change, party } = data as EngagementEventData;
    const owner = party && engagement[party];
    if (!party || !owner || owner.id === change.byId) return undefined;
    return aboutThread('engagement.assigned', engagement, { name: owner.name }, side(engagement, party));
  },
  [EVENTS.engagementOrphaned]: ({ data }) => {
    const { engagement, party } = data as EngagementEventData;
    const owner = party && engagement[party];
    if (!party || !owner) return undefined;
    const told = aboutThread('engagement.orphaned', engagement, { name: owner.name });
    return [
      { ...told, to: { organisation: organisationOf(engagement, party) } },
      { ...told, to: { staff: true } },
    ];
  },
  [EVENTS.responseWaited]: (event) => aboutResponse('response.waited', 'leader', event),
  [EVENTS.engagementReminded]: ({ data }) => {
    const { engagement, step } = data as EngagementEventData;
    const owner = engagement.steps.find(({ kind }) => kind === step)?.owner;
    const told = aboutThread('engagement.reminded', engagement, dueParams(data as EngagementEventData));
    if (!owner) return bothSides(told, engagement);
    return { ...told, to: { organisation: organisationOf(engagement, owner.side), person: owner.id } };
  },
  [EVENTS.engagementOverran]: ({ data }) => {
    const { engagement } = data as EngagementEventData;
    const told = aboutThread('engagement.overran', engagement, dueParams(data as EngagementEventData));
    return bothSides(told, engagement);
  },
  [EVENTS.engagementStalled]: ({ data }) => {
    const { engagement } = data as EngagementEventData;
    const { ownerName, firmName } = engagement;
    const told = aboutThread('engagement.stalled', engagement, { ownerName, firmName });
    return [...bothSides(told, engagement), { ...told, to: { staff: true } }];
  },
  [EVENTS.engagementEnded]: ({ data }) => {
    const { engagement, change } = data as EngagementEventData;
    const { reason = '', note = '' } = engagement.ending ?? {};
    const params = { byName: change.byName, reason, note };
    return aboutThread('engagement.ended', engagement, params, otherSide(engagement, change.side));
  },
  [EVENTS.messagePosted]: ({ data }) => {
    const { engagementId, demandTitle: title, byName, text, to } = data as MessageState;
    return {
      kind: 'message.posted',
      to: { organisation: to.organisationId, ...(to.personId ? { person: to.personId } : {}) },
      about: { type: 'engagement', id: engagementId },
      params: { title, byName, text: text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text },
    };
  },
};

/** Characters of a message that its notice shows. */
const SHOWN = 120;

function aboutResponse(kind: NoticeKind, to: Party, { data }: LogEvent): ToTell {
  const { response, change } = data as ResponseEventData;
  const { id, ownerId, organisationId, demandTitle: title, firmName, ownerName = '', rejection } = response;
  const note = change.note === rejection?.reason ? '' : (change.note ?? '');
  return {
    kind,
    to: { organisation: to === 'leader' ? ownerId : organisationId },
    about: { type: 'response', id },
    params: { title, firmName, ownerName, note, ...(rejection ? { reason: rejection.reason } : {}) },
  };
}

function aboutThread(
  kind: NoticeKind,
  { id, demandTitle: title, ownerName }: EngagementState,
  params: ToTell['params'] = { ownerName },
  to: Audience = { staff: true },
): ToTell {
  return { kind, to, about: { type: 'engagement', id }, params: { title, ...params } };
}

const organisationOf = (thread: EngagementState, party: Party): string =>
  party === 'leader' ? thread.ownerId : thread.organisationId;

const bothSides = (told: ToTell, thread: EngagementState): ToTell[] =>
  PARTIES.map((party) => ({ ...told, to: side(thread, party) }));

/** A day as the zone of the programme has it; a step without a person is everybody's. */
function dueParams({ engagement, step }: EngagementEventData): ToTell['params'] {
  const { due, owner } = engagement.steps.find(({ kind }) => kind === step) ?? {};
  return { step: step ?? '', due: due ? dayInChina(new Date(due)) : '', name: owner?.name ?? '' };
}

/** Who sees to it on that side, or everybody there. */
function side(thread: EngagementState, party: Party): Audience {
  const owner: ThreadOwner | undefined = thread[party];
  return { organisation: organisationOf(thread, party), ...(owner && !owner.gone ? { person: owner.id } : {}) };
}

const otherSide = (thread: EngagementState, by: string): Audience => side(thread, by === 'leader' ? 'firm' : 'leader');
