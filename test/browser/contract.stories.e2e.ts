import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { inDays, settled } from '#test/e2e/people';
import { chromiumPath, sayLoudly } from './browser.js';
import { DESKTOP, PHONE, WAIT } from './cast.js';
import { type FourParties, fourParties, TITLE } from './four-parties.js';

if (!chromiumPath) sayLoudly();

(chromiumPath ? describe : describe.skip)('from a demand to a signed contract, in four browsers at once', () => {
  let cast: FourParties['cast'];
  let members: FourParties['members'];
  let pages: FourParties['pages'];

  beforeAll(async () => {
    ({ cast, members, pages } = await fourParties({ staff: DESKTOP, leader: DESKTOP, strong: PHONE, busy: PHONE }));
  }, 120_000);
  afterAll(() => cast?.destroy());

  it('staff hold the lists; the leader writes a demand, whose firms are told when staff send the list out', async () => {
    const { staff, leader, strong, busy } = pages;
    await staff.goto('/desk/lists');
    await staff.getByLabel('新需求的名单先审核、后发出').check();
    await staff.getByText(/设置/).waitFor(WAIT);
    for (const firm of [strong, busy]) await firm.goto('/proposals');

    await leader.goto('/my/demands/new');
    await leader.getByLabel('标题').fill(TITLE);
    await leader.getByLabel('截止日期').fill(inDays(60));
    await leader.getByLabel('指标', { exact: true }).fill('渗碳淬火');
    await leader.getByLabel('要求', { exact: true }).fill('具备');
    await leader.getByLabel('工艺要求', { exact: true }).fill('磨齿');
    await leader.getByRole('button', { name: '提交发布' }).click();
    await leader.getByRole('heading', { name: TITLE }).waitFor(WAIT);
    await settled(cast.deployment);
    for (const firm of [strong, busy]) expect(await firm.getByRole('link', { name: TITLE }).count()).toBe(0);

    await staff.goto('/desk/lists');
    await staff.getByRole('link', { name: '核对名单' }).click();
    const list = staff.getByRole('region', { name: '名单', exact: true });
    for (const { organisationName } of [members.strong, members.busy])
      await list.getByRole('link', { name: organisationName }).waitFor(WAIT);
    await staff.getByRole('button', { name: '发出名单' }).click();
    await staff.getByRole('button', { name: '确定' }).click();
    for (const firm of [strong, busy]) await firm.getByRole('link', { name: TITLE }).first().waitFor(WAIT);
  }, 120_000);

  it('one firm declines in one tap, the other answers requirement by requirement', async () => {
    const { leader, strong, busy } = pages;
    await busy.getByRole('button', { name: '不合适…' }).click();
    await busy.getByRole('button', { name: '产能排满了' }).click();
    await leader
      .getByText(/产能排满了/)
      .first()
      .waitFor(WAIT);

    await strong.getByRole('link', { name: TITLE }).first().click();
    await strong.getByRole('link', { name: '揭榜：逐项作答' }).click();
    await strong.getByLabel('“渗碳淬火”如何满足').fill('自有渗碳淬火线两条');
    await strong.getByLabel('方案').fill('先送样，再量产。');
    await strong.getByRole('button', { name: '提交揭榜' }).click();
    await strong.getByText('已提交，需求方会收到通知').waitFor(WAIT);

    await leader.getByRole('link', { name: '收到的揭榜' }).click();
    const card = leader.getByRole('listitem').filter({ hasText: members.strong.organisationName });
    await card.getByText('自有渗碳淬火线两条').waitFor(WAIT);
    await card.getByRole('button', { name: '选定' }).click();
    await card.getByRole('button', { name: '确定选定' }).click();
    await card.getByText('已选定', { exact: true }).waitFor(WAIT);
  }, 90_000);

  it('both go from contact to contract in the thread, each seeing at once what the other does', async () => {
    const { leader, strong } = pages;
    for (const page of [leader, strong]) {
      await page.goto('/threads');
      await page.getByRole('link', { name: TITLE }).click();
    }
    const close = async (by: Page, other: Page, step: string, amount?: string) => {
      await by.getByRole('button', { name: `安排 ${step}` }).click();
      if (amount) await by.getByLabel('金额（元）').fill(amount);
      await by.getByRole('button', { name: '完成', exact: true }).click();
      const line = other.getByRole('listitem').filter({ has: other.getByText(step, { exact: true }) });
      await line.getByText('已完成').waitFor(WAIT);
    };
    await close(strong, leader, '首次联系');
    await close(leader, strong, '保密协议');
    await close(strong, leader, '样件');
    await close(leader, strong, '试用');
    await close(leader, strong, '入库或签约', '2600000');
    await strong.getByText(/260万元/).waitFor(WAIT);
  }, 90_000);

  it('staff read it in the figures: one of two firms has signed, and for how much', async () => {
    await settled(cast.deployment);
    const { staff } = pages;
    await staff.goto('/insight');
    await staff.getByText('260万元').first().waitFor(WAIT);
    const { total } = await members.staff.api.get<{ total: object }>('/insight/funnel');
    expect(total).toMatchObject({
      demands: 1,
      reached: { told: 2, answered: 2, accepted: 1, met: 1, contract: 1 },
      amount: 2_600_000,
    });
  }, 60_000);
});
