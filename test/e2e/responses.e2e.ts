import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ApiClient } from '#platform/http/api-client';
import { deploy } from './deploy.js';
import type { Deployment } from './deployment.js';
import { addMember, eventually, inDays, type Member, settled } from './people.js';

interface Response {
  readonly id: string;
  readonly version: number;
  readonly status: string;
  readonly firmName: string;
  readonly missing?: readonly { readonly item: string; readonly needed: boolean; readonly sentence: string }[];
  readonly questions: readonly {
    readonly id: string;
    readonly text: string;
    readonly answer?: { readonly text: string };
  }[];
}
interface List<T> {
  readonly items: readonly T[];
}
interface Notice {
  readonly kind: string;
  readonly title: string;
  readonly body: string;
  readonly about: { readonly type: string; readonly id: string };
}

const GEAR = { products: ['冰箱压缩机用精密齿轮'], processes: ['磨齿', '渗碳淬火'] };
const demandBody = (title: string, more: object = {}) => ({
  type: 'supply',
  title,
  process: '磨齿',
  requirements: [
    { name: '渗碳淬火', target: '具备', must: true },
    { name: '月产能', target: '≥ 2', unit: '万件', must: false },
    { name: '噪声指标', target: '≤ 40', unit: 'dB', must: true, disclosure: 'owner' },
  ],
  deadline: inDays(60),
  ...more,
});
const full = {
  answers: [
    { requirement: 'r1', meets: 'meet', how: '自有渗碳淬火线两条', evidence: ['第三方检测报告 2026-031'] },
    { requirement: 'r2', meets: 'partly', how: '目前每月 1.5 万件，明年扩产' },
  ],
  plan: '先送样，再小批，最后量产。',
  team: [{ name: '王工', role: '工艺', experience: '十五年' }],
  milestones: [{ name: '首批样件', day: inDays(30) }],
  price: { min: 18, max: 22, unit: '件' },
  ip: '图纸归需求方，工艺归我方',
  freeTimes: [{ from: `${inDays(3)}T01:00:00Z`, to: `${inDays(3)}T02:00:00Z` }],
};

describe('responses to a demand', () => {
  let deployment: Deployment;
  let leader: Member;
  let sme: Member;
  let other: Member;
  let demandId: string;
  let id: string;

  beforeAll(async () => {
    deployment = await deploy();
    leader = await addMember(deployment, 'leader', '海岳家电集团');
    sme = await addMember(deployment, 'sme', '青岛岚齿精密机械有限公司');
    other = await addMember(deployment, 'sme', '潍坊新齿轮有限公司');
    for (const { api, organisationName } of [sme, other])
      await api.post('/profiles', { name: organisationName, ...GEAR });
    demandId = await publish('冰箱压缩机精密齿轮配套', { wanted: 1 });
    await settled(deployment);
  });
  afterAll(() => deployment.destroy());

  async function publish(title: string, more: object = {}): Promise<string> {
    const made = await leader.api.post<{ id: string }>('/demands', demandBody(title, more));
    await leader.api.post(`/demands/${made.id}/submission`);
    return made.id;
  }
  const put = (member: Member, body: object, headers: Record<string, string> = {}) =>
    member.api.put<Response>(`/demands/${demandId}/response`, body, headers);
  const received = async () => (await leader.api.get<List<Response>>(`/demands/${demandId}/responses`)).items;
  const waiting = () => leader.api.get('/responses/waiting');
  const told = async (member: Member, kind: string) => {
    await settled(deployment);
    return (await member.api.get<List<Notice>>('/notices?limit=100')).items.filter((notice) => notice.kind === kind);
  };
  const refusal = async (asking: Promise<unknown>) =>
    asking.then(
      () => 'nothing refused',
      (error: { problem?: { code?: string } }) => error.problem?.code,
    );

  it('are kept while they are written, say what is missing, and are the firm’s alone until they are handed in', async () => {
    const draft = await put(sme, { plan: '先送样' });
    id = draft.id;
    expect(draft.status).toBe('draft');
    const needed = draft.missing?.filter((one) => one.needed).map(({ item, sentence }) => [item, sentence]);
    expect(needed).toEqual([['requirement:r1', 'Say how you meet “渗碳淬火”.']]);
    expect(await refusal(sme.api.post(`/responses/${id}/submission`))).toBe('engagement.incomplete');
    expect(await received()).toEqual([]);
    expect(await refusal(leader.api.get(`/responses/${id}`))).toBe('common.not_found');
    const kept = await put(sme, full, { 'if-match': `"${draft.version}"` });
    expect(kept.missing?.filter((one) => one.needed)).toEqual([]);
    expect(await refusal(put(sme, { plan: '别的' }, { 'if-match': `"${draft.version}"` }))).toBe('common.stale');
    expect(await sme.api.get(`/demands/${demandId}/response`)).toMatchObject({
      id,
      plan: full.plan,
      price: full.price,
    });
  });

  it('are one for each demand and firm, also when two people begin at once', async () => {
    const both = await Promise.all([put(other, { plan: '甲' }), put(other, { plan: '乙' })]);
    expect(both[0].id).toBe(both[1].id);
    const mine = await other.api.get<List<Response>>('/responses');
    expect(mine.items).toHaveLength(1);
  });

  it('are refused for one’s own demand, with conditions that are not there, and where nothing is asked', async () => {
    expect(await refusal(leader.api.put(`/demands/${demandId}/response`, {}))).toBe('engagement.own_demand');
    const unknown = { answers: [{ requirement: 'r9', meets: 'meet' }] };
    expect(await refusal(put(sme, unknown))).toBe('engagement.unknown_requirement');
    expect(await refusal(sme.api.put('/demands/nothing/response', {}))).toBe('common.not_found');
    const blocked = await publish('屏蔽需求', { blocked: [other.creditCode, other.organisationId] });
    await settled(deployment);
    expect(await refusal(other.api.put(`/demands/${blocked}/response`, {}))).toBe('engagement.not_open_to_you');
  });

  it('reach the leader once, with their words and not what is kept back, and answer the proposal', async () => {
    const key = 'submission-1';
    const [first, again] = [
      await sme.api.post<Response>(`/responses/${id}/submission`, undefined, key),
      await sme.api.post<Response>(`/responses/${id}/submission`, undefined, key),
    ];
    expect([first.status, again.version]).toEqual(['submitted', first.version]);
    expect(await told(leader, 'response.submitted')).toMatchObject([{ about: { type: 'response', id } }]);
    expect(await received()).toMatchObject([{ id, firmName: sme.organisationName, ip: full.ip }]);
    expect((await received())[0]?.missing).toBeUndefined();
    const proposal = await eventually(async () => {
      const { items } = await sme.api.get<List<{ demandId: string; answer?: { answer: string } }>>('/proposals');
      return items.find((one) => one.demandId === demandId && one.answer);
    });
    expect(proposal.answer).toMatchObject({ answer: 'interested', responseId: id });
    expect(await told(leader, 'proposal.accepted')).toEqual([]);
  });

  it('can be made better after they were handed in, but not emptied', async () => {
    expect(await refusal(put(sme, { plan: '没有了' }))).toBe('engagement.incomplete');
    expect(await put(sme, { ...full, price: { min: 17, max: 20 } })).toMatchObject({ status: 'submitted' });
    expect(await received()).toMatchObject([{ price: { min: 17, max: 20 } }]);
  });

  it('are asked about, and the firm answers', async () => {
    const asked = await leader.api.post<Response>(`/responses/${id}/questions`, { text: '渗层深度多少？' });
    const [question] = asked.questions;
    expect(await told(sme, 'response.asked')).toMatchObject([{ body: expect.stringContaining('渗层深度多少？') }]);
    await sme.api.post(`/responses/${id}/questions/${question?.id}/answer`, { text: '0.8 至 1.2 毫米' });
    expect(await told(leader, 'response.answered')).toHaveLength(1);
    expect((await received())[0]?.questions).toMatchObject([{ answer: { text: '0.8 至 1.2 毫米' } }]);
  });

  it('are shortlisted, chosen up to what the demand wants, and rejected with a reason that the firm reads', async () => {
    await put(other, full);
    const { id: second } = await other.api.get<Response>(`/demands/${demandId}/response`);
    await other.api.post(`/responses/${second}/submission`);
    await leader.api.post(`/responses/${id}/shortlisting`, { shortlisted: true });
    expect(await told(sme, 'response.shortlisted')).toHaveLength(1);
    expect(
      (await leader.api.get<List<Response>>(`/demands/${demandId}/responses?status=shortlisted`)).items,
    ).toHaveLength(1);
    const chosen = await Promise.allSettled([id, second].map((one) => leader.api.post(`/responses/${one}/choice`)));
    expect(chosen.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const states = Object.fromEntries((await received()).map((one) => [one.id, one.status]));
    const [won, lost] = states[id] === 'chosen' ? [id, second] : [second, id];
    expect(states[won]).toBe('chosen');
    const { threadId } = await leader.api.get<{ threadId?: string }>(`/responses/${won}`);
    await settled(deployment);
    expect(await leader.api.get(`/engagements/${threadId}`)).toMatchObject({ responseId: won });
    expect(await refusal(leader.api.post(`/responses/${lost}/choice`))).toBe('engagement.choice_full');
    await leader.api.post(`/responses/${lost}/rejection`, { reason: 'others-chosen', note: '感谢参与' });
    const loser = lost === id ? sme : other;
    expect(await told(loser, 'response.rejected')).toMatchObject([{ body: expect.stringContaining('感谢参与') }]);
    expect(await refusal(loser.api.post(`/responses/${lost}/withdrawal`, {}))).toBe('engagement.not_in_state');
  });

  it('are nobody else’s to read or to decide, and tell their history', async () => {
    const stranger = await addMember(deployment, 'leader', '外部链主');
    expect(await refusal(stranger.api.get(`/responses/${id}`))).toBe('common.not_found');
    expect(await refusal(stranger.api.get(`/demands/${demandId}/responses`))).toBe('common.not_found');
    expect(await refusal(stranger.api.post(`/responses/${id}/choice`))).toBe('common.not_found');
    expect(await refusal(sme.api.post(`/responses/${id}/shortlisting`, { shortlisted: true }))).toBe(
      'common.not_found',
    );
    const history = await sme.api.get<List<{ action: string; side: string }>>(`/responses/${id}/history`);
    expect(
      history.items
        .map(({ action }) => action)
        .reverse()
        .slice(0, 4),
    ).toEqual(['submit', 'revise', 'ask', 'answer']);
    expect(await deployment.operator.get(`/responses/${id}`)).toMatchObject({ id });
  });

  it('are withdrawn, and written again', async () => {
    demandId = await publish('洗衣机精密齿轮配套');
    await settled(deployment);
    const { id: mine } = await put(sme, full);
    await sme.api.post(`/responses/${mine}/submission`);
    await sme.api.post(`/responses/${mine}/withdrawal`, { reason: '产能已满' });
    expect(await told(leader, 'response.withdrawn')).toHaveLength(1);
    expect(await waiting()).toEqual([]);
    expect(await received()).toMatchObject([{ id: mine, status: 'withdrawn' }]);
    expect(await put(sme, full)).toMatchObject({ id: mine, status: 'draft' });
    expect(await received()).toEqual([]);
    await sme.api.post(`/responses/${mine}/submission`);
    expect(await received()).toMatchObject([{ id: mine, status: 'submitted' }]);
    expect(await waiting()).toEqual([{ demandId, count: 1 }]);
  });

  it('outlive a kill, and end with their demand', async () => {
    await deployment.kill('engagement');
    await deployment.start();
    leader = { ...leader, api: new ApiClient(deployment.url, leader.token, 'en') };
    sme = { ...sme, api: new ApiClient(deployment.url, sme.token, 'en') };
    expect(await received()).toMatchObject([{ status: 'submitted' }]);
    await leader.api.post(`/demands/${demandId}/closing`, { reason: 'withdrawn' });
    await eventually(async () => (await received())[0]?.status === 'rejected');
    // The newest: the firm may be the one that was not chosen before.
    const [last] = await told(sme, 'response.rejected');
    expect(last?.body).toContain('the demand was closed');
    expect(await refusal(put(sme, full))).toBe('engagement.demand_over');
  });
});
