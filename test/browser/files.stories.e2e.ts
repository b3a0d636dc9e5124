import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { addMember, eventually, inDays, type Member, settled } from '#test/e2e/people';
import { pdf, png } from '#test/kit/sample-files';
import { chromiumPath, sayLoudly, signInAs } from './browser.js';
import { Cast, DESKTOP, PHONE, WAIT } from './cast.js';

if (!chromiumPath) sayLoudly();

(chromiumPath ? describe : describe.skip)('files, in the browser', () => {
  let cast: Cast;
  let leader: Member;
  let firm: Member;
  let demandId: string;

  beforeAll(async () => {
    cast = await Cast.create();
    leader = await addMember(cast.deployment, 'leader', '海岳智能家电集团');
    firm = await addMember(cast.deployment, 'sme', '青岛岚齿精密机械有限公司');
    await firm.api.post('/profiles', { name: firm.organisationName, products: ['精密齿轮'], processes: ['磨齿'] });
    const body = { type: 'supply', title: '冰箱压缩机用精密齿轮配套', process: '磨齿', deadline: inDays(60) };
    demandId = (await leader.api.post<{ id: string }>('/demands', body)).id;
    await leader.api.post(`/demands/${demandId}/submission`);
    await settled(cast.deployment);
  }, 120_000);
  afterAll(() => cast?.destroy());

  const fits = async (page: Page) =>
    expect(await page.evaluate('document.documentElement.scrollWidth <= window.innerWidth')).toBe(true);

  it('a leader keeps a drawing for after the NDA; a firm is told that there is more, and takes it then', async () => {
    const buyer = await cast.person(DESKTOP);
    await signInAs(buyer, leader);
    await buyer.goto(`/my/demands/${demandId}`);
    const files = buyer.getByRole('region', { name: '需求附件' });
    const input = files.locator('input[type=file]');
    await input.setInputFiles({ name: '图纸.svg', mimeType: 'image/svg+xml', buffer: Buffer.from('<svg/>') });
    await files.getByRole('alert').filter({ hasText: '可上传：PDF' }).waitFor(WAIT);
    await input.setInputFiles({ name: '图纸.pdf', mimeType: 'application/pdf', buffer: await pdf('drawing') });
    await files.getByRole('link', { name: '图纸.pdf' }).waitFor(WAIT);
    expect(await files.getByLabel('“图纸.pdf”的公开范围').inputValue()).toBe('nda');

    const { id } = await firm.api.put<{ id: string }>(`/demands/${demandId}/response`, { plan: '先送样' });
    await firm.api.post(`/responses/${id}/submission`);
    await leader.api.post(`/responses/${id}/choice`);
    const threadId = await eventually(async () => {
      const { items } = await firm.api.get<{ items: { id: string }[] }>('/engagements');
      return items[0]?.id;
    });
    const seller = await cast.person(PHONE);
    await signInAs(seller, firm);
    await seller.goto(`/threads/${threadId}`);
    await seller.getByText('另有 1 个文件').waitFor(WAIT);
    await fits(seller);
    await leader.api.post(`/engagements/${threadId}/steps/nda/closing`, { outcome: 'done' });
    await seller.reload();
    const shown = seller.getByRole('region', { name: '需求附件' });
    await shown.getByText('下载的副本会标上您的单位、账号和时间').waitFor(WAIT);
    const [download] = await Promise.all([
      seller.waitForEvent('download'),
      shown.getByRole('link', { name: '图纸.pdf' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('图纸.pdf');
    await fits(seller);

    await settled(cast.deployment);
    await buyer.reload();
    await buyer.getByRole('region', { name: '谁看过保密内容' }).getByText('下载：图纸.pdf').waitFor(WAIT);
  }, 90_000);

  it('a firm sends a picture from its phone as evidence; the leader finds it as a message and cannot take it away', async () => {
    const { items } = await firm.api.get<{ items: { id: string }[] }>('/engagements');
    const seller = await cast.person(PHONE);
    await signInAs(seller, firm);
    await seller.goto(`/threads/${items[0]?.id}`);
    const files = seller.getByRole('region', { name: '文件', exact: true });
    await files.getByLabel('文件用作').selectOption('sample');
    const picture = { name: '样件.png', mimeType: 'image/png', buffer: await png(640, 480) };
    await files.locator('input[type=file]').setInputFiles(picture);
    await files.getByRole('link', { name: '样件.png' }).waitFor(WAIT);
    await files.locator('p', { hasText: '“样件”的凭证' }).waitFor(WAIT);
    await fits(seller);

    const buyer = await cast.person(DESKTOP);
    await signInAs(buyer, leader);
    await buyer.goto(`/threads/${items[0]?.id}`);
    await buyer.getByRole('link', { name: '样件.png' }).first().waitFor(WAIT);
    expect(await buyer.getByRole('link', { name: '样件.png' }).count()).toBe(2);
    expect(await buyer.getByRole('button', { name: '删除 样件.png' }).count()).toBe(0);
    await seller.getByRole('button', { name: '删除 样件.png' }).click();
    await files.getByText('还没有文件。').waitFor(WAIT);
  }, 60_000);
});
