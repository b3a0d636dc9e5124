import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addColleague, addMember, inDays, type Member, settled } from '#test/e2e/people';
import { chromiumPath, sayLoudly, signInAs } from './browser.js';
import { Cast, DESKTOP, PHONE, WAIT } from './cast.js';

if (!chromiumPath) sayLoudly();

const FIRMS = ['青岛岚齿精密机械有限公司', '潍坊新齿轮有限公司'];

(chromiumPath ? describe : describe.skip)('several people judge responses, in the browser', () => {
  let cast: Cast;
  let leader: Member;
  let colleague: Member;
  let demandId: string;

  beforeAll(async () => {
    cast = await Cast.create();
    leader = await addMember(cast.deployment, 'leader', '海岳智能家电集团');
    colleague = await addColleague(cast.deployment, leader, '赵工');
    const { id } = await leader.api.post<{ id: string }>('/demands', {
      ...{ type: 'supply', title: '冰箱压缩机用精密齿轮配套', process: '磨齿', deadline: inDays(60) },
    });
    demandId = id;
    await leader.api.post(`/demands/${id}/submission`);
    const firms = await Promise.all(FIRMS.map((name) => addMember(cast.deployment, 'sme', name)));
    for (const { api, organisationName: name } of firms) await api.post('/profiles', { name, products: ['精密齿轮'] });
    await settled(cast.deployment);
    for (const [at, { api }] of firms.entries()) {
      const response = await api.put<{ id: string }>(`/demands/${id}/response`, { plan: `方案${at + 1}：先送样` });
      await api.post(`/responses/${response.id}/submission`);
    }
  }, 120_000);
  afterAll(() => cast?.destroy());

  const judge = async (page: Awaited<ReturnType<Cast['person']>>, firm: string, score: string) => {
    const sheet = page.locator('details').filter({ hasText: firm });
    await sheet.locator('summary').click();
    await sheet.getByText(/方案\d：先送样/).waitFor(WAIT);
    await sheet.getByText('请给每项打分').waitFor(WAIT);
    for (const name of ['团队', '研发与制造能力', '方案', '本地带动'])
      await sheet.getByLabel(name, { exact: true }).selectOption(score);
    await sheet.getByRole('button', { name: '交回评分' }).click();
    await page.getByText('已交回，其他人暂时看不到').last().waitFor(WAIT);
    return sheet.getByText(`${score} 分`);
  };

  it('the leader names criteria and a colleague, who is told, judges on the phone and sees nobody else’s', async () => {
    const buyer = await cast.person(DESKTOP);
    await signInAs(buyer, leader);
    await buyer.goto(`/my/demands/${demandId}/responses`);
    await buyer.getByRole('link', { name: '请评委评审' }).click();
    await buyer.getByRole('link', { name: '添加本单位的人' }).waitFor(WAIT);
    await buyer.getByLabel('去掉“与需求的契合度”').click();
    // 20, 30 and 30 of 80.
    expect(await buyer.locator('.evaluation-share').allTextContents()).toEqual(['25%', '38%', '37%']);
    await buyer.getByLabel('其他标准').fill('本地带动');
    await buyer.getByRole('button', { name: '添加标准' }).click();
    await buyer.getByLabel('权重 本地带动').fill('20');
    await buyer.getByLabel(/赵工/).check();
    await buyer.getByLabel(/（我）/).check();
    await buyer.getByRole('button', { name: '开始评审' }).click();
    for (const firm of FIRMS) await (await judge(buyer, firm, firm === FIRMS[0] ? '6' : '9')).waitFor(WAIT);
    await buyer.getByText('您的评分都已交回').waitFor(WAIT);

    const phone = await cast.person(PHONE);
    await signInAs(phone, colleague);
    await phone.goto('/notices');
    await phone.getByRole('link', { name: '请您评审：冰箱压缩机用精密齿轮配套' }).click();
    await phone.getByText('0 / 2 份').waitFor(WAIT);
    expect(await phone.getByText('6 分').count()).toBe(0);
    await (await judge(phone, FIRMS[0] as string, '10')).waitFor(WAIT);
    await judge(phone, FIRMS[1] as string, '5');
    await phone.getByRole('heading', { name: '评审结果' }).waitFor(WAIT);
    // (6 + 10) / 2 and (9 + 5) / 2
    await phone.getByRole('heading', { name: `1. ${FIRMS[0]}` }).waitFor(WAIT);
    await phone.getByText('最低 6，最高 10').first().waitFor(WAIT);
    await phone.getByRole('heading', { name: `2. ${FIRMS[1]}` }).waitFor(WAIT);
  }, 90_000);

  it('the leader is told that all are in, and goes on to choose', async () => {
    const buyer = await cast.person(DESKTOP);
    await signInAs(buyer, leader);
    await buyer.goto('/notices');
    await buyer.getByRole('link', { name: '评审已完成：冰箱压缩机用精密齿轮配套' }).click();
    await buyer.getByRole('heading', { name: '评审结果' }).waitFor(WAIT);
    await buyer.getByText('各评委的评分与评语').first().click();
    await buyer.getByText('赵工').first().waitFor(WAIT);
    await buyer.getByRole('link', { name: '去选定' }).click();
    const card = buyer.getByRole('listitem').filter({ hasText: FIRMS[0] as string });
    await card.getByRole('button', { name: '选定' }).click();
    await card.getByRole('button', { name: '确定选定' }).click();
    await card.getByText('已选定', { exact: true }).waitFor(WAIT);
  }, 60_000);
});
