import type { BrowserContext, Page } from 'playwright-core';
import { PASSWORD } from '#test/e2e/people';
import { settled } from './browser.js';
import type { Population } from './population.js';

/** A list as somebody opens it. */
export interface List {
  readonly name: string;
  readonly viewer: 'nobody' | 'leader' | 'staff';
  readonly path: string;
}

/** Most bytes of script, as gzip sends them, that opening a page may take. */
export const MOST_SCRIPT = 300 * 1024;
/** Most that may move by itself, as the browser counts. */
export const MOST_SHIFT = 0.02;

/** The long lists of a server with many firms. */
export const listsOf = ({ demandId }: Population): readonly List[] => [
  { name: 'hall', viewer: 'nobody', path: '/demands' },
  { name: 'firms', viewer: 'staff', path: '/firms' },
  { name: 'firms to invite', viewer: 'staff', path: '/invites' },
  { name: 'proposals of a demand', viewer: 'leader', path: `/my/demands/${demandId}` },
];

/** What a visit was like. */
export interface Figures {
  /** Milliseconds from the request until the rows stand on the page. */
  readonly rows: number;
  /** Milliseconds until the largest thing was painted, as the browser counts. */
  readonly painted: number;
  /** Bytes of script that opening the page took, as gzip sends them. */
  readonly script: number;
  /** How much moved by itself while the page was opened, scrolled and lengthened. */
  readonly shift: number;
  /** Milliseconds of the longest task while opening, and from then on. */
  readonly opening: number;
  readonly using: number;
}

const WATCH = `
  window.watched = { shift: 0, painted: 0, tasks: [], rows: 0 };
  const watch = (type, each) => new PerformanceObserver((list) => list.getEntries().forEach(each)).observe({ type, buffered: true });
  watch('layout-shift', (e) => { if (!e.hadRecentInput) window.watched.shift += e.value; });
  watch('largest-contentful-paint', (e) => { window.watched.painted = e.startTime; });
  watch('longtask', (e) => window.watched.tasks.push({ start: e.startTime, ms: e.duration }));
  const look = () => {
    if (window.watched.rows || !document.querySelector('main li.card') || document.querySelector('main .bone')) return;
    window.watched.rows = performance.now();
  };
  new MutationObserver(look).observe(document, { childList: true, subtree: true });
`;

interface Watched {
  readonly shift: number;
  readonly painted: number;
  readonly rows: number;
  readonly tasks: readonly { readonly start: number; readonly ms: number }[];
}

/** Bytes of the scripts that the page has loaded by now, asked for once more as gzip. */
async function scriptBytes(page: Page): Promise<number> {
  const urls = (await page.evaluate(
    "performance.getEntriesByType('resource').map((e) => e.name).filter((name) => /\\.js$/.test(new URL(name).pathname))",
  )) as string[];
  const sizes = urls.map(async (url) => {
    const { headers } = await fetch(url, { method: 'HEAD', headers: { 'accept-encoding': 'gzip' } });
    return Number(headers.get('content-length'));
  });
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}

/** Scrolls to the end and asks for more, `pages` times. */
async function read(page: Page, pages: number): Promise<void> {
  for (let turn = 0; turn < pages; turn += 1) {
    for (let step = 0; step < 6; step += 1) {
      await page.mouse.wheel(0, 700);
      await page.waitForTimeout(60);
    }
    const more = page.locator('main button.ant-btn-lg', { hasText: /加载更多|Show more/ });
    if ((await more.count()) === 0) continue;
    const rows = await page.locator('main li.card').count();
    await more.click();
    await page.locator('main li.card').nth(rows).waitFor();
  }
}

/** Signs in the viewer of a list in a browser that has nothing of it yet, opens it, reads on and says what that was like. */
export async function visit(context: BrowserContext, list: List, people: Population, pages = 3): Promise<Figures> {
  if (list.viewer !== 'nobody') {
    const answer = await context.request.post('/api/v1/sessions', {
      data: { email: people[list.viewer].email, password: PASSWORD },
    });
    if (!answer.ok()) throw new Error(`${list.viewer} cannot sign in: ${await answer.text()}`);
  }
  const page = await context.newPage();
  await page.addInitScript(WATCH);
  await page.goto(list.path);
  await page.locator('main li.card').first().waitFor();
  await settled(page);
  const script = await scriptBytes(page);
  await page.waitForTimeout(300);
  const opened = (await page.evaluate('performance.now()')) as number;
  await read(page, pages);
  const { shift, painted, rows, tasks } = (await page.evaluate('window.watched')) as Watched;
  await page.close();
  const longest = (of: Watched['tasks']) => Math.max(0, ...of.map(({ ms }) => ms));
  return {
    rows: Math.round(rows),
    painted: Math.round(painted),
    script,
    shift: Math.round(shift * 10_000) / 10_000,
    opening: longest(tasks.filter(({ start }) => start < opened)),
    using: longest(tasks.filter(({ start }) => start >= opened)),
  };
}
