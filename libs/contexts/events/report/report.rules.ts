import type { EventSide } from '#contracts/matchmaking';
import { slotsOf } from '../event/slots.js';
import type { Matchmaking, MeetingOutcome, Plan, Registration } from '../events.store.js';
import { isOf } from '../plan/plan.rules.js';
import type { EventReportView, FairnessRowView, FairnessView } from './report.dto.js';

const wishedBy = ({ wishes }: Registration): Set<string> =>
  new Set(wishes.filter(({ wish }) => wish !== 'no').map(({ organisationId }) => organisationId));

/** Who meets how many, and how many of those it wished for. Pure. */
export function fairness(event: Matchmaking, registrations: readonly Registration[], plan: Plan): FairnessView {
  const wanted = new Map<string, number>();
  for (const one of registrations) for (const other of wishedBy(one)) wanted.set(other, (wanted.get(other) ?? 0) + 1);
  const rows = registrations.map((one): FairnessRowView => {
    const { organisationId, organisationName: name, side, representatives, limits } = one;
    const own = plan.meetings.filter(isOf(organisationId));
    const met = new Set(own.map(({ leaderId, smeId }) => (side === 'leader' ? smeId : leaderId)));
    const wishes = [...wishedBy(one)];
    return {
      ...{ organisationId, name, side, meetings: own.length, wishes: wishes.length },
      promised: (limits ?? event.limits[side]).min * representatives.length,
      wishesMet: wishes.filter((other) => met.has(other)).length,
      wanted: wanted.get(organisationId) ?? 0,
    };
  });
  rows.sort((a, b) => a.meetings - b.meetings || (a.name < b.name ? -1 : 1));
  return { sides: (['leader', 'sme'] as const).map((side) => sideOf(side, rows)), rows };
}

function sideOf(side: EventSide, all: readonly FairnessRowView[]): FairnessView['sides'][number] {
  const rows = all.filter((row) => row.side === side);
  const counts = rows.map(({ meetings }) => meetings);
  return {
    side,
    organisations: rows.length,
    fewest: counts[0] ?? 0,
    median: counts[Math.ceil(counts.length / 2) - 1] ?? 0,
    most: counts.at(-1) ?? 0,
    without: counts.filter((count) => count === 0).length,
    belowPromise: rows.filter(({ meetings, promised }) => meetings < promised).length,
  };
}

/** What came of an event by now, in figures. Pure. */
export function eventReport(
  event: Pick<Matchmaking, 'sessions' | 'breaks' | 'programme' | 'slotMinutes'>,
  registrations: readonly Pick<Registration, 'status' | 'checkedInAt' | 'wishes'>[],
  plan: Plan | undefined,
  outcomes: readonly MeetingOutcome[],
  now: string,
): EventReportView {
  const slots = slotsOf(event);
  const planned = plan?.meetings.length ?? 0;
  const held = new Set(plan?.meetings.map(({ id }) => id));
  const said = outcomes.filter(({ id }) => held.has(id));
  const heard = new Set(said.map(({ id }) => id));
  // A meeting to come is neither kept nor missed.
  const due = (plan?.meetings ?? []).filter(({ id, slot }) => heard.has(id) || (slots[slot]?.to ?? '') <= now).length;
  const met = said.filter(({ leader, sme }) => leader?.met || sme?.met);
  const wants = ({ leader, sme }: MeetingOutcome) =>
    [leader, sme].filter((one) => one?.met && one.next === 'follow-up').length;
  const there = registrations.filter(({ status }) => status === 'approved');
  return {
    registered: registrations.length,
    approved: there.length,
    wished: there.filter(({ wishes }) => wishes.length > 0).length,
    checkedIn: registrations.filter(({ checkedInAt }) => checkedInAt !== undefined).length,
    planned,
    cancelled: plan?.cancelled.length ?? 0,
    met: met.length,
    missed: said.length - met.length,
    unsaid: due - said.length,
    followUps: met.filter((one) => wants(one) > 0).length,
    mutualFollowUps: met.filter((one) => wants(one) === 2).length,
    kept: due === 0 ? 0 : Math.round((met.length / due) * 1000) / 1000,
  };
}
