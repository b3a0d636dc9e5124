import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readSheet } from 'read-excel-file/node';
import { deploy } from './deploy.js';
import type { Deployment } from './deployment.js';
import { addMember, eventually, inDays, type Member, settled } from './people.js';

interface Reached {
  readonly told: number;
  readonly seen: number;
  readonly answered: number;
  readonly accepted: number;
  readonly met: number;
  readonly contract: number;
}
interface Line {
  readonly key: string;
  readonly name: string;
  readonly demands: number;
  readonly reached: Reached;
  readonly amount: number;
  readonly firstAnswerHours?: number;
}
interface Funnel {
  readonly total: Line;
  readonly lines: readonly Line[];
  readonly reach?: { readonly told: number; readonly registered: number; readonly firms: number };
}

const GEAR = { products: ['冰箱压缩机用精密齿轮'], processes: ['磨齿'] };
const REGIONS = ['山东省青岛市城阳区', '山东省青岛市即墨区', '山东省潍坊市'];

describe('the figures from demand to contract', () => {
  let deployment: Deployment;
  let staff: Member;
  let leader: Member;
  let other: Member;
  let firms: Member[];
  let demandId: string;

  beforeAll(async () => {
    deployment = await deploy();
    staff = await addMember(deployment, 'staff', '民营经济服务中心');
    leader = await addMember(deployment, 'leader', '海岳家电集团');
    other = await addMember(deployment, 'leader', '泰山轨道集团');
    firms = [];
    for (const [at, region] of REGIONS.entries()) {
      const firm = await addMember(deployment, 'sme', `第${at + 1}精密齿轮有限公司`);
      await firm.api.post('/profiles', { name: firm.organisationName, region, ...GEAR });
      firms.push(firm);
    }
    demandId = await publish(leader, '智能家电');
    await publish(other, '轨道交通');
  });
  afterAll(() => deployment.destroy());

  async function publish(owner: Member, chain: string): Promise<string> {
    const body = { type: 'supply', title: `${chain}精密齿轮配套`, chain, process: '磨齿', deadline: inDays(60) };
    const { id } = await owner.api.post<{ id: string }>('/demands', body);
    await owner.api.post(`/demands/${id}/submission`);
    await settled(deployment);
    return id;
  }
  async function funnel(member: Member, query = ''): Promise<Funnel> {
    await settled(deployment);
    // Figures are up to two seconds old.
    await new Promise((resolve) => setTimeout(resolve, 2100));
    return member.api.get<Funnel>(`/insight/funnel${query}`);
  }
  const proposalOf = async (firm: Member) => {
    const { items } = await firm.api.get<{ items: { id: string; demandId: string }[] }>('/proposals');
    const own = items.find((one) => one.demandId === demandId);
    if (!own) throw new Error('no proposal');
    return own.id;
  };

  it('count what was told, by chain, month, leader and region', async () => {
    const told = await funnel(staff);
    expect(told.total).toMatchObject({ demands: 2, reached: { told: 6, seen: 0, answered: 0 }, amount: 0 });
    expect(told.lines.map(({ key, demands, reached }) => [key, demands, reached.told]).sort()).toEqual([
      ['智能家电', 1, 3],
      ['轨道交通', 1, 3],
    ]);
    expect(told.reach).toEqual({ told: 3, registered: 3, firms: 3 });
    const byRegion = await staff.api.get<Funnel>('/insight/funnel?by=district');
    expect(byRegion.lines.map(({ key, reached }) => [key, reached.told]).sort()).toEqual(
      REGIONS.map((region) => [region, 2]).sort(),
    );
    const byLeader = await staff.api.get<Funnel>('/insight/funnel?by=leader&chain=轨道交通');
    expect(byLeader.lines.map(({ name }) => name)).toEqual([other.organisationName]);
  });

  it('follow a firm that looks, says no, says yes, meets and signs', async () => {
    const [first, second, third] = firms as [Member, Member, Member];
    await first.api.post(`/proposals/${await proposalOf(first)}/seen`);
    await second.api.post(`/proposals/${await proposalOf(second)}/answer`, { answer: 'declined', reasons: ['terms'] });
    await third.api.post(`/proposals/${await proposalOf(third)}/seen`);
    await third.api.post(`/proposals/${await proposalOf(third)}/answer`, { answer: 'interested' });
    const thread = await eventually(() =>
      leader.api
        .get<{ items: { firmId: string; firmName: string }[] }>(`/demands/${demandId}/proposals`)
        .then(({ items }) => items.find(({ firmName }) => firmName === third.organisationName))
        .then(
          (found) =>
            found && leader.api.post<{ id: string }>(`/demands/${demandId}/engagements`, { firmId: found.firmId }),
        ),
    );
    const close = (kind: string, more: object = {}) =>
      leader.api.post(`/engagements/${thread.id}/steps/${kind}/closing`, { outcome: 'done', ...more });
    await close('contact');
    await close('supply', { amount: 1_200_000, evidence: ['合同 2026-118'] });
    const { total } = await funnel(leader);
    expect(total).toMatchObject({
      demands: 1,
      reached: { told: 3, seen: 3, answered: 2, accepted: 1, met: 1, contract: 1 },
      amount: 1_200_000,
    });
    expect(total.firstAnswerHours).toBeGreaterThanOrEqual(0);
  });

  it('lead to the demands and the firms behind them', async () => {
    const { items, total } = await staff.api.get<{ items: Line[]; total: number }>('/insight/demands?stage=contract');
    expect([total, items.map(({ key }) => key)]).toEqual([1, [demandId]]);
    const cases = await leader.api.get<{ firmName: string; stage: string; declined: boolean; district: string }[]>(
      `/insight/demands/${demandId}/cases`,
    );
    expect(cases.map(({ stage, declined, district }) => [stage, declined, district])).toEqual([
      ['contract', false, REGIONS[2]],
      ['answered', true, REGIONS[1]],
      ['seen', false, REGIONS[0]],
    ]);
  });

  it('are a leader’s own only, and no firm’s', async () => {
    const own = await other.api.get<Funnel>(`/insight/funnel?leader=${leader.organisationId}`);
    expect([own.total.demands, own.reach]).toEqual([1, undefined]);
    expect(own.lines.map(({ key }) => key)).toEqual(['轨道交通']);
    await expect(other.api.get(`/insight/demands/${demandId}/cases`)).rejects.toMatchObject({ status: 404 });
    await expect(firms[0]?.api.get('/insight/funnel')).rejects.toMatchObject({ status: 403 });
  });

  it('come as a sheet', async () => {
    const { url } = deployment;
    const answer = await fetch(`${url}/api/v1/insight/sheet`, { headers: { authorization: `Bearer ${staff.token}` } });
    const rows = await readSheet(Buffer.from(await answer.arrayBuffer()));
    expect(rows.at(-1)?.slice(0, 9)).toEqual(['合计', 2, 6, 3, 2, 1, 1, 1, 1_200_000]);
  });

  it('are what the facts say, also after a kill and when they are made anew', async () => {
    expect(await staff.api.get('/insight/check')).toEqual({ demands: 2, cases: 6, wrong: [] });
    await deployment.kill('engagement');
    await deployment.start();
    const operator = deployment.operator;
    const rebuilt = await operator.post<{ removed: number }>('/operations/projections/insight');
    expect(rebuilt.removed).toBe(0);
    expect(await operator.get('/insight/check')).toEqual({ demands: 2, cases: 6, wrong: [] });
    const { total } = await operator.get<Funnel>('/insight/funnel');
    expect(total).toMatchObject({ reached: { told: 6, seen: 3, answered: 2, accepted: 1, met: 1, contract: 1 } });
  });
});
