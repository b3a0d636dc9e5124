import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { readSheet } from 'read-excel-file/node';
import { TOPICS } from '#contracts/topics';
import { ApiClient, type ApiRefusal } from '#platform/http/api-client';
import { XLSX_TYPE } from '#platform/http/http-app';
import { xlsxStream } from '#platform/xlsx';
import type { LogEvent } from '#ports/event';
import { deploy } from './deploy.js';
import type { Deployment } from './deployment.js';
import { addMember, eventually, inDays, type Member, settled } from './people.js';

interface WithId {
  readonly id: string;
}
interface List<T> {
  readonly items: T[];
}
interface ScheduleSeen extends WithId {
  readonly status: string;
  readonly restarts: number;
  readonly standing?: { readonly score: number; readonly upperBound: number; readonly musts: number };
}
interface PlannedSeen extends WithId {
  readonly leaderId: string;
  readonly smeId: string;
  readonly slot: number;
  readonly table: number;
  readonly locked: boolean;
  readonly cancelled?: string;
}
interface ChangedSeen {
  readonly added: PlannedSeen[];
  readonly moved: PlannedSeen[];
  readonly cancelled: PlannedSeen[];
  readonly gain: number;
  readonly told: number;
}
interface OfferSeen extends WithId {
  readonly smeId: string;
  readonly status: string;
}
interface SheetSeen {
  readonly rows: {
    readonly row: number;
    readonly state: string;
    readonly wrong: { readonly text: string }[];
  }[];
}
interface AgendaSeen {
  readonly published: boolean;
  readonly meetings: { readonly organisationName: string; readonly from: string; readonly table: number }[];
}

/** Stands in what an organisation says of others; nobody else may ever read it. */
const SECRET = 'JIMI-4T8W';
const DAY = inDays(20);
const at = (time: string) => `${DAY}T${time}:00.000Z`;
const span = (from: string, to: string) => ({ from: at(from), to: at(to) });
const EVENTS = '/matchmaking-events';
const GEAR = { products: ['冰箱压缩机用精密斜齿轮'], processes: ['磨齿'], region: '山东省青岛市' };

const body = (title: string, more: object = {}) => ({
  title,
  slotMinutes: 20,
  sessions: [span('01:00', '03:00')],
  breaks: [span('01:40', '02:00')],
  programme: [{ ...span('02:40', '03:00'), title: '需求发布' }],
  tables: 3,
  limits: { leader: { min: 0, max: 2 }, sme: { min: 0, max: 4 } },
  ...more,
});

/** A workbook with one sheet. */
async function workbook(rows: readonly (readonly string[])[]): Promise<Buffer> {
  const stream = await xlsxStream(rows.map((row) => row.map((value) => ({ value, type: String }))));
  const parts: Buffer[] = [];
  for await (const part of stream) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

const refusal = (work: Promise<unknown>): Promise<ApiRefusal | string> =>
  work.then(
    () => 'was not refused',
    (error: ApiRefusal) => error,
  );

describe('a matchmaking event', () => {
  jest.setTimeout(180_000);
  let deployment: Deployment;
  let staff: Member;
  let leader: Member;
  let other: Member;
  let firm: Member;
  let unwanted: Member;
  let quiet: Member;
  let spare: Member;
  /** Who of the two that said nothing has no meeting. */
  let standby: Member;
  let id: string;
  /** The leader's demand. */
  let presented: string;

  const move = (to: string, more: object = {}) => staff.api.post(`${EVENTS}/${id}/phase`, { to, ...more });
  const wishes = (member: Member, said: object) => member.api.put(`${EVENTS}/${id}/preferences`, said);

  beforeAll(async () => {
    deployment = await deploy();
    staff = await addMember(deployment, 'staff', '民营经济服务中心');
    leader = await addMember(deployment, 'leader', '海岳家电集团');
    other = await addMember(deployment, 'leader', '远洋装备集团');
    firm = await addMember(deployment, 'sme', '岚齿精密');
    unwanted = await addMember(deployment, 'sme', '潍坊齿轮');
    quiet = await addMember(deployment, 'sme', '烟台齿轮');
    spare = await addMember(deployment, 'sme', '淄博齿轮');
    for (const member of [firm, unwanted, quiet, spare])
      await member.api.post('/profiles', { name: `${member.organisationName}公司`, ...GEAR });
    const { id: demandId } = await leader.api.post<WithId>('/demands', {
      type: 'supply',
      title: '冰箱压缩机用精密斜齿轮配套',
      process: '磨齿',
      deadline: inDays(60),
    });
    await leader.api.post(`/demands/${demandId}/submission`);
    await eventually(async () => {
      const { items } = await leader.api
        .get<List<{ reachable: boolean }>>(`/demands/${demandId}/proposals`)
        .catch(() => ({ items: [] }));
      return items.filter(({ reachable }) => reachable).length === 4;
    });
    await settled(deployment);
    presented = demandId;
  });
  afterAll(() => deployment?.destroy());

  it('is planned by staff and by nobody else; drafts are theirs to see', async () => {
    expect(await refusal(leader.api.post(EVENTS, body('不该成立的活动')))).toMatchObject({ status: 403 });
    const event = await staff.api.post<WithId & { phase: string; slots: { from: string }[] }>(
      EVENTS,
      body('卡位入链专场'),
    );
    expect(event).toMatchObject({ phase: 'draft' });
    expect(event.slots.map(({ from }) => from)).toEqual([at('01:00'), at('01:20'), at('02:00'), at('02:20')]);
    id = event.id;
    expect(await refusal(firm.api.get(`${EVENTS}/${id}`))).toMatchObject({ status: 404 });
    expect(await refusal(move('final'))).toMatchObject({ problem: { code: 'matchmaking.move' } });
    const session = { ...span('02:40', '03:00'), title: '海岳：需求发布' };
    const present = (more: object) => staff.api.patch(`${EVENTS}/${id}`, { programme: [{ ...session, ...more }] });
    const code = async (more: object) => ((await refusal(present(more))) as ApiRefusal).problem.errors?.[0]?.code;
    expect(await code({ leaderId: firm.organisationId })).toBe('matchmaking.programme_leader');
    expect(await code({ demandId: 'no-such-demand' })).toBe('matchmaking.programme_demand');
    expect(await code({ leaderId: other.organisationId, demandId: presented })).toBe('matchmaking.demand_unknown');
    await present({ leaderId: leader.organisationId, demandId: presented });
    // Choosing a demand invites its leader; a second time nothing changes, and without it nobody else's is shown.
    const choose = (demandId: string) => staff.api.put(`${EVENTS}/${id}/demands/${demandId}`, {});
    expect(await refusal(choose('no-such-demand'))).toMatchObject({ status: 404 });
    const chosen = { organisationId: leader.organisationId, status: 'invited', demandIds: [presented] };
    expect(await choose(presented)).toMatchObject(chosen);
    expect(await leader.api.get(`${EVENTS}/${id}`)).toMatchObject({ phase: 'draft' });
    const own = (member: Member) => member.api.get<List<object>>('/matchmaking-registrations');
    const mine = { matchmakingId: id, phase: 'draft', status: 'invited', wishes: 0, from: at('01:00') };
    expect((await own(leader)).items).toMatchObject([mine]);
    expect((await own(firm)).items).toEqual([]);
    expect(await refusal(firm.api.get(`${EVENTS}/${id}`))).toMatchObject({ status: 404 });
    const dropped = { demandIds: [] };
    await staff.api.patch(`${EVENTS}/${id}/registrations/${leader.organisationId}`, dropped);
    expect(await staff.api.get(`${EVENTS}/${id}/demands`)).toEqual([]);
    expect(await choose(presented)).toMatchObject(chosen);
    expect(await choose(presented)).toMatchObject(chosen);
    await move('registration');
    const { items } = await firm.api.get<List<WithId>>(EVENTS);
    expect(items.map((one) => one.id)).toContain(id);
  });

  it('is filled by invitation and by application, which staff approve', async () => {
    const invited = [leader, other].map(({ organisationId }) => ({ organisationId }));
    await staff.api.post(`${EVENTS}/${id}/invitations`, { organisations: invited });
    const brought = { id: presented, leaderId: leader.organisationId, leaderName: leader.organisationName };
    expect(await staff.api.get(`${EVENTS}/${id}/demands`)).toMatchObject([brought]);
    const candidates = await staff.api.get<{ organisationId: string }[]>(`${EVENTS}/${id}/candidates`);
    expect(candidates.map(({ organisationId }) => organisationId).sort()).toEqual(
      [firm, unwanted, quiet, spare].map(({ organisationId }) => organisationId).sort(),
    );
    const sheet = await workbook([
      ['单位名称', '统一社会信用代码', '角色', '想见'],
      ['', firm.creditCode, '企业', '海岳家电集团'],
      [leader.organisationName, '', '', ''],
      ['没有这家单位', '', '', ''],
    ]);
    const send = (path: string) => staff.api.upload<SheetSeen>(`${EVENTS}/${id}/${path}`, XLSX_TYPE, sheet);
    const looked = await send('participant-sheet-checks');
    expect(looked.rows.map(({ row, state, wrong }) => [row, state, wrong.length])).toEqual([
      [2, 'ready', 0],
      [3, 'there', 0],
      [4, 'wrong', 1],
    ]);
    expect(looked.rows[2]?.wrong[0]?.text).toContain('There is no approved organisation “没有这家单位”');
    expect(await refusal(firm.api.get(`${EVENTS}/${id}/registration`))).toMatchObject({ status: 404 });
    expect(await send('participant-sheets')).toMatchObject({ ready: 1, there: 1, wrong: 1 });
    expect(await send('participant-sheets')).toMatchObject({ ready: 0, there: 2, wrong: 1 });
    expect(await firm.api.get(`${EVENTS}/${id}/registration`)).toMatchObject({
      status: 'invited',
      wishes: [{ organisationId: leader.organisationId, wish: 'would' }],
    });
    expect(await leader.api.post(`${EVENTS}/${id}/registrations`, {})).toMatchObject({ status: 'approved' });
    await other.api.post(`${EVENTS}/${id}/registrations`, {});
    const representatives = [{ name: '王敏', absent: [span('01:00', '01:40')] }, { name: '李强' }];
    const registered = await firm.api.post(`${EVENTS}/${id}/registrations`, { representatives });
    expect(registered).toMatchObject({ status: 'approved', representatives: [{ id: 'p1' }, { id: 'p2' }] });
    for (const one of [unwanted, quiet, spare]) {
      expect(await one.api.post(`${EVENTS}/${id}/registrations`, {})).toMatchObject({ status: 'applied' });
      const path = `${EVENTS}/${id}/registrations/${one.organisationId}/decision`;
      expect(await staff.api.post(path, { decision: 'approve' })).toMatchObject({ status: 'approved' });
    }
    const notices = await eventually(async () => {
      const { items } = await firm.api.get<List<{ kind: string; title: string }>>('/notices');
      const found = items.filter(({ kind }) => kind === 'registration.invited');
      return found.length > 0 && found;
    });
    expect(notices).toMatchObject([{ title: 'You are invited: 卡位入链专场' }]);
  });

  it('asks both sides whom they want to meet, and keeps what they say of others to themselves', async () => {
    await move('preferences');
    await eventually(async () => {
      const notices = await firm.api.get<List<{ kind: string }>>('/notices');
      return notices.items.some(({ kind }) => kind === 'agenda.wishes');
    });
    const { items } = await firm.api.get<List<{ name: string; fit?: number; demands: object[] }>>(
      `${EVENTS}/${id}/participants`,
    );
    expect(items.map(({ name }) => name).sort()).toEqual(['海岳家电集团', '远洋装备集团'].sort());
    expect(items.find(({ name }) => name === '海岳家电集团')).toMatchObject({ fit: expect.any(Number), demands: [{}] });
    await wishes(leader, {
      wishes: [{ organisationId: firm.organisationId, wish: 'must' }],
      blocked: [unwanted.organisationId, SECRET],
    });
    await wishes(unwanted, { wishes: [{ organisationId: leader.organisationId, wish: 'must' }] });
    await wishes(firm, { wishes: [{ organisationId: other.organisationId, wish: 'would' }] });
    const tooMany = [leader, other].map(({ organisationId }) => ({ organisationId, wish: 'must' }));
    await staff.api.patch(`${EVENTS}/${id}`, { musts: { leader: 5, sme: 1 } });
    expect(await refusal(wishes(quiet, { wishes: tooMany }))).toMatchObject({
      problem: { code: 'matchmaking.too_many_musts' },
    });
  });

  it('gets a schedule with a proof, in which musts are met and blocked pairs never sit together', async () => {
    await move('scheduling');
    const { id: scheduleId } = await staff.api.post<WithId>(`${EVENTS}/${id}/schedules`, {});
    const made = await scheduled(scheduleId);
    expect(made).toMatchObject({ status: 'done', restarts: 0, standing: { musts: 1 } });
    expect(made.standing?.upperBound).toBeGreaterThanOrEqual(made.standing?.score ?? Infinity);
    await move('provisional', { scheduleId });
    const meetings = await planned();
    const pairs = meetings.map(({ leaderId, smeId }) => `${leaderId} ${smeId}`);
    expect(new Set(pairs).size).toBe(pairs.length);
    const pair = (a: Member, b: Member) => `${a.organisationId} ${b.organisationId}`;
    // Who said nothing meets whom it was matched with, as far as the leader has time for two.
    const met = pairs.includes(pair(leader, quiet)) ? quiet : spare;
    standby = met === quiet ? spare : quiet;
    expect(pairs.sort()).toEqual([pair(leader, firm), pair(leader, met), pair(other, firm)].sort());
    expect(await firm.api.get<AgendaSeen>(`${EVENTS}/${id}/agenda`)).toMatchObject({ published: false, meetings: [] });
  });

  it('answers why two do not meet, and what would come of a change', async () => {
    const ask = (a: Member, b: Member) =>
      staff.api.get<{ reason: string }>(`${EVENTS}/${id}/why-not/${a.organisationId}/${b.organisationId}`);
    expect(await ask(leader, firm)).toMatchObject({ reason: 'meets' });
    expect(await ask(leader, unwanted)).toMatchObject({ reason: 'not-listed' });
    const party = `${firm.organisationId}:p2`;
    const answer = await staff.api.post<{ before: { meetings: number }; after: { meetings: number } }>(
      `${EVENTS}/${id}/what-if`,
      { kind: 'meeting-more', party },
    );
    expect(answer.before.meetings).toBe(3);
    expect(answer.after.meetings).toBe(3);
    const nobody = staff.api.post(`${EVENTS}/${id}/what-if`, { kind: 'meeting-more', party: 'x:p1' });
    expect(await refusal(nobody)).toMatchObject({ problem: { code: 'matchmaking.no_such_party' } });
  });

  it('shows what it costs to hold a meeting elsewhere, and holds it there', async () => {
    const [first] = await planned();
    const { id: meetingId = '', slot = 0, table = 0 } = first ?? {};
    const free = [1, 2, 3].find((one) => one !== table) ?? 0;
    const check = (place: object) =>
      staff.api.post<ChangedSeen>(`${EVENTS}/${id}/meetings/${meetingId}/place-checks`, place);
    const looked = await check({ slot, table: free });
    expect(looked).toMatchObject({ added: [], cancelled: [], gain: 0, told: 0 });
    expect(looked.moved.find((one) => one.id === meetingId)).toMatchObject({ slot, table: free });
    expect((await planned()).find((one) => one.id === meetingId)).toMatchObject({ slot, table });
    expect(await refusal(check({ slot, table: 9 }))).toMatchObject({ problem: { code: 'matchmaking.place_table' } });
    expect(await refusal(check({ slot: 9, table }))).toMatchObject({ problem: { code: 'matchmaking.no_such_slot' } });
    await staff.api.put(`${EVENTS}/${id}/meetings/${meetingId}/place`, { slot, table: free });
    const after = await planned();
    expect(after.find((one) => one.id === meetingId)).toMatchObject({ slot, table: free });
    expect(after.some(({ cancelled }) => cancelled)).toBe(false);
  });

  it('keeps locked meetings when the schedule is made again', async () => {
    const [first] = await planned();
    await staff.api.patch(`${EVENTS}/${id}/meetings/${first?.id}`, { locked: true });
    await move('scheduling');
    const { id: scheduleId } = await staff.api.post<WithId>(`${EVENTS}/${id}/schedules`, { seed: 9 });
    await scheduled(scheduleId);
    await move('provisional', { scheduleId });
    const again = (await planned()).find((one) => one.id === first?.id);
    expect(again).toMatchObject({ slot: first?.slot, table: first?.table, locked: true });
  });

  it('is final when staff say so: everybody hears of it and sees the own meetings only', async () => {
    await move('final');
    const agenda = await firm.api.get<AgendaSeen>(`${EVENTS}/${id}/agenda`);
    expect(agenda).toMatchObject({ published: true });
    expect(agenda.meetings.map(({ organisationName }) => organisationName).sort()).toEqual(
      ['海岳家电集团', '远洋装备集团'].sort(),
    );
    expect((await standby.api.get<AgendaSeen>(`${EVENTS}/${id}/agenda`)).meetings).toEqual([]);
    expect(await refusal(firm.api.get(`${EVENTS}/${id}/plan`))).toMatchObject({ status: 403 });
    await eventually(async () => {
      const { items } = await firm.api.get<List<{ kind: string; body: string }>>('/notices');
      return items.some(({ kind, body }) => kind === 'agenda.final' && body.includes('2 meetings'));
    });
    await settled(deployment);
    const history = await staff.api.get<List<{ action: string; byName: string }>>(`${EVENTS}/${id}/history?limit=100`);
    const actions = history.items.map(({ action }) => action);
    expect(actions).toEqual(
      expect.arrayContaining(['draft', 'move', 'schedule', 'schedule-done', 'adopt', 'lock', 'publish']),
    );
  });

  it('tells nobody who blocks whom: not the one that is blocked, not others, and no event', async () => {
    const seen = (await Promise.all([unwanted, firm, other].map((member) => everything(member.api)))).join();
    expect(seen).toContain('海岳家电集团');
    expect(seen).not.toContain(SECRET);
    expect(await leader.api.get(`${EVENTS}/${id}/preferences`)).toMatchObject({
      blocked: expect.arrayContaining([SECRET]),
    });
    const why = (member: Member) => unwanted.api.get(`${EVENTS}/${id}/agenda/why-not/${member.organisationId}`);
    expect(await why(leader)).toEqual(await why(other));
    expect(await why(leader)).toMatchObject({ reason: 'not-arranged' });
  });

  it('asks both sides about the seat of somebody who does not come, and fills it when both can, over a kill', async () => {
    await move('live');
    const { code } = await standby.api.get<{ code: string }>(`${EVENTS}/${id}/registration`);
    const wrong = staff.api.post(`${EVENTS}/${id}/check-ins`, { code: code === '000000' ? '000001' : '000000' });
    expect(await refusal(wrong)).toMatchObject({ problem: { code: 'matchmaking.code_unknown' } });
    expect(await staff.api.post(`${EVENTS}/${id}/check-ins`, { code })).toMatchObject({
      organisationId: standby.organisationId,
      checkedInAt: expect.any(String),
    });
    const absent = { organisationId: firm.organisationId };
    const looked = await staff.api.post<ChangedSeen>(`${EVENTS}/${id}/absence-checks`, absent);
    expect(looked).toMatchObject({ told: 4 });
    expect(looked.cancelled.map(({ smeId }) => smeId)).toEqual([firm.organisationId, firm.organisationId]);
    expect(looked.added).toMatchObject([{ leaderId: leader.organisationId, smeId: standby.organisationId }]);
    const offers = `${EVENTS}/${id}/seat-offers`;
    const [offer, ...more] = await staff.api.post<OfferSeen[]>(offers, { ...absent, minutes: 10 });
    expect([offer, more]).toMatchObject([{ smeId: standby.organisationId, status: 'open', answers: {} }, []]);
    expect((await planned()).filter(({ cancelled }) => cancelled)).toEqual([]);
    const [asked] = await eventually(async () => {
      const { items } = await leader.api.get<List<{ kind: string; title: string }>>('/notices');
      const found = items.filter(({ kind }) => kind === 'agenda.asked');
      return found.length > 0 && found;
    });
    expect(asked?.title).toBe(`Please answer now: can you meet ${standby.organisationName}?`);
    expect(await standby.api.get(`${EVENTS}/${id}/agenda`)).toMatchObject({
      asked: [{ id: offer?.id, organisationName: '海岳家电集团', status: 'open' }],
    });
    const path = `${offers}/${offer?.id}/answer`;
    expect(await refusal(other.api.post(path, { yes: true }))).toMatchObject({ status: 404 });
    expect(await leader.api.post(path, { yes: true })).toMatchObject({ status: 'open', yes: true });
    expect(await staff.api.get(offers)).toMatchObject([{ answers: { leader: { yes: true } } }]);
    const cutOff = standby.api.post(path, { yes: true }).catch(() => undefined);
    await deployment.kill('events');
    await cutOff;
    await deployment.start();
    standby = atItsAddress(standby);
    [quiet, spare] = [atItsAddress(quiet), atItsAddress(spare)];
    [staff, leader, other] = [atItsAddress(staff), atItsAddress(leader), atItsAddress(other)];
    [firm, unwanted] = [atItsAddress(firm), atItsAddress(unwanted)];
    await eventually(async () => {
      const said = await standby.api.post<{ status: string }>(path, { yes: true }).catch(() => undefined);
      return said?.status === 'placed';
    }, 60_000);
    const held = (await planned()).filter(({ smeId, cancelled }) => smeId === standby.organisationId && !cancelled);
    expect(held).toMatchObject([{ leaderId: leader.organisationId }]);
    const agenda = await standby.api.get<AgendaSeen>(`${EVENTS}/${id}/agenda`);
    expect(agenda).toMatchObject({ meetings: [{ organisationName: '海岳家电集团' }], asked: [] });
    await eventually(async () => {
      const { items } = await standby.api.get<List<{ kind: string; body: string }>>('/notices');
      return items.some(({ kind, body }) => kind === 'agenda.changed' && body.startsWith('1 new'));
    });
    expect(await staff.api.post(offers, absent)).toEqual([]);
  });

  it('cancels what nobody else can take of somebody who does not come', async () => {
    const absent = { organisationId: firm.organisationId };
    const looked = await staff.api.post<ChangedSeen>(`${EVENTS}/${id}/absence-checks`, absent);
    const changed = await staff.api.post<ChangedSeen>(`${EVENTS}/${id}/absences`, absent);
    expect(changed).toEqual(looked);
    expect(changed).toMatchObject({ told: 2, added: [], cancelled: [{ leaderId: other.organisationId }] });
    // The day is to come: nobody is late yet.
    expect(await staff.api.get(`${EVENTS}/${id}/no-shows`)).toEqual([]);
  });

  it('names the wishes that are not met, and has two meet as staff have agreed with them', async () => {
    const unmet = () => staff.api.get<{ total: number; items: object[] }>(`${EVENTS}/${id}/unmet-wishes`);
    expect(await unmet()).toMatchObject({
      total: 2,
      items: [
        { leaderId: leader.organisationId, smeId: firm.organisationId, leaderWish: 'must' },
        { leaderId: other.organisationId, smeId: firm.organisationId, smeWish: 'would' },
      ],
    });
    const meet = (smeId: string, slot: number) =>
      staff.api.post<ChangedSeen>(`${EVENTS}/${id}/meetings`, { leaderId: other.organisationId, smeId, slot });
    expect(await refusal(meet(unwanted.organisationId, 2))).toMatchObject({
      problem: { code: 'matchmaking.no_way_to_meet' },
    });
    const changed = await meet(firm.organisationId, 2);
    expect(changed).toMatchObject({ added: [{ slot: 2, locked: true }], cancelled: [], told: 2 });
    expect(await unmet()).toMatchObject({ total: 1 });
    // The leader has two meetings, the most of one: staff may agree a third.
    const third = { leaderId: leader.organisationId, smeId: firm.organisationId };
    const why = await staff.api.get<{ remedies: { slot: number; possible: boolean }[] }>(
      `${EVENTS}/${id}/why-not/${third.leaderId}/${third.smeId}`,
    );
    const { slot } = why.remedies.find(({ possible }) => possible) ?? {};
    const agreed = await staff.api.post<ChangedSeen>(`${EVENTS}/${id}/meetings`, { ...third, slot });
    expect(agreed).toMatchObject({ added: [{ slot, smeId: firm.organisationId }], moved: [], cancelled: [] });
    expect(await unmet()).toMatchObject({ total: 0 });
  });

  it('moves the meetings of a table that runs late, and names those that cannot be held', async () => {
    const [first] = (await planned()).filter((one) => one.cancelled === undefined);
    const { table = 1, slot = 0 } = first ?? {};
    const changed = await staff.api.post<ChangedSeen>(`${EVENTS}/${id}/delays`, {
      table,
      from: slot,
      slots: 1,
    });
    expect([...changed.moved, ...changed.cancelled].map((one) => one.id)).toContain(first?.id);
    expect(changed.moved.find((one) => one.id === first?.id)?.slot ?? slot + 1).toBe(slot + 1);
  });

  it('hears from both sides with one tap what came of a meeting, and reports it', async () => {
    const guests = [quiet, spare].map(({ organisationId }) => organisationId);
    const toCome = (await planned()).find((one) => one.cancelled === undefined && guests.includes(one.smeId));
    const early = leader.api.put(`${EVENTS}/${id}/meetings/${toCome?.id}/outcome`, { met: true });
    expect(await refusal(early)).toMatchObject({ problem: { code: 'matchmaking.not_begun' } });
    expect(await staff.api.get<object>(`${EVENTS}/${id}/report`)).toMatchObject({
      ...{ met: 0, unsaid: 0, kept: 0, wished: 3, checkedIn: 1, approved: 6 },
    });
    const { event, meetingId } = await meetingNow(leader, quiet);
    const path = `${EVENTS}/${event}/meetings/${meetingId}/outcome`;
    await leader.api.put(path, { met: true, next: 'follow-up', note: SECRET });
    expect(await refusal(other.api.put(path, { met: true }))).toMatchObject({ status: 404 });
    expect(await leader.api.get(`${EVENTS}/${event}/outcomes`)).toMatchObject([{ met: true, note: SECRET }]);
    await quiet.api.put(path, { met: true, next: 'follow-up' });
    const report = await staff.api.get<object>(`${EVENTS}/${event}/report`);
    expect(report).toMatchObject({ planned: 1, met: 1, mutualFollowUps: 1, kept: 1, approved: 2 });
    const fair = await staff.api.get<{ rows: { name: string; meetings: number; wishes: number }[] }>(
      `${EVENTS}/${id}/fairness`,
    );
    expect(fair.rows).toHaveLength(6);
    expect(fair.rows.find(({ name }) => name === '岚齿精密')).toMatchObject({ wishes: 1, wishesMet: 1 });
  });

  it('is subscribed to by a secret address', async () => {
    await staff.api.post(`${EVENTS}/${id}/absences`, { organisationId: firm.organisationId });
    const { url } = await firm.api.post<{ url: string }>(`${EVENTS}/${id}/calendar`);
    const answer = await fetch(url, { headers: { 'accept-language': 'en' } });
    expect(answer.headers.get('content-type')).toContain('text/calendar');
    const text = await answer.text();
    expect(text).toContain('SUMMARY:Meeting: 海岳家电集团');
    expect(text).toContain('STATUS:CANCELLED');
    await firm.api.post(`${EVENTS}/${id}/calendar`);
    expect((await fetch(url)).status).toBe(404);
  });

  it('is a sheet for those who work with one', async () => {
    const answer = await fetch(`${deployment.url}/api/v1${EVENTS}/${id}/plan/export?ahead=60`, {
      headers: { authorization: `Bearer ${staff.token}`, 'accept-language': 'en' },
    });
    const rows = await readSheet(Buffer.from(await answer.arrayBuffer()));
    const meetings = await planned();
    expect(rows[0]?.slice(0, 4)).toEqual(['From', 'To', 'Table', 'Leader']);
    expect(rows.slice(1).map((row) => [row[0], row[2], row[7]])).toEqual(
      meetings.map(({ slot, table, cancelled, locked }) => [
        `${DAY} ${['02:00', '02:20', '03:00', '03:20'][slot]}`,
        table,
        cancelled ? 'cancelled' : locked ? 'locked' : null,
      ]),
    );
  });

  it('makes every schedule that was accepted, also when a kill cuts them off', async () => {
    const events = await Promise.all(Array.from({ length: 40 }, (_, n) => readyEvent(n)));
    const begun = await Promise.all(
      events.map((event) => staff.api.post<WithId>(`${EVENTS}/${event}/schedules`, { rounds: 1 })),
    );
    await deployment.kill('events');
    await deployment.start();
    const seen = await eventually(async () => {
      const all = await Promise.all(
        events.map((event, n) => deployment.operator.get<ScheduleSeen>(`${EVENTS}/${event}/schedules/${begun[n]?.id}`)),
      );
      return all.every(({ status }) => status !== 'running') && all;
    }, 120_000);
    expect(seen.filter(({ status }) => status !== 'done')).toEqual([]);
    // Begun by the process that was killed, made by another: what the test is about.
    expect(seen.filter(({ restarts }) => restarts > 0).length).toBeGreaterThan(0);
  });

  it('leaves nothing of what an organisation says of others on the log', async () => {
    await settled(deployment);
    await deployment.stop();
    const log = await deployment.openLog();
    const topics = Object.values(TOPICS);
    const events: LogEvent[] = [];
    const tail = await log.tail(topics, '', async (some) => void events.push(...some));
    await tail.reached(await log.end(topics));
    await tail.close();
    await log.close();
    const text = JSON.stringify(events);
    expect(text).toContain(id);
    expect(text).not.toContain(SECRET);
  });

  /** A process that starts again has another address. */
  function atItsAddress(member: Member): Member {
    return { ...member, api: new ApiClient(deployment.url, member.token, 'en') };
  }

  async function scheduled(scheduleId: string): Promise<ScheduleSeen> {
    return eventually(async () => {
      const schedule = await staff.api.get<ScheduleSeen>(`${EVENTS}/${id}/schedules/${scheduleId}`);
      return schedule.status !== 'running' && schedule;
    }, 60_000);
  }

  async function planned(): Promise<PlannedSeen[]> {
    return (await staff.api.get<{ meetings: PlannedSeen[] }>(`${EVENTS}/${id}/plan`)).meetings;
  }

  /** All that a participant can read of the event, as text. */
  async function everything(api: ApiClient): Promise<string> {
    const paths = ['', '/participants?limit=100', '/registration', '/preferences', '/agenda'];
    const read = await Promise.all([
      ...paths.map((path) => api.get(`${EVENTS}/${id}${path}`)),
      api.get(EVENTS),
      api.get('/notices?limit=100'),
    ]);
    return JSON.stringify(read);
  }

  /** An event under way in which the two meet now. */
  async function meetingNow(asks: Member, can: Member): Promise<{ event: string; meetingId: string }> {
    const minutes = (count: number) => new Date(Date.now() + count * 60_000).toISOString();
    const sessions = [{ from: minutes(-10), to: minutes(10) }];
    const event = (await staff.api.post<WithId>(EVENTS, body('正在会面', { sessions, breaks: [], programme: [] }))).id;
    const go = (to: string, more: object = {}) => staff.api.post(`${EVENTS}/${event}/phase`, { to, ...more });
    const organisations = [asks, can].map(({ organisationId }) => ({ organisationId }));
    await staff.api.post(`${EVENTS}/${event}/invitations`, { organisations });
    await go('registration');
    for (const { api } of [asks, can]) await api.post(`${EVENTS}/${event}/registrations`, {});
    await go('preferences');
    const wish = { organisationId: can.organisationId, wish: 'must' };
    await asks.api.put(`${EVENTS}/${event}/preferences`, { wishes: [wish] });
    await go('scheduling');
    const { id: scheduleId } = await staff.api.post<WithId>(`${EVENTS}/${event}/schedules`, {});
    await eventually(
      async () => (await staff.api.get<ScheduleSeen>(`${EVENTS}/${event}/schedules/${scheduleId}`)).status === 'done',
      60_000,
    );
    await go('provisional', { scheduleId });
    for (const to of ['final', 'live']) await go(to);
    const { meetings } = await staff.api.get<{ meetings: PlannedSeen[] }>(`${EVENTS}/${event}/plan`);
    return { event, meetingId: meetings[0]?.id ?? '' };
  }

  /** An event of nobody, ready for its schedule. */
  async function readyEvent(n: number): Promise<string> {
    const event = await staff.api.post<WithId>(EVENTS, body(`没有人报名的活动 ${n}`));
    for (const to of ['registration', 'preferences', 'scheduling'])
      await staff.api.post(`${EVENTS}/${event.id}/phase`, { to });
    return event.id;
  }
});
