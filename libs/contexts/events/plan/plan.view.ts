import type { CancelledMeeting, PlannedMeeting, Span } from '#contracts/matchmaking';
import { slotsOf } from '../event/slots.js';
import type { Matchmaking, Plan, Registration } from '../events.store.js';
import type { AgendaView, PlannedMeetingView, PlanView } from './plan.dto.js';
import { isOf } from './plan.rules.js';

/** Names of organisations and of their representatives. */
class Names {
  private readonly known: ReadonlyMap<string, Registration>;

  constructor(registrations: readonly Registration[]) {
    this.known = new Map(registrations.map((one) => [one.organisationId, one]));
  }

  organisation(id: string): string {
    return this.known.get(id)?.organisationName ?? id;
  }

  person(organisationId: string, id: string): string {
    return this.known.get(organisationId)?.representatives.find((one) => one.id === id)?.name ?? id;
  }
}

type Any = PlannedMeeting | CancelledMeeting;

const everyMeeting = ({ meetings, cancelled }: Plan): Any[] =>
  [...meetings, ...cancelled].sort((a, b) => a.slot - b.slot || a.table - b.table);

const whyCancelled = (meeting: Any) => ('because' in meeting ? { cancelled: meeting.because } : {});

/** The whole plan, for staff. */
export function planView(plan: Plan, event: Matchmaking, registrations: readonly Registration[]): PlanView {
  const [names, slots] = [new Names(registrations), slotsOf(event)];
  const { id, version, scheduleId, publishedAt } = plan;
  const meetings = everyMeeting(plan).map((meeting): PlannedMeetingView => {
    const { leaderId, smeId, slot, table, locked = false } = meeting;
    return {
      id: meeting.id,
      ...{ slot, ...(slots[slot] as Span), table, leaderId, smeId, locked },
      leaderName: names.organisation(leaderId),
      leaderPerson: names.person(leaderId, meeting.leaderPerson),
      smeName: names.organisation(smeId),
      smePerson: names.person(smeId, meeting.smePerson),
      ...whyCancelled(meeting),
    };
  });
  return { id, version, scheduleId, ...(publishedAt ? { publishedAt } : {}), meetings };
}

/** The meetings of one participant; none before the plan is published. `others` are those it meets. */
export function agendaView(
  plan: Plan | undefined,
  event: Matchmaking,
  own: Registration,
  others: readonly Registration[],
): AgendaView {
  const [names, slots] = [new Names([own, ...others]), slotsOf(event)];
  const { organisationId: me, code, checkedInAt } = own;
  const shown = plan?.publishedAt ? everyMeeting(plan).filter(isOf(me)) : [];
  return {
    matchmakingId: event.id,
    title: event.title,
    ...(event.place ? { place: event.place } : {}),
    published: plan?.publishedAt !== undefined,
    code,
    ...(checkedInAt ? { checkedInAt } : {}),
    meetings: shown.map((meeting) => {
      const { leaderId, leaderPerson, smeId, smePerson, slot, table } = meeting;
      const asks = leaderId === me;
      const other = asks ? smeId : leaderId;
      return {
        id: meeting.id,
        ...{ ...(slots[slot] as Span), table, organisationId: other },
        organisationName: names.organisation(other),
        theirPerson: names.person(other, asks ? smePerson : leaderPerson),
        myPerson: names.person(me, asks ? leaderPerson : smePerson),
        ...whyCancelled(meeting),
      };
    }),
  };
}
