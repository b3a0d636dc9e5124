import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addMember, eventually, inDays, type Member, settled } from '#test/e2e/people';
import { chromiumPath, sayLoudly, signInAs, wrongForAxe } from './browser.js';
import { Cast, DESKTOP, PHONE, WAIT } from './cast.js';

if (!chromiumPath) sayLoudly();

const TITLE = '冰箱压缩机用精密齿轮配套';

(chromiumPath ? describe : describe.skip)('before a response is written', () => {
  let cast: Cast;
  let staff: Member;
  let leader: Member;
  let sme: Member;

  beforeAll(async () => {
    cast = await Cast.create();
    const { deployment } = cast;
    staff = await addMember(deployment, 'staff', '青岛市民营经济服务中心');
    leader = await addMember(deployment, 'leader', '海岳智能家电集团');
    sme = await addMember(deployment, 'sme', '青岛岚齿精密机械有限公司');
    const name = sme.organisationName;
    await sme.api.post('/profiles', { name, products: ['冰箱压缩机用精密齿轮'], processes: ['磨齿'] });
    const body = { type: 'supply', title: TITLE, process: '磨齿', deadline: inDays(60), budget: { max: 880_000 } };
    const { id } = await leader.api.post<{ id: string }>('/demands', body);
    await leader.api.post(`/demands/${id}/submission`);
    await settled(deployment);
  }, 120_000);
  afterAll(() => cast?.destroy());

  it('a firm turns to the leader, who says in the thread that the NDA is signed; then it reads the budget', async () => {
    const firm = await cast.person(PHONE);
    await signInAs(firm, sme);
    await firm.goto('/proposals');
    await firm.getByRole('link', { name: TITLE }).first().click();
    await firm.getByRole('button', { name: '先联系需求方' }).waitFor(WAIT);
    expect(await wrongForAxe(firm)).toEqual([]);
    await firm.getByRole('button', { name: '先联系需求方' }).click();
    await firm.waitForURL(/\/threads\//);
    await firm.getByText('安排').first().waitFor(WAIT);
    expect(await firm.getByText('88万元').count()).toBe(0);

    const buyer = await cast.person(DESKTOP);
    await signInAs(buyer, leader);
    await buyer.goto('/notices');
    await buyer.getByRole('link', { name: `企业主动联系：${TITLE}` }).click();
    await buyer.getByRole('button', { name: '安排 保密协议' }).click();
    await buyer.getByRole('button', { name: '完成', exact: true }).click();
    await firm
      .getByText(/88万元/)
      .first()
      .waitFor(WAIT);
  }, 90_000);

  it('staff say who publishes without a check, and suspend an organisation with a reason', async () => {
    const clerk = await cast.person(DESKTOP);
    await signInAs(clerk, staff);
    await clerk.goto(`/organisations/${leader.organisationId}/people`);
    const standing = clerk.getByRole('region', { name: '单位状态' });
    const trusted = standing.getByLabel(/免审发布/);
    await trusted.waitFor(WAIT);
    expect(await trusted.isChecked()).toBe(true);
    await trusted.uncheck();
    const said = () =>
      staff.api.get<{ selfPublish: boolean; status: string }>(`/organisations/${leader.organisationId}`);
    await eventually(async () => !(await said()).selfPublish);
    expect(await wrongForAxe(clerk)).toEqual([]);
    await standing.getByRole('button', { name: '停用单位…' }).click();
    await clerk.getByLabel('原因（对方可以看到）').fill('资料与登记不符');
    await clerk.getByRole('button', { name: '确定' }).click();
    await standing.getByText('资料与登记不符').waitFor(WAIT);
    await standing.getByRole('button', { name: '恢复单位' }).click();
    await standing.getByText('已通过').waitFor(WAIT);
  }, 60_000);
});
