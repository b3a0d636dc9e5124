import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { chromiumPath, type Look, openBrowser, sayLoudly, wrongForAxe } from './browser.js';
import { DESKTOP, PHONE, WAIT } from './cast.js';
import { DemoWorld } from './demo-world.js';
import type { Viewer } from './screens.js';

if (!chromiumPath) sayLoudly();

(chromiumPath ? describe : describe.skip)('the day of a matchmaking event in three browsers', () => {
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

  it('both sides are asked to take the seat of somebody who has not come, and answer on the phone', async () => {
    const staff = await open('staff', DESKTOP, '/events/:day/desk');
    const rows = staff.getByRole('listitem').filter({ hasNotText: '已到场' });
    const button = rows.getByRole('button', { name: /^标为未到场: / }).first();
    const name = (await button.getAttribute('aria-label')) ?? '';
    await button.click();
    const repair = staff.getByRole('region', { name });
    await repair.getByRole('button', { name: '先问双方' }).click();
    await staff.getByText(/^已发出 \d+ 条补位邀请$/).waitFor(WAIT);
    const seats = staff.getByRole('region', { name: '补位邀请' });
    await seats.getByText('等待回答').first().waitFor(WAIT);
    // As high as the page, so that what is said at its foot covers no button that could be scrolled from under it.
    await staff.setViewportSize({ width: 1440, height: 6000 });
    expect(await wrongForAxe(staff)).toEqual([]);
    const [offer] = await world.seatOffers();
    const sides = { 链主: offer?.leaderId ?? '', 企业: offer?.smeId ?? '' };
    for (const [side, organisationId] of Object.entries(sides)) {
      const page = await world.openFor(browser, organisationId, PHONE, '/events/:day');
      const question = page.getByRole('listitem').filter({ hasText: '加一场会面吗？' });
      await question.getByRole('button', { name: '可以' }).first().waitFor(WAIT);
      const over = Number(await page.evaluate('document.documentElement.scrollWidth - window.innerWidth'));
      expect(over).toBeLessThanOrEqual(0);
      await page.setViewportSize({ width: 360, height: 4000 });
      expect(await wrongForAxe(page)).toEqual([]);
      await question.getByRole('button', { name: '可以' }).first().click();
      await page
        .getByText(side === '链主' ? '已回答，等对方回答' : '已安排，请看日程', { exact: true })
        .first()
        .waitFor(WAIT);
    }
    await seats.getByText('已安排', { exact: true }).first().waitFor(WAIT);
    await staff.getByText('未到场', { exact: true }).first().waitFor(WAIT);
  }, 90_000);

  it('staff see a draft that has no session yet, in the list and on its desk', async () => {
    const staff = await open('staff', DESKTOP, '/events');
    const data = { title: '还没有时间的活动', slotMinutes: 20, tables: 4 };
    const made = await staff.request.post('/api/v1/matchmaking-events', { data });
    const { id } = (await made.json()) as { id: string };
    await staff.reload();
    await staff.getByRole('link', { name: data.title }).waitFor(WAIT);
    await staff.goto(`/events/${id}/desk`);
    await staff.getByRole('heading', { name: data.title }).waitFor(WAIT);
  }, 60_000);

  it('staff see who would be put in for somebody who has not come before anybody is told', async () => {
    const staff = await open('staff', DESKTOP, '/events/:day/desk');
    // The demo awaits one firm: its rows are those that do not say that it is here.
    const rows = staff.getByRole('listitem').filter({ hasNotText: '已到场' });
    const button = rows.getByRole('button', { name: /^标为未到场: / }).first();
    const name = (await button.getAttribute('aria-label')) ?? '';
    await button.click();
    const repair = staff.getByRole('region', { name });
    await repair.getByText('取消', { exact: true }).waitFor(WAIT);
    expect(
      await repair
        .getByRole('listitem')
        .filter({ hasText: name.replace('标为未到场: ', '') })
        .count(),
    ).toBeGreaterThan(0);
    await repair.getByRole('button', { name: '确认并通知' }).click();
    await staff.getByText(/^取消 \d+ 场，补上 \d+ 场$/).waitFor(WAIT);
    await staff.getByText(/^已取消的会面/).waitFor(WAIT);
  }, 60_000);

  it('staff move a meeting with the keyboard, and see what it costs before they drop it', async () => {
    const staff = await open('staff', DESKTOP, '/events/:day/desk');
    const hall = staff.getByRole('region', { name: '会面安排' });
    const seats = hall.getByRole('button', { name: / × / });
    const last = seats.last();
    const who = (await last.getAttribute('aria-label')) ?? '';
    await last.focus();
    await staff.keyboard.press('Enter');
    const free = hall.getByRole('button', { name: /^放到 \d\d:\d\d，4 号桌$/ }).last();
    const where = (await free.getAttribute('aria-label')) ?? '';
    await free.focus();
    const cost = staff.getByText('其他会面不变').or(staff.getByText('换时间或桌位')).first();
    await cost.waitFor(WAIT);
    const box = await cost.boundingBox();
    expect(box && box.y >= 0 && box.y + box.height <= 900).toBe(true);
    // As high as the page, so that what sticks to its foot covers no button that could be scrolled from under it.
    await staff.setViewportSize({ width: 1440, height: 6000 });
    expect(await wrongForAxe(staff)).toEqual([]);
    await staff.keyboard.press('Enter');
    await staff.getByText('已移动').waitFor(WAIT);
    const [, time] = /(\d\d:\d\d)/.exec(where) ?? [];
    const row = hall.getByRole('row').filter({ has: staff.getByRole('rowheader', { name: time ?? '' }) });
    await row.getByRole('button', { name: who }).waitFor(WAIT);
    // Escape lets a chosen meeting go.
    await seats.first().press('Enter');
    await staff.getByRole('button', { name: '不移动' }).waitFor(WAIT);
    await staff.keyboard.press('Escape');
    await staff.getByRole('button', { name: '不移动' }).waitFor({ state: 'detached', ...WAIT });
  }, 60_000);

  it('staff drag a meeting onto another, which changes places with it', async () => {
    const staff = await open('staff', DESKTOP, '/events/:day/desk');
    const hall = staff.getByRole('region', { name: '会面安排' });
    const seats = hall.getByRole('button', { name: / × / });
    const from = seats.last();
    const who = (await from.getAttribute('aria-label')) ?? '';
    const before = await seats.count();
    await from.hover();
    await staff.mouse.down();
    await hall
      .getByRole('button', { name: / × / })
      .nth(before - 2)
      .hover();
    await hall
      .getByRole('button', { name: / × / })
      .nth(before - 2)
      .hover({ position: { x: 20, y: 20 } });
    await staff.getByText('换时间或桌位').waitFor(WAIT);
    await staff.mouse.up();
    await staff.getByText('已移动').waitFor(WAIT);
    await hall.getByRole('button', { name: who, exact: true }).waitFor(WAIT);
    expect(await seats.count()).toBe(before);
  }, 60_000);

  it('staff ask why two do not meet, and have them meet', async () => {
    const staff = await open('staff', DESKTOP, '/events/:day/desk');
    const unmet = staff.locator('section').filter({ has: staff.getByRole('heading', { name: '未满足的意向' }) });
    const why = unmet.getByRole('button', { name: /^为什么没排上/ });
    await why.first().waitFor(WAIT);
    const [first, count] = [(await why.first().getAttribute('aria-label')) ?? '', await why.count()];
    await why.first().click();
    await unmet.getByRole('button', { name: '就这样安排' }).first().click();
    await staff.getByRole('status').getByText('已安排', { exact: true }).waitFor(WAIT);
    await unmet.getByRole('button', { name: first }).waitFor({ state: 'detached', ...WAIT });
    expect(await why.count()).toBe(count - 1);
  }, 60_000);

  it('a firm shows its code, which staff scan; a leader says with one tap what came of a meeting', async () => {
    const firm = await open('sme', PHONE, '/events/:day');
    await firm.getByRole('img', { name: '签到二维码' }).waitFor(WAIT);
    const code = (await firm.locator('strong.code').textContent()) ?? '';
    const staff = await open('staff', PHONE, `/events/:day/check-in/${code}`);
    await staff.getByRole('heading', { name: /已签到$/ }).waitFor(WAIT);
    const leader = await open('leader', PHONE, '/events/:day');
    const tap = leader.getByRole('button', { name: '见了，继续跟进' }).first();
    await tap.click();
    await leader.getByText('已记录').waitFor(WAIT);
    // Of a meeting to come nothing can be said yet.
    const toCome = await leader.evaluate(
      "fetch('/api/v1/matchmaking-events/' + location.pathname.split('/')[2] + '/agenda').then((answer) => answer.json())" +
        '.then(({ meetings }) => meetings.filter((one) => !one.cancelled && Date.parse(one.from) > Date.now()).length)',
    );
    const waiting = leader.getByRole('button', { name: '见了，继续跟进', disabled: true });
    expect(await waiting.count()).toBe(toCome);
    for (const page of [firm, leader]) {
      const over = Number(await page.evaluate('document.documentElement.scrollWidth - window.innerWidth'));
      expect(over).toBeLessThanOrEqual(0);
    }
  }, 60_000);

  it('a firm says on its phone who comes and when they are away, whom it wants to meet, and whom it never will', async () => {
    const firm = await open('sme', PHONE, '/events/:event');
    await firm.getByRole('button', { name: '接受邀请' }).click();
    const people = firm.locator('section').filter({ has: firm.getByRole('heading', { name: '谁来参加' }) });
    await people.getByRole('button', { name: '再加一位' }).click();
    await people.getByLabel('姓名').first().fill('李强');
    await people.getByLabel('姓名').last().fill('王敏');
    const away = people.getByRole('group', { name: '王敏不在的时段' }).getByRole('button');
    await away.nth(0).click();
    await away.nth(1).click();
    await people.getByRole('button', { name: '保存名单' }).click();
    await firm.getByText('名单已保存').waitFor(WAIT);
    await firm.reload();
    await people.getByLabel('姓名').last().waitFor(WAIT);
    expect(await people.getByLabel('姓名').last().inputValue()).toBe('王敏');
    expect(await away.evaluateAll((all) => all.map((one) => one.getAttribute('aria-pressed')))).toEqual(
      (await away.allTextContents()).map((_time, at) => `${at < 2}`),
    );

    const staff = await open('staff', DESKTOP, '/events/:event/desk');
    await staff.getByRole('button', { name: /^进入/ }).click();
    await staff.getByRole('button', { name: /^退回“报名/ }).waitFor(WAIT);

    await firm.reload();
    const leader = firm.getByRole('group', { name: '海岳智能家电集团' });
    await leader.getByRole('button', { name: '必须会面' }).click();
    await firm.getByText('意向已保存').waitFor(WAIT);
    const other = firm.getByRole('listitem').filter({ has: firm.getByRole('heading', { name: '远川医疗器械集团' }) });
    await other.getByText('按每条需求填写，或屏蔽此单位').click();
    await other.getByRole('button', { name: '屏蔽此单位', exact: true }).click();
    await other.getByRole('button', { name: '屏蔽此单位', exact: true, pressed: true }).waitFor(WAIT);
    const over = Number(await firm.evaluate('document.documentElement.scrollWidth - window.innerWidth'));
    expect(over).toBeLessThanOrEqual(0);
    await firm.reload();
    await leader.getByRole('button', { name: '必须会面', pressed: true }).waitFor(WAIT);
    // As high as the page, so that the tabs at the foot cover nothing that could be scrolled from under them.
    await firm.setViewportSize({ width: 360, height: 4000 });
    expect(await wrongForAxe(firm)).toEqual([]);
  }, 60_000);
});
