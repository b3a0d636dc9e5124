import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ApiClient } from '#platform/http/api-client';
import { deploy } from './deploy.js';
import type { Deployment } from './deployment.js';
import { addColleague, addMember, eventually, inDays, type Member, settled } from './people.js';

interface Step {
  readonly kind: string;
  readonly status: string;
  readonly owner?: { readonly id: string; readonly side: string };
  readonly due?: string;
  readonly amount?: number;
}
interface Thread {
  readonly id: string;
  readonly version: number;
  readonly status: string;
  readonly steps: readonly Step[];
  readonly leader?: { readonly id: string; readonly gone?: boolean };
  readonly firm?: { readonly id: string; readonly gone?: boolean };
  readonly demand?: { readonly budget?: { readonly max: number }; readonly withheld: readonly string[] };
}
interface List<T> {
  readonly items: readonly T[];
}
interface Notice {
  readonly kind: string;
  readonly title: string;
  readonly body: string;
}

const GEAR = { products: ['冰箱压缩机用精密齿轮'], processes: ['磨齿'] };

describe('the thread from response to contract', () => {
  let deployment: Deployment;
  let leader: Member;
  let sme: Member;
  let demandId: string;
  let id: string;

  beforeAll(async () => {
    deployment = await deploy();
    leader = await addMember(deployment, 'leader', '海岳家电集团');
    sme = await addMember(deployment, 'sme', '青岛岚齿精密机械有限公司');
    await sme.api.post('/profiles', { name: sme.organisationName, ...GEAR });
    demandId = await publish('冰箱压缩机精密齿轮配套');
  });
  afterAll(() => deployment.destroy());

  async function publish(title: string): Promise<string> {
    const body = { type: 'supply', title, process: '磨齿', deadline: inDays(60), budget: { max: 987_654 } };
    const made = await leader.api.post<{ id: string }>('/demands', body);
    await leader.api.post(`/demands/${made.id}/submission`);
    await settled(deployment);
    return made.id;
  }
  const read = (member: Member = sme) => member.api.get<Thread>(`/engagements/${id}`);
  const step = async (kind: string) => (await read()).steps.find((one) => one.kind === kind);
  const close = (member: Member, kind: string, more: object = {}) =>
    member.api.post<Thread>(`/engagements/${id}/steps/${kind}/closing`, { outcome: 'done', ...more });
  const told = async (api: ApiClient, kind: string) => {
    await settled(deployment);
    return (await api.get<List<Notice>>('/notices?limit=100')).items.filter((notice) => notice.kind === kind);
  };
  const refusal = async (asking: Promise<unknown>) =>
    asking.then(
      () => 'nothing refused',
      (error: { problem?: { code?: string } }) => error.problem?.code,
    );
  /** Another person of the organisation, signed in. */
  async function colleague(member: Member, name: string): Promise<{ id: string; api: ApiClient }> {
    const { personId, api } = await addColleague(deployment, member, name);
    await settled(deployment);
    return { id: personId, api };
  }

  it('opens when a response is chosen, with a person on each side and a first step that is due', async () => {
    const { id: responseId } = await sme.api.put<{ id: string }>(`/demands/${demandId}/response`, { plan: '先送样' });
    await sme.api.post(`/responses/${responseId}/submission`);
    await leader.api.post(`/responses/${responseId}/choice`);
    const [thread] = await eventually(async () => {
      const { items } = await sme.api.get<List<Thread>>('/engagements');
      return items.length > 0 && items;
    });
    id = thread?.id ?? '';
    expect(thread).toMatchObject({ status: 'open', responseId, demandId });
    expect([thread?.leader?.id, thread?.firm?.id]).toEqual([leader.personId, sme.personId]);
    expect(thread?.steps.map(({ kind }) => kind)).toEqual(['contact', 'nda', 'sample', 'trial', 'supply', 'repeat']);
    expect(thread?.steps[0]?.due).toBeDefined();
    expect((await leader.api.get<List<Thread>>('/engagements')).items).toMatchObject([{ id }]);
    expect(await told(sme.api, 'engagement.opened')).toEqual([]);
  });

  it('opens what is kept for after the NDA when the leader says that it is signed, and not before', async () => {
    await close(sme, 'contact', { note: '电话沟通' });
    expect((await read()).demand?.withheld).toContain('budget');
    expect(await refusal(close(sme, 'nda'))).toBe('engagement.nda_by_leader');
    await close(leader, 'nda', { evidence: ['NDA-2026-07'] });
    expect((await read()).demand).toMatchObject({ budget: { max: 987_654 } });
    expect(await told(sme.api, 'engagement.advanced')).toMatchObject([
      { body: expect.stringContaining('NDA is done') },
    ]);
  });

  it('plans a step: who, by when, and how much', async () => {
    const { version } = await read();
    const plan = { personId: sme.personId, due: inDays(20), amount: 12_000, evidence: ['样件计划'] };
    const path = `/engagements/${id}/steps/sample`;
    await sme.api.put(path, plan, { 'if-match': `"${version}"` });
    expect(await step('sample')).toMatchObject({ owner: { id: sme.personId, side: 'firm' }, amount: 12_000 });
    expect(await refusal(sme.api.put(path, plan, { 'if-match': `"${version}"` }))).toBe('common.stale');
    await leader.api.put(path, { due: inDays(25) });
    expect(await step('sample')).toMatchObject({ owner: { id: sme.personId, side: 'firm' } });
    expect(await refusal(sme.api.put(path, { personId: leader.personId }))).toBe('engagement.person_unknown');
    expect(await refusal(sme.api.put(`/engagements/${id}/steps/dance`, {}))).toBe('engagement.step_unknown');
    await close(sme, 'sample', { evidence: ['样件报告'] });
    expect(await refusal(close(sme, 'sample'))).toBe('engagement.step_closed');
    await sme.api.post(`/engagements/${id}/steps/trial/closing`, { outcome: 'skipped', note: '直接小批' });
    expect((await step('trial'))?.status).toBe('skipped');
  });

  it('carries messages to the person who sees to it on the other side, each once', async () => {
    const clerk = await colleague(leader, '旁人');
    for (const key of ['message-one', 'message-one'])
      await sme.api.post(`/engagements/${id}/messages`, { text: '样件已寄出' }, key);
    const { items } = await leader.api.get<List<{ text: string; side: string }>>(`/engagements/${id}/messages`);
    expect(items).toMatchObject([{ text: '样件已寄出', side: 'firm' }]);
    expect(await told(leader.api, 'message.posted')).toMatchObject([{ body: expect.stringContaining('样件已寄出') }]);
    expect(await told(clerk.api, 'message.posted')).toEqual([]);
  });

  it('is handed over to a colleague, with the steps', async () => {
    const second = await colleague(sme, '李工');
    await sme.api.put(`/engagements/${id}/steps/supply`, { personId: sme.personId, due: inDays(40) });
    await sme.api.post(`/engagements/${id}/owner`, { personId: second.id });
    expect((await read()).firm).toMatchObject({ id: second.id });
    expect((await step('supply'))?.owner?.id).toBe(second.id);
    expect(await told(second.api, 'engagement.assigned')).toHaveLength(1);
    expect(await refusal(sme.api.post(`/engagements/${id}/owner`, { personId: leader.personId }))).toBe(
      'engagement.person_unknown',
    );
    await leader.api.post(`/engagements/${id}/messages`, { text: '合同已发' });
    expect(await told(second.api, 'message.posted')).toHaveLength(1);
    expect(await told(sme.api, 'message.posted')).toHaveLength(0);
    await sme.api.patch(`/people/${second.id}`, { active: false });
    await eventually(async () => (await read()).firm?.gone);
  });

  it('tells the organisation and staff when the person has left; either names another', async () => {
    const staff = await addMember(deployment, 'staff', '民营经济服务中心');
    expect(await told(sme.api, 'engagement.orphaned')).toMatchObject([{ body: expect.stringContaining('李工') }]);
    const { items } = await staff.api.get<List<Thread>>('/engagements?orphaned=true');
    expect(items).toMatchObject([{ id }]);
    expect(await refusal(staff.api.post(`/engagements/${id}/owner`, { personId: sme.personId }))).toBe(
      'engagement.side_needed',
    );
    await staff.api.post(`/engagements/${id}/owner`, { personId: sme.personId, side: 'firm' });
    expect((await read()).firm).toEqual({ id: sme.personId, name: expect.any(String) });
    expect((await staff.api.get<List<Thread>>('/engagements?orphaned=true')).items).toEqual([]);
  });

  it('ends with a reason that the other side reads, and stays to be read', async () => {
    await close(leader, 'supply', { amount: 500_000, evidence: ['HT-2026-118'] });
    await leader.api.post(`/engagements/${id}/ending`, { reason: 'completed' });
    expect(await told(sme.api, 'engagement.ended')).toMatchObject([
      { body: expect.stringContaining('it is completed') },
    ]);
    expect(await refusal(sme.api.post(`/engagements/${id}/messages`, { text: '?' }))).toBe('engagement.thread_ended');
    expect(await refusal(close(sme, 'repeat'))).toBe('engagement.thread_ended');
    const history = await sme.api.get<List<{ action: string }>>(`/engagements/${id}/history?limit=100`);
    expect(history.items.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['open', 'done nda', 'plan sample', 'skipped trial', 'reassign', 'orphan', 'end']),
    );
    expect(await step('supply')).toMatchObject({ status: 'done', amount: 500_000 });
  });

  it('is begun by the leader too, once for each firm, and nobody else reads it', async () => {
    demandId = await publish('洗衣机精密齿轮配套');
    const [profile] = (await sme.api.get<List<{ id: string }>>('/profiles')).items;
    const open = () => leader.api.post<Thread>(`/demands/${demandId}/engagements`, { firmId: profile?.id });
    const both = await Promise.all([open(), open()]);
    expect(both[0].id).toBe(both[1].id);
    id = both[0].id;
    expect(await told(sme.api, 'engagement.opened')).toHaveLength(1);
    expect(await refusal(leader.api.post(`/demands/${demandId}/engagements`, { firmId: 'nobody' }))).toBe(
      'engagement.firm_unreachable',
    );
    // Who does something first at the firm sees to it.
    await close(sme, 'contact');
    expect((await read()).firm?.id).toBe(sme.personId);
    const stranger = await addMember(deployment, 'leader', '外部链主');
    expect(await refusal(stranger.api.get(`/engagements/${id}`))).toBe('common.not_found');
    expect(await refusal(stranger.api.post(`/engagements/${id}/messages`, { text: '?' }))).toBe('common.not_found');
    expect(await refusal(stranger.api.post(`/demands/${demandId}/engagements`, { firmId: profile?.id }))).toBe(
      'common.not_found',
    );
  });

  it('is begun by a firm that the demand was proposed to, and by no other', async () => {
    demandId = await publish('空调精密齿轮配套');
    await eventually(async () =>
      (await sme.api.get<List<{ demandId: string }>>('/proposals?limit=100')).items.some(
        (proposal) => proposal.demandId === demandId,
      ),
    );
    await settled(deployment);
    const turn = (member: Member, to = demandId) => member.api.post<Thread>(`/demands/${to}/approach`);
    const [one, two] = await Promise.all([turn(sme), turn(sme)]);
    expect(one.id).toBe(two.id);
    id = one.id;
    expect(one).toMatchObject({ status: 'open', firm: { id: sme.personId }, demand: { withheld: ['budget'] } });
    expect((await step('contact'))?.owner).toMatchObject({ id: sme.personId, side: 'firm' });
    const turned = await told(leader.api, 'engagement.approached');
    expect(turned).toMatchObject([{ body: expect.stringContaining(sme.organisationName) }]);
    expect(await told(sme.api, 'engagement.opened')).toHaveLength(1);
    // The NDA is signed before the firm responds: it reads what is kept for after it.
    await close(leader, 'nda');
    expect((await read()).demand).toMatchObject({ budget: { max: 987_654 } });

    const other = await addMember(deployment, 'sme', '烟台无关纺织有限公司');
    expect(await refusal(turn(other))).toBe('engagement.not_proposed');
    expect(await refusal(turn(leader))).toBe('engagement.own_demand');
    const hidden = {
      title: '匿名的精密齿轮需求',
      process: '磨齿',
      deadline: inDays(60),
      disclosure: { ownerName: 'nda' },
    };
    const { id: kept } = await leader.api.post<{ id: string }>('/demands', { type: 'supply', ...hidden });
    await leader.api.post(`/demands/${kept}/submission`);
    const proposed = () => sme.api.get<List<{ demandId: string }>>('/proposals?limit=100');
    await eventually(async () => (await proposed()).items.some((proposal) => proposal.demandId === kept));
    await settled(deployment);
    expect(await refusal(turn(sme, kept))).toBe('engagement.owner_hidden');
  });

  it('outlives a kill', async () => {
    await deployment.kill('engagement');
    await deployment.start();
    sme = { ...sme, api: new ApiClient(deployment.url, sme.token, 'en') };
    expect(await read()).toMatchObject({ id, status: 'open' });
  });
});
