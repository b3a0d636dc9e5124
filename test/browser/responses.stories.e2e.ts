import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addMember, eventually, inDays, type Member, settled } from '#test/e2e/people';
import { chromiumPath, sayLoudly, signInAs } from './browser.js';
import { Cast, DESKTOP, PHONE, WAIT } from './cast.js';

if (!chromiumPath) sayLoudly();

(chromiumPath ? describe : describe.skip)('from a response to a thread, in the browser', () => {
  let cast: Cast;
  let leader: Member;
  let firm: Member;
  let demandId: string;

  beforeAll(async () => {
    cast = await Cast.create();
    leader = await addMember(cast.deployment, 'leader', '海岳智能家电集团');
    firm = await addMember(cast.deployment, 'sme', '青岛岚齿精密机械有限公司');
    await firm.api.post('/profiles', { name: firm.organisationName, products: ['精密齿轮'], processes: ['磨齿'] });
    const { id } = await leader.api.post<{ id: string }>('/demands', {
      ...{
        type: 'supply',
        title: '冰箱压缩机用精密齿轮配套',
        process: '磨齿',
        deadline: inDays(60),
        quantity: '一万件',
      },
      disclosure: { quantity: 'matched' },
      requirements: [{ name: '渗碳淬火', target: '具备', must: true }],
    });
    await leader.api.post(`/demands/${id}/submission`);
    demandId = id;
    await settled(cast.deployment);
  }, 120_000);
  afterAll(() => cast?.destroy());

  it('a firm writes on its phone, closes the page and finds its draft again, and hands it in', async () => {
    const page = await cast.person(PHONE);
    await signInAs(page, firm);
    await page.goto(`/demands/${demandId}`);
    await page.getByRole('link', { name: '您在匹配建议中可以看到更多' }).waitFor(WAIT);
    await page.goto(`/demands/${demandId}/respond`);
    await page.getByLabel('“渗碳淬火”如何满足').fill('自有渗碳淬火线两条');
    await page.getByLabel('方案').fill('先送样，再量产。');
    await page.getByText(/已保存/).waitFor(WAIT);
    const kept = () => firm.api.get<{ plan?: string }>(`/demands/${demandId}/response`).catch(() => undefined);
    await eventually(async () => (await kept())?.plan === '先送样，再量产。');
    const again = await cast.person(DESKTOP);
    await signInAs(again, firm);
    await again.goto(`/demands/${demandId}/respond`);
    await again.getByLabel('“渗碳淬火”如何满足').waitFor(WAIT);
    expect(await again.getByLabel('“渗碳淬火”如何满足').inputValue()).toBe('自有渗碳淬火线两条');
    await again
      .getByText('“冰箱压缩机用精密齿轮配套”', { exact: false })
      .getByRole('link', { name: '查看需求' })
      .waitFor(WAIT);

    const [from, to] = ['下限', '上限'].map((end) => again.getByLabel(`报价区间（元） ${end}`));
    await from?.fill('500');
    await to?.fill('100');
    const refusal = again.locator('.ant-form-item-explain-error', { hasText: '报价下限不能高于上限。' });
    await refusal.waitFor(WAIT);
    await again.getByText('有未保存的修改').waitFor(WAIT);
    await again.getByLabel('方案').focus();
    await again.getByRole('button', { name: '提交揭榜' }).click();
    await again.locator('[aria-label="报价区间（元） 上限"]:focus').waitFor(WAIT);
    expect(await again.getByText('已提交，需求方会收到通知').count()).toBe(0);
    expect((await firm.api.get<{ status: string }>(`/demands/${demandId}/response`)).status).toBe('draft');
    await to?.fill('800');
    await again.getByText(/已保存/).waitFor(WAIT);
    await refusal.waitFor({ state: 'detached', ...WAIT });
    // A row that is not whole is not sent, and nobody hands in without it unawares.
    const team = again.locator('section').filter({ has: again.getByRole('heading', { name: '团队' }) });
    await team.getByRole('button', { name: '添加一行' }).click();
    await team.getByLabel('姓名').last().fill('周工');
    await again.getByText(/^有 1 行没有填完/).waitFor(WAIT);
    await again.getByRole('button', { name: '提交揭榜' }).click();
    await again
      .getByRole('status')
      .getByText(/^有 1 行没有填完/)
      .waitFor(WAIT);
    expect((await firm.api.get<{ status: string }>(`/demands/${demandId}/response`)).status).toBe('draft');
    await team
      .getByRole('button', { name: /^删除第 \d+ 行$/ })
      .last()
      .click();
    await again.getByRole('button', { name: '提交揭榜' }).click();
    await again.getByText('已提交，需求方会收到通知').waitFor(WAIT);
  }, 60_000);

  it('the leader reads it, asks, and chooses; both go on in the thread', async () => {
    const buyer = await cast.person(DESKTOP);
    await signInAs(buyer, leader);
    await buyer.goto(`/my/demands/${demandId}`);
    await buyer.getByRole('link', { name: '收到的揭榜' }).click();
    const card = buyer.getByRole('listitem').filter({ hasText: firm.organisationName });
    await card.getByText('自有渗碳淬火线两条').waitFor(WAIT);
    await card.getByRole('button', { name: '入围' }).click();
    await card.getByText('已入围').waitFor(WAIT);
    await card.getByRole('button', { name: '提问' }).click();
    await card.getByLabel('想了解什么？对方会收到通知。').fill('月产能多少？');
    await card.getByRole('button', { name: '发送' }).click();
    await card.getByText('月产能多少？').waitFor(WAIT);

    const seller = await cast.person(PHONE);
    await signInAs(seller, firm);
    await seller.goto(`/demands/${demandId}/respond`);
    await seller.getByLabel('答复', { exact: true }).fill('每月两万件');
    await seller.getByRole('button', { name: '发送答复' }).click();
    await card.getByText('每月两万件').waitFor(WAIT);

    await card.getByRole('button', { name: '选定' }).click();
    await card.getByRole('button', { name: '确定选定' }).click();
    await card.getByText('已选定', { exact: true }).waitFor(WAIT);
    await eventually(async () => (await firm.api.get<{ items: object[] }>('/engagements')).items.length === 1);
    await seller.goto('/threads');
    await seller.getByRole('link', { name: '冰箱压缩机用精密齿轮配套' }).click();
    await seller.getByLabel('写给对方').fill('样件下周寄出');
    await seller.getByRole('button', { name: '发送', exact: true }).click();
    await card.getByRole('link', { name: '去对接' }).click();
    await buyer.getByText('样件下周寄出').waitFor(WAIT);
    await buyer.getByRole('button', { name: '安排 保密协议' }).click();
    await buyer.getByRole('button', { name: '完成', exact: true }).click();
    await buyer.getByText('已完成').waitFor(WAIT);
  }, 90_000);
});
