import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addMember, eventually, inDays, type Member, settled } from '#test/e2e/people';
import { chromiumPath, sayLoudly, signInAs, wrongForAxe } from './browser.js';
import { Cast, DESKTOP, PHONE, WAIT } from './cast.js';

if (!chromiumPath) sayLoudly();

(chromiumPath ? describe : describe.skip)('a demand for chosen firms, in the browser', () => {
  const TITLE = '精密齿轮定向配套';
  let cast: Cast;
  let leader: Member;
  let first: Member;
  let second: Member;
  const firmIds: string[] = [];

  beforeAll(async () => {
    cast = await Cast.create();
    leader = await addMember(cast.deployment, 'leader', '海岳智能家电集团');
    first = await addMember(cast.deployment, 'sme', '青岛岚齿精密机械有限公司');
    second = await addMember(cast.deployment, 'sme', '潍坊新齿轮有限公司');
    for (const { api, organisationName: name } of [first, second]) {
      const profile = { name, products: ['精密齿轮'], processes: ['磨齿'] };
      firmIds.push((await api.post<{ id: string }>('/profiles', profile)).id);
    }
    await settled(cast.deployment);
  }, 120_000);
  afterAll(() => cast?.destroy());

  it('its leader chooses two firms, one after the other; the first sees it with its term, the second nothing', async () => {
    const buyer = await cast.person(DESKTOP);
    await signInAs(buyer, leader);
    await buyer.goto('/my/demands/new');
    await buyer.getByLabel('标题').fill(TITLE);
    await buyer.getByLabel('截止日期').fill(inDays(60));
    await buyer.getByText('会推荐给 2 家企业').waitFor(WAIT);
    await buyer.getByText('只给选定的企业，依次邀请').click();
    await buyer.getByRole('button', { name: `选定${first.organisationName}` }).click();
    await buyer.getByRole('searchbox', { name: '按名称查找企业' }).fill(second.organisationName);
    await buyer.getByRole('button', { name: '按名称查找企业' }).click();
    await buyer
      .getByRole('button', { name: `选定${second.organisationName}` })
      .first()
      .click();
    await buyer.getByText('只邀请选定的 2 家').waitFor(WAIT);
    const days = buyer.getByLabel('每家的答复天数');
    await buyer.getByRole('button', { name: '提交发布' }).click();
    await buyer.locator('input[aria-invalid=true]:focus').waitFor(WAIT);
    expect(await wrongForAxe(buyer)).toEqual([]);
    await days.fill('7');
    await buyer.getByRole('button', { name: '提交发布' }).click();
    const list = buyer.getByRole('region', { name: '定向企业' });
    const row = (name: string) => list.getByRole('listitem').filter({ hasText: name });
    await row(first.organisationName).getByText('已邀请').waitFor(WAIT);
    await row(second.organisationName).getByText('等待中').waitFor(WAIT);
    expect(await wrongForAxe(buyer)).toEqual([]);

    const seller = await cast.person(PHONE);
    await signInAs(seller, first);
    await seller.goto('/proposals');
    await seller.getByText('定向邀请').waitFor(WAIT);
    await seller.getByRole('link', { name: TITLE }).click();
    await seller.getByText('这条需求没有公开').waitFor(WAIT);
    await seller.getByRole('button', { name: '有意向（仍须揭榜）' }).waitFor(WAIT);
    await seller.getByRole('link', { name: '揭榜：逐项作答' }).waitFor(WAIT);
    expect(await wrongForAxe(seller)).toEqual([]);
    const { items } = await second.api.get<{ items: unknown[] }>('/proposals');
    expect(items).toEqual([]);
  }, 120_000);

  it('the first declines, the second is asked; then it is opened to everybody', async () => {
    const { items } = await first.api.get<{ items: { id: string; demandId: string }[] }>('/proposals');
    const [{ id, demandId } = { id: '', demandId: '' }] = items;
    await first.api.post(`/proposals/${id}/answer`, { answer: 'declined', reasons: ['no-capacity'] });
    await eventually(async () => (await second.api.get<{ items: unknown[] }>('/proposals')).items.length === 1);
    const buyer = await cast.person(DESKTOP);
    await signInAs(buyer, leader);
    await buyer.goto(`/my/demands/${demandId}`);
    const list = buyer.getByRole('region', { name: '定向企业' });
    await list.getByText('已谢绝').waitFor(WAIT);
    await list.getByRole('button', { name: '公开给所有人' }).click();
    await list.getByRole('button', { name: '确定公开' }).click();
    await buyer.getByRole('link', { name: '公开页面' }).waitFor(WAIT);
    const anybody = await cast.person(PHONE);
    await anybody.goto(`/demands/${demandId}`);
    await anybody.getByRole('heading', { name: TITLE }).waitFor(WAIT);
  }, 120_000);

  it('its leader wants several: while one is asked, the others are asked as well', async () => {
    const chosen = { order: 'in-turn', days: 7, firms: firmIds.map((firmId) => ({ firmId })) };
    const body = { type: 'supply', title: '精密齿轮第二批', deadline: inDays(60), wanted: 2, chosen };
    const { id } = await leader.api.post<{ id: string }>('/demands', body);
    await leader.api.post(`/demands/${id}/submission`);
    const buyer = await cast.person(PHONE);
    await signInAs(buyer, leader);
    await buyer.goto(`/my/demands/${id}`);
    const list = buyer.getByRole('region', { name: '定向企业' });
    await list.getByText('等待中', { exact: true }).waitFor(WAIT);
    await list.getByText(/才邀请下一家/).waitFor(WAIT);
    await list.getByRole('button', { name: '现在邀请其余企业' }).click();
    await list.getByRole('button', { name: '全部邀请' }).click();
    await list.getByText('等待中', { exact: true }).waitFor({ state: 'detached', ...WAIT });
    await eventually(async () => {
      const { items } = await second.api.get<{ items: { demandId: string }[] }>('/proposals');
      return items.some(({ demandId }) => demandId === id);
    });
  }, 120_000);
});
