import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addMember, inDays, type Member, settled } from '#test/e2e/people';
import { chromiumPath, sayLoudly, signInAs, wrongForAxe } from './browser.js';
import { Cast, DESKTOP, PHONE, WAIT } from './cast.js';

if (!chromiumPath) sayLoudly();

const STRONG = '青岛岚齿精密机械有限公司';
const SMALL = '胶州铸锐齿轮有限公司';
const TITLE = '冰箱压缩机用精密齿轮配套';

(chromiumPath ? describe : describe.skip)('staff curate in the browser', () => {
  let cast: Cast;
  let staff: Member;
  let other: Member;
  let leader: Member;
  let sme: Member;

  beforeAll(async () => {
    cast = await Cast.create();
    const add = (kind: 'staff' | 'leader' | 'sme', name: string) => addMember(cast.deployment, kind, name);
    staff = await add('staff', '青岛市民营经济服务中心');
    other = await add('staff', '市工信局');
    leader = await add('leader', '海岳家电集团');
    sme = await add('sme', STRONG);
    await sme.api.post('/profiles', { name: STRONG, products: ['冰箱压缩机用精密齿轮'], processes: ['磨齿'] });
    await staff.api.post('/profiles', { name: SMALL, products: ['精密齿轮'], capacity: ['月产能 1000 件'] });
    await settled(cast.deployment);
  }, 120_000);
  afterAll(() => cast?.destroy());

  it('tick what they have looked at, and a second person publishes what is sensitive', async () => {
    const capacity = { name: '月产能', target: '≥ 50000', unit: '件', must: true };
    const body = { type: 'supply', title: TITLE, process: '磨齿', deadline: inDays(60), requirements: [capacity] };
    const { id } = await leader.api.post<{ id: string }>('/demands', body);
    await leader.api.put(`/demands/${id}/sensitivity`, { sensitive: true });
    await leader.api.post(`/demands/${id}/submission`);
    const again = await leader.api.post<{ id: string }>('/demands', { ...body, title: '冰箱压缩机精密齿轮' });
    await leader.api.post(`/demands/${again.id}/submission`);
    await settled(cast.deployment);

    const first = await cast.person(DESKTOP);
    await signInAs(first, staff);
    await first.goto('/desk/lists');
    // The server takes its time; the tick is seen at once all the same.
    await first.route('**/matching-settings', (route) => delay(500).then(() => route.continue()));
    await first.getByLabel('新需求的名单先审核、后发出').check();
    await first.getByText(/设置/).waitFor(WAIT);
    await first.goto('/desk/demands');
    const card = first.getByRole('listitem').filter({ hasText: '敏感需求，须两人审核' });
    await card.getByText('同一单位').waitFor(WAIT);
    await card.getByLabel('标题和背景说清了要什么').check();
    await card.getByLabel('公开内容里没有商业秘密').check();
    expect(await wrongForAxe(first)).toEqual([]);
    await card.getByRole('button', { name: '审核通过，交复核' }).click();
    await card.getByText('等待另一位工作人员复核').waitFor(WAIT);
    expect(await card.getByRole('button', { name: '等待另一位复核' }).isDisabled()).toBe(true);

    const second = await cast.person(PHONE);
    await signInAs(second, other);
    await second.goto('/desk/demands');
    const theirs = second.getByRole('listitem').filter({ hasText: '须由另一位工作人员复核后发布' });
    await theirs.getByLabel('条件不为某一家企业量身定做').check();
    const over = Number(await second.evaluate('document.documentElement.scrollWidth - window.innerWidth'));
    expect(over).toBeLessThanOrEqual(0);
    await theirs.getByRole('button', { name: '发布' }).click();
    await theirs.waitFor({ state: 'detached', ...WAIT });

    await first.goto(`/my/demands/${id}`);
    await first.getByText('已核对：标题和背景说清了要什么；公开内容里没有商业秘密').waitFor(WAIT);
  }, 90_000);

  it('look through a held list, put a firm in by hand, and send it out', async () => {
    const clerk = await cast.person(DESKTOP);
    await signInAs(clerk, staff);
    await clerk.goto('/desk/lists');
    await clerk.getByRole('link', { name: '核对名单' }).first().click();
    const list = clerk.getByRole('region', { name: '名单', exact: true });
    await list.getByRole('link', { name: STRONG }).waitFor(WAIT);
    await list.getByText('未通知').waitFor(WAIT);

    const firm = await cast.person(PHONE);
    await signInAs(firm, sme);
    await firm.goto('/proposals');
    await firm.getByRole('heading', { level: 1 }).waitFor(WAIT);
    expect(await firm.getByText(TITLE).count()).toBe(0);

    const hand = clerk.getByRole('region', { name: '人工加入企业' });
    await hand.getByRole('searchbox').fill('铸锐');
    await hand.getByRole('button', { name: '查找' }).click();
    await hand.getByRole('button', { name: `选择 ${SMALL}` }).click();
    await hand.getByText('与“必须”条件不符：').waitFor(WAIT);
    await hand.getByLabel('原因').fill('扩产中，明年达标');
    expect(await hand.getByRole('button', { name: '加入名单' }).isDisabled()).toBe(true);
    await hand.getByLabel('我已知悉，仍要加入').check();
    await hand.getByRole('button', { name: '加入名单' }).click();
    await list.getByText('人工加入').waitFor(WAIT);

    const weights = clerk.getByRole('region', { name: '权重' });
    await weights.getByLabel('工艺', { exact: true }).selectOption('3');
    await weights.getByRole('button', { name: '试算' }).click();
    await weights.getByText('现在 2 家，采用后 2 家').waitFor(WAIT);
    expect(await wrongForAxe(clerk)).toEqual([]);

    await clerk.getByRole('button', { name: '发出名单' }).click();
    await clerk.getByLabel('说明（可不填，记入审核记录）').fill('已与链主核对');
    await clerk.getByRole('button', { name: '确定' }).click();
    await clerk.getByText('已按常规发出').waitFor(WAIT);
    await clerk.getByRole('region', { name: '审核记录' }).getByText('已与链主核对').waitFor(WAIT);
    await firm.reload();
    await firm.getByText(TITLE).first().waitFor(WAIT);
  }, 90_000);
});
