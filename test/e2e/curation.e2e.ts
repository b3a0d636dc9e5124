import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ApiClient } from '#platform/http/api-client';
import { deploy } from './deploy.js';
import type { Deployment } from './deployment.js';
import { addColleague, addMember, eventually, inDays, type Member, settled } from './people.js';

interface Demand {
  readonly id: string;
  readonly status: string;
  readonly version: number;
  readonly approval?: { readonly byName: string; readonly checks: readonly string[] };
}
interface Curation {
  readonly held: boolean;
  readonly version: number;
  readonly firms: readonly { readonly firmId: string; readonly told: boolean; readonly touch?: string }[];
  readonly touches: readonly { readonly firmId: string; readonly kind: string }[];
  readonly excluded: readonly { readonly firmId: string; readonly sentence: string }[];
}
interface List<T> {
  readonly items: readonly T[];
}
interface Firm {
  readonly member: Member;
  readonly id: string;
}

describe('staff curate', () => {
  let deployment: Deployment;
  let leader: Member;
  let staff: Member;
  let second: ApiClient;
  let good: Firm;
  let fair: Firm;
  let small: Firm;

  beforeAll(async () => {
    deployment = await deploy();
    leader = await addMember(deployment, 'leader', '海岳家电集团');
    staff = await addMember(deployment, 'staff', '青岛市民营经济服务中心');
    second = (await addColleague(deployment, staff, '周敏')).api;
    good = await firm('青岛岚齿精密机械有限公司', { products: ['冰箱压缩机用精密齿轮'], processes: ['磨齿'] });
    fair = await firm('潍坊新齿轮有限公司', { products: ['精密齿轮', '包装纸箱'], processes: ['磨齿'] });
    small = await firm('胶州铸锐齿轮有限公司', { products: ['精密齿轮'], capacity: ['月产能 1000 件'] });
    await settled(deployment);
  });
  afterAll(() => deployment.destroy());

  async function firm(name: string, profile: object): Promise<Firm> {
    const member = await addMember(deployment, 'sme', name);
    const { id } = await member.api.post<{ id: string }>('/profiles', { name, ...profile });
    return { member, id };
  }
  async function add(title: string, more: object = {}): Promise<Demand> {
    const body = { type: 'supply', title, process: '磨齿', deadline: inDays(60), ...more };
    return leader.api.post<Demand>('/demands', body);
  }
  const handIn = (id: string) => leader.api.post<Demand>(`/demands/${id}/submission`);
  const list = (id: string) => staff.api.get<Curation>(`/demands/${id}/curation`);
  const listed = (id: string) => eventually(() => list(id).catch(() => undefined));
  const touch = (id: string, { id: firmId }: Firm, body: object) =>
    staff.api.put<Curation>(`/demands/${id}/curation/firms/${firmId}`, body);
  const firmsOf = ({ firms }: Curation) => firms.map(({ firmId }) => firmId);
  const toldOf = async ({ member }: Firm, demandId: string) => {
    await settled(deployment);
    const { items } = await member.api.get<List<{ demandId: string; status: string }>>('/proposals?limit=100');
    return items.filter((one) => one.demandId === demandId).map(({ status }) => status);
  };
  const refusal = async (asking: Promise<unknown>) =>
    asking.then(
      () => 'nothing refused',
      (error: { problem?: { code?: string } }) => error.problem?.code,
    );

  it('look at a sensitive demand twice, each with the ticks kept, before it is published', async () => {
    const { id } = await add('冰箱压缩机精密齿轮一号');
    await leader.api.put(`/demands/${id}/sensitivity`, { sensitive: true });
    expect((await handIn(id)).status).toBe('submitted');
    const body = { checks: ['clear', 'no-secrets'] };
    const first = await staff.api.post<Demand>(`/demands/${id}/publication`, body);
    expect(first).toMatchObject({ status: 'submitted', approval: { checks: ['clear', 'no-secrets'] } });
    expect(await refusal(staff.api.post(`/demands/${id}/publication`, body))).toBe('demand.second_person');
    expect(await refusal(deployment.operator.post(`/demands/${id}/publication`))).toBe('demand.person_needed');
    expect((await second.post<Demand>(`/demands/${id}/publication`, { checks: ['fair'] })).status).toBe('published');
    await settled(deployment);
    const { items } = await leader.api.get<List<{ action: string; byName: string; checks?: string[] }>>(
      `/demands/${id}/history`,
    );
    expect(items.slice(0, 2).map(({ action, checks }) => [action, checks])).toEqual([
      ['publish', ['fair']],
      ['approve', ['clear', 'no-secrets']],
    ]);
    await leader.api.post(`/demands/${id}/closing`, { reason: 'withdrawn' });
  });

  it('see beside a demand which others may be the same', async () => {
    const { id: open } = await add('洗衣机内筒减震吊杆');
    await handIn(open);
    const { id } = await add('洗衣机内筒用减震吊杆');
    await leader.api.put(`/demands/${id}/sensitivity`, { sensitive: true });
    await handIn(id);
    await settled(deployment);
    const { items } = await staff.api.get<List<{ demandId: string; sameOwner: boolean }>>(
      `/demands/${id}/like-demands`,
    );
    expect(items.map(({ demandId, sameOwner }) => [demandId, sameOwner])).toEqual([[open, true]]);
    expect(await refusal(leader.api.get(`/demands/${id}/like-demands`))).toBe('common.forbidden');
  });

  describe('a list that the programme holds', () => {
    let id: string;
    beforeAll(async () => {
      await staff.api.put('/matching-settings', { hold: true });
      const capacity = { name: '月产能', target: '≥ 50000', unit: '件', must: true };
      ({ id } = await add('冰箱压缩机用精密齿轮配套', { requirements: [capacity] }));
      await handIn(id);
      await listed(id);
      await settled(deployment);
    });

    it('is made and sent to nobody; the leader hears that staff look through it', async () => {
      const held = await list(id);
      expect(held.held).toBe(true);
      expect(firmsOf(held)).toEqual([good.id, fair.id]);
      expect(await toldOf(good, id)).toEqual([]);
      expect((await leader.api.get<List<unknown>>(`/demands/${id}/proposals`)).items).toEqual([]);
      expect(await leader.api.get(`/demands/${id}/decision`)).toMatchObject({ held: true });
      const waiting = await staff.api.get<List<{ demandId: string }>>('/held-lists');
      expect(waiting.items.map(({ demandId }) => demandId)).toContain(id);
      expect(await refusal(leader.api.get(`/demands/${id}/curation`))).toBe('common.forbidden');
    });

    it('is changed by hand: a pin on top, a veto with its reason, a boost, and each can be taken back', async () => {
      expect(firmsOf(await touch(id, fair, { kind: 'pin' }))).toEqual([fair.id, good.id]);
      expect(await refusal(touch(id, good, { kind: 'veto' }))).toBe('matching.touch_reason');
      expect(firmsOf(await touch(id, good, { kind: 'veto', reason: '上次交付违约' }))).toEqual([fair.id]);
      expect(firmsOf(await touch(id, good, { kind: 'boost' }))).toEqual([fair.id, good.id]);
      await staff.api.delete(`/demands/${id}/curation/firms/${good.id}`);
      const back = await staff.api.delete<Curation>(`/demands/${id}/curation/firms/${fair.id}`);
      expect([firmsOf(back), back.touches]).toEqual([[good.id, fair.id], []]);
    });

    it('takes a firm by hand that contradicts a must only when that was shown and confirmed', async () => {
      const shown = await staff.api.get<{ contradicts: { name?: string; sentence: string }[] }>(
        `/demands/${id}/curation/firms/${small.id}`,
      );
      expect(shown.contradicts.map(({ sentence }) => sentence.length > 0)).toEqual([true]);
      const wish = { kind: 'match', reason: '扩产中，明年达标' };
      expect(await refusal(touch(id, small, wish))).toBe('matching.contradicts');
      expect(await refusal(touch(id, small, { kind: 'match', confirm: true }))).toBe('matching.touch_reason');
      expect(firmsOf(await touch(id, small, { ...wish, confirm: true }))).toEqual([small.id, good.id, fair.id]);
      expect(await refusal(touch(id, { ...small, id: 'no-such-firm' }, wish))).toBe('matching.may_not_meet');
    });

    it('is tried with other weights, which changes nothing, and made with them', async () => {
      const before = await list(id);
      const weights = { details: 0, requirements: 0 };
      const trial = await staff.api.post<{ before: number; after: number }>(`/demands/${id}/curation/trial`, {
        weights,
      });
      expect([trial.before, trial.after > 0]).toEqual([3, true]);
      expect(await list(id)).toEqual(before);
      const weighed = await staff.api.put<Curation & { weights: object }>(`/demands/${id}/curation/weights`, {
        weights,
      });
      expect(weighed.weights).toEqual({ details: 0, requirements: 0 });
      await staff.api.put(`/demands/${id}/curation/weights`, { weights: {} });
    });

    it('is refused to whoever has not seen its newest state', async () => {
      const stale = { 'if-match': '"1"' };
      const asking = staff.api.put(`/demands/${id}/curation/firms/${good.id}`, { kind: 'pin' }, stale);
      expect(await refusal(asking)).toBe('common.stale');
    });

    it('stays as staff have made it over a change of a profile', async () => {
      await fair.member.api.patch(`/profiles/${fair.id}`, { products: ['精密齿轮', '行星齿轮'] });
      await settled(deployment);
      const { held, firms } = await list(id);
      expect([held, firms[0]?.firmId, firms[0]?.touch]).toEqual([true, small.id, 'match']);
      expect(await toldOf(fair, id)).toEqual([]);
    });

    it('goes out when it is released, once, and says so to nobody a second time', async () => {
      const out = await staff.api.post<Curation>(`/demands/${id}/curation/release`, { note: '已与链主核对' });
      expect(out.held).toBe(false);
      expect(await toldOf(good, id)).toEqual(['released']);
      expect(await toldOf(small, id)).toEqual(['released']);
      const said = await small.member.api.get<List<{ demandId: string }>>('/proposals?limit=100');
      const own = said.items.find(({ demandId }) => demandId === id);
      expect([own, JSON.stringify(own).includes('扩产中')]).toEqual([
        expect.objectContaining({ byStaff: true }),
        false,
      ]);
      const notices = await small.member.api.get<List<{ kind: string; body: string }>>('/notices');
      expect(notices.items[0]).toMatchObject({ kind: 'proposal.recommended', body: expect.not.stringContaining('%') });
      expect((await leader.api.get<List<unknown>>(`/demands/${id}/proposals`)).items).toHaveLength(3);
      expect((await list(id)).firms.every(({ told }) => told)).toBe(true);
      expect((await staff.api.post<Curation>(`/demands/${id}/curation/release`)).version).toBe(out.version);
      const waiting = await staff.api.get<List<{ demandId: string }>>('/held-lists');
      expect(waiting.items.map(({ demandId }) => demandId)).not.toContain(id);
    });

    it('takes back from a firm what it was told when staff keep it out afterwards', async () => {
      await touch(id, good, { kind: 'veto', reason: '企业主动放弃' });
      expect(await toldOf(good, id)).toEqual(['withdrawn']);
    });

    it('has a history: who, when, what and why', async () => {
      const { items } = await staff.api.get<
        List<{ action: string; byName: string; note?: string; firmName?: string; contradicts?: string[] }>
      >(`/demands/${id}/curation/history?limit=100`);
      const told = items.map(({ action, note }) => [action, note]).reverse();
      expect(told).toEqual([
        ['pin', undefined],
        ['veto', '上次交付违约'],
        ['boost', undefined],
        ['untouch', undefined],
        ['untouch', undefined],
        ['match', '扩产中，明年达标'],
        ['weigh', undefined],
        ['weigh', undefined],
        ['release', '已与链主核对'],
        ['veto', '企业主动放弃'],
      ]);
      expect(items.find(({ action }) => action === 'match')?.contradicts).toEqual(['月产能']);
      expect(new Set(items.map(({ byName }) => byName))).toEqual(new Set(['青岛市民营经济服务中心的人']));
    });
  });

  it('hold one list alone, while the programme holds none', async () => {
    await staff.api.put('/matching-settings', { hold: false });
    const { id } = await add('精密齿轮磨齿加工');
    await handIn(id);
    await listed(id);
    expect(await toldOf(fair, id)).toEqual(['released']);
    const late = await firm('即墨齿研齿轮有限公司', { products: ['精密齿轮'], processes: ['磨齿'] });
    await settled(deployment);
    expect(await toldOf(late, id)).toEqual(['released']);
    expect((await staff.api.post<Curation>(`/demands/${id}/curation/hold`)).held).toBe(true);
    expect(await refusal(staff.api.post(`/demands/${id}/curation/hold`, { note: '' }))).toBe('field.text');
    const later = await firm('城阳啮合齿轮有限公司', { products: ['精密齿轮'], processes: ['磨齿'] });
    expect(await toldOf(later, id)).toEqual([]);
    expect(await toldOf(fair, id)).toEqual(['released']);
    await staff.api.post(`/demands/${id}/curation/release`);
    expect(await toldOf(later, id)).toEqual(['released']);
  });
});
