import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { inDays, settled } from '#test/e2e/people';
import { chromiumPath, sayLoudly } from './browser.js';
import { PHONE, WAIT } from './cast.js';
import { type FourParties, fourParties, TITLE } from './four-parties.js';

if (!chromiumPath) sayLoudly();

/** Pixels a thumb needs; what is read and pressed within a line of text needs less (WCAG 2.2, 2.5.8). */
const THUMB = 40;

/** What a thumb would miss on the page as it is: controls that are too low or too narrow, and a page that goes sideways. */
async function missed(page: Page): Promise<string[]> {
  return (await page.evaluate(`(() => {
    const shown = (one) => one.checkVisibility({ visibilityProperty: true }) && one.getBoundingClientRect().width > 0;
    const pressed = (one) => (one.matches('[type=checkbox], [type=radio], [type=file]') ? (one.closest('label') ?? one) : one);
    const small = [...document.querySelectorAll('main button, main select, main input, main textarea, main a.enter, nav a, header button')]
      .filter((one) => shown(one) && !one.disabled)
      .map((one) => [one, pressed(one).getBoundingClientRect()])
      .filter(([, { width, height }]) => Math.round(width) < ${THUMB} || Math.round(height) < ${THUMB})
      .map(([one, { width, height }]) => one.outerHTML.slice(0, 120) + ' ' + Math.round(width) + 'x' + Math.round(height));
    const over = document.documentElement.scrollWidth - window.innerWidth;
    return over > 0 ? [...small, 'sideways by ' + over] : small;
  })()`)) as string[];
}

(chromiumPath ? describe : describe.skip)('from a list to a contract on phones of 360 px, with one thumb', () => {
  let cast: FourParties['cast'];
  let members: FourParties['members'];
  let pages: FourParties['pages'];

  beforeAll(async () => {
    const thumb = { ...PHONE, touch: true };
    ({ cast, members, pages } = await fourParties({ staff: thumb, leader: thumb, strong: thumb, busy: thumb }));
    await members.staff.api.put('/matching-settings', { hold: true });
    const requirements = [{ name: '渗碳淬火', target: '具备', must: true }];
    const body = { type: 'supply', title: TITLE, process: '磨齿', deadline: inDays(60), requirements };
    const { id } = await members.leader.api.post<{ id: string }>('/demands', body);
    await members.leader.api.post(`/demands/${id}/submission`);
    await settled(cast.deployment);
  }, 120_000);
  afterAll(() => cast?.destroy());

  it('staff go through a list and send it out', async () => {
    const { staff } = pages;
    await staff.goto('/desk/lists');
    await staff.getByRole('link', { name: '核对名单' }).tap();
    await staff
      .getByRole('region', { name: '名单', exact: true })
      .getByRole('link', { name: members.busy.organisationName })
      .waitFor(WAIT);
    expect(await missed(staff)).toEqual([]);
    await staff.getByRole('button', { name: '发出名单' }).tap();
    await staff.getByRole('button', { name: '确定' }).tap();
    await staff.getByText('已按常规发出').waitFor(WAIT);
  }, 60_000);

  it('a firm declines, in two taps', async () => {
    const { busy } = pages;
    await busy.goto('/proposals');
    await busy.getByRole('link', { name: TITLE }).first().waitFor(WAIT);
    expect(await missed(busy)).toEqual([]);
    await busy.getByRole('button', { name: '不合适…' }).tap();
    expect(await missed(busy)).toEqual([]);
    await busy.getByRole('button', { name: '产能排满了' }).tap();
    await busy.getByText('产能排满了').first().waitFor(WAIT);
  }, 60_000);

  it('another responds, requirement by requirement', async () => {
    const { strong } = pages;
    await strong.goto('/proposals');
    await strong.getByRole('link', { name: TITLE }).first().tap();
    await strong.getByRole('link', { name: '揭榜：逐项作答' }).tap();
    await strong.getByLabel('“渗碳淬火”如何满足').waitFor(WAIT);
    expect(await missed(strong)).toEqual([]);
    await strong.getByLabel('“渗碳淬火”如何满足').tap();
    await strong.keyboard.type('自有渗碳淬火线两条');
    await strong.getByLabel('方案').tap();
    await strong.keyboard.type('先送样，再量产。');
    await strong.getByRole('button', { name: '提交揭榜' }).tap();
    await strong.getByText('已提交，需求方会收到通知').waitFor(WAIT);
  }, 60_000);

  it('the leader reads the responses and chooses', async () => {
    const { leader } = pages;
    await leader.goto('/my/demands');
    const waiting = leader.getByRole('link', { name: '1 份揭榜待处理' });
    await waiting.waitFor(WAIT);
    expect(await missed(leader)).toEqual([]);
    await waiting.tap();
    const card = leader.getByRole('listitem').filter({ hasText: members.strong.organisationName });
    await card.getByText('自有渗碳淬火线两条').waitFor(WAIT);
    expect(await missed(leader)).toEqual([]);
    await card.getByRole('button', { name: '选定' }).tap();
    expect(await missed(leader)).toEqual([]);
    await card.getByRole('button', { name: '确定选定' }).tap();
    await card.getByText('已选定', { exact: true }).waitFor(WAIT);
  }, 60_000);

  it('both close the steps of the thread, and write', async () => {
    const { leader, strong } = pages;
    for (const page of [leader, strong]) {
      await page.goto('/threads');
      await page.getByRole('link', { name: TITLE }).tap();
      await page.getByRole('button', { name: '安排 首次联系' }).waitFor(WAIT);
      expect(await missed(page)).toEqual([]);
    }
    await strong.getByRole('button', { name: '安排 首次联系' }).tap();
    expect(await missed(strong)).toEqual([]);
    await strong.getByRole('button', { name: '完成', exact: true }).tap();
    const line = leader.getByRole('listitem').filter({ has: leader.getByText('首次联系', { exact: true }) });
    await line.getByText('已完成').waitFor(WAIT);
    await leader.getByLabel('写给对方').tap();
    await leader.keyboard.type('样件请寄到青岛');
    await leader.getByRole('button', { name: '发送' }).tap();
    await strong.getByText('样件请寄到青岛').waitFor(WAIT);
  }, 60_000);
});
