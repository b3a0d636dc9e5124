import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { addMember, importFirms, inDays, type Member, nextCreditCode, PASSWORD, settled } from '#test/e2e/people';
import { StandaloneDeployment } from '#test/e2e/standalone-deployment';
import { chromiumPath, type Look, newPerson, openBrowser, sayLoudly, signInAs } from './browser.js';

const GEAR = {
  name: '青岛岚齿精密机械有限公司',
  region: '山东省青岛市城阳区',
  products: ['冰箱压缩机用精密齿轮'],
  processes: ['磨齿', '渗碳淬火'],
  certificates: [{ name: 'IATF 16949:2016', validUntil: inDays(400) }],
};
const OTHERS = [
  { name: '苏州医用导管有限公司', products: ['一次性无菌导管'] },
  { name: '杭州纸箱包装有限公司', products: ['瓦楞纸箱'] },
  { name: '成都环境检测有限公司', products: ['水质检测服务'] },
];

const DESKTOP: Look = { language: 'zh', width: 1440 };
const PHONE: Look = { language: 'zh', width: 360 };
const WAIT = { timeout: 15_000 };

if (!chromiumPath) sayLoudly();

(chromiumPath ? describe : describe.skip)('in the browser', () => {
  let deployment: StandaloneDeployment;
  let browser: Browser;
  let staff: Member;
  let leader: Member;
  const contexts: BrowserContext[] = [];

  beforeAll(async () => {
    deployment = await StandaloneDeployment.create();
    browser = await openBrowser();
    staff = await addMember(deployment, 'staff', '青岛市民营经济服务中心');
    leader = await addMember(deployment, 'leader', '海岳智能家电集团');
    await importFirms(deployment, [GEAR, ...OTHERS]);
    await settled(deployment);
  }, 120_000);

  afterAll(async () => {
    for (const context of contexts) await context.close();
    await browser?.close();
    await deployment?.destroy();
  });

  async function person(look: Look): Promise<Page> {
    const context = await newPerson(browser, deployment.url, look);
    contexts.push(context);
    const page = await context.newPage();
    page.setDefaultTimeout(WAIT.timeout);
    return page;
  }

  it('a firm joins on its phone, staff approve it, and it sees so without reloading', async () => {
    const clerk = await person(DESKTOP);
    await signInAs(clerk, staff);
    await clerk.waitForURL('**/desk');

    const firm = await person(PHONE);
    await firm.goto('/');
    await firm.getByRole('link', { name: '免费入驻' }).first().click();
    await firm.getByLabel('单位全称').fill(GEAR.name);
    await firm.getByLabel('统一社会信用代码').fill(nextCreditCode());
    await firm.getByLabel('您的姓名').fill('李强');
    await firm.getByLabel('邮箱').fill('liqiang@example.com');
    await firm.getByLabel('设置密码').fill(PASSWORD);
    await firm.getByRole('button', { name: '提交入驻申请' }).click();
    await firm.getByRole('heading', { name: `${GEAR.name}正在审核中` }).waitFor(WAIT);

    const row = clerk.getByRole('listitem').filter({ hasText: GEAR.name });
    await row.getByRole('button', { name: '通过', exact: true }).click();
    await firm.waitForURL('**/today');
    await firm.getByRole('heading', { name: '李强，您好' }).waitFor(WAIT);
  }, 60_000);

  it('it claims its profile, staff hand it over, and its editor opens', async () => {
    const clerk = await person(DESKTOP);
    await signInAs(clerk, staff);
    await clerk.goto('/desk/claims');
    await clerk.getByRole('heading', { name: '没有待审核的认领' }).waitFor(WAIT);

    const firm = await person(DESKTOP);
    await signInAs(firm, { email: 'liqiang@example.com' });
    await firm.getByRole('link', { name: '企业档案' }).first().click();
    await firm.getByRole('button', { name: '认领' }).click();
    await clerk.getByRole('button', { name: '通过认领' }).click();
    await firm.getByText(/完整度 \d+%/).waitFor(WAIT);
    expect(await firm.getByRole('textbox', { name: '产品' }).inputValue()).toBe('冰箱压缩机用精密齿轮');
  }, 60_000);

  it('a leader writes a demand; the firm is told at once and reads why, and the leader sees it improve', async () => {
    const firm = await person(PHONE);
    await signInAs(firm, { email: 'liqiang@example.com' });
    await firm.waitForURL('**/today');

    const buyer = await person(DESKTOP);
    await signInAs(buyer, leader);
    await buyer.getByRole('link', { name: '发布需求' }).click();
    await buyer.getByLabel('标题').fill('冰箱压缩机用精密齿轮配套');
    await buyer.getByLabel('截止日期').fill(inDays(60));
    await buyer.getByLabel('指标', { exact: true }).fill('三坐标测量');
    await buyer.getByLabel('要求', { exact: true }).fill('具备');
    await buyer.getByLabel('工艺要求').fill('磨齿');
    await buyer.getByLabel('必须具备的证书').fill('IATF 16949');
    await buyer.getByRole('button', { name: '提交发布' }).click();
    await buyer.getByRole('link', { name: GEAR.name }).waitFor(WAIT);

    await firm.getByRole('button', { name: /消息，\d+ 条未读/ }).waitFor(WAIT);
    await firm.getByRole('link', { name: '冰箱压缩机用精密齿轮配套', exact: true }).first().click();
    const verdict = firm.getByRole('listitem').filter({ hasText: 'IATF 16949' }).first();
    expect(await verdict.textContent()).toContain('符合');
    expect(await firm.locator('blockquote', { hasText: '磨齿' }).count()).toBeGreaterThan(0);

    const row = buyer.getByRole('listitem').filter({ hasText: GEAR.name });
    await row.getByText('1 项未知').waitFor(WAIT);
    await firm.goto('/profile');
    await firm.getByRole('textbox', { name: '设备' }).fill('三坐标测量机 2 台');
    await firm.getByRole('button', { name: '保存' }).click();
    await firm.getByText('已保存').waitFor(WAIT);
    await row.getByText('0 项未知').waitFor(WAIT);
  }, 90_000);

  it('a visitor finds the demand by a word of it, in English, and shares an address that tells its title', async () => {
    const visitor = await person({ language: 'en', width: 360 });
    await visitor.goto('/');
    await visitor.getByRole('heading', { name: 'Leaders ask, specialists answer' }).waitFor(WAIT);
    await visitor.getByRole('searchbox').fill('齿轮');
    await visitor.getByRole('button', { name: 'Search' }).click();
    await visitor.getByRole('link', { name: '冰箱压缩机用精密齿轮配套' }).click();
    await visitor.getByRole('heading', { name: 'Requirements' }).waitFor(WAIT);
    const html = await (await fetch(visitor.url())).text();
    expect(html).toContain('<meta property="og:title" content="冰箱压缩机用精密齿轮配套" />');
  }, 60_000);

  it('says in the reader’s language what is wrong with what was written', async () => {
    const visitor = await person({ language: 'en', width: 1440 });
    await visitor.goto('/sign-in?from=//elsewhere.example');
    await visitor.getByLabel('E-mail').fill('nobody@example.com');
    await visitor.getByLabel('Password').fill('not the password');
    await visitor.locator('form button[type=submit]').click();
    const alert = visitor.getByRole('alert').first();
    await alert.waitFor(WAIT);
    expect(await alert.textContent()).toMatch(/[A-Za-z]{4}/);
    expect(new URL(visitor.url()).pathname).toBe('/sign-in');
  }, 60_000);
});
