import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DEMAND_TYPES, GUARDED_FIELDS } from '#contracts/demand';
import { PROFILE_GUARDED } from '#contracts/profile';
import { PUBLIC_TOPICS, type PublicTopic, publicSchemas } from '#contracts/schemas';
import { TOPICS } from '#contracts/topics';
import type { LogEvent } from '#ports/event';
import { addMember, importFirms, inDays, type Member, settled } from '#test/e2e/people';
import type { Schema } from './breaking-changes.js';
import { PublicWorld } from './public-world.js';
import { closed, validator } from './schema-kit.js';

/** Stands in everything that outsiders must not read; the number tells which. */
const SECRET = 'S3CRET';
let serial = 0;
const planted: string[] = [];
const secret = (what: string): string => {
  serial += 1;
  const text = `${SECRET}-${serial}-${what}`;
  planted.push(text);
  return text;
};

const all = (fields: readonly string[], circle: string) => Object.fromEntries(fields.map((field) => [field, circle]));
const secretBudget = 987_654_321;
const secretDay = inDays(47);

interface WithId {
  readonly id: string;
}

let world: PublicWorld;
let leader: Member;
let shyLeader: Member;
let sme: Member;
let gone: WithId;

const publicEvents = () => world.events.filter((event) => event.topic.startsWith('public.'));

const openDemand = () => ({
  type: 'supply',
  title: '冰箱压缩机用精密齿轮配套',
  background: '新平台量产',
  requirements: [
    { name: '渗碳淬火', target: '具备', unit: '项', must: true, testMethod: '现场验证', disclosure: 'public' },
    { name: secret('requirement'), target: secret('target'), must: false, disclosure: 'matched' },
  ],
  chain: '智能家电',
  link: '压缩机',
  process: '磨齿',
  quantity: '每月二十万件',
  dates: { sample: inDays(20), pilot: inDays(30), mass: inDays(40) },
  certificates: [{ name: 'ISO 9001', must: false }],
  regions: { values: ['山东省'], must: false },
  budget: { min: 1000, max: 2000.5 },
  wanted: 3,
  ipTerms: '共有',
  deadline: inDays(60),
  disclosure: { budget: 'public' },
  blocked: [secret('blocked')],
});

const shyDemand = (circle: string) => ({
  type: 'breakthrough',
  title: '减速器齿轮修形工艺攻关',
  background: secret('background'),
  requirements: [{ name: secret('name'), target: secret('target'), must: false, testMethod: secret('test') }],
  chain: secret('chain'),
  link: secret('link'),
  process: `磨齿 ${secret('process')}`,
  quantity: secret('quantity'),
  dates: { sample: secretDay },
  certificates: [{ name: secret('certificate'), must: false }],
  regions: { values: [secret('region')], must: false },
  budget: { max: secretBudget },
  wanted: 17,
  ipTerms: secret('ip'),
  deadline: inDays(50),
  disclosure: all(GUARDED_FIELDS, circle),
  blocked: [secret('blocked')],
});

const firm = {
  name: '青岛岚齿精密机械有限公司',
  region: '山东省青岛市城阳区',
  products: ['冰箱压缩机用精密齿轮'],
  processes: ['磨齿', '渗碳淬火'],
  equipment: ['磨齿机3台'],
  certificates: [{ name: 'IATF 16949:2016', number: 'N-1', validUntil: inDays(400) }, { name: 'ISO 9001' }],
  patents: ['一种齿轮修形方法'],
  cases: ['为某冰箱厂供应压缩机齿轮'],
  capacity: ['月产齿轮20万件'],
  domains: ['齿轮制造'],
  industries: ['通用设备制造业'],
  employees: 85,
  tier: '专精特新中小企业',
  text: '专做小模数齿轮',
};

const shyFirm = () => ({
  ...firm,
  equipment: [secret('equipment')],
  certificates: [{ name: `IATF 16949 ${secret('certificate')}`, number: secret('number'), validUntil: secretDay }],
  patents: [secret('patent')],
  cases: [secret('case')],
  capacity: [secret('capacity')],
  employees: 76_543,
  text: secret('text'),
  disclosure: all(PROFILE_GUARDED, 'owner'),
});

/** Sent with every write: what became of it must not be readable either. */
const key = (): string => secret('idempotency-key');

async function published(member: Member, demand: object): Promise<string> {
  const { id } = await member.api.post<WithId>('/demands', demand, key());
  await member.api.post(`/demands/${id}/submission`, undefined, key());
  return id;
}

/** Everything that can happen to what outsiders hear of. */
async function live(): Promise<void> {
  leader = await addMember(world, 'leader', '海岳家电集团');
  shyLeader = await addMember(world, 'leader', secret('leader'));
  sme = await addMember(world, 'sme', '青岛新齿精密机械有限公司');
  await importFirms(world, [firm, { name: '苏州医用导管有限公司', products: ['一次性无菌导管'] }]);
  await settled(world);

  const open = await published(leader, openDemand());
  const shy = await published(shyLeader, shyDemand('nda'));
  await published(shyLeader, shyDemand('owner'));
  await settled(world);

  await sme.api.post<WithId>('/profiles', { ...shyFirm(), name: '青岛新齿精密机械有限公司' }, key());
  await settled(world);
  const imported = await world.operator.get<{ items: { id: string; name: string; organisationId?: string }[] }>(
    '/profiles',
  );
  const mine = imported.items.find(({ organisationId }) => organisationId === undefined) as WithId;
  const claimant = await addMember(world, 'sme', '青岛岚齿精密机械有限公司分部');
  const claim = await claimant.api.post<WithId>('/claims', { profileId: mine.id }, key());
  await world.operator.post(`/claims/${claim.id}/decision`, { decision: 'accept', reason: secret('claim') });
  await settled(world);
  const { disclosure, ...content } = shyFirm();
  await claimant.api.patch(`/profiles/${mine.id}`, { ...content, disclosure });
  await settled(world);

  await leader.api.patch(`/demands/${open}`, { background: '二期量产', blocked: [secret('blocked')] });
  await shyLeader.api.patch(`/demands/${shy}`, { budget: { max: secretBudget } }, { 'idempotency-key': key() });
  await leader.api.post(`/demands/${open}/renewal`, { deadline: inDays(90) }, key());
  await settled(world);
  gone = await world.operator.post<WithId>('/profiles', { ...firm, name: '潍坊齿轮有限公司' });
  await settled(world);
  await world.removeProfile(gone.id);
  await leader.api.post(`/demands/${open}/closing`, { reason: 'fulfilled', note: secret('note') }, key());
  await settled(world);
  await reviewed();
  await world.heard();
}

/** A demand of an organisation that staff do not trust yet, and one that was closed before anybody saw it. */
async function reviewed(): Promise<void> {
  const { id } = await sme.api.post<WithId>('/demands', { ...openDemand(), type: DEMAND_TYPES[1]?.id }, key());
  await sme.api.post(`/demands/${id}/submission`);
  await world.operator.post(`/demands/${id}/return`, { reason: secret('return') });
  await sme.api.post(`/demands/${id}/submission`);
  await world.operator.post(`/demands/${id}/publication`);
  const draft = await sme.api.post<WithId>('/demands', { ...openDemand(), title: secret('draft') });
  await sme.api.post(`/demands/${draft.id}/closing`, { reason: 'withdrawn' });
  await settled(world);
}

beforeAll(async () => {
  world = await PublicWorld.open();
  await live();
}, 120_000);
afterAll(() => world.destroy());

describe('the events that outsiders read', () => {
  it('are of every type that is published', () => {
    const document = JSON.stringify(publicSchemas());
    const types = [...new Set(publicEvents().map((event) => event.type))].sort();
    const promised = [...new Set(document.match(/(?<=")(demand|profile|proposal)\.[a-z]+(?=")/g) ?? [])].sort();
    expect(types).toEqual(promised);
  });

  it.each(PUBLIC_TOPICS)('on %s are as their schema says, and carry nothing that it does not name', (topic) => {
    const events = publicEvents().filter((event) => event.topic === topic);
    const validate = validator(closed(publicSchemas()[topic] as Schema));
    const wrong = events.flatMap((event) => (validate(event) ? [] : [{ event, errors: validate.errors }]));
    expect(wrong).toEqual([]);
    expect(events.length).toBeGreaterThan(3);
  });

  it.each<[PublicTopic, string]>([
    ['public.demand', 'title'],
    ['public.firm', 'name'],
    ['public.match', 'score'],
  ])('on %s would be found out without %s', (topic, field) => {
    const event = publicEvents().find((one) => one.topic === topic) as LogEvent<Record<string, unknown>>;
    const { [field]: _gone, ...data } = event.data;
    expect(validator(publicSchemas()[topic] as Schema)({ ...event, data })).toBe(false);
    expect(validator(publicSchemas()[topic] as Schema)({ ...event, data: { ...event.data, more: 1 }, more: 1 })).toBe(
      true,
    );
  });

  it('hold no secret, though our own hold them', () => {
    const outside = JSON.stringify(publicEvents());
    const inside = JSON.stringify(world.events.filter((event) => !event.topic.startsWith('public.')));
    expect(
      outside.match(new RegExp(`${SECRET}[^"]*|${secretBudget}|${secretDay}|76543|"wanted":17`, 'g')) ?? [],
    ).toEqual([]);
    const keys = planted.filter((text) => !text.includes('idempotency-key'));
    const unheard = keys.filter((text) => !inside.includes(text));
    expect(unheard).toEqual([]);
    expect(keys.length).toBeGreaterThan(40);
    expect(inside).toContain(String(secretBudget));
  });

  it('do not tell who guesses what was asked that the guess is right', () => {
    const caused = world.events.filter((event) => event.topic === TOPICS.demand && event.causationid !== undefined);
    expect(caused.length).toBeGreaterThan(0);
    expect(publicEvents().filter((event) => event.causationid !== undefined)).toEqual([]);
  });

  it('say of a removed firm nothing but that', () => {
    const events = publicEvents().filter((event) => event.topic === TOPICS.publicFirm && event.subject === gone.id);
    expect(events.map(({ type }) => type)).toEqual(['profile.created', 'profile.removed']);
    expect(events[1]?.data).toEqual({ id: gone.id });
  });
});

describe('over HTTP', () => {
  const get = (path: string) => fetch(`${world.url}${path}`);

  it('anybody reads the AsyncAPI document', async () => {
    const answer = await get('/api/asyncapi');
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/json; charset=utf-8']);
    expect(await answer.json()).toMatchObject({
      asyncapi: '3.0.0',
      channels: { 'public.match': { address: 'public.match' } },
    });
  });

  it.each(PUBLIC_TOPICS)('anybody reads the schema of %s', async (topic) => {
    const answer = await get(`/api/schemas/${topic}.json`);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([
      200,
      'application/schema+json; charset=utf-8',
    ]);
    expect(await answer.json()).toEqual(publicSchemas()[topic]);
  });

  it('there is no schema of what is internal', async () => {
    expect((await get('/api/schemas/internal.demand.json')).status).toBe(404);
    expect((await get('/api/schemas/..%2ftopics.json')).status).toBe(404);
  });
});
