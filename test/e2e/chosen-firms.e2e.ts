import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ApiClient } from '#platform/http/api-client';
import { deploy } from './deploy.js';
import type { Deployment } from './deployment.js';
import { addMember, eventually, inDays, type Member, settled } from './people.js';

interface Proposal {
  readonly id: string;
  readonly demandId: string;
  readonly status: string;
  readonly asked?: { readonly at: string; readonly until?: string };
  readonly withdrawnBecause?: string;
  readonly answer?: object;
}
interface List {
  readonly version: number;
  readonly order: string;
  readonly firms: readonly { readonly firmId: string; readonly state: string; readonly reachable?: boolean }[];
}

/** The code of the refusal. */
const refusal = (asking: Promise<unknown>) =>
  asking.then(
    () => 'nothing refused',
    (error: { problem?: { code?: string } }) => error.problem?.code,
  );

describe('a demand that is shown to chosen firms only', () => {
  let deployment: Deployment;
  let leader: Member;
  let staff: Member;
  let firms: readonly [Member, Member, Member];
  let profiles: string[];
  /** The leader's, not its own: staff look at it first. */
  let demandId: string;

  beforeAll(async () => {
    deployment = await deploy();
    leader = await addMember(deployment, 'leader', '海岳家电集团');
    staff = await addMember(deployment, 'staff', '民营经济局');
    firms = [
      await addMember(deployment, 'sme', '青岛岚齿精密机械有限公司'),
      await addMember(deployment, 'sme', '潍坊新齿轮有限公司'),
      await addMember(deployment, 'sme', '烟台齿轮制造有限公司'),
    ];
    profiles = [];
    for (const { api, organisationName } of firms) {
      const body = { name: organisationName, products: ['精密齿轮'], processes: ['磨齿'] };
      profiles.push((await api.post<{ id: string }>('/profiles', body)).id);
    }
    await settled(deployment);
  }, 120_000);
  afterAll(() => deployment.destroy());

  const choice = (order: string, which: readonly number[], days?: number) => ({
    order,
    ...(days ? { days } : {}),
    firms: which.map((at) => ({ firmId: profiles[at] })),
  });
  const write = async (chosen: object | null, title = '精密齿轮') => {
    const body = { type: 'supply', title, process: '磨齿', deadline: inDays(60), chosen };
    return (await leader.api.post<{ id: string }>('/demands', body)).id;
  };
  const proposalOf = async ({ api }: Member, id = demandId) => {
    const { items } = await api.get<{ items: Proposal[] }>('/proposals?limit=100');
    return items.find((proposal) => proposal.demandId === id);
  };
  const states = async (api: ApiClient, id = demandId) =>
    (await api.get<List>(`/demands/${id}/chosen-firms`)).firms.map(({ state }) => state);
  const respond = async ({ api }: Member, id = demandId) => {
    const { id: response } = await api.put<{ id: string }>(`/demands/${id}/response`, { plan: '先送样' });
    await api.post(`/responses/${response}/submission`);
    return response;
  };
  const notices = async ({ api }: Member) =>
    (await api.get<{ items: { kind: string; title: string }[] }>('/notices?limit=100')).items.map(({ kind }) => kind);

  it('needs firms that there are, may hear of it, and a term when they are asked in turn', async () => {
    const to = (chosen: object) => refusal(write(chosen));
    expect(await to({ order: 'in-turn', firms: [{ firmId: profiles[0] }] })).toBe('demand.chosen_days');
    expect(await to({ order: 'at-once', firms: [{ firmId: 'nobody' }] })).toBe('demand.chosen_unknown');
    expect(await to({ order: 'some-time', firms: [] })).toBe('field.one_of');
    const { id: own } = await leader.api.post<{ id: string }>('/profiles', { name: leader.organisationName });
    await settled(deployment);
    expect(await to({ order: 'at-once', firms: [{ firmId: own }] })).toBe('demand.chosen_own');
    const blocked = [firms[0].creditCode, profiles[0]];
    const body = { type: 'supply', title: '精密齿轮', deadline: inDays(60), blocked, chosen: choice('at-once', [0]) };
    expect(await refusal(leader.api.post('/demands', body))).toBe('demand.chosen_blocked');
    const empty = await write({ order: 'at-once', firms: [] });
    expect(await refusal(leader.api.post(`/demands/${empty}/submission`))).toBe('demand.chosen_nobody');
    const open = await write(null, '公开的无关需求');
    await leader.api.post(`/demands/${open}/submission`);
    expect(await refusal(leader.api.put(`/demands/${open}/chosen-firms`, choice('at-once', [0])))).toBe(
      'demand.chosen_too_late',
    );
  });

  it('is shown to the first, with its term, and to nobody else', async () => {
    demandId = await write(choice('in-turn', [1, 0, 2], 10));
    await leader.api.post(`/demands/${demandId}/submission`);
    await settled(deployment);
    const asked = await eventually(() => proposalOf(firms[1]));
    expect(asked).toMatchObject({ status: 'released', asked: { at: expect.any(String), until: expect.any(String) } });
    expect(await notices(firms[1])).toContain('proposal.asked');
    expect(await states(leader.api)).toEqual(['asked', 'waiting', 'waiting']);
    for (const other of [firms[0], firms[2]]) {
      expect(await proposalOf(other)).toBeUndefined();
      expect(await notices(other)).not.toContain('proposal.asked');
      expect(await refusal(other.api.get(`/demands/${demandId}`))).toBe('common.not_found');
      expect(await refusal(other.api.put(`/demands/${demandId}/response`, { plan: '先送样' }))).toBe(
        'common.not_found',
      );
      const stale = other.api.patch(`/demands/${demandId}`, { title: '改一改标题' }, { 'if-match': '99' });
      expect(await refusal(stale)).toBe('common.not_found');
    }
    expect(await firms[1].api.get(`/demands/${demandId}`)).toMatchObject({ id: demandId, title: '精密齿轮' });
    expect(await firms[1].api.get(`/demands/${demandId}`)).not.toHaveProperty('chosen');
    expect(await leader.api.get(`/demands/${demandId}`)).toMatchObject({ chosen: { order: 'in-turn', days: 10 } });
  });

  it('ranks the candidates for its owner and staff, and tells nobody', async () => {
    const { firms: found } = await leader.api.get<{ firms: { firmId: string }[] }>(`/demands/${demandId}/candidates`);
    expect(found.map(({ firmId }) => firmId).sort()).toEqual([...profiles].sort());
    expect(await refusal(firms[1].api.get(`/demands/${demandId}/candidates`))).toBe('matching.chosen_nothing');
    expect(await refusal(firms[1].api.get(`/demands/${demandId}/chosen-firms`))).toBe('matching.chosen_nothing');
    expect(await proposalOf(firms[0])).toBeUndefined();
  });

  it('goes on to the next when the first declines; the first is told no more', async () => {
    const first = (await proposalOf(firms[1])) as Proposal;
    await firms[1].api.post(`/proposals/${first.id}/answer`, { answer: 'declined', reasons: ['no-capacity'] });
    await eventually(() => proposalOf(firms[0]));
    expect(await states(staff.api)).toEqual(['declined', 'asked', 'waiting']);
    const over = await eventually(async () => {
      const now = await proposalOf(firms[1]);
      return now?.status === 'withdrawn' && now;
    });
    expect(over).toMatchObject({ withdrawnBecause: 'declined' });
    await eventually(async () => (await refusal(firms[1].api.get(`/demands/${demandId}`))) === 'common.not_found');
    // It was asked once: it learns why its response is not taken. One that was never asked learns nothing.
    await settled(deployment);
    const put = (firm: Member) => refusal(firm.api.put(`/demands/${demandId}/response`, { plan: '先送样' }));
    expect(await put(firms[1])).toBe('engagement.asked_no_more');
    expect(await put(firms[2])).toBe('common.not_found');
  });

  it('waits while the response of one stands, and goes on when it is rejected', async () => {
    const response = await respond(firms[0]);
    await eventually(async () => (await states(leader.api))[1] === 'answered');
    expect(await states(leader.api)).toEqual(['declined', 'answered', 'waiting']);
    await leader.api.post(`/responses/${response}/rejection`, { reason: 'schedule' });
    await eventually(() => proposalOf(firms[2]));
    expect(await states(leader.api)).toEqual(['declined', 'rejected', 'asked']);
  });

  it('asks a firm again that is taken out and chosen once more, by staff', async () => {
    await staff.api.put(`/demands/${demandId}/chosen-firms`, choice('in-turn', [2], 5));
    await settled(deployment);
    await staff.api.put(`/demands/${demandId}/chosen-firms`, choice('at-once', [2, 1], 5));
    const again = await eventually(async () => {
      const now = await proposalOf(firms[1]);
      return now?.status === 'released' && now;
    });
    expect(again).not.toHaveProperty('answer');
    await settled(deployment);
    expect((await notices(firms[1])).filter((kind) => kind === 'proposal.asked')).toHaveLength(2);
    const { items } = await leader.api.get<{ items: { action: string }[] }>(`/demands/${demandId}/history`);
    expect(items.map(({ action }) => action)).toContain('choose');
  });

  it('is for everybody once its owner opens it', async () => {
    await leader.api.delete(`/demands/${demandId}/chosen-firms`);
    await settled(deployment);
    expect(await firms[0].api.get(`/demands/${demandId}`)).toMatchObject({ id: demandId });
    expect(await proposalOf(firms[2])).not.toHaveProperty('asked');
    expect(await refusal(leader.api.put(`/demands/${demandId}/chosen-firms`, choice('at-once', [0])))).toBe(
      'demand.chosen_too_late',
    );
  });
});
