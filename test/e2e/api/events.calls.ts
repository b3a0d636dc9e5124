import { XLSX_TYPE } from '#platform/http/http-app';
import { xlsxStream } from '#platform/xlsx';
import { addMember, eventually, inDays } from '#test/e2e/people';
import { type About, type Calls, self } from './fixture.js';
import { addDemand, demandBody, type House, unique, type World } from './world.js';

interface WithId {
  readonly id: string;
}
const EVENT = '/matchmaking-events';

const fullEvent = (presents: { leaderId?: string; demandId?: string } = {}) => ({
  title: unique('对接活动'),
  place: '会展中心',
  about: '一天的一对一会面',
  slotMinutes: 20,
  sessions: [{ from: `${inDays(30)}T01:00:00Z`, to: `${inDays(30)}T04:00:00Z` }],
  breaks: [{ from: `${inDays(30)}T02:00:00Z`, to: `${inDays(30)}T02:20:00Z` }],
  programme: [{ from: `${inDays(30)}T03:40:00Z`, to: `${inDays(30)}T04:00:00Z`, title: '需求发布', ...presents }],
  tables: 4,
  limits: { leader: { min: 0, max: 9 }, sme: { min: 0, max: 9 } },
  musts: { leader: 3, sme: 1 },
});

const PHASES = ['draft', 'registration', 'preferences', 'scheduling'] as const;

const kept = new WeakMap<World, Map<string, Promise<unknown>>>();

/** Made once for all calls that do not use it up: a schedule takes a thread and a moment. */
function once<T>(world: World, key: string, make: () => Promise<T>): Promise<T> {
  const known = kept.get(world) ?? new Map<string, Promise<unknown>>();
  kept.set(world, known);
  const made = (known.get(key) ?? make()) as Promise<T>;
  known.set(key, made);
  return made;
}

/** An event in a phase. */
async function addEvent({ operator }: World, phase: (typeof PHASES)[number], body: object = fullEvent()) {
  const { id } = await operator.post<WithId>(EVENT, body);
  for (const to of PHASES.slice(1, PHASES.indexOf(phase) + 1)) await operator.post(`${EVENT}/${id}/phase`, { to });
  return id;
}

/** Organisations of an event that is in the wanted phase then. */
async function eventWith(
  about: About,
  houses: readonly House[],
  phase: (typeof PHASES)[number] = 'registration',
  body = fullEvent(),
) {
  const { operator } = about.world;
  const id = await addEvent(about.world, 'registration', body);
  await operator.post(`${EVENT}/${id}/invitations`, {
    organisations: houses.map((house) => ({ organisationId: house.id })),
  });
  await Promise.all(houses.map((house) => house.admin.post(`${EVENT}/${id}/registrations`, {})));
  for (const to of PHASES.slice(2, PHASES.indexOf(phase) + 1)) await operator.post(`${EVENT}/${id}/phase`, { to });
  return id;
}

const ofKind = ({ world }: About, kind: string): House | undefined =>
  world.actors.map(({ house }) => house).find((house) => house?.kind === kind && !house.frozen);

const leaderOf = (about: About): House => ofKind(about, 'leader') as House;
const firmOf = (about: About): House => ofKind(about, 'sme') as House;

/** Whose registration it is about: that of the caller, if it can have one. */
const houseOf = (about: About): House => (about.actor.role === 'sme' ? firmOf(about) : leaderOf(about));

const inPhase =
  (phase: (typeof PHASES)[number], body?: () => object) =>
  async ({ world }: About) => ({ params: { id: await addEvent(world, phase) }, ...(body ? { body: body() } : {}) });

/** About the caller's own registration; those who may not call are refused before it matters that there is none. */
const asParticipant =
  (body?: (other: House) => object, phase: (typeof PHASES)[number] = 'registration', fresh = false) =>
  async (about: About) => {
    const house = houseOf(about);
    const other = house.kind === 'leader' ? firmOf(about) : leaderOf(about);
    const make = () => eventWith(about, [house, other], phase);
    const id = fresh ? await make() : await once(about.world, `${phase} ${house.id}`, make);
    return { params: { id }, ...(body ? { body: body(other) } : {}) };
  };

const aboutFirm =
  (body: () => object, apply = false) =>
  async (about: About) => {
    const firm = firmOf(about);
    const id = apply ? await addEvent(about.world, 'registration') : await eventWith(about, [firm]);
    if (apply) await firm.admin.post(`${EVENT}/${id}/registrations`, {});
    return { params: { id, organisationId: firm.id }, body: body() };
  };

const representatives = () => [
  {
    id: 'p1',
    name: '王敏',
    absent: [{ from: `${inDays(30)}T01:00:00Z`, to: `${inDays(30)}T01:20:00Z` }],
    demandIds: ['x'],
  },
];

/** A demand that the events have heard of, to be brought along. */
async function demandOf(about: About, house: House): Promise<string> {
  const id = await addDemand(about.world, house, 'published', demandBody(unique('带来的需求')));
  const event = await addEvent(about.world, 'registration');
  const organisations = [{ organisationId: house.id, demandIds: [id] }];
  await eventually(() =>
    about.world.operator.post(`${EVENT}/${event}/invitations`, { organisations }).catch(() => false),
  );
  return id;
}

/** A leader with a demand that it can present. */
const presenting = async (about: About) => {
  const house = leaderOf(about);
  return { leaderId: house.id, demandId: await demandOf(about, house) };
};

const registering = async (about: About) => {
  const house = houseOf(about);
  const id = await addEvent(about.world, 'registration');
  const demandIds = [await demandOf(about, house)];
  return { params: { id }, body: { representatives: representatives(), demandIds } };
};

/** An event of two that want to meet, ready for a schedule. */
async function wished(about: About, leader: House, firm: House, body = fullEvent()): Promise<string> {
  const id = await eventWith(about, [leader, firm], 'preferences', body);
  await firm.admin.put(`${EVENT}/${id}/preferences`, { wishes: [{ organisationId: leader.id, wish: 'would' }] });
  await about.world.operator.post(`${EVENT}/${id}/phase`, { to: 'scheduling' });
  return id;
}

/** A schedule that is made. */
const made = async (about: About, leader = leaderOf(about), firm = firmOf(about), body = fullEvent()) =>
  madeOf(about, await wished(about, leader, firm, body));

async function madeOf({ world: { operator } }: About, id: string) {
  const schedule = await operator.post<WithId>(`${EVENT}/${id}/schedules`, {});
  await eventually(async () => {
    const { status } = await operator.get<{ status: string }>(`${EVENT}/${id}/schedules/${schedule.id}`);
    return status === 'done';
  }, 60_000);
  return { id, scheduleId: schedule.id };
}

/** The plan of an event of a leader and a firm, not published yet. */
const planned = (about: About) =>
  once(about.world, 'planned', async () => {
    const [leader, firm] = [leaderOf(about), firmOf(about)];
    const { id, scheduleId } = await made(about, leader, firm);
    await about.world.operator.post(`${EVENT}/${id}/phase`, { to: 'provisional', scheduleId });
    return { params: { id, scheduleId }, leader, firm };
  });

interface Found {
  readonly other: House;
  readonly meetingId: string;
  readonly code: string;
}

/** Its one slot has begun: what comes of a meeting is said from then on. */
const begunEvent = () => {
  const at = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString();
  return { ...fullEvent(), sessions: [{ from: at(-10), to: at(10) }], breaks: [], programme: [] };
};

/** An event under way in which the caller has a meeting. `use` keeps apart calls that would cancel it from others. */
const live =
  <T extends object>(more: (found: Found) => T = () => ({}) as T, use = 'read', body = fullEvent) =>
  async (about: About) => {
    const house = houseOf(about);
    const [leader, firm] = house.kind === 'leader' ? [house, firmOf(about)] : [leaderOf(about), house];
    const { operator } = about.world;
    const found = await once(about.world, `live ${use} ${leader.id} ${firm.id}`, async () => {
      const { id, scheduleId } = await made(about, leader, firm.kind === 'sme' ? firm : firmOf(about), body());
      await operator.post(`${EVENT}/${id}/phase`, { to: 'provisional', scheduleId });
      for (const to of ['final', 'live']) await operator.post(`${EVENT}/${id}/phase`, { to });
      const { meetings } = await operator.get<{ meetings: WithId[] }>(`${EVENT}/${id}/plan`);
      const { items } = await operator.get<{ items: { code: string }[] }>(`${EVENT}/${id}/registrations`);
      return { id, meetingId: meetings[0]?.id ?? '', code: items[0]?.code ?? '' };
    });
    const { id, meetingId } = found;
    return { params: { id, meetingId }, ...more({ ...found, other: house === leader ? firm : leader }) };
  };

/** An event under way, for each call one of its own, whose firm has lost its only meeting. */
const absentFirm = async (about: About) => {
  const [leader, firm] = [leaderOf(about), firmOf(about)];
  const { operator } = about.world;
  const { id, scheduleId } = await made(about, leader, firm);
  await operator.post(`${EVENT}/${id}/phase`, { to: 'provisional', scheduleId });
  for (const to of ['final', 'live']) await operator.post(`${EVENT}/${id}/phase`, { to });
  await operator.post(`${EVENT}/${id}/absences`, { organisationId: firm.id });
  return { params: { id } };
};

/** A seat that a firm leaves empty and that a leader and another firm are asked about; `use` as in {@link live}. */
const seatAsked = (use: string, body?: object) => async (about: About) => {
  const [leader, firm] = [leaderOf(about), firmOf(about)];
  const params = await once(about.world, `seat ${use}`, async () => {
    const { operator, deployment } = about.world;
    const absent = await addMember(deployment, 'sme', unique('缺席企业'));
    const limits = { leader: { min: 0, max: 1 }, sme: { min: 0, max: 9 } };
    const event = await addEvent(about.world, 'registration', { ...fullEvent(), limits });
    const organisations = [leader.id, firm.id, absent.organisationId].map((organisationId) => ({ organisationId }));
    await eventually(() => operator.post(`${EVENT}/${event}/invitations`, { organisations }).catch(() => false));
    for (const api of [leader.admin, firm.admin, absent.api]) await api.post(`${EVENT}/${event}/registrations`, {});
    await operator.post(`${EVENT}/${event}/phase`, { to: 'preferences' });
    const wishes = [
      { organisationId: absent.organisationId, wish: 'must' },
      { organisationId: firm.id, wish: 'would' },
    ];
    await leader.admin.put(`${EVENT}/${event}/preferences`, { wishes });
    await operator.post(`${EVENT}/${event}/phase`, { to: 'scheduling' });
    const { id, scheduleId } = await madeOf(about, event);
    await operator.post(`${EVENT}/${id}/phase`, { to: 'provisional', scheduleId });
    for (const to of ['final', 'live']) await operator.post(`${EVENT}/${id}/phase`, { to });
    const { code } = await firm.admin.get<{ code: string }>(`${EVENT}/${id}/registration`);
    await operator.post(`${EVENT}/${id}/check-ins`, { code });
    const asked = { organisationId: absent.organisationId, minutes: 60 };
    const [offer] = await operator.post<WithId[]>(`${EVENT}/${id}/seat-offers`, asked);
    return { id, offerId: offer?.id ?? '' };
  });
  return { params, ...(body ? { body } : {}) };
};

/** Names one whom the caller meets. */
const withOther = async (about: About) => {
  const { params, organisationId } = await live(({ other }) => ({ organisationId: other.id }))(about);
  return { params: { ...params, organisationId } };
};

/** A sheet that invites the caller's world's leader and firm. */
const participantSheet = async (about: About) => {
  const [leader, firm] = [leaderOf(about), firmOf(about)];
  const rows = [
    ['单位名称', '统一社会信用代码', '角色', '会面上限', '必须会面', '想见'],
    [leader.name, '', '链主', '3', '', firm.creditCode],
    ['', firm.creditCode, '', '', '', ''],
    ['没有这家单位', '', '', '很多', '', ''],
  ];
  const stream = await xlsxStream(rows.map((row) => row.map((value) => ({ value, type: String }))));
  const parts: Buffer[] = [];
  for await (const part of stream) parts.push(part as Buffer);
  const id = await addEvent(about.world, 'registration');
  return { params: { id }, headers: { 'content-type': XLSX_TYPE }, body: Buffer.concat(parts) };
};

export const eventsCalls: Calls = {
  'POST /matchmaking-events': self(async (about) => ({ body: fullEvent(await presenting(about)) })),
  'GET /matchmaking-registrations': self(() => ({ query: 'limit=100' })),
  'GET /matchmaking-events': self(() => ({ query: 'limit=100' })),
  'GET /matchmaking-events/{id}': self(inPhase('registration')),
  'PATCH /matchmaking-events/{id}': self(async (about) => ({
    params: { id: await addEvent(about.world, 'draft') },
    body: fullEvent(await presenting(about)),
  })),
  'POST /matchmaking-events/{id}/phase': self(inPhase('draft', () => ({ to: 'registration' }))),
  'GET /matchmaking-events/{id}/history': self(inPhase('registration')),
  'POST /matchmaking-events/{id}/invitations': self(async (about) => {
    const house = leaderOf(about);
    const demandIds = [await demandOf(about, house)];
    return {
      params: { id: await addEvent(about.world, 'registration') },
      body: { organisations: [{ organisationId: house.id, demandIds }] },
    };
  }),
  'GET /matchmaking-events/{id}/participant-sheet-template': self(inPhase('registration')),
  'POST /matchmaking-events/{id}/participant-sheet-checks': self(participantSheet),
  'POST /matchmaking-events/{id}/participant-sheets': self(participantSheet),
  'GET /matchmaking-events/{id}/candidates': self(inPhase('registration')),
  'GET /matchmaking-events/{id}/demands': self(inPhase('registration')),
  'PUT /matchmaking-events/{id}/demands/{demandId}': self(async (about) => {
    const demandId = await demandOf(about, leaderOf(about));
    return { params: { id: await addEvent(about.world, 'registration'), demandId } };
  }),
  'GET /matchmaking-events/{id}/participants': self(asParticipant()),
  'POST /matchmaking-events/{id}/registrations': self(registering),
  'GET /matchmaking-events/{id}/registrations': self(inPhase('registration')),
  'GET /matchmaking-events/{id}/registration': self(asParticipant()),
  'PATCH /matchmaking-events/{id}/registration': self(async (about) => {
    const { params } = await asParticipant()(about);
    return { params, body: { representatives: representatives(), demandIds: [await demandOf(about, houseOf(about))] } };
  }),
  'POST /matchmaking-events/{id}/registration/withdrawal': self(
    asParticipant(() => ({ reason: '当天有事' }), 'registration', true),
  ),
  'PATCH /matchmaking-events/{id}/registrations/{organisationId}': self(
    aboutFirm(() => ({ representatives: representatives(), tables: [2], limits: { min: 1, max: 2 } })),
  ),
  'POST /matchmaking-events/{id}/registrations/{organisationId}/decision': self(
    aboutFirm(() => ({ decision: 'approve', reason: '欢迎' }), true),
  ),
  'GET /matchmaking-events/{id}/preferences': self(asParticipant(undefined, 'preferences')),
  'PUT /matchmaking-events/{id}/preferences': self(
    asParticipant(
      (other) => ({ wishes: [{ organisationId: other.id, wish: 'would' }], blocked: ['x'] }),
      'preferences',
    ),
  ),
  'POST /matchmaking-events/{id}/schedules': self(async (about) => ({
    params: { id: await eventWith(about, [leaderOf(about), firmOf(about)], 'scheduling') },
    body: { seed: 7, rounds: 2 },
  })),
  'GET /matchmaking-events/{id}/schedules': self(inPhase('scheduling')),
  'GET /matchmaking-events/{id}/schedules/{scheduleId}': self(planned),
  'POST /matchmaking-events/{id}/schedules/{scheduleId}/stop': self(planned),
  'GET /matchmaking-events/{id}/plan': self(planned),
  'GET /matchmaking-events/{id}/plan/export': self(async (about) => ({ ...(await planned(about)), query: 'ahead=60' })),
  'PATCH /matchmaking-events/{id}/meetings/{meetingId}': self(live(() => ({ body: { locked: false } }))),
  'POST /matchmaking-events/{id}/meetings/{meetingId}/place-checks': self(
    live(() => ({ body: { slot: 1, table: 2 } }), 'place'),
  ),
  'PUT /matchmaking-events/{id}/meetings/{meetingId}/place': self(
    live(() => ({ body: { slot: 1, table: 2 } }), 'place'),
  ),
  'POST /matchmaking-events/{id}/meetings': self(async (about) => {
    const { params } = await absentFirm(about);
    return { params, body: { leaderId: leaderOf(about).id, smeId: firmOf(about).id, slot: 3 } };
  }),
  'GET /matchmaking-events/{id}/unmet-wishes': self(planned),
  'GET /matchmaking-events/{id}/agenda': self(live()),
  'GET /matchmaking-events/{id}/agenda/why-not/{organisationId}': self(withOther),
  'GET /matchmaking-events/{id}/why-not/{leaderId}/{smeId}': self(async (about) => {
    const { params, leader, firm } = await planned(about);
    return { params: { ...params, leaderId: leader.id, smeId: firm.id } };
  }),
  'POST /matchmaking-events/{id}/what-if': self(async (about) => {
    const { params, leader, firm } = await planned(about);
    const [asks, can] = [`${leader.id}:p1`, `${firm.id}:p1`];
    return { params, body: { kind: 'table-more', slot: 0, party: asks, leader: asks, sme: can } };
  }),
  'POST /matchmaking-events/{id}/check-ins': self(live(({ code }) => ({ body: { code } }))),
  'GET /matchmaking-events/{id}/no-shows': self(live(() => ({ query: 'minutes=5' }))),
  'POST /matchmaking-events/{id}/absence-checks': self(async (about) =>
    live(() => ({ body: { organisationId: firmOf(about).id, person: 'p1', from: 0, to: 1 } }))(about),
  ),
  'POST /matchmaking-events/{id}/delay-checks': self(live(() => ({ body: { table: 1, from: 0, slots: 1 } }))),
  'POST /matchmaking-events/{id}/absences': self(async (about) => {
    const body = { organisationId: firmOf(about).id, person: 'p1', from: 0, to: 1 };
    return live(() => ({ body }), 'change')(about);
  }),
  'POST /matchmaking-events/{id}/seat-offers': self(async (about) => {
    const body = { organisationId: firmOf(about).id, person: 'p1', from: 0, to: 1, minutes: 3 };
    return live(() => ({ body }), 'change')(about);
  }),
  'GET /matchmaking-events/{id}/seat-offers': self(seatAsked('read')),
  'POST /matchmaking-events/{id}/seat-offers/{offerId}/answer': self(seatAsked('answer', { yes: true })),
  'POST /matchmaking-events/{id}/seat-offers/{offerId}/placement': self(seatAsked('place')),
  'POST /matchmaking-events/{id}/delays': self(live(() => ({ body: { table: 1, from: 0, slots: 1 } }), 'change')),
  'PUT /matchmaking-events/{id}/meetings/{meetingId}/outcome': self(
    live(() => ({ body: { met: true, next: 'follow-up', note: '下周寄样' } }), 'begun', begunEvent),
  ),
  'GET /matchmaking-events/{id}/outcomes': self(live()),
  'POST /matchmaking-events/{id}/calendar': self(asParticipant()),
  'GET /calendars/{token}': self(async (about) => {
    const leader = leaderOf(about);
    const id = await eventWith(about, [leader]);
    const { url } = await leader.admin.post<{ url: string }>(`${EVENT}/${id}/calendar`);
    return { params: { token: url.split('/').at(-1) ?? '' } };
  }),
  'GET /matchmaking-events/{id}/fairness': self(planned),
  'GET /matchmaking-events/{id}/report': self(inPhase('registration')),
  'POST /operations/projections/events': self(),
};
