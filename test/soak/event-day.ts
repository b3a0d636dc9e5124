import ICAL from 'ical.js';
import type { ApiClient } from '#platform/http/api-client';
import type { Member } from '#test/e2e/people';
import type { World } from './event-world.js';
import { inLanes } from './measure.js';
import type { Random } from './random.js';
import type { Steps } from './steps.js';

const LANES = 8;
const EVENTS = '/matchmaking-events';

interface Planned {
  readonly id: string;
  readonly leaderId: string;
  readonly smeId: string;
  readonly from: string;
  readonly cancelled?: string;
}
interface Offer {
  readonly id: string;
  readonly leaderId: string;
  readonly smeId: string;
}
interface Agenda {
  readonly meetings: readonly {
    readonly id: string;
    readonly from: string;
    readonly to: string;
    readonly cancelled?: string;
  }[];
}

export interface DaySize {
  /** Firms that stay away. */
  readonly absent: number;
  /** Calendars that are read. */
  readonly calendars: number;
}

/** Check-ins, repairs for those who stay away, calendars, outcomes of both sides, the report. */
export async function theDay(world: World, id: string, size: DaySize, random: Random, steps: Steps) {
  const { staff, leaders, smes } = world;
  await staff.post(`${EVENTS}/${id}/phase`, { to: 'live' });
  const planned = await plannedOf(staff, id);
  const busy = new Set(planned.map(({ smeId }) => smeId));
  const away = random.shuffled(smes.filter(({ organisationId }) => busy.has(organisationId))).slice(0, size.absent);
  const come = [...leaders, ...smes].filter((one) => !away.includes(one));
  await steps.take('checkIns', () =>
    inLanes(come, LANES, async ({ api }) => {
      const { code } = await api.get<{ code: string }>(`${EVENTS}/${id}/registration`);
      return staff.post(`${EVENTS}/${id}/check-ins`, { code });
    }),
  );
  const repairs = await steps.take('repairs', () => repairAll(world, id, away, steps));
  const calendars = await steps.take('calendars', () => readCalendars(come.slice(0, size.calendars), id));
  const said = await steps.take('outcomes', async () => sayOutcomes(world, id, random));
  await staff.post(`${EVENTS}/${id}/phase`, { to: 'closed' });
  const report = await steps.take('report', () => staff.get<object>(`${EVENTS}/${id}/report`));
  const { sides } = await steps.take('fairness', () => staff.get<{ sides: object[] }>(`${EVENTS}/${id}/fairness`));
  return { repairs, calendars, said, report, fairness: sides };
}

const plannedOf = async (staff: ApiClient, id: string): Promise<Planned[]> => {
  const { meetings } = await staff.get<{ meetings: Planned[] }>(`${EVENTS}/${id}/plan`);
  return meetings.filter(({ cancelled }) => cancelled === undefined);
};

/** Of each two who stay away, staff fill the seats of one at once and have both sides asked about those of the other. */
async function repairAll(world: World, id: string, away: readonly Member[], steps: Steps) {
  const { staff, leaders, smes } = world;
  const people = new Map([...leaders, ...smes].map(({ organisationId, api }) => [organisationId, api]));
  const count = { absent: away.length, added: 0, moved: 0, cancelled: 0, asked: 0, placed: 0 };
  for (const [at, { organisationId }] of away.entries()) {
    if (at % 2 === 1) {
      const offers = await steps.each('ask', () =>
        staff.post<Offer[]>(`${EVENTS}/${id}/seat-offers`, { organisationId, minutes: 30 }),
      );
      count.asked += offers.length;
      for (const offer of offers) count.placed += (await agree(offer, id, people, steps)) ? 1 : 0;
    }
    // What is left of it is filled or cancelled by staff.
    const changed = await steps.each('repair', () =>
      staff.post<Record<'added' | 'moved' | 'cancelled', unknown[]>>(`${EVENTS}/${id}/absences`, { organisationId }),
    );
    for (const name of ['added', 'moved', 'cancelled'] as const) count[name] += changed[name].length;
  }
  return count;
}

/** Both sides say yes; whether the plan holds the meeting then. */
async function agree(offer: Offer, id: string, people: ReadonlyMap<string, ApiClient>, steps: Steps): Promise<boolean> {
  const path = `${EVENTS}/${id}/seat-offers/${offer.id}/answer`;
  const say = (who: string) => people.get(who)?.post<{ status: string }>(path, { yes: true });
  await say(offer.leaderId);
  const last = await steps.each('secondYes', async () => say(offer.smeId));
  return last?.status === 'placed';
}

/** Reads calendars with a parser that is not ours; each must hold the meetings of the agenda, at their times. */
async function readCalendars(members: readonly Member[], id: string) {
  const wrong: string[] = [];
  let events = 0;
  await inLanes(members, LANES, async ({ api, organisationName }) => {
    const agenda = await api.get<Agenda>(`${EVENTS}/${id}/agenda`);
    const { url } = await api.post<{ url: string }>(`${EVENTS}/${id}/calendar`);
    const text = await fetch(url).then((answer) => answer.text());
    const read = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((one) => {
      const event = new ICAL.Event(one);
      const at = (time: ICAL.Time) => time.toJSDate().toISOString();
      const status = one.getFirstPropertyValue('status') === 'CANCELLED' ? 'cancelled' : 'held';
      return `${event.uid} ${at(event.startDate)} ${at(event.endDate)} ${status}`;
    });
    const expected = agenda.meetings.map(
      ({ id: meetingId, from, to, cancelled }) =>
        `${meetingId}@rulian ${from} ${to} ${cancelled ? 'cancelled' : 'held'}`,
    );
    events += read.length;
    if (read.sort().join() !== expected.sort().join()) wrong.push(organisationName);
  });
  return { read: members.length, events, wrong };
}

/** Of each meeting that has begun; answers how many those are. */
async function sayOutcomes({ staff, leaders, smes }: World, id: string, random: Random): Promise<number> {
  const people = new Map([...leaders, ...smes].map(({ organisationId, api }) => [organisationId, api]));
  const begun = (await plannedOf(staff, id)).filter(({ from }) => Date.parse(from) <= Date.now());
  await inLanes(begun, LANES, async ({ id: meetingId, leaderId, smeId }) => {
    const path = `${EVENTS}/${id}/meetings/${meetingId}/outcome`;
    const next = random.chance(0.25) ? { next: 'follow-up' } : {};
    await people.get(leaderId)?.put(path, { met: true, ...next });
    await people.get(smeId)?.put(path, { met: true, ...next });
  });
  return begun.length;
}
