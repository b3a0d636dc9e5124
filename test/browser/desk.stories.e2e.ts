import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readSheet } from 'read-excel-file/node';
import { addMember, type Member } from '#test/e2e/people';
import { chromiumPath, sayLoudly, signInAs, wrongForAxe } from './browser.js';
import { Cast, DESKTOP, PHONE, WAIT } from './cast.js';

const SHEET = `企业名称,统一社会信用代码,员工人数,备注
青岛岚齿精密机械有限公司,,86,老客户
烟台衡辙齿轮有限公司,123,很多,
济南铭啮传动有限公司,,40,`;
const file = { name: '企业名单.csv', mimeType: 'text/csv', buffer: Buffer.from(SHEET) };

if (!chromiumPath) sayLoudly();

(chromiumPath ? describe : describe.skip)('staff at the desk in the browser', () => {
  let cast: Cast;
  let staff: Member;
  let sme: Member;

  beforeAll(async () => {
    cast = await Cast.create();
    staff = await addMember(cast.deployment, 'staff', '青岛市民营经济服务中心');
    sme = await addMember(cast.deployment, 'sme', '胶州铸锐齿轮有限公司');
  }, 120_000);
  afterAll(() => cast?.destroy());

  it('see the mistakes of an import in the sheet itself, and take it with them marked', async () => {
    const clerk = await cast.person(DESKTOP);
    await signInAs(clerk, staff);
    await clerk.goto('/imports');
    await clerk.getByLabel('选择文件').setInputFiles(file);
    await clerk.getByRole('button', { name: '开始' }).click();
    await clerk.getByText('共 3 行，1 行需要修改').waitFor(WAIT);
    const table = clerk.getByRole('region', { name: '表格内容' });
    expect(await table.getByRole('row').count()).toBe(2);
    const wrong = table.locator('td.wrong');
    expect(await wrong.allTextContents()).toEqual([
      expect.stringContaining('应为 18 位，现为 3 位'),
      expect.stringContaining('请只填数字'),
    ]);
    expect(await wrongForAxe(clerk)).toEqual([]);
    await clerk.getByLabel('只看需要修改的行').uncheck();
    expect(await table.getByRole('row').count()).toBe(4);

    const folder = await mkdtemp(join(tmpdir(), 'rulian-marked-'));
    try {
      const coming = clerk.waitForEvent('download');
      await clerk.getByRole('button', { name: '下载标好错误的表格' }).click();
      const download = await coming;
      expect(download.suggestedFilename()).toBe('企业名单-marked.xlsx');
      const path = join(folder, 'marked.xlsx');
      await download.saveAs(path);
      const rows = await readSheet(path);
      expect(rows.map(([name]) => name)).toEqual(SHEET.split('\n').map((line) => line.split(',')[0]));
      expect(rows[0]?.[4]).toBe('怎么改');
      expect(String(rows[2]?.[4])).toContain('应为 18 位');
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }, 60_000);

  it('an SME sees the mistakes of its own sheet in the same way', async () => {
    const firm = await cast.person(PHONE);
    await signInAs(firm, sme);
    await firm.goto('/profile');
    await firm.getByRole('button', { name: '新建档案' }).click();
    const own = `企业名称,产品,员工人数\n${sme.organisationName},行星轮,很多\n${sme.organisationName},齿圈,40`;
    await firm.getByLabel('上传表格').setInputFiles({ ...file, buffer: Buffer.from(own) });
    await firm.getByText('共 2 行，1 行需要修改').waitFor(WAIT);
    expect(await firm.locator('td.wrong').textContent()).toContain('请只填数字');
    expect(await firm.getByRole('textbox', { name: '产品', exact: true }).inputValue()).toBe('齿圈');
    const over = Number(await firm.evaluate('document.documentElement.scrollWidth - window.innerWidth'));
    expect(over).toBeLessThanOrEqual(0);
  }, 60_000);

  it('add a person for another organisation, who sets a password with a link, and switch it off again', async () => {
    const clerk = await cast.person(DESKTOP);
    await signInAs(clerk, staff);
    await clerk.getByRole('link', { name: '全部单位和人员' }).click();
    await clerk.getByRole('link', { name: `人员：${sme.organisationName}` }).click();
    await clerk.getByRole('heading', { level: 1, name: `${sme.organisationName}的人` }).waitFor(WAIT);
    await clerk.getByLabel('姓名').fill('周敏');
    await clerk.getByLabel('邮箱').fill('zhoumin@example.com');
    await clerk.getByRole('button', { name: '添加', exact: true }).click();
    const row = clerk.getByRole('listitem').filter({ hasText: 'zhoumin@example.com' });
    await row.getByRole('button', { name: '重置密码链接' }).click();
    const link = await row.getByLabel('周敏的密码链接').inputValue();

    const person = await cast.person(PHONE);
    await person.goto(link);
    await person.getByLabel('新密码').fill('a new password');
    await person.getByLabel('再输一遍').fill('a new password');
    await person.getByRole('button', { name: '保存并登录' }).click();
    await person.getByRole('heading', { name: '周敏，您好' }).waitFor(WAIT);

    await row.getByRole('button', { name: '停用' }).click();
    await row.getByText('已停用').waitFor(WAIT);
    await person.reload();
    await person.waitForURL('**/sign-in');
  }, 60_000);
});
