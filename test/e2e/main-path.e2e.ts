import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { EVENTS, TOPICS } from '#contracts/topics';
import { ApiClient } from '#platform/http/api-client';
import { logEvent } from '#test/kit/makers';
import { deploy } from './deploy.js';
import type { Deployment } from './deployment.js';
import { Listener } from './listener.js';
import { addMember, eventually, importFirms, inDays, type Member, settled, signUp } from './people.js';

interface Proposal {
  readonly id: string;
  readonly status: string;
  readonly demandId: string;
  readonly demand: { readonly title: string };
  readonly firmId: string;
  readonly firmName: string;
  readonly reachable: boolean;
  readonly reasons: {
    readonly requirements: readonly {
      readonly requirement: string;
      readonly state: string;
      readonly line?: { readonly text: string };
    }[];
    readonly missing: readonly string[];
  };
}
interface List<T> {
  readonly items: T[];
}
interface Demand {
  readonly id: string;
  readonly version: number;
  readonly status: string;
}

const GEAR = {
  name: '青岛岚齿精密机械有限公司',
  region: '山东省青岛市城阳区',
  products: ['冰箱压缩机用精密齿轮'],
  processes: ['磨齿', '渗碳淬火'],
  certificates: [{ name: 'IATF 16949:2016', validUntil: inDays(400) }],
};
const EXPIRED = {
  ...GEAR,
  name: '潍坊旧证齿轮有限公司',
  certificates: [{ name: 'IATF 16949:2016', validUntil: inDays(-30) }],
};
const SILENT = { ...GEAR, name: '烟台无证齿轮有限公司', certificates: [] };
const OTHERS = [
  { name: '苏州医用导管有限公司', products: ['一次性无菌导管'] },
  { name: '杭州纸箱包装有限公司', products: ['瓦楞纸箱'] },
  { name: '成都环境检测有限公司', products: ['水质检测服务'] },
];

const demandBody = (title: string) => ({
  type: 'supply',
  title,
  background: '新平台量产，产能不足',
  process: '磨齿',
  requirements: [{ name: '渗碳淬火', target: '具备', must: true }],
  certificates: [{ name: 'IATF 16949', must: true }],
  deadline: inDays(60),
});

describe('the main path', () => {
  let deployment: Deployment;
  let leader: Member;
  let sme: Member;
  let gearId: string;
  let demandId: string;

  beforeAll(async () => {
    deployment = await deploy();
    leader = await addMember(deployment, 'leader', '海岳家电集团');
    await importFirms(deployment, [GEAR, EXPIRED, SILENT, ...OTHERS]);
  });
  afterAll(() => deployment.destroy());

  const proposalsOf = async (id: string) => (await leader.api.get<List<Proposal>>(`/demands/${id}/proposals`)).items;
  const publish = async (title: string): Promise<string> => {
    const { id } = await leader.api.post<Demand>('/demands', demandBody(title));
    const { status } = await leader.api.post<Demand>(`/demands/${id}/submission`);
    expect(status).toBe('published');
    return id;
  };

  it('finds the firms that can meet a published demand, says why, and excludes only on contradiction', async () => {
    demandId = await publish('冰箱压缩机精密齿轮配套');
    const proposals = await eventually(async () => {
      const items = await proposalsOf(demandId).catch(() => []);
      // Each proposal is an event of its own: one may be there before the other.
      return items.length > 1 && items;
    });
    expect(proposals.map((proposal) => proposal.firmName).sort()).toEqual([GEAR.name, SILENT.name].sort());
    const [gear] = proposals.filter((proposal) => proposal.firmName === GEAR.name);
    gearId = gear?.firmId ?? '';
    const states = Object.fromEntries(
      (gear?.reasons.requirements ?? []).map((reason) => [reason.requirement, reason.state]),
    );
    expect(states).toMatchObject({ r1: 'met', 'certificate:IATF 16949': 'met', process: 'met' });
    const silent = proposals.find((proposal) => proposal.firmName === SILENT.name);
    expect(silent?.reasons.missing).toContain('certificate:IATF 16949');
    const decision = await leader.api.get<{ excluded: { firmName: string; sentence: string }[] }>(
      `/demands/${demandId}/decision`,
    );
    expect(decision.excluded).toMatchObject([
      { firmName: EXPIRED.name, sentence: expect.stringContaining('IATF 16949') },
    ]);
  });

  it('lists firms without an account for staff to invite, with a link that leads to a claim', async () => {
    const staff = await addMember(deployment, 'staff', '民营经济服务中心');
    const toInvite = await staff.api.get<List<{ firmId: string; demands: { demandId: string }[] }>>('/firms-to-invite');
    expect(toInvite.items.find((firm) => firm.firmId === gearId)?.demands).toMatchObject([{ demandId }]);
    const { code, url } = await staff.api.post<{ code: string; url: string }>('/invitations', { profileId: gearId });
    expect(url).toBe(`${deployment.url}/invitations/${code}`);
    const anyone = new ApiClient(deployment.url);
    expect(await anyone.get(`/invitations/${code}`)).toMatchObject({ firmName: GEAR.name });

    sme = await signUp(deployment, 'sme', GEAR.name, { invitation: code });
    const approve = { decision: 'approve' };
    await staff.api.post(`/organisations/${sme.organisationId}/decisions`, approve);
    const claim = await eventually(async () => {
      const { items } = await staff.api.get<List<{ id: string; organisationId: string }>>('/claims');
      return items.find((one) => one.organisationId === sme.organisationId);
    });
    await staff.api.post(`/claims/${claim.id}/decision`, { decision: 'accept' });
    const mine = await eventually(async () => (await sme.api.get<List<{ id: string }>>('/profiles')).items[0]);
    expect(mine.id).toBe(gearId);
  });

  it('tells the firm of what was proposed to it before it had an account, once', async () => {
    const [proposal] = await eventually(async () => {
      const { items } = await sme.api.get<List<Proposal>>('/proposals');
      return items.length > 0 && items;
    });
    expect(proposal).toMatchObject({ status: 'released', demandId, firmId: gearId });
    await settled(deployment);
    const notices = await sme.api.get<List<{ kind: string; about: { id: string } }>>('/notices');
    expect(notices.items.filter((notice) => notice.kind === 'proposal.released')).toMatchObject([
      { about: { id: proposal?.id } },
    ]);
    const toInvite = await deployment.operator.get<List<{ firmId: string }>>('/firms-to-invite');
    expect(toInvite.items.map((firm) => firm.firmId)).not.toContain(gearId);
  });

  it('takes the answer of the firm in one request; the leader hears of it and sees why, and a row to learn from is kept', async () => {
    const [{ id } = { id: '' }] = (await sme.api.get<List<Proposal>>('/proposals')).items;
    const live = await Listener.open(deployment, leader.token);
    await sme.api.post(`/proposals/${id}/answer`, {
      answer: 'declined',
      reasons: ['no-capacity'],
      note: '三季度有产能',
    });
    const { data } = await live.next();
    live.close();
    expect(data).toMatchObject({ kind: 'proposal.declined', about: { type: 'demand', id: demandId } });
    const [seen] = (await proposalsOf(demandId)).filter(({ firmId }) => firmId === gearId);
    expect(seen).toMatchObject({ answer: { answer: 'declined', reasons: ['no-capacity'], note: '三季度有产能' } });
    const row = await eventually(async () => {
      const { items } = await deployment.operator.get<List<{ firmId: string; text: string }>>('/training-rows');
      return items.find(({ firmId }) => firmId === gearId);
    });
    expect(row).toMatchObject({ text: '冰箱压缩机精密齿轮配套', outcome: 'declined', reasons: ['no-capacity'] });
  });

  it('tells staff every part of a score, and the leader what the groups add', async () => {
    interface Parts {
      readonly score: number;
      readonly parts: readonly { readonly part: string; readonly features: readonly object[] }[];
    }
    const path = `/demands/${demandId}/firms/${gearId}/breakdown`;
    const whole = await deployment.operator.get<Parts>(path);
    const sums = await leader.api.get<Parts>(path);
    expect(sums.score).toBe(whole.score);
    expect(whole.parts.some(({ features }) => features.length > 0)).toBe(true);
    expect(sums.parts.flatMap(({ features }) => features)).toEqual([]);
    expect(sums.parts.map(({ part }) => part)).toEqual(expect.arrayContaining(['process', 'certificates']));
    const coverage = await deployment.operator.get<{ firms: number; proposed: number }>('/proposal-coverage');
    expect(coverage).toMatchObject({ firms: 6, proposed: 2 });
  });

  it('streams a new notice at once and goes on after a break without loss or doubles', async () => {
    const live = await Listener.open(deployment, sme.token);
    const first = await publish('洗衣机减速器精密齿轮磨齿配套');
    const told = await live.next();
    expect(told).toMatchObject({
      event: 'notice',
      data: { kind: 'proposal.released', title: expect.stringContaining('洗衣机减速器') },
    });
    live.close();
    // One after the other: between demands under way at once no order is promised.
    for (const title of ['空调压缩机精密齿轮磨齿配套', '风扇电机精密齿轮磨齿配套']) {
      await publish(title);
      await settled(deployment);
    }
    const again = await Listener.open(deployment, sme.token, told.id);
    const titles = [await again.next(), await again.next()].map((event) => (event.data as { title: string }).title);
    expect(titles).toEqual([expect.stringContaining('空调压缩机'), expect.stringContaining('风扇电机')]);
    again.close();
    expect((await sme.api.get<{ unread: number }>('/notices/unread')).unread).toBeGreaterThanOrEqual(4);
    expect(await sme.api.post('/notices/read', {})).toEqual({ unread: 0 });
    expect(first).not.toBe(demandId);
  });

  it('matches the other way round: a new profile finds the open demands', async () => {
    const fresh = await addMember(deployment, 'sme', '日照新齿轮科技有限公司');
    await fresh.api.post('/profiles', {
      name: '日照新齿轮科技有限公司',
      products: ['压缩机精密齿轮'],
      processes: ['磨齿', '渗碳淬火'],
    });
    // It is one of several, and they come one after the other.
    await eventually(async () => {
      const { items } = await fresh.api.get<List<Proposal>>('/proposals');
      return items.length >= 2 && items.some((proposal) => proposal.demandId === demandId);
    });
  });

  it('revises and withdraws when the demand changes, and tells nobody twice', async () => {
    const before = await sme.api.get<List<object>>('/notices?limit=100');
    const { version } = await leader.api.get<Demand>(`/demands/${demandId}`);
    await leader.api.patch(`/demands/${demandId}`, { background: '补充：二期量产' }, { 'if-match': `"${version}"` });
    await settled(deployment);
    const revised = await proposalsOf(demandId);
    expect(revised.find((proposal) => proposal.firmId === gearId)?.status).toBe('released');
    await leader.api.patch(`/demands/${demandId}`, { blocked: [sme.organisationId] });
    await eventually(async () => (await proposalsOf(demandId)).every((proposal) => proposal.firmId !== gearId));
    const mine = await sme.api.get<List<Proposal>>('/proposals?limit=100');
    expect(mine.items.find((proposal) => proposal.demandId === demandId)?.status).toBe('withdrawn');
    await settled(deployment);
    expect((await sme.api.get<List<object>>('/notices?limit=100')).items).toHaveLength(before.items.length);
  });

  it('finds demands and firms for people, by Chinese words and unfinished ones', async () => {
    await settled(deployment);
    const anyone = new ApiClient(deployment.url);
    const search = (path: string) =>
      anyone.get<{ hits: { id: string }[]; total: number; facets: Record<string, { value: string; count: number }[]> }>(
        path,
      );
    const firms = await eventually(async () => {
      const found = await search(`/search/firms?q=${encodeURIComponent('磨齿')}`);
      return found.total >= 4 && found;
    });
    expect(firms.hits.map((hit) => hit.id)).toContain(gearId);
    expect(firms.facets.region).toContainEqual({ value: '山东省', count: 3 });
    const prefix = await search(`/search/demands?q=${encodeURIComponent('精密齿')}&status=published`);
    expect(prefix.hits.map((hit) => hit.id)).toContain(demandId);
  });

  it('finds organisations for staff, by a part of the name and by credit code, as they are now', async () => {
    const staff = await addMember(deployment, 'staff', '招商服务中心');
    const waiting = await signUp(deployment, 'sme', '临沂待审轴承有限公司');
    type Found = { hits: { id: string; show: { status: string } }[] };
    const find = async (q: string) =>
      (await staff.api.get<Found>(`/search/organisations?q=${encodeURIComponent(q)}`)).hits;
    const byName = await eventually(async () =>
      (await find('待审轴承')).find(({ id }) => id === waiting.organisationId),
    );
    expect(byName.show).toMatchObject({ status: 'pending', creditCode: waiting.creditCode });
    await staff.api.post(`/organisations/${waiting.organisationId}/decisions`, { decision: 'approve' });
    // Others with nearly the same code may follow.
    const first = await eventually(async () => {
      const [best] = await find(waiting.creditCode);
      return best?.show.status === 'approved' && best;
    });
    expect(first.id).toBe(waiting.organisationId);
  });

  it('closes: proposals are withdrawn and nothing new is proposed', async () => {
    await leader.api.post(`/demands/${demandId}/closing`, { reason: 'fulfilled' });
    await eventually(async () => (await proposalsOf(demandId)).length === 0);
    const history = await leader.api.get<List<{ action: string }>>(`/demands/${demandId}/history`);
    expect(history.items.map((change) => change.action)).toEqual(['close', 'revise', 'revise', 'publish', 'draft']);
  });

  it('keeps everything over a kill', async () => {
    await deployment.kill();
    await deployment.start();
    const back = new ApiClient(deployment.url, sme.token, 'en');
    expect((await back.get<List<object>>('/proposals?limit=100')).items.length).toBeGreaterThanOrEqual(4);
    expect(await back.get('/notices/unread')).toEqual({ unread: 0 });
  });

  it('goes on beside events of which nothing can be made', async () => {
    const topics = [TOPICS.profile, TOPICS.demand, TOPICS.decision, TOPICS.proposal, TOPICS.notice, TOPICS.publicFirm];
    const senseless = [null, {}, { demand: {} }, { poison: true }];
    await deployment.append(
      topics.flatMap((topic) =>
        senseless.map((data, at) => logEvent(topic, EVENTS.demandPublished, `poison-${at}`, data, at + 1)),
      ),
    );
    leader = { ...leader, api: new ApiClient(deployment.url, leader.token, 'en') };
    const listener = await Listener.open(deployment, sme.token);
    const id = await publish('烘干机精密齿轮磨齿配套');
    await eventually(async () => {
      const items = await proposalsOf(id).catch(() => []);
      return items.some((proposal) => proposal.firmId === gearId);
    }, 60_000);
    expect(await listener.next()).toMatchObject({ data: { title: expect.stringContaining('烘干机') } });
    listener.close();
  }, 90_000);
});
