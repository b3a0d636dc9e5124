import type { ApiClient } from '#platform/http/api-client';
import { type Seed, signedIn } from './accounts.js';

const EVENTS = '/matchmaking-events';
const MINUTE = 60_000;
const SLOT = 20 * MINUTE;

interface WithId {
  readonly id: string;
}

/** An organisation of the demo as a participant. */
interface Guest {
  readonly api: ApiClient;
  readonly organisationId: string;
  readonly kind: Seed['kind'];
  readonly person: string;
}

interface Planned extends WithId {
  readonly leaderId: string;
  readonly smeId: string;
  readonly from: string;
  readonly to: string;
  readonly slot: number;
}

const iso = (time: number): string => new Date(time).toISOString();
const span = (from: number, to: number) => ({ from: iso(from), to: iso(to) });

/**
 * Two matchmaking events, made as people make them: one that is open for registration, and one that is under way, with its
 * plan, who has come, what came of the meetings so far and a firm that is awaited.
 */
export async function seedEvents(operator: ApiClient, seeds: readonly Seed[]): Promise<void> {
  await heardByAll(operator.url);
  const guests = await Promise.all(seeds.filter(({ kind }) => kind !== 'staff').map((seed) => enter(operator, seed)));
  const staffSeed = seeds.find(({ kind }) => kind === 'staff');
  if (!staffSeed) return;
  const staff = await signedIn(operator.url, staffSeed.email);
  await seedOpenEvent(staff, guests);
  await seedDay(staff, guests);
}

/** Each part hears of the others' things a moment later: what is invited must be known to the events. */
async function heardByAll(url: string): Promise<void> {
  for (let looks = 0; looks < 300; looks += 1) {
    const { unsent, lag } = (await (await fetch(`${url}/health/backlog`)).json()) as {
      unsent?: number;
      lag?: unknown[];
    };
    if (unsent === 0 && lag?.length === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

async function enter(operator: ApiClient, { email, kind, person }: Seed): Promise<Guest> {
  const api = await signedIn(operator.url, email);
  const me = await api.get<{ organisation: WithId }>('/me');
  return { api, kind, person, organisationId: me.organisation.id };
}

const leadersOf = (guests: readonly Guest[]) => guests.filter(({ kind }) => kind === 'leader');
const firmsOf = (guests: readonly Guest[]) => guests.filter(({ kind }) => kind === 'sme');
const invited = (guests: readonly Guest[]) => ({
  organisations: guests.map(({ organisationId }) => ({ organisationId })),
});
const register = ({ api, person }: Guest, id: string) =>
  api.post(`${EVENTS}/${id}/registrations`, { representatives: [{ name: person }] });

/** In three weeks, open for registration: leaders are in, firms are invited, some have applied. */
async function seedOpenEvent(staff: ApiClient, guests: readonly Guest[]): Promise<void> {
  const day = new Date(Date.now() + 21 * 86_400_000).toISOString().slice(0, 10);
  const at = (time: string) => Date.parse(`${day}T${time}:00Z`);
  const { id } = await staff.post<WithId>(EVENTS, {
    title: '卡位入链：智能家电与医疗器械专场',
    place: '青岛国际会展中心 3 号馆',
    about: '链主企业现场发布配套、攻关和场景需求，与专精特新企业一对一会面。每场 20 分钟。',
    slotMinutes: 20,
    tables: 8,
    sessions: [span(at('01:00'), at('04:00')), span(at('05:30'), at('08:30'))],
    breaks: [span(at('02:20'), at('02:40'))],
    programme: [{ ...span(at('01:00'), at('01:40')), title: '链主需求发布' }],
  });
  await staff.post(`${EVENTS}/${id}/phase`, { to: 'registration' });
  const [leaders, firms] = [leadersOf(guests), firmsOf(guests)];
  await staff.post(`${EVENTS}/${id}/invitations`, invited([...leaders, ...firms.slice(0, 4)]));
  for (const guest of [...leaders, ...firms.slice(1, 3), ...firms.slice(4, 6)]) await register(guest, id);
}

/**
 * Today: it began an hour and a half ago and goes on for three. The next slot begins in five minutes at the earliest: what the
 * firm that is awaited would still miss does not slip away while somebody looks at it for the first time.
 */
async function seedDay(staff: ApiClient, guests: readonly Guest[]): Promise<void> {
  const start = Math.floor((Date.now() - 90 * MINUTE) / (5 * MINUTE)) * 5 * MINUTE;
  const { id } = await staff.post<WithId>(EVENTS, {
    title: '卡位入链：海岳与远川供应链对接日',
    place: '青岛市民营经济服务中心',
    about: '上半场发布需求，随后一对一会面。',
    slotMinutes: 20,
    tables: 4,
    sessions: [span(start, start + 14 * SLOT)],
    breaks: [span(start + 7 * SLOT, start + 8 * SLOT)],
    programme: [{ ...span(start, start + SLOT), title: '海岳智能家电：需求发布', ...(await presented(guests)) }],
    limits: { leader: { min: 2, max: 7 }, sme: { min: 1, max: 3 } },
  });
  const move = (to: string, more: object = {}) => staff.post(`${EVENTS}/${id}/phase`, { to, ...more });
  await move('registration');
  await staff.post(`${EVENTS}/${id}/invitations`, invited(guests));
  for (const guest of guests) await register(guest, id);
  await move('preferences');
  await sayWishes(id, leadersOf(guests), firmsOf(guests));
  await move('scheduling');
  const schedule = await staff.post<WithId>(`${EVENTS}/${id}/schedules`, { seed: 7 });
  if (!(await isMade(staff, `${EVENTS}/${id}/schedules/${schedule.id}`))) return;
  await move('provisional', { scheduleId: schedule.id });
  await move('final');
  await move('live');
  const { meetings } = await staff.get<{ meetings: Planned[] }>(`${EVENTS}/${id}/plan`);
  const awaited = awaitedOf(meetings, guests);
  const here = guests.filter((guest) => guest !== awaited);
  await come(staff, id, here);
  await sayOutcomes(id, meetings, here);
}

/** The first demand of the first leader, for a publishing session. */
async function presented(guests: readonly Guest[]): Promise<{ leaderId: string; demandId: string } | object> {
  const [leader] = leadersOf(guests);
  const own = await leader?.api.get<{ items: (WithId & { status: string })[] }>('/demands?limit=100');
  const demand = own?.items.findLast(({ status }) => status === 'published');
  return leader && demand ? { leaderId: leader.organisationId, demandId: demand.id } : {};
}

/** Each firm would meet both leaders; each leader names a firm that it must meet. */
async function sayWishes(id: string, leaders: readonly Guest[], firms: readonly Guest[]): Promise<void> {
  const say = ({ api }: Guest, others: readonly Guest[], wish: (at: number) => string) =>
    api.put(`${EVENTS}/${id}/preferences`, {
      wishes: others.map(({ organisationId }, at) => ({ organisationId, wish: wish(at) })),
    });
  for (const firm of firms) await say(firm, leaders, () => 'would');
  for (const [n, leader] of leaders.entries())
    await say(leader, firms.slice(0, 5), (at) => (at === n ? 'must' : 'would'));
}

async function isMade(staff: ApiClient, path: string): Promise<boolean> {
  for (let looks = 0; looks < 300; looks += 1) {
    const { status } = await staff.get<{ status: string }>(path);
    if (status !== 'running') return status === 'done';
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return false;
}

async function come(staff: ApiClient, id: string, guests: readonly Guest[]): Promise<void> {
  for (const { api } of guests) {
    const { code } = await api.get<{ code: string }>(`${EVENTS}/${id}/registration`);
    await staff.post(`${EVENTS}/${id}/check-ins`, { code });
  }
}

/** Who has not come: a firm that has missed a meeting and has one to come, as far as there is one. */
function awaitedOf(meetings: readonly Planned[], guests: readonly Guest[]): Guest | undefined {
  const now = Date.now();
  const worth = ({ organisationId }: Guest) => {
    const own = meetings.filter(({ smeId }) => smeId === organisationId);
    const missed = own.some(({ from }) => Date.parse(from) < now - 10 * MINUTE);
    return (own.some(({ from }) => Date.parse(from) > now + SLOT) ? 2 : 0) + (missed ? 1 : 0);
  };
  // The first two have accounts for everybody to try: they are here.
  return firmsOf(guests)
    .slice(2)
    .sort((a, b) => worth(b) - worth(a))[0];
}

/** Both sides say of most meetings that are over what came of them. */
async function sayOutcomes(id: string, meetings: readonly Planned[], here: readonly Guest[]): Promise<void> {
  const sideOf = (organisationId: string) => here.find((guest) => guest.organisationId === organisationId)?.api;
  const over = meetings.filter(({ to, smeId }) => Date.parse(to) < Date.now() && sideOf(smeId) !== undefined);
  for (const [n, { id: meetingId, leaderId, smeId }] of over.entries()) {
    const path = `${EVENTS}/${id}/meetings/${meetingId}/outcome`;
    await sideOf(leaderId)?.put(path, { met: true, ...(n % 3 === 0 ? { next: 'follow-up' } : {}) });
    if (n % 2 === 0) await sideOf(smeId)?.put(path, { met: true, next: 'follow-up' });
  }
}
