import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { inDays, nextCreditCode, PASSWORD } from '#test/e2e/people';
import { benchFile } from '#test/kit/bench-files';
import { chromiumPath, type Look, sayLoudly, signInAs, WIDTHS } from './browser.js';
import { Cast, WAIT } from './cast.js';
import { listsOf, MOST_SCRIPT, MOST_SHIFT } from './figures.js';
import { type Population, populate } from './population.js';
import { SAID } from './said.js';

const LOOKS: readonly Look[] = (['zh', 'en'] as const).flatMap((language) =>
  WIDTHS.map((width) => ({ language, width })),
);
/** The firm and the demand of each look: what one has claimed is no other's. */
const NAMES = ['青岛岚齿精密机械', '潍坊砺甸传动机械', '烟台衡辙齿轮', '济南铭啮传动'];
const TITLES = ['冰箱压缩机用', '空调压缩机用', '洗衣机减速器用', '洗碗机减速器用'];
const GEARS = NAMES.map((name) => ({
  name: `${name}有限公司`,
  region: '山东省青岛市城阳区',
  products: ['家电压缩机和减速器用精密齿轮'],
  processes: ['磨齿', '渗碳淬火'],
  certificates: [{ name: 'IATF 16949:2016', validUntil: inDays(400) }],
}));
const OTHERS = [
  { name: '苏州医用导管有限公司', products: ['一次性无菌导管'] },
  { name: '杭州纸箱包装有限公司', products: ['瓦楞纸箱'] },
  { name: '成都环境检测有限公司', products: ['水质检测服务'] },
];
const firmsFile = chromiumPath ? benchFile('retrieval/firms.jsonl') : undefined;

if (!chromiumPath) sayLoudly();

(chromiumPath ? describe : describe.skip)('in the browser', () => {
  let cast: Cast;
  let people: Population;

  beforeAll(async () => {
    cast = await Cast.create();
    people = await populate(cast.deployment, firmsFile, [...GEARS, ...OTHERS]);
  }, 300_000);
  afterAll(() => cast?.destroy());

  describe.each(LOOKS.map((look, at) => ({ ...look, at })))('in $language, $width px wide,', ({ at, ...look }) => {
    const other: Look = { ...look, width: look.width === 360 ? 1440 : 360 };
    const t = SAID[look.language];
    const firmName = `${NAMES[at]}有限公司`;
    const title = `${TITLES[at]}精密齿轮配套`;
    const sme = { email: `liqiang${at}@example.com` };

    it('staff approve a firm that joins, and it sees so without reloading', async () => {
      const clerk = await cast.person(look);
      await signInAs(clerk, people.staff);
      await clerk.waitForURL('**/desk');

      const firm = await cast.person(other);
      await firm.goto('/');
      await firm.getByRole('link', { name: t.join }).first().click();
      await firm.getByLabel(t.organisation).fill(firmName);
      await firm.getByLabel(t.creditCode).fill(nextCreditCode());
      await firm.getByLabel(t.yourName).fill('李强');
      await firm.getByLabel(t.email).fill(sme.email);
      await firm.getByLabel(t.choosePassword).fill(PASSWORD);
      await firm.getByRole('button', { name: t.handInJoin }).click();
      await firm.getByRole('heading', { name: t.beingChecked(firmName) }).waitFor(WAIT);

      const row = clerk.getByRole('listitem').filter({ hasText: firmName });
      await row.getByRole('button', { name: t.approve, exact: true }).click();
      await firm.waitForURL('**/today');
      await firm.getByRole('heading', { name: t.hello('李强') }).waitFor(WAIT);
    }, 60_000);

    it('an SME claims its profile, staff hand it over, and its editor opens', async () => {
      const clerk = await cast.person(other);
      await signInAs(clerk, people.staff);
      await clerk.goto('/desk/claims');
      await clerk.getByRole('heading', { name: t.noClaims }).waitFor(WAIT);

      const firm = await cast.person(look);
      await signInAs(firm, sme);
      await firm.getByRole('link', { name: t.profile }).first().click();
      await firm.getByRole('button', { name: t.claim }).click();
      await clerk.getByRole('button', { name: t.accept }).click();
      await firm.getByText(t.complete).waitFor(WAIT);
      const products = firm.getByRole('textbox', { name: t.products, exact: true });
      expect(await products.inputValue()).toBe('家电压缩机和减速器用精密齿轮');
    }, 60_000);

    it('a leader writes a demand; the firm is told at once and reads why, and the leader sees it improve', async () => {
      const firm = await cast.person(other);
      await signInAs(firm, sme);
      await firm.goto('/proposals');

      const buyer = await cast.person(look);
      await signInAs(buyer, people.leader);
      await buyer.getByRole('link', { name: t.write }).click();
      await buyer.getByLabel(t.title).fill(title);
      await buyer.getByLabel(t.deadline).fill(inDays(60));
      await buyer.getByLabel(t.requirement, { exact: true }).fill('三坐标测量');
      await buyer.getByLabel(t.target, { exact: true }).fill('具备');
      await buyer.getByLabel(t.process, { exact: true }).fill('磨齿');
      await buyer.getByLabel(t.certificates).fill('IATF 16949');
      await buyer.getByRole('button', { name: t.handIn }).click();
      const row = buyer.getByRole('listitem').filter({ has: buyer.getByRole('link', { name: firmName }) });
      await row.waitFor(WAIT);

      await firm.getByRole('button', { name: t.unread }).waitFor(WAIT);
      await firm.getByRole('link', { name: title, exact: true }).first().click();
      const verdict = firm.getByRole('listitem').filter({ hasText: 'IATF 16949' }).first();
      expect(await verdict.textContent()).toContain(t.met);
      expect(await firm.locator('blockquote', { hasText: '磨齿' }).count()).toBeGreaterThan(0);

      await row.getByText(t.unknown(1)).waitFor(WAIT);
      await firm.goto('/profile');
      await firm.getByRole('textbox', { name: t.equipment }).fill('三坐标测量机 2 台');
      await firm.getByRole('button', { name: t.save, exact: true }).click();
      await firm.getByText(t.saved).first().waitFor(WAIT);
      await row.getByText(t.unknown(0)).waitFor(WAIT);
    }, 90_000);

    it('the SME answers, and the leader sees the answer without reloading', async () => {
      const buyer = await cast.person(other);
      await signInAs(buyer, people.leader);
      await buyer.getByRole('link', { name: title }).click();
      const row = buyer.getByRole('listitem').filter({ has: buyer.getByRole('link', { name: firmName }) });
      await row.waitFor(WAIT);

      const firm = await cast.person(look);
      await signInAs(firm, sme);
      await firm.goto('/proposals');
      const offer = firm.getByRole('listitem').filter({ has: firm.getByRole('link', { name: title }) });
      await offer.first().getByRole('button', { name: t.interested }).click();
      await firm.getByText(t.told).waitFor(WAIT);
      await row.getByText(t.interested.toLowerCase(), { exact: true }).waitFor(WAIT);
    }, 60_000);

    it('a visitor finds the demand by a word of it, and shares an address that tells its title', async () => {
      const visitor = await cast.person(look);
      await visitor.goto('/');
      await visitor.getByRole('heading', { name: t.slogan }).waitFor(WAIT);
      await visitor.getByRole('searchbox').fill(title);
      await visitor.getByRole('button', { name: t.search }).click();
      await visitor.getByRole('link', { name: title }).click();
      await visitor.getByRole('heading', { name: t.requirements }).waitFor(WAIT);
      const html = await (await fetch(visitor.url())).text();
      expect(html).toContain(`<meta property="og:title" content="${title}" />`);
    }, 60_000);
  });

  it('says in the reader’s language what is wrong with what was written', async () => {
    const visitor = await cast.person({ language: 'en', width: 1440 });
    await visitor.goto('/sign-in?from=//elsewhere.example');
    await visitor.getByLabel('E-mail').fill('nobody@example.com');
    await visitor.getByLabel('Password').fill('not the password');
    await visitor.locator('form button[type=submit]').click();
    const alert = visitor.getByRole('alert').first();
    await alert.waitFor(WAIT);
    expect(await alert.textContent()).toMatch(/[A-Za-z]{4}/);
    expect(new URL(visitor.url()).pathname).toBe('/sign-in');
  }, 60_000);

  (firmsFile ? it : it.skip).each(WIDTHS.map((width) => ({ width })))(
    'nothing moves by itself in the long lists and their script is small, $width px wide',
    async ({ width }) => {
      const wrong: string[] = [];
      for (const list of listsOf(people)) {
        const { shift, script } = await cast.visit(list, people, { language: 'zh', width });
        if (shift > MOST_SHIFT) wrong.push(`${list.name}: what is in sight moves by ${shift}`);
        if (script > MOST_SCRIPT || script === 0) wrong.push(`${list.name}: ${script} bytes of script`);
      }
      expect(wrong).toEqual([]);
    },
    120_000,
  );
});
