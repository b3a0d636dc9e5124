import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { addMember, eventually, importFirms, inDays, type Member, settled } from '#test/e2e/people';
import { chromiumPath, settled as drawn, sayLoudly, signInAs, wrongForAxe } from './browser.js';
import { Cast, DESKTOP, PHONE, WAIT } from './cast.js';

const SURE = {
  name: '青岛岚齿精密机械有限公司',
  region: '山东省青岛市城阳区',
  products: ['冰箱压缩机用精密齿轮'],
  processes: ['磨齿'],
  certificates: [{ name: 'IATF 16949:2016', validUntil: inDays(400) }],
};
const EXPIRED = {
  ...SURE,
  name: '潍坊砺甸传动机械有限公司',
  region: '山东省潍坊市',
  certificates: [{ name: 'IATF 16949:2016', validUntil: inDays(-40) }],
};
const OTHERS = ['一次性无菌导管', '瓦楞纸箱', '水质检测服务', '水性涂料', '光纤激光器', '丝绸印染'].map(
  (product, at) => ({
    name: `别行${at}有限公司`,
    products: [product],
  }),
);
const TITLE = '冰箱压缩机用精密齿轮配套';

if (!chromiumPath) sayLoudly();

(chromiumPath ? describe : describe.skip)('leaders, SMEs and visitors in the browser', () => {
  let cast: Cast;
  let leader: Member;
  let sme: Member;

  beforeAll(async () => {
    cast = await Cast.create();
    leader = await addMember(cast.deployment, 'leader', '海岳智能家电集团');
    sme = await addMember(cast.deployment, 'sme', '胶州铸锐齿轮有限公司');
    await importFirms(cast.deployment, [SURE, EXPIRED, ...OTHERS]);
    await settled(cast.deployment);
  }, 120_000);
  afterAll(() => cast?.destroy());

  it('a leader sees while writing whom the demand finds, what a must costs, and finds it again after closing the tab', async () => {
    const buyer = await cast.person(DESKTOP);
    await signInAs(buyer, leader);
    await buyer.goto('/my/demands/new');
    await buyer.getByText('写下标题，这里就会列出能做的企业').waitFor(WAIT);
    await buyer.getByLabel('标题').fill(TITLE);
    await buyer.getByText('会推荐给 2 家企业').waitFor(WAIT);
    await buyer.getByLabel('必须具备的证书').fill('IATF 16949');
    await buyer.getByText('会推荐给 1 家企业').waitFor(WAIT);
    await buyer.getByText('“IATF 16949”改为加分：多 1 家').waitFor(WAIT);
    expect(await buyer.locator('.loosening').textContent()).toContain(EXPIRED.name);
    expect(await wrongWith(buyer)).toEqual([]);

    await buyer.getByLabel('指标', { exact: true }).fill('噪声');
    await buyer.getByLabel('要求', { exact: true }).fill('尽量低');
    await buyer.getByText('写成可以检验的数值').waitFor(WAIT);
    await buyer.reload();
    await buyer.getByText('没写完的内容').waitFor(WAIT);
    expect(await buyer.getByLabel('标题').inputValue()).toBe(TITLE);
    expect(await buyer.getByLabel('要求', { exact: true }).inputValue()).toBe('尽量低');

    await buyer.getByRole('button', { name: '改为加分' }).click();
    await buyer.getByText('会推荐给 2 家企业').waitFor(WAIT);
    expect(await buyer.getByLabel('最好具备的证书').inputValue()).toBe('IATF 16949');
    const { items } = await leader.api.get<{ items: unknown[] }>('/demands');
    expect(items).toEqual([]);
  }, 90_000);

  it('it publishes and changes the demand; history and list tell what it was and became, and the draft is gone', async () => {
    const buyer = await cast.person({ language: 'en', width: 1440 });
    await signInAs(buyer, leader);
    await buyer.goto('/my/demands/new');
    await buyer.getByLabel('Title').fill(TITLE);
    await buyer.getByLabel('Deadline').fill(inDays(60));
    await buyer.getByRole('button', { name: 'Submit' }).click();
    await buyer.getByRole('link', { name: SURE.name }).waitFor(WAIT);
    await buyer.getByRole('link', { name: 'Change' }).click();
    await buyer.getByLabel('Quantity').fill('每月 5000 件');
    await buyer.getByLabel('Certificates that are a must').fill('IATF 16949');
    await buyer.getByRole('button', { name: 'Save changes' }).click();
    const history = buyer.locator('.history');
    await history.getByText('每月 5000 件').waitFor(WAIT);
    expect(await history.locator('ins').allTextContents()).toContain('每月 5000 件');
    const changes = buyer.getByRole('region', { name: 'The list before and after a change' });
    const gone = changes.getByRole('listitem').filter({ hasText: EXPIRED.name });
    await gone.getByText('Went').waitFor(WAIT);
    expect(await gone.textContent()).toMatch(/place \d before.*Excluded now: .*IATF 16949/);
    const stayed = changes.getByRole('listitem').filter({ hasText: SURE.name });
    expect(await stayed.textContent()).toContain('“IATF 16949” is asked now: Met');
    await buyer.goto('/my/demands/new');
    expect(await buyer.getByLabel('Title').inputValue()).toBe('');
  }, 90_000);

  it('an SME fills its profile from a sheet of its own, and the leader sees it come up without reloading', async () => {
    const buyer = await cast.person(DESKTOP);
    await signInAs(buyer, leader);
    await buyer.getByRole('link', { name: TITLE }).click();
    await buyer.getByRole('link', { name: SURE.name }).first().waitFor(WAIT);
    expect(await buyer.getByRole('link', { name: sme.organisationName }).count()).toBe(0);

    const firm = await cast.person(PHONE);
    await signInAs(firm, sme);
    await firm.goto('/profile');
    await firm.getByRole('button', { name: '新建档案' }).click();
    const sheet = await firm.request.get('/api/v1/profile-sheets');
    expect(
      Buffer.from(await sheet.body())
        .subarray(0, 2)
        .toString(),
    ).toBe('PK');
    const csv = `企业名称,产品,工艺,资质证书,员工人数\n${sme.organisationName},冰箱压缩机用精密齿轮；行星轮,磨齿,IATF 16949|YS-1|${inDays(30)},很多\n${sme.organisationName},冰箱压缩机用精密齿轮,渗碳淬火,IATF 16949|YS-1|${inDays(30)},86`;
    const file = { name: '企业信息.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) };
    await firm.getByLabel('上传表格').setInputFiles(file);
    await firm.getByText('从表格填入：').waitFor(WAIT);
    await firm.getByText('员工人数').first().waitFor(WAIT);
    expect(await firm.getByRole('textbox', { name: '工艺' }).inputValue()).toBe('渗碳淬火');
    await firm.locator('td.wrong', { hasText: '请只填数字' }).waitFor(WAIT);
    expect(await wrongWith(firm)).toEqual([]);
    await firm.getByRole('button', { name: '保存' }).click();
    await firm.getByText('已保存').waitFor(WAIT);
    await firm.goto('/today');
    await firm.getByText('快到期：IATF 16949').waitFor(WAIT);
    await buyer.getByRole('link', { name: sme.organisationName }).waitFor(WAIT);
  }, 90_000);

  it('the SME answers in one tap and thinks again; the leader is told each time without reloading', async () => {
    const buyer = await cast.person(DESKTOP);
    await signInAs(buyer, leader);
    await buyer.getByRole('link', { name: TITLE }).click();
    const row = buyer.getByRole('listitem').filter({ hasText: sme.organisationName });
    await row.waitFor(WAIT);

    const firm = await cast.person(PHONE);
    await signInAs(firm, sme);
    await firm.goto('/today');
    const offer = firm.getByRole('listitem').filter({ hasText: TITLE }).first();
    await offer.getByRole('button', { name: '有意向' }).click();
    await firm.getByText('已告知发布方：有意向').waitFor(WAIT);
    await row.getByText('有意向', { exact: true }).waitFor(WAIT);

    await firm.goto('/proposals');
    await offer.getByRole('button', { name: '更改答复' }).click();
    await offer.getByRole('button', { name: '不合适…' }).click();
    expect(await wrongWith(firm)).toEqual([]);
    await offer.getByLabel('补充说明（选填，发布方可见）').fill('年底前没有磨齿产能');
    await offer.getByRole('button', { name: '产能排满了' }).click();
    await offer.getByText('您的答复：不合适：产能排满了').waitFor(WAIT);
    await row.getByText('不合适：产能排满了').waitFor(WAIT);
    await row.getByRole('link', { name: '查看理由' }).click();
    await buyer.getByText('年底前没有磨齿产能').waitFor(WAIT);
    await buyer.getByRole('button', { name: /消息，\d+ 条未读/ }).waitFor(WAIT);
  }, 90_000);

  it('a person whose kind of notice is switched off is not told, and its proposals are there all the same', async () => {
    const firm = await cast.person(PHONE);
    await signInAs(firm, sme);
    await firm.goto('/settings');
    await firm.getByLabel('新的匹配建议').click();
    await firm.getByText('已保存').first().waitFor(WAIT);
    const before = await sme.api.get<{ items: unknown[] }>('/notices');
    const { id } = await leader.api.post<{ id: string }>('/demands', {
      type: 'supply',
      title: '冰箱压缩机用精密齿轮年度框架',
      process: '磨齿',
      deadline: inDays(50),
    });
    await leader.api.post(`/demands/${id}/submission`);
    const offered = async () =>
      (await sme.api.get<{ items: { demandId: string }[] }>('/proposals')).items.some(
        ({ demandId }) => demandId === id,
      );
    await eventually(offered);
    await settled(cast.deployment);
    expect((await sme.api.get<{ items: unknown[] }>('/notices')).items.length).toBe(before.items.length);
    await firm.goto('/proposals');
    await firm.getByRole('link', { name: '冰箱压缩机用精密齿轮年度框架' }).waitFor(WAIT);
  }, 60_000);

  it('an administrator adds a colleague; links set passwords once, and a new one signs out everywhere', async () => {
    const chief = await cast.person(DESKTOP);
    await signInAs(chief, sme);
    await chief.getByRole('button', { name: '账户' }).click();
    await chief.getByRole('link', { name: '本单位的人' }).click();
    await chief.getByLabel('姓名').fill('周敏');
    await chief.getByLabel('邮箱').fill('zhoumin@example.com');
    await chief.getByRole('button', { name: '添加', exact: true }).click();
    const row = chief.getByRole('listitem').filter({ hasText: 'zhoumin@example.com' });
    const linkOf = async () => {
      await row.getByRole('button', { name: '重置密码链接' }).click();
      return row.getByLabel('周敏的密码链接').inputValue();
    };
    const first = await linkOf();

    const phone = await cast.person(PHONE);
    await phone.goto(first);
    await phone.getByText('周敏，请为 zhoumin@example.com 设置新密码。').waitFor(WAIT);
    expect(await wrongWith(phone)).toEqual([]);
    await phone.getByLabel('新密码').fill('a password of mine');
    await phone.getByLabel('再输一遍').fill('another password');
    await phone.getByRole('button', { name: '保存并登录' }).click();
    await phone.getByText('两次输入的密码不一样').waitFor(WAIT);
    await phone.getByLabel('再输一遍').fill('a password of mine');
    await phone.getByRole('button', { name: '保存并登录' }).click();
    await phone.getByRole('heading', { name: '周敏，您好' }).waitFor(WAIT);

    const other = await cast.person(PHONE);
    await other.goto(first);
    await other.getByRole('heading', { name: '链接已失效' }).waitFor(WAIT);

    await chief.reload();
    const second = await linkOf();
    await other.goto(second);
    await other.getByLabel('新密码').fill('a second password');
    await other.getByLabel('再输一遍').fill('a second password');
    await other.getByRole('button', { name: '保存并登录' }).click();
    await other.getByRole('heading', { name: '周敏，您好' }).waitFor(WAIT);
    await phone.reload();
    await phone.waitForURL('**/sign-in');
  }, 90_000);

  it('a visitor finds a demand by pinyin, by a wrong character and with a slip of the finger', async () => {
    const visitor = await cast.person(PHONE);
    await visitor.goto('/');
    for (const typed of ['chilun', '精密齿伦', 'yasuojo']) {
      await visitor.getByRole('searchbox').fill(typed);
      await visitor.getByRole('button', { name: '搜索' }).click();
      await visitor.getByText(`与“${typed}”有关`).waitFor(WAIT);
      await visitor.getByRole('link', { name: TITLE }).waitFor(WAIT);
    }
  }, 60_000);

  it('a demand and a card are printed as documents: light, in one column, with a code and without buttons', async () => {
    const visitor = await cast.person({ ...DESKTOP, dark: true });
    await visitor.goto('/');
    await visitor.getByRole('link', { name: TITLE }).click();
    await printed(visitor, TITLE);
    await visitor.goto('/firms');
    await visitor.getByRole('link', { name: SURE.name }).click();
    await printed(visitor, SURE.name);
  }, 60_000);

  /** As high as the page, so that what sticks to an edge covers nothing that could be scrolled from under it. */
  async function wrongWith(page: Page): Promise<string[]> {
    const size = page.viewportSize();
    await page.setViewportSize({ width: size?.width ?? 360, height: 6000 });
    const wrong = await wrongForAxe(page);
    if (size) await page.setViewportSize(size);
    return wrong;
  }

  async function printed(page: Page, title: string): Promise<void> {
    await page.getByRole('heading', { level: 1, name: title }).waitFor(WAIT);
    await drawn(page);
    await page.emulateMedia({ media: 'print' });
    const seen = (await page.evaluate(`({
      buttons: [...document.querySelectorAll('button, header.shell-head, footer, nav')].filter((e) => e.checkVisibility()).length,
      codes: [...document.querySelectorAll('main svg[role=img]')].filter((e) => e.checkVisibility()).length,
      paper: getComputedStyle(document.body).backgroundColor,
      ink: getComputedStyle(document.querySelector('h1')).color,
    })`)) as Record<string, unknown>;
    expect(seen).toEqual({ buttons: 0, codes: 1, paper: 'rgb(255, 255, 255)', ink: 'rgb(0, 0, 0)' });
    const pdf = await page.pdf({ preferCSSPageSize: true });
    const pages = pdf.toString('latin1').match(/\/Type\s*\/Page\b/g) ?? [];
    expect(pages.length).toBe(1);
    await page.emulateMedia({ media: 'screen' });
  }
});
