import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { XLSX_TYPE } from '#platform/http/http-app';
import { xlsxStream } from '#platform/xlsx';
import { chromiumPath, type Look, openBrowser, sayLoudly, wrongForAxe } from './browser.js';
import { DESKTOP, PHONE, WAIT } from './cast.js';
import { DemoWorld } from './demo-world.js';
import type { Viewer } from './screens.js';

if (!chromiumPath) sayLoudly();

const DESK = '/events/:event/desk';

/** From who comes to a plan that is told, and what hangs on the walls. */
(chromiumPath ? describe : describe.skip)('a matchmaking event at the desk', () => {
  let world: DemoWorld;
  let browser: Browser;

  beforeAll(async () => {
    world = await DemoWorld.create();
    browser = await openBrowser();
  }, 120_000);
  afterAll(async () => {
    await world?.destroy();
    await browser?.close();
  });

  const open = (viewer: Viewer, look: Look, path: string) => world.open(browser, viewer, look, path);
  const step = async (staff: Page, name: string, reached: string) => {
    await staff.getByRole('button', { name }).click();
    await staff.getByRole('button', { name: reached }).waitFor(WAIT);
  };

  it('staff give a sheet of participants: what to mend stands beside its row, the others are invited', async () => {
    const staff = await open('staff', DESKTOP, DESK);
    const rows = [
      ['单位名称', '统一社会信用代码', '角色', '会面上限', '想见'],
      ['', await world.strangerCode(), '企业', '3', ''],
      ['海岳智能家电集团', '', '企业', '', ''],
      ['没有这家单位', '', '', '很多', ''],
    ];
    const stream = await xlsxStream(rows.map((row) => row.map((value) => ({ value, type: String }))));
    const parts: Buffer[] = [];
    for await (const part of stream) parts.push(part as Buffer);
    await staff
      .getByLabel('选择表格')
      .setInputFiles({ name: '参会名单.xlsx', mimeType: XLSX_TYPE, buffer: Buffer.concat(parts) });
    const sheet = staff.getByRole('region', { name: '用表格邀请' });
    await sheet.getByText('没有通过审核的单位“没有这家单位”').waitFor(WAIT);
    await sheet.getByText('该单位是链主企业。请改正角色，或留空。').waitFor(WAIT);
    expect(await wrongForAxe(staff)).toEqual([]);
    const empty = await staff.request.get(
      (await staff.getByRole('link', { name: '下载空白表格' }).getAttribute('href')) ?? '',
    );
    expect([empty.status(), empty.headers()['content-type']]).toEqual([200, XLSX_TYPE]);
    await staff.getByRole('button', { name: '邀请 1 家' }).click();
    await staff.getByText('已邀请 1 家', { exact: true }).waitFor(WAIT);
    await staff.getByText('可邀请 0 家，已在名单中 1 家，需要修改 2 行').waitFor(WAIT);
  }, 60_000);

  it('staff change what they have said of the event: what is refused stands at its field', async () => {
    const staff = await open('staff', DESKTOP, DESK);
    const settings = staff.getByRole('region', { name: '活动设置' });
    await settings.getByRole('button', { name: '修改: 活动设置' }).click();
    await settings.getByRole('button', { name: '加一段休息' }).click();
    const breaks = settings.getByRole('group', { name: '休息' });
    const begins = await breaks.getByLabel('开始').first().inputValue();
    await breaks
      .getByLabel('开始')
      .last()
      .fill(begins.replace(/\d\d:\d\d$/, '14:30'));
    await breaks
      .getByLabel('结束')
      .last()
      .fill(begins.replace(/\d\d:\d\d$/, '14:50'));
    await settings.getByLabel('企业至少').fill('9');
    await settings.getByRole('button', { name: '保存设置' }).click();
    await settings.locator('.ant-form-item-explain-error').getByText('会面下限不能高于上限。').waitFor(WAIT);
    expect(await wrongForAxe(staff)).toEqual([]);
    await settings.getByLabel('企业至少').fill('1');
    await settings.getByLabel('地点').fill('青岛国际会展中心 5 号馆');
    await settings.getByRole('button', { name: '保存设置' }).click();
    await settings.getByText('休息 14:30–14:50').waitFor(WAIT);
    await settings.getByText('企业每位代表 1–8 场').waitFor(WAIT);
    await staff.getByText('青岛国际会展中心 5 号馆').waitFor(WAIT);
  }, 60_000);

  it('staff plan another event: its demands lead to firms, and anybody is found by name', async () => {
    const staff = await open('staff', DESKTOP, '/events');
    await staff.getByLabel('活动名称').fill('卡位入链：新活动');
    await staff.getByLabel('开始').fill('2031-03-18T09:00');
    await staff.getByLabel('结束').fill('2031-03-18T12:00');
    await staff.getByRole('button', { name: '新建' }).click();
    await staff.getByText('先选择本次活动的需求').waitFor(WAIT);
    await staff.getByText('填写意向后可排程。').waitFor(WAIT);
    const settings = staff.getByRole('region', { name: '活动设置' });
    await settings.getByRole('searchbox', { name: '查找需求' }).fill('齿轮');
    await staff.keyboard.press('Enter');
    await settings.getByRole('button', { name: /^选定/ }).first().click();
    await staff.getByText('需求已选定，已邀请其链主企业').waitFor(WAIT);
    await settings.getByRole('button', { name: /^移除/ }).waitFor(WAIT);
    await staff.getByRole('button', { name: /^邀请/ }).first().waitFor(WAIT);
    const find = staff.getByRole('searchbox', { name: '按名称查找单位' });
    await find.fill('远川医疗');
    await find.press('Enter');
    await staff.getByRole('button', { name: '邀请远川医疗器械集团' }).click();
    await staff.getByText('已邀请', { exact: true }).first().waitFor(WAIT);
    expect(await wrongForAxe(staff)).toEqual([]);
    await settings.getByRole('button', { name: /^移除/ }).first().click();
    await staff.getByText('需求已移除').waitFor(WAIT);
  }, 60_000);

  it('staff add a publishing session with a demand, move it and remove another; participants see it with its code', async () => {
    const staff = await open('staff', DESKTOP, DESK);
    const sessions = staff.getByRole('region', { name: '需求发布场次' });
    await sessions.getByRole('button', { name: '加一场' }).click();
    await sessions.getByLabel('标题').fill('海岳：新品配套发布');
    await sessions.getByLabel('发布的链主').selectOption({ label: '海岳智能家电集团' });
    const demands = sessions.getByLabel('发布的需求');
    await demands
      .locator('option')
      .nth(1)
      .waitFor({ state: 'attached', ...WAIT });
    await demands.selectOption({ index: 1 });
    expect(await wrongForAxe(staff)).toEqual([]);
    await sessions.getByRole('button', { name: '保存场次' }).click();
    await staff.getByText('场次已保存').waitFor(WAIT);
    await sessions.getByRole('button', { name: '修改: 海岳：新品配套发布' }).click();
    const ends = sessions.getByLabel('结束');
    const begins = await sessions.getByLabel('开始').inputValue();
    await ends.fill(begins);
    await sessions.getByRole('button', { name: '保存场次' }).click();
    await sessions.getByText('结束时间须晚于开始时间。').first().waitFor(WAIT);
    await ends.fill(
      begins.replace(/T\d\d:\d\d$/, (time) => `T${String(Number(time.slice(1, 3)) + 1).padStart(2, '0')}:00`),
    );
    await sessions.getByRole('button', { name: '保存场次' }).click();
    await sessions.getByRole('button', { name: '修改: 海岳：新品配套发布' }).waitFor(WAIT);
    await sessions.getByRole('button', { name: '删除: 链主需求发布' }).click();
    await staff.getByText('场次已删除').waitFor(WAIT);
    await sessions.getByText('链主需求发布').waitFor({ state: 'detached', ...WAIT });
    const firm = await open('sme', PHONE, '/events/:event');
    await firm.getByText('海岳：新品配套发布').waitFor(WAIT);
    await firm.getByRole('img', { name: '需求页面的二维码: 海岳：新品配套发布' }).waitFor(WAIT);
  }, 60_000);

  it('a leader wishes for a firm about one of its demands, and sees whom it has met before', async () => {
    const staff = await open('staff', DESKTOP, DESK);
    await step(staff, '进入“填写意向”', '退回“报名”');
    const leader = await open('leader', PHONE, '/events/:event');
    const firms = leader.getByRole('listitem').filter({ has: leader.getByText('按每条需求填写，或屏蔽此单位') });
    await firms.first().waitFor(WAIT);
    // Whom it has met by now hangs on the time of day: the event under way began an hour and a half ago.
    const met = await world.metBefore();
    for (const name of met) await firms.filter({ hasText: name }).getByText('以前见过').waitFor(WAIT);
    expect(await firms.getByText('以前见过').count()).toBe(met.length);
    const fitting = firms.filter({ hasText: '匹配度' }).first();
    await fitting.getByText('按每条需求填写，或屏蔽此单位').click();
    const about = fitting.getByRole('listitem').filter({ hasText: '匹配度' }).first();
    await about.getByRole('button', { name: '愿意会面' }).click();
    await leader.getByText('意向已保存').waitFor(WAIT);
    await about.getByRole('button', { name: '愿意会面', pressed: true }).waitFor(WAIT);
    await leader.setViewportSize({ width: 360, height: 4000 });
    expect(await wrongForAxe(leader)).toEqual([]);
  }, 60_000);

  it('staff make a schedule, ask what a change would come to, take it and lock a meeting', async () => {
    const staff = await open('staff', DESKTOP, DESK);
    await step(staff, '进入“排程”', '退回“填写意向”');
    await staff.getByRole('button', { name: '开始排程' }).click();
    await staff.getByText('已证明最优').first().waitFor({ timeout: 30_000 });
    await staff.getByRole('button', { name: '计算' }).click();
    await staff.getByText('变化后').waitFor({ timeout: 30_000 });
    expect(await wrongForAxe(staff)).toEqual([]);
    await staff.getByRole('button', { name: '采用这个结果' }).first().click();
    const hall = staff.getByRole('region', { name: '会面安排' });
    const seat = hall.getByRole('button', { name: / × / }).first();
    const name = (await seat.getAttribute('aria-label')) ?? '';
    await seat.press('Enter');
    await staff.getByRole('button', { name: '锁定', exact: true }).click();
    await hall.getByRole('button', { name: `${name}, 已锁定` }).waitFor(WAIT);
  }, 90_000);

  it('staff are asked before a step that is not taken back, and are told what comes of it', async () => {
    const staff = await open('staff', DESKTOP, DESK);
    await staff.getByRole('button', { name: '进入“日程已定”' }).click();
    await staff
      .getByRole('alert')
      .getByText(/将通知 \d+ 家单位/)
      .waitFor(WAIT);
    expect(await wrongForAxe(staff)).toEqual([]);
    await staff.getByRole('button', { name: '取消', exact: true }).click();
    await step(staff, '进入“日程已定”', '确定');
    await staff.getByRole('button', { name: '确定' }).click();
    await step(staff, '进入“进行中”', '确定');
    await staff
      .getByRole('alert')
      .getByText(/^活动在 .*，现在就开始？$/)
      .waitFor(WAIT);
    await staff.getByRole('button', { name: '取消', exact: true }).click();
    await staff.getByRole('button', { name: '进入“进行中”' }).waitFor(WAIT);
    const day = await open('staff', DESKTOP, '/events/:day/desk');
    await day.getByRole('button', { name: '进入“已结束”' }).click();
    await day
      .getByRole('alert')
      .getByText(/^还有 \d+ 场会面未开始，确定结束？$/)
      .waitFor(WAIT);
    await day.getByRole('button', { name: '取消', exact: true }).click();
    await day.getByRole('button', { name: '进入“已结束”' }).waitFor(WAIT);
  }, 60_000);

  it('a table runs late: what moves is shown first, and the wall screen tells', async () => {
    const staff = await open('staff', DESKTOP, '/events/:day/desk');
    await staff.getByRole('button', { name: '看看影响' }).click();
    const delay = staff.getByRole('region', { name: '有一桌拖延' });
    await delay.getByRole('button', { name: '取消', exact: true }).click();
    await delay.waitFor({ state: 'detached', ...WAIT });
    await staff.getByRole('button', { name: '看看影响' }).click();
    await delay.getByRole('button', { name: '确认并通知' }).click();
    await staff.getByText('已推迟').waitFor(WAIT);
    const board = await open('staff', DESKTOP, '/events/:day/board');
    await board
      .getByRole('heading', { name: /^(正在进行|下一场)/ })
      .first()
      .waitFor(WAIT);
    expect(await wrongForAxe(board)).toEqual([]);
  }, 60_000);

  it('an event that is over asks for nobody, and its hall is only looked at', async () => {
    const staff = await open('staff', DESKTOP, '/events/:day/desk');
    const refused: string[] = [];
    staff.on('response', (answer) => answer.status() >= 400 && refused.push(`${answer.status()} ${answer.url()}`));
    await staff.getByText(/^选中一场会面/).waitFor(WAIT);
    await staff.getByRole('button', { name: '进入“已结束”' }).click();
    await staff.getByRole('button', { name: '确定' }).click();
    await staff.getByRole('button', { name: '进入“已总结”' }).waitFor(WAIT);
    await staff.getByText(/^选中一场会面/).waitFor({ state: 'detached', ...WAIT });
    expect(await wrongForAxe(staff)).toEqual([]);
    expect(refused).toEqual([]);
  }, 60_000);

  it('agendas and table cards are printed', async () => {
    const staff = await open('staff', DESKTOP, '/events/:day/print');
    await staff
      .getByRole('img', { name: /的签到二维码$/ })
      .first()
      .waitFor(WAIT);
    await staff.emulateMedia({ media: 'print' });
    expect(await staff.getByRole('button', { name: '打印' }).isVisible()).toBe(false);
    await staff.emulateMedia({ media: 'screen' });
    await staff.getByText('桌牌', { exact: true }).click();
    await staff.getByText('1 号桌', { exact: true }).first().waitFor(WAIT);
  }, 60_000);
});
